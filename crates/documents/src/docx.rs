//! To come.
pub fn write(_: &crate::block::Document) -> Vec<u8> {
    Vec::new()
}
