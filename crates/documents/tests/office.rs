//! DOCX and workbook as LibreOffice reads them.

mod docx;
mod reading;
mod sheets;
mod soffice;
mod text;
mod workbook;
