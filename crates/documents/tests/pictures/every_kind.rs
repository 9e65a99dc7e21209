//! One picture of every kind from the same few words and figures.

use documents::picture::*;

/// What the pictures are made of.
pub struct Content {
    pub text: String,
    pub values: Vec<f64>,
    /// How many cards, categories, years.
    pub count: usize,
    /// Width and height where it is to be another than that of the page.
    pub size: Option<f64>,
}

impl Content {
    pub fn of(text: &str) -> Content {
        Content {
            text: text.to_owned(),
            values: vec![12.5, -3.0, 0.0, 120.0, 77.0],
            count: 5,
            size: None,
        }
    }

    fn caption(&self, id: &str) -> Caption {
        Caption {
            id: id.to_owned(),
            title: format!("{id} {}", self.text),
            description: self.text.clone(),
        }
    }

    fn room(&self) -> Room {
        self.size.map_or(Room::A4_LANDSCAPE, |size| Room {
            width: size,
            height: size,
        })
    }

    fn width(&self) -> f64 {
        self.size.unwrap_or(481.0)
    }

    fn names(&self) -> Vec<String> {
        vec![self.text.clone(); self.count]
    }

    fn figure(&self, n: usize) -> Figure {
        match self.values.get(n) {
            Some(value) if n % 4 != 3 => Figure::new(*value, format!("{value:.1}")),
            Some(value) => Figure::new(*value, self.text.clone()),
            None => Figure::missing("n.d."),
        }
    }

    fn series(&self) -> Vec<Series> {
        (0..3)
            .map(|s| Series {
                name: self.text.clone(),
                figures: (0..self.count).map(|n| self.figure(n + s)).collect(),
            })
            .collect()
    }

    fn card(&self, n: usize) -> Card {
        Card {
            code: n.is_multiple_of(2).then(|| self.text.clone()),
            title: self.text.clone(),
            lines: vec![self.text.clone(); n % 3],
            note: n.is_multiple_of(3).then(|| self.text.clone()),
            state: (n % 2 == 1).then(|| State {
                word: self.text.clone(),
                shape: Shape::Cross,
                colour: Colour::new(0xFF, 0xFF, 0),
                share: self.values.get(n).copied(),
                figure: self.text.clone(),
            }),
            href: None,
        }
    }

    fn branches(&self, depth: usize) -> Vec<Branch> {
        (0..self.count.min(3))
            .map(|n| Branch {
                card: self.card(n + depth),
                colour: None,
                children: if depth == 0 {
                    Vec::new()
                } else {
                    self.branches(depth - 1)
                },
            })
            .collect()
    }

    fn units(&self, depth: usize) -> Vec<Unit> {
        (0..self.count.min(3))
            .map(|n| Unit {
                card: self.card(n),
                colour: None,
                aside: n % 2 == 1,
                children: if depth == 0 || n == 2 {
                    Vec::new()
                } else {
                    self.units(depth - 1)
                },
            })
            .collect()
    }
}

pub fn every_kind(content: &Content) -> Vec<Picture> {
    let palette = Palette::default();
    let mut pictures = tree(&Tree {
        caption: content.caption("tree"),
        room: content.room(),
        body: content.card(2),
        areas: content.branches(2),
        objectives: content.branches(1),
        palette: palette.clone(),
    });
    pictures.extend(organisation_chart(&OrganisationChart {
        caption: content.caption("chart"),
        room: content.room(),
        top: Some(content.card(5)),
        units: content.units(2),
        palette: palette.clone(),
    }));
    pictures.push(strategy_map(&map(content, &palette)));
    for (id, direction) in [("lying", Direction::Lying), ("up", Direction::Standing)] {
        pictures.push(bars(&Bars {
            caption: content.caption(id),
            width: content.width(),
            direction,
            categories: content.names(),
            series: content.series(),
            palette: palette.clone(),
        }));
    }
    for (id, shares) in [("parts", false), ("shares", true)] {
        pictures.push(stacked(&Stacked {
            caption: content.caption(id),
            width: content.width(),
            categories: content.names(),
            parts: content.series(),
            totals: content.names(),
            shares,
            palette: palette.clone(),
        }));
    }
    pictures.push(trend(&lines(content, &palette)));
    pictures.push(bullet(&Bullet {
        caption: content.caption("bullet"),
        width: content.width(),
        rows: (0..content.count)
            .map(|n| BulletRow {
                name: content.text.clone(),
                actual: content.figure(n),
                target: content.figure(n + 1),
                zone: content.values.get(n).map(|value| (*value, f64::INFINITY)),
            })
            .collect(),
        actual_word: content.text.clone(),
        target_word: content.text.clone(),
        zone_word: content.text.clone(),
        palette: palette.clone(),
    }));
    pictures.push(progress(&Progress {
        caption: content.caption("progress"),
        width: content.width(),
        reached: content.figure(3),
        expected: content.values.first().copied(),
        colour: None,
        palette,
    }));
    pictures
}

fn map(content: &Content, palette: &Palette) -> StrategyMap {
    let place = |n: usize| CardPlace {
        lane: n % 4,
        card: n % 3,
    };
    StrategyMap {
        caption: content.caption("map"),
        room: content.room(),
        lanes: (0..4)
            .map(|lane| Lane {
                title: content.text.clone(),
                colour: None,
                cards: (0..content.count).map(|n| content.card(n + lane)).collect(),
            })
            .collect(),
        arrows: (0..8)
            .map(|n| Arrow {
                from: place(n),
                to: place(n * 3 + 1),
                kind: ArrowKind::Cause,
            })
            .collect(),
        legend: vec![
            (ArrowKind::Cause, content.text.clone()),
            (ArrowKind::Related, content.text.clone()),
        ],
        palette: palette.clone(),
    }
}

fn lines(content: &Content, palette: &Palette) -> Trend {
    let kinds = [
        LineKind::Actual,
        LineKind::Target,
        LineKind::ClusterMean,
        LineKind::Threshold,
        LineKind::Forecast,
    ];
    Trend {
        caption: content.caption("trend"),
        width: content.width(),
        field: 140.0,
        years: content.names(),
        lines: kinds
            .into_iter()
            .enumerate()
            .map(|(k, kind)| Line {
                name: content.text.clone(),
                kind,
                figures: (0..content.count).map(|n| content.figure(n + k)).collect(),
            })
            .collect(),
        ticks: ticks(-10.0, 130.0, 5)
            .into_iter()
            .map(|tick| Figure::new(tick, format!("{tick:.0}")))
            .collect(),
        palette: palette.clone(),
    }
}
