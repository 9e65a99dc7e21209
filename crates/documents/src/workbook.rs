//! To come.
pub fn write(_: &crate::block::Document) -> Result<Vec<u8>, String> {
    Ok(Vec::new())
}
