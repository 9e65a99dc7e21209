//! Links inside the document.
//!
//! The typesetting would look for the end of every link while it lays out the page, and lay out again
//! all that holds one whenever the page of an end changes. So the template writes these links as
//! addresses, and the finished pages get the places that they lead to.

use std::str::FromStr;

use typst::foundations::Label;
use typst::introspection::{Introspector, Tag};
use typst::layout::{Frame, FrameItem, GroupItem, PageElem};
use typst::model::{Destination, Document, LinkMarker, Refable};
use typst::text::{Lang, LocalName};
use typst::utils::PicoStr;
use typst_layout::{Page, PagedDocument, PagedIntrospector};

/// The document with every address `#anchor` replaced by the place of the anchor.
pub(super) fn resolved(document: &PagedDocument, language: &str) -> PagedDocument {
    let ends = Ends {
        introspector: document.introspector(),
        page: PageElem::local_name(Lang::from_str(language).unwrap_or(Lang::ENGLISH), None),
    };
    let pages = document.pages().iter().map(|page| Page {
        frame: ends.in_frame(&page.frame).unwrap_or(page.frame.clone()),
        ..page.clone()
    });
    PagedDocument::new(pages.collect(), document.info().clone())
}

/// Where links may end.
struct Ends<'d> {
    introspector: &'d PagedIntrospector,
    /// The word for a page.
    page: &'static str,
}

impl Ends<'_> {
    /// The frame with its links resolved; none where it has no such links.
    fn in_frame(&self, frame: &Frame) -> Option<Frame> {
        let items = frame.items().enumerate();
        let mut changed = items
            .filter_map(|(at, (_, item))| Some((at, self.in_item(item)?)))
            .peekable();
        changed.peek()?;
        let mut resolved = frame.clone();
        let mut at = 0;
        resolved.retain(|item| {
            if let Some((_, new)) = changed.next_if(|(place, _)| *place == at) {
                *item = new;
            }
            at += 1;
            true
        });
        Some(resolved)
    }

    fn in_item(&self, item: &FrameItem) -> Option<FrameItem> {
        match item {
            FrameItem::Group(group) => Some(FrameItem::Group(GroupItem {
                frame: self.in_frame(&group.frame)?,
                ..group.clone()
            })),
            FrameItem::Link(Destination::Url(address), size) => {
                let (end, _) = self.of(address)?;
                Some(FrameItem::Link(end, *size))
            }
            FrameItem::Tag(Tag::Start(content, flags)) => {
                let address = content.to_packed::<LinkMarker>()?.alt.as_ref()?;
                let (_, alt) = self.of(address)?;
                let mut content = content.clone();
                content.to_packed_mut::<LinkMarker>()?.alt = Some(alt.into());
                Some(FrameItem::Tag(Tag::Start(content, *flags)))
            }
            _ => None,
        }
    }

    /// The place that an address leads to, and how it is called for those who do not see it.
    fn of(&self, address: &str) -> Option<(Destination, String)> {
        let anchor = Label::new(PicoStr::intern(address.strip_prefix('#')?))?;
        let end = self.introspector.query_label(anchor).ok()?;
        let location = end.location()?;
        let page = self.introspector.page(location)?;
        let thing = end.with::<dyn Refable>()?.supplement().plain_text();
        Some((
            Destination::Location(location),
            format!("{thing}, {} {page}", self.page),
        ))
    }
}
