//! Vector drawings as PNG: what every reader of DOCX shows.

use std::sync::{Arc, OnceLock};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree, fontdb};

/// Dots per inch.
const RESOLUTION: f64 = 200.0;
/// Points per inch.
const POINTS: f64 = 72.0;
/// Most dots on a side: a drawing that claims kilometres must not exhaust the memory.
const MOST_DOTS: f64 = 6000.0;

/// A drawing `width` points wide as PNG on white; none if it is no drawing.
pub(super) fn png(svg: &str, width: f64) -> Option<Vec<u8>> {
    let tree = read(svg)?;
    let (own_width, own_height) = size(&tree);
    let most = MOST_DOTS / own_width.max(own_height);
    let scale = (width * RESOLUTION / POINTS / own_width).min(most);
    let dots = |length: f64| (length * scale).ceil().clamp(1.0, MOST_DOTS) as u32;
    let mut pixmap = Pixmap::new(dots(own_width), dots(own_height))?;
    pixmap.fill(Color::WHITE);
    let scale = scale as f32;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixmap.as_mut(),
    );
    pixmap.encode_png().ok()
}

/// Width and height of a drawing in its own units; none if it is no drawing.
pub(super) fn size_of(svg: &str) -> Option<(f64, f64)> {
    read(svg).map(|tree| size(&tree))
}

fn size(tree: &Tree) -> (f64, f64) {
    let size = tree.size();
    (f64::from(size.width()), f64::from(size.height()))
}

fn read(svg: &str) -> Option<Tree> {
    let options = Options {
        font_family: "Titillium Web".to_owned(),
        fontdb: faces(),
        // A drawing must not read the files of who prints it.
        image_href_resolver: ImageHrefResolver {
            resolve_data: ImageHrefResolver::default_data_resolver(),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    Tree::from_str(svg, &options).ok()
}

fn faces() -> Arc<fontdb::Database> {
    static DATABASE: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    let database = DATABASE.get_or_init(|| {
        let mut database = fontdb::Database::new();
        for face in crate::faces::FILES {
            database.load_font_data(face.to_vec());
        }
        database.set_sans_serif_family("Titillium Web");
        database.set_serif_family("Titillium Web");
        database.set_monospace_family("DejaVu Sans");
        Arc::new(database)
    });
    Arc::clone(database)
}
