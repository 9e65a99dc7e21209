//! Every kind of picture with every kind of text and figure: whole XML, the same bytes again, texts
//! within the picture and apart from each other.

mod every_kind;
mod read;

use documents::picture::{
    Bars, Branch, Caption, Card, Direction, Figure, Palette, Room, Series, Tree, bars, tree,
};
use every_kind::{Content, every_kind};
use proptest::prelude::*;
use read::{check, texts};

fn hostile() -> Vec<String> {
    vec![
        String::new(),
        " \t\n ".to_owned(),
        "\"><script>alert('x')</script><![CDATA[ ]]> & &amp; &#0; <!--".to_owned(),
        (0_u8..=0x9F).map(char::from).collect(),
        "\u{FFFE}\u{FFFF}\u{FEFF}\u{202E}שלום עולם\u{202C} مرحبا".to_owned(),
        "👩‍👩‍👧‍👦🦊 obiettivo 🇮🇹".to_owned(),
        "x".repeat(10_000),
        "parola ".repeat(1_500),
        "SEMPLIFICAZIONE/DIGITALIZZAZIONE-INTERNAZIONALIZZAZIONE".to_owned(),
        "«Perché» l'efficienza – dell'ente – è già più 50% ≥ 3".to_owned(),
    ]
}

#[test]
fn hostile_texts_make_whole_pictures() {
    for text in hostile() {
        for picture in every_kind(&Content::of(&text)) {
            check(&picture);
        }
    }
}

#[test]
fn impossible_figures_make_whole_pictures() {
    for value in [
        0.0,
        -1.0,
        f64::NAN,
        f64::INFINITY,
        f64::MAX,
        f64::MIN,
        1e-300,
    ] {
        for count in [0, 1, 2, 7] {
            let content = Content {
                values: vec![value; count],
                count,
                ..Content::of("Obiettivo")
            };
            every_kind(&content).iter().for_each(check);
        }
    }
}

#[test]
fn impossible_sizes_make_whole_pictures() {
    for size in [0.0, -5.0, f64::NAN, f64::INFINITY, 1e300, 50.0] {
        let content = Content {
            size: Some(size),
            ..Content::of("Semplificazione e innovazione dei processi")
        };
        for picture in every_kind(&content) {
            assert!(picture.width.is_finite() && picture.height.is_finite());
            read::whole(&picture);
        }
    }
}

#[test]
fn the_same_content_makes_the_same_bytes() {
    let content = Content::of("Migliorare la comunicazione istituzionale");
    assert_eq!(every_kind(&content), every_kind(&content));
}

#[test]
fn pictures_of_one_page_share_no_id() {
    let mut ids: Vec<String> = every_kind(&Content::of("Obiettivo"))
        .iter()
        .flat_map(read::ids)
        .collect();
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

#[test]
fn what_is_missing_is_said_and_never_drawn() {
    let chart = |figure: Figure| Bars {
        caption: Caption::default(),
        width: 400.0,
        direction: Direction::Lying,
        categories: vec!["Brescia".to_owned()],
        series: vec![Series {
            name: "2024".to_owned(),
            figures: vec![figure],
        }],
        palette: Palette::default(),
    };
    let missing = bars(&chart(Figure::missing("n.d.")));
    assert!(texts(&missing).iter().any(|text| text.content == "n.d."));
    let zero = bars(&chart(Figure::new(0.0, "0")));
    let rects = |svg: &str| svg.matches("<rect").count();
    assert!(rects(&missing.svg) < rects(&zero.svg));
}

#[test]
fn a_plan_of_three_areas_and_many_objectives_fits_landscape_pages() {
    let card = |code: String| Card {
        code: Some(code),
        title: "SEMPLIFICAZIONE DEL PROCEDIMENTO DI RILASCIO ALLE IMPRESE DEI DOCUMENTI".to_owned(),
        note: Some("peso 12,5%".to_owned()),
        ..Card::default()
    };
    let branch = |code: String, children| Branch {
        card: card(code),
        colour: None,
        children,
    };
    let areas = (1..=3)
        .map(|a| {
            let strategic = (1..=13)
                .map(|s| {
                    let operational = (1..=4).map(|o| branch(format!("{a}.{s}.{o}"), vec![]));
                    branch(format!("{a}.{s}"), operational.collect())
                })
                .collect();
            branch(a.to_string(), strategic)
        })
        .collect();
    let pictures = tree(&Tree {
        caption: Caption::default(),
        room: Room::A4_LANDSCAPE,
        body: card(String::new()),
        areas,
        objectives: vec![],
        palette: Palette::default(),
    });
    assert!(pictures.len() > 3);
    for picture in &pictures {
        check(picture);
        assert!(picture.height <= Room::A4_LANDSCAPE.height);
    }
    let all: Vec<String> = pictures.iter().flat_map(texts).map(|t| t.content).collect();
    for code in ["1", "1.1", "3.13", "2.7.3", "3.13.4"] {
        assert!(all.iter().any(|text| text == code), "{code}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn any_content_makes_whole_pictures(
        text in "\\PC{0,60}",
        values in prop::collection::vec(prop::num::f64::ANY, 0..9),
        count in 0_usize..9,
    ) {
        let content = Content { values, count, ..Content::of(&text) };
        every_kind(&content).iter().for_each(check);
    }
}
