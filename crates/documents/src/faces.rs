//! The faces of the documents: Titillium Web, made for the public administration, and DejaVu Sans
//! for the letters and signs that it lacks.

/// The files of the faces; of two that have a letter the first one sets it.
pub(crate) static FILES: [&[u8]; 7] = [
    include_bytes!("../fonts/TitilliumWeb-Regular.ttf"),
    include_bytes!("../fonts/TitilliumWeb-Italic.ttf"),
    include_bytes!("../fonts/TitilliumWeb-SemiBold.ttf"),
    include_bytes!("../fonts/TitilliumWeb-SemiBoldItalic.ttf"),
    include_bytes!("../fonts/TitilliumWeb-Bold.ttf"),
    include_bytes!("../fonts/DejaVuSans.ttf"),
    include_bytes!("../fonts/DejaVuSans-Bold.ttf"),
];
