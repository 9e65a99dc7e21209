//! How the workbook looks: the colours of the guidelines for public sites, texts that stay texts.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The number format of texts: what is typed stays as typed.
const TEXT: &str = "@";

const BLUE: u32 = 0x0066CC;
const DARK: u32 = 0x17324D;
const GREY: u32 = 0x5A6772;
const PALE: u32 = 0xF2F5F8;
const LINE: u32 = 0xC5C7C9;
const YELLOW: u32 = 0xFFF4CC;

/// The formats of all cells.
pub(super) struct Styles {
    pub title: Format,
    pub purpose: Format,
    pub example_note: Format,
    pub hint: Format,
    pub head: Format,
    pub cell: Format,
    pub example: Format,
    pub label: Format,
    pub paragraph: Format,
    pub section: Format,
    pub link: Format,
}

impl Styles {
    pub fn new() -> Styles {
        let base = || Format::new().set_font_name("Calibri").set_font_size(11);
        let framed = |format: Format| {
            format
                .set_border(FormatBorder::Thin)
                .set_border_color(Color::RGB(LINE))
                .set_align(FormatAlign::Top)
                .set_text_wrap()
        };
        Styles {
            title: base()
                .set_bold()
                .set_font_size(18)
                .set_font_color(Color::RGB(DARK)),
            purpose: base().set_font_color(Color::RGB(GREY)),
            example_note: base().set_bold().set_background_color(Color::RGB(YELLOW)),
            hint: base()
                .set_font_size(9)
                .set_italic()
                .set_font_color(Color::RGB(GREY))
                .set_align(FormatAlign::Bottom)
                .set_text_wrap(),
            head: framed(base().set_bold())
                .set_font_color(Color::White)
                .set_background_color(Color::RGB(BLUE))
                .set_align(FormatAlign::VerticalCenter),
            cell: framed(base()).set_num_format(TEXT),
            example: framed(base())
                .set_num_format(TEXT)
                .set_background_color(Color::RGB(YELLOW)),
            label: framed(base().set_bold()).set_background_color(Color::RGB(PALE)),
            paragraph: base().set_align(FormatAlign::Top).set_text_wrap(),
            section: base()
                .set_bold()
                .set_font_size(13)
                .set_font_color(Color::RGB(BLUE)),
            link: framed(base())
                .set_font_color(Color::RGB(BLUE))
                .set_underline(rust_xlsxwriter::FormatUnderline::Single),
        }
    }
}

/// The colour of a sheet's tab: what the plan is, what it holds, what stands around it.
pub(super) fn tab(kind: &str) -> Color {
    Color::RGB(match kind {
        "plan" | "body" | "method" | "band" | "profile" | "checkpoint" | "level" => DARK,
        "area" | "perspective" | "programme" | "purpose" | "objective" | "action" | "indicator"
        | "activity" | "placement" | "responsible" | "unit" | "dashboard" | "section" => BLUE,
        _ => LINE,
    })
}
