//! What every picture of a document needs: the body's colours, figures to draw, the block around it.

use documents::block::{Block, Figure, Table};
use documents::picture::{Caption, Colour, Palette, Picture, Room};
use domain::number::Number;

use crate::document::Edition;

/// Width of a picture that stands in the text of an upright page.
pub const WIDTH: f64 = Room::A4_PORTRAIT.width;

/// The document's colours: the body's where it has its own.
pub fn palette(edition: &Edition<'_>) -> Palette {
    let own: Vec<Colour> = edition
        .plan
        .body
        .colours
        .iter()
        .filter_map(|text| Colour::from_hex(text))
        .collect();
    let mut palette = Palette::default();
    if let Some(first) = own.first() {
        palette.primary = *first;
        palette.series.retain(|colour| !own.contains(colour));
        palette.series.splice(0..0, own);
    }
    palette
}

/// A figure to draw; printing never goes through it.
pub fn real(number: &Number) -> f64 {
    number.to_decimal().parse().unwrap_or(f64::NAN)
}

/// Name and description of a picture, for who sees it and who hears it.
pub fn caption(id: impl Into<String>, title: &str, description: &str) -> Caption {
    Caption {
        id: id.into(),
        title: title.to_owned(),
        description: description.to_owned(),
    }
}

/// A picture as a block, with its data where no table beside it holds them.
pub fn figure(picture: Picture, data: Option<Table>) -> Block {
    Block::Figure(Figure {
        caption: picture.title.clone(),
        picture,
        data,
    })
}
