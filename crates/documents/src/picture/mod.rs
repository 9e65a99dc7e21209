//! Pictures as accessible vector graphics.

/// A picture: SVG that stands alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The SVG, with role, title and description.
    pub svg: String,
    /// Width in points.
    pub width: f64,
    /// Height in points.
    pub height: f64,
}
