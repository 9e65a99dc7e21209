//! Names of the vocabularies that the parts are written in.

/// Text.
pub(super) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// Relations.
pub(super) const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// Places of drawings.
pub(super) const WP: &str =
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
/// Drawings.
pub(super) const A: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
/// Pictures.
pub(super) const PIC: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
/// Shapes, as watermarks want them.
pub(super) const V: &str = "urn:schemas-microsoft-com:vml";
/// Office's additions to shapes.
pub(super) const O: &str = "urn:schemas-microsoft-com:office:office";
