//! Vector drawings inside a page: their ids kept apart, nothing in them that acts.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::escape::escaped;

/// The drawing as an element of the page, called `name`, its ids behind `prefix`; nothing for what
/// is no SVG. `size` is what it measures on the screen.
pub(super) fn inline(svg: &str, prefix: &str, name: &str, size: (u32, u32)) -> Option<String> {
    let mut reader = Reader::from_str(svg);
    let mut out = String::with_capacity(svg.len() + 256);
    let (mut depth, mut skipped) = (0_usize, None);
    loop {
        let event = reader.read_event().ok()?;
        match &event {
            Event::Start(tag) | Event::Empty(tag) => {
                let empty = matches!(event, Event::Empty(_));
                let element = tag.name().0.to_owned();
                if depth == 0 && (element != "svg" || !out.is_empty()) {
                    return None;
                }
                if skipped.is_none() && is_left_out(&element, depth) {
                    skipped = Some(depth);
                }
                if skipped.is_none() {
                    out.push('<');
                    out.push_str(&element);
                    if depth == 0 {
                        out.push_str(&format!(
                            " xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{}\" \
                             width=\"{}\" height=\"{}\"",
                            escaped(name),
                            size.0,
                            size.1
                        ));
                    }
                    push_attributes(tag, depth == 0, prefix, &mut out)?;
                    out.push_str(if empty { "/>" } else { ">" });
                }
                if !empty {
                    depth += 1;
                } else if skipped == Some(depth) {
                    skipped = None;
                }
            }
            Event::End(tag) => {
                depth = depth.checked_sub(1)?;
                if skipped.is_none() {
                    let element = tag.name().0;
                    out.push_str(&format!("</{element}>"));
                } else if skipped == Some(depth) {
                    skipped = None;
                }
            }
            Event::Text(text) if depth > 0 && skipped.is_none() => {
                // As it stands: escaped already, or it would not be XML.
                out.push_str(text);
            }
            Event::GeneralRef(reference) if depth > 0 && skipped.is_none() => {
                out.push_str(&format!("&{};", &**reference));
            }
            Event::CData(text) if depth > 0 && skipped.is_none() => {
                out.push_str(&escaped(text));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    (depth == 0 && !out.is_empty()).then_some(out)
}

/// Scripts, foreign content and styles, which would hold for the whole page; and the drawing's own
/// title, which the page says already and a browser would show under the pointer.
fn is_left_out(element: &str, depth: usize) -> bool {
    let element = element.rsplit(':').next().unwrap_or_default();
    let acting = [
        "script",
        "foreignObject",
        "style",
        "a",
        "animate",
        "set",
        "image",
    ];
    acting.iter().any(|name| element.eq_ignore_ascii_case(name))
        || (depth == 1 && ["title", "desc"].contains(&element))
}

fn push_attributes(tag: &BytesStart, root: bool, prefix: &str, out: &mut String) -> Option<()> {
    for attribute in tag.attributes() {
        let attribute = attribute.ok()?;
        let name = attribute.key.0;
        let value = &*attribute.value;
        let local = name.rsplit(':').next().unwrap_or_default();
        let ours = [
            "xmlns",
            "role",
            "width",
            "height",
            "style",
            "aria-label",
            "aria-labelledby",
            "aria-describedby",
        ];
        if local.to_ascii_lowercase().starts_with("on") || (root && ours.contains(&name)) {
            continue;
        }
        let value = match local {
            "id" => format!("{prefix}{value}"),
            "href" => match value.strip_prefix('#') {
                Some(id) => format!("#{prefix}{id}"),
                None => continue,
            },
            "aria-labelledby" | "aria-describedby" => {
                let ids: Vec<String> = value
                    .split_ascii_whitespace()
                    .map(|id| format!("{prefix}{id}"))
                    .collect();
                ids.join(" ")
            }
            _ => value.replace("url(#", &format!("url(#{prefix}")),
        };
        let value = value.replace('"', "&quot;");
        out.push_str(&format!(" {name}=\"{value}\""));
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"N\" \
                        width=\"4\" height=\"2\"";

    #[test]
    fn ids_are_kept_apart_with_all_that_refers_to_them() {
        let svg = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width='9' \
                   aria-labelledby='t'><title id='t'>T</title><g id='a' clip-path='url(#c)'>\
                   <use href='#a'/><use href='https://example.org'/></g></svg>";
        assert_eq!(
            inline(svg, "_f1-", "N", (4, 2)).as_deref(),
            Some(&*format!(
                "{HEAD}><g id=\"_f1-a\" clip-path=\"url(#_f1-c)\"><use href=\"#_f1-a\"/><use/></g></svg>"
            ))
        );
    }

    #[test]
    fn what_acts_is_left_out() {
        let svg = "<svg onload='x()'><script>a<b/></script><rect onclick='y()' x='1'/>\
                   <style/>t&amp;<!-- c --><![CDATA[<i>]]></svg>";
        assert_eq!(
            inline(&svg.replace("<b/>", ""), "p", "N", (4, 2)).as_deref(),
            Some(&*format!("{HEAD}><rect x=\"1\"/>t&amp;&lt;i&gt;</svg>"))
        );
    }

    #[test]
    fn what_is_no_svg_is_refused() {
        for text in [
            "",
            "text",
            "<html/>",
            "<svg>",
            "<svg></g></svg>",
            "<svg/><svg/>",
        ] {
            assert_eq!(inline(text, "p", "N", (4, 2)), None, "{text}");
        }
    }
}
