//! Pages that say what the product is and how it treats people.

use askama::Template;

use super::frame;
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::receive::Answer;

#[derive(Template)]
#[template(path = "accessibility.html")]
struct Accessibility<'a> {
    page: Page<'a>,
}

/// `/accessibilita`: the accessibility statement.
pub fn accessibility(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let page = Accessibility {
        page: frame(asked, "", asked.t.text("web-accessibility-title")),
    };
    Ok(Answer::page(page.render()?))
}
