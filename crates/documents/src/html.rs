//! To come.
pub fn write(_: &crate::block::Document) -> String {
    String::new()
}
