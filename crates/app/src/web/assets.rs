//! What pages load: styles, scripts, icons and faces, all inside the binary.
//!
//! Each has an address with its digest, `/risorse/<digest>/<name>`, so that browsers may keep it for
//! ever. What others made is vendored with its licence; `browser/assets.mjs` writes it anew.

use std::io::Write;
use std::sync::LazyLock;

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use documents::html::FACES;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

/// The route at which [`serve`] answers.
pub const ROUTE: &str = "/risorse/{digest}/{name}";

/// What every page says it may load and do: nothing inline, nothing from others.
pub const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'";

/// A file that pages load.
pub struct Asset {
    /// Its name, the last part of its address.
    pub name: &'static str,
    /// Its media type.
    pub media: &'static str,
    /// Its address.
    pub address: String,
    content: Bytes,
    /// Made when first asked for; none for what is compressed already.
    gzip: Option<LazyLock<Bytes, Box<dyn FnOnce() -> Bytes + Send>>>,
}

impl Asset {
    fn new(name: &'static str, content: Bytes) -> Asset {
        let (media, packed) = match name.rsplit('.').next() {
            Some("css") => ("text/css; charset=utf-8", false),
            Some("js") => ("text/javascript; charset=utf-8", false),
            Some("svg") => ("image/svg+xml", false),
            _ => ("font/woff2", true),
        };
        let digest: String = Sha256::digest(&content)
            .iter()
            .take(8)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let source = content.clone();
        Asset {
            name,
            media,
            address: format!("/risorse/{digest}/{name}"),
            gzip: (!packed).then(|| LazyLock::new(Box::new(move || gzip(&source)) as Box<_>)),
            content,
        }
    }

    /// What it holds.
    pub fn content(&self) -> &[u8] {
        &self.content
    }
}

/// Every asset.
pub static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let mut assets = vec![
        Asset::new(
            "bootstrap-italia.css",
            Bytes::from_static(include_bytes!(
                "../../assets/bootstrap-italia/bootstrap-italia.min.css"
            )),
        ),
        Asset::new(
            "icons.svg",
            Bytes::from_static(include_bytes!("../../assets/bootstrap-italia/icons.svg")),
        ),
        Asset::new(
            "htmx.js",
            Bytes::from_static(include_bytes!("../../assets/htmx/htmx.min.js")),
        ),
        Asset::new(
            "traguardo.js",
            Bytes::from_static(include_bytes!("../../assets/traguardo.js")),
        ),
        Asset::new(
            "grid.js",
            Bytes::from_static(include_bytes!("../../assets/grid.js")),
        ),
    ];
    let mut styles = String::new();
    for (style, weight, face) in FACES {
        let name = match (style, weight) {
            ("italic", _) => "titillium-italic.woff2",
            (_, 600) => "titillium-semibold.woff2",
            (_, 700) => "titillium-bold.woff2",
            _ => "titillium.woff2",
        };
        let asset = Asset::new(name, Bytes::from_static(face));
        styles.push_str(&format!(
            "@font-face{{font-family:\"Titillium Web\";font-style:{style};font-weight:{weight};\
             font-display:swap;src:url({}) format(\"woff2\")}}\n",
            asset.address
        ));
        assets.push(asset);
    }
    styles.push_str(include_str!("../../assets/traguardo.css"));
    assets.push(Asset::new("traguardo.css", Bytes::from(styles)));
    assets
});

/// The address of an asset; of none, an address at which there is nothing.
pub fn address(name: &str) -> &'static str {
    let found = ASSETS.iter().find(|asset| asset.name == name);
    found.map_or("/risorse/-/-", |asset| &asset.address)
}

/// Answers with an asset; with nothing to an address whose digest is another.
pub async fn serve(Path((digest, name)): Path<(String, String)>, asked: HeaderMap) -> Response {
    let address = format!("/risorse/{digest}/{name}");
    let Some(asset) = ASSETS.iter().find(|asset| asset.address == address) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [
        (CONTENT_TYPE, asset.media),
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (VARY, "accept-encoding"),
    ];
    match &asset.gzip {
        Some(gzip) if takes_gzip(&asked) => {
            (headers, [(CONTENT_ENCODING, "gzip")], Bytes::clone(gzip)).into_response()
        }
        _ => (headers, asset.content.clone()).into_response(),
    }
}

fn takes_gzip(asked: &HeaderMap) -> bool {
    asked
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|coding| {
            let mut parts = coding.split(';').map(str::trim);
            let named = parts
                .next()
                .is_some_and(|name| name.eq_ignore_ascii_case("gzip"));
            let refused = parts.any(|part| {
                part.strip_prefix("q=")
                    .is_some_and(|q| q.chars().all(|c| matches!(c, '0' | '.')))
            });
            named && !refused
        })
}

fn gzip(content: &[u8]) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing to memory does not fail.
    let written = encoder.write_all(content).and_then(|()| encoder.finish());
    Bytes::from(written.unwrap_or_default())
}
