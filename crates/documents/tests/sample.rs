//! Documents that every writer is tried with: one as a body publishes it, one as nobody would.

use documents::block::{
    AsideKind, Block, Cell, Column, Document, Fact, Figure, FigureOf, Heading, Inline, Logo,
    LogoFormat, Look, Mark, Row, RowKind, Table, Words,
};
use documents::picture::Picture;
use domain::number::Number;
use jiff::civil::date;

/// A document with every kind of block, as the offices of a body would write it.
pub fn document() -> Document {
    Document {
        language: "it",
        title: "Piano della performance 2026".into(),
        subtitle: Some("Sottosezione 2.2 del PIAO 2026-2028".into()),
        body: "Ente per il territorio di esempio".into(),
        act: Some("Approvato con deliberazione n. 3 del 29 gennaio 2026".into()),
        date: Some(date(2026, 1, 29)),
        look: Look {
            colours: vec![[0x00, 0x66, 0xcc], [0x00, 0x89, 0x7b]],
            logo: Some(logo()),
        },
        watermark: None,
        words: words(),
        blocks: [
            presentation(),
            people(),
            strategy(),
            sheet(),
            schedule(),
            method(),
        ]
        .concat(),
    }
}

/// The same, not yet approved.
pub fn draft() -> Document {
    let mut document = document();
    document.watermark = Some("BOZZA".into());
    document.act = Some("Bozza del 12 gennaio 2026, non approvata".into());
    document.blocks.insert(
        1,
        Block::Aside {
            kind: AsideKind::Missing,
            label: "Manca".into(),
            blocks: vec![Block::text(
                "La presentazione dell’organo di indirizzo non è ancora stata scritta.",
            )],
        },
    );
    document
}

/// Texts that would do harm where they were taken for markup, and shapes at the edge of what a
/// page holds.
pub fn hostile() -> Document {
    let mut document = document();
    document.title = HOSTILE.into();
    document.subtitle = Some("“virgolette” e 'apostrofi' & \"altro\"".into());
    document.body = "</title><script>alert('ente')</script>".into();
    document.act = Some("--> ]]> <!-- </style><style>*{display:none}</style>".into());
    document.look.colours = vec![[0xff, 0xee, 0x00], [0xff, 0xff, 0xff]];
    document.look.logo = Some(Logo {
        bytes: b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\" width=\"8\" height=\"8\">\
            <script>document.title='taken'</script><rect width=\"8\" height=\"8\"/></svg>"
            .to_vec(),
        format: LogoFormat::Svg,
        alt: "\"><script>alert('logo')</script>".into(),
    });
    document.watermark = Some("<b>BOZZA</b> \"2026\"".into());
    document.blocks.extend(hostile_blocks());
    document
}

/// A text that tries every door.
const HOSTILE: &str = "<script>alert(1)</script> \"'><img src=x onerror=alert(2)> &amp; &lt;";

/// Right to left, marks of direction, emoji, what XML forbids, and what looks like a space.
const STRANGE: &str = "مرحبا بالعالم \u{202e}abc\u{202c} 👩‍👩‍👧‍👦🇮🇹 \u{1}\u{8}\u{b}\u{1b}\u{7f}\u{85}\u{fffe}\u{feff} a\u{301}\u{a0}fine\tdopo";

fn hostile_blocks() -> Vec<Block> {
    let endless = "a".repeat(10_000);
    let words = "parola ".repeat(1_400);
    vec![
        heading(1, HOSTILE, "ostile"),
        Block::Paragraph(vec![
            Inline::Strong(vec![text(HOSTILE)]),
            Inline::Emphasis(vec![Inline::Strong(vec![text(STRANGE)])]),
            Inline::Code("<code>`\"'&".into()),
            Inline::Break,
            Inline::Link {
                to: "javascript:alert(3)".into(),
                text: vec![text("collegamento che non porta da nessuna parte")],
            },
            Inline::Link {
                to: "#non-esiste".into(),
                text: vec![text("ancora che non c’è")],
            },
            Inline::Link {
                to: "https://example.org/?a=\"><script>&b='".into(),
                text: vec![text("indirizzo con virgolette")],
            },
            Inline::Link {
                to: "#ostile".into(),
                text: Vec::new(),
            },
            Inline::Link {
                to: "https://example.org/".into(),
                text: vec![Inline::Link {
                    to: "https://example.net/".into(),
                    text: vec![text("collegamento in un collegamento")],
                }],
            },
            Inline::Mark {
                mark: Mark::NotReached,
                word: HOSTILE.into(),
            },
        ]),
        Block::text(endless.clone()),
        Block::text(""),
        Block::Paragraph(Vec::new()),
        Block::Preformatted(format!("\n  {HOSTILE}\n\t{STRANGE}\n{}", "=".repeat(400))),
        Block::List {
            from: Some(u64::MAX),
            items: vec![Vec::new(), vec![Block::text(STRANGE)]],
        },
        Block::List {
            from: None,
            items: Vec::new(),
        },
        nested(12),
        Block::Facts(Vec::new()),
        Block::Facts(vec![Fact {
            label: HOSTILE.into(),
            value: vec![text(&endless)],
        }]),
        Block::Table(Table::default()),
        Block::Table(Table {
            caption: Some(HOSTILE.into()),
            columns: vec![Column::text("", 10), Column::text(HOSTILE, 0)],
            rows: vec![
                Row {
                    cells: vec![Cell::text(endless), Cell::text(words)],
                    kind: RowKind::Data,
                },
                Row {
                    cells: vec![Cell::text(STRANGE)],
                    kind: RowKind::Total,
                },
                Row::default(),
                Row {
                    cells: vec![Cell::text(HOSTILE).over(9)],
                    kind: RowKind::Subhead,
                },
            ],
            note: Some(HOSTILE.into()),
            ..Table::default()
        }),
        Block::Table(wide()),
        Block::Aside {
            kind: AsideKind::Note,
            label: HOSTILE.into(),
            blocks: vec![
                heading(2, "Titolo in un riquadro", "riquadro"),
                Block::text(STRANGE),
            ],
        },
        Block::Aside {
            kind: AsideKind::Note,
            label: "Nota".into(),
            blocks: vec![Block::Paragraph(vec![link_out()]), Block::Table(links())],
        },
        Block::Figure(Figure {
            picture: Picture {
                alt: HOSTILE.into(),
                ..bars()
            },
            caption: HOSTILE.into(),
            data: Some(Table::default()),
        }),
        Block::Signatures(Vec::new()),
        Block::Signatures(vec![HOSTILE.into(), String::new()]),
        Block::PageBreak,
        Block::PageBreak,
    ]
}

fn nested(depth: usize) -> Block {
    let inner = match depth {
        0 => Block::Table(short()),
        _ => nested(depth - 1),
    };
    if depth.is_multiple_of(2) {
        Block::List {
            from: None,
            items: vec![vec![Block::text(format!("Livello {depth}")), inner]],
        }
    } else {
        Block::Aside {
            kind: AsideKind::Quote,
            label: String::new(),
            blocks: vec![inner],
        }
    }
}

/// Links on every ground that a table has.
fn links() -> Table {
    let row = |kind| Row {
        cells: vec![
            Cell::inline(vec![link_out()]),
            Cell::inline(vec![mark(Mark::Late, "in ritardo")]),
        ],
        kind,
    };
    Table {
        columns: vec![Column::text("Collegamento", 20), Column::text("Stato", 12)],
        rows: [
            RowKind::Subhead,
            RowKind::Data,
            RowKind::Data,
            RowKind::Data,
            RowKind::Total,
        ]
        .map(row)
        .to_vec(),
        ..Table::default()
    }
}

fn link_out() -> Inline {
    Inline::Link {
        to: "https://example.org/".into(),
        text: vec![text("collegamento")],
    }
}

/// Forty columns under groups, with row heads and a cell over several columns.
fn wide() -> Table {
    let mut columns = vec![Column::text("Codice", 8), Column::text("Indicatore", 30)];
    columns.extend((1..=38).map(|n| Column::figures(format!("Mese {n}"), 8)));
    let rows = (1..=6).map(|row| {
        let mut cells = vec![
            Cell::text(format!("{row}.1")),
            Cell::text(format!("Indicatore numero {row} della tabella larga")),
        ];
        cells.extend((1..=34).map(|n| {
            Cell::figure(
                format!("{},5", row * n),
                FigureOf::Number(decimal(&format!("{}.5", row * n))),
            )
        }));
        cells.push(Cell::text("non rilevato").over(4));
        Row {
            cells,
            kind: RowKind::Data,
        }
    });
    Table {
        data: "Serie".into(),
        caption: Some("Andamento mensile di tutti gli indicatori".into()),
        columns,
        groups: vec![
            (String::new(), 2),
            ("Anno 2024".into(), 12),
            ("Anno 2025".into(), 12),
            ("Anno 2026".into(), 14),
        ],
        row_heads: 2,
        rows: rows.collect(),
        note: Some("Dati dei sistemi di controllo della gestione.".into()),
        ..Table::default()
    }
}

fn presentation() -> Vec<Block> {
    vec![
        heading(1, "Presentazione", "presentazione"),
        Block::Paragraph(vec![
            text("Questo piano dice "),
            Inline::Strong(vec![text("che cosa l’ente intende ottenere")]),
            text(" nel 2026, con quali persone e con quali risorse. È redatto ai sensi dell’"),
            Inline::Link {
                to: "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2009-10-27;150~art10".into(),
                text: vec![text("articolo 10 del decreto legislativo 27 ottobre 2009, n. 150")],
            },
            text(
                ", e confluisce nella sottosezione 2.2 del Piano integrato di attività e \
                 organizzazione. I risultati si leggeranno nella relazione sulla performance, \
                 entro il 30 giugno 2027.",
            ),
        ]),
        Block::text(
            "Gli obiettivi sono pochi e misurabili. Ciascuno ha un responsabile, un indicatore e \
             un valore atteso; dove un valore di partenza manca, lo si dice. Le spiegazioni di \
             come si calcolano i punteggi sono nell’ultimo capitolo.",
        ),
        heading(2, "A chi è rivolto", "a-chi-e-rivolto"),
        Block::List {
            from: None,
            items: vec![
                vec![Block::Paragraph(vec![
                    Inline::Strong(vec![text("Cittadini e imprese")]),
                    text(": che cosa cambia nei servizi che usano, e quando."),
                ])],
                vec![
                    Block::Paragraph(vec![
                        Inline::Strong(vec![text("Chi lavora nell’ente")]),
                        text(": che cosa ci si aspetta da ogni struttura."),
                    ]),
                    Block::List {
                        from: None,
                        items: vec![
                            vec![Block::text("Dirigenti: obiettivi con il loro peso.")],
                            vec![Block::text("Personale: obiettivi di gruppo.")],
                        ],
                    },
                ],
                vec![Block::Paragraph(vec![
                    Inline::Strong(vec![text("Organismo indipendente di valutazione")]),
                    text(": gli elementi per la validazione."),
                ])],
            ],
        },
        heading(2, "Come si legge", "come-si-legge"),
        Block::List {
            from: Some(1),
            items: vec![
                vec![Block::Paragraph(vec![
                    text("Gli obiettivi strategici stanno in "),
                    Inline::Link {
                        to: "#albero".into(),
                        text: vec![text("«L’albero della performance»")],
                    },
                    text("."),
                ])],
                vec![Block::text("Ogni obiettivo operativo ha una scheda.")],
                vec![Block::text(
                    "Lo stato di un obiettivo è detto da una parola e da una forma:",
                )],
            ],
        },
        Block::Paragraph(vec![
            mark(Mark::Reached, "raggiunto"),
            text(", "),
            mark(Mark::OnCourse, "in linea"),
            text(", "),
            mark(Mark::Late, "in ritardo"),
            text(", "),
            mark(Mark::NotReached, "non raggiunto"),
            text(", "),
            mark(Mark::ToMeasure, "da misurare"),
            text(", "),
            mark(Mark::LeftOut, "escluso: sospeso"),
            text("."),
        ]),
        Block::Aside {
            kind: AsideKind::Note,
            label: "Nota".into(),
            blocks: vec![Block::text(
                "I valori al 31 dicembre 2025 sono provvisori: la rilevazione definitiva è \
                 attesa per il 31 marzo 2026.",
            )],
        },
        Block::Aside {
            kind: AsideKind::Quote,
            label: "Art. 10, comma 1".into(),
            blocks: vec![Block::text(
                "Al fine di assicurare la qualità, comprensibilità ed attendibilità dei documenti \
                 di rappresentazione della performance, le amministrazioni pubbliche redigono e \
                 pubblicano sul sito istituzionale ogni anno il Piano della performance.",
            )],
        },
    ]
}

fn people() -> Vec<Block> {
    let row = |name: &str, numbers: [&str; 4], kind| Row {
        cells: std::iter::once(Cell::text(name))
            .chain(numbers.map(|n| {
                Cell::figure(
                    n,
                    FigureOf::Number(decimal(&n.replace('.', "").replace(',', "."))),
                )
            }))
            .collect(),
        kind,
    };
    vec![
        Block::PageBreak,
        heading(1, "Chi siamo", "chi-siamo"),
        Block::text(
            "Al 31 dicembre 2025 l’ente conta 1.284 persone, 23 in meno di un anno prima. Un \
             quarto lascerà il servizio entro il 2030.",
        ),
        Block::Table(Table {
            data: "Personale".into(),
            caption: Some("Personale per struttura e area, al 31 dicembre 2025".into()),
            columns: vec![
                Column::text("Struttura", 34),
                Column::figures("Dirigenti", 10),
                Column::figures("Funzionari", 10),
                Column::figures("Assistenti", 10),
                Column::figures("Totale", 10),
            ],
            groups: vec![(String::new(), 1), ("Area".into(), 3), (String::new(), 1)],
            row_heads: 1,
            rows: vec![
                Row {
                    cells: vec![Cell::text("Direzioni centrali").over(5)],
                    kind: RowKind::Subhead,
                },
                row(
                    "Direzione risorse e organizzazione",
                    ["4", "112", "86", "202"],
                    RowKind::Data,
                ),
                row(
                    "Direzione servizi digitali",
                    ["3", "148", "41", "192"],
                    RowKind::Data,
                ),
                row(
                    "Direzione bilancio e patrimonio",
                    ["3", "97", "64", "164"],
                    RowKind::Data,
                ),
                Row {
                    cells: vec![Cell::text("Sedi del territorio").over(5)],
                    kind: RowKind::Subhead,
                },
                row("Sede Nord", ["2", "181", "173", "356"], RowKind::Data),
                row(
                    "Sede Centro e Sud",
                    ["3", "170", "197", "370"],
                    RowKind::Data,
                ),
                row("Totale", ["15", "708", "561", "1.284"], RowKind::Total),
            ],
            note: Some(
                "Fonte: sistema del personale. Il personale comandato presso altri enti è escluso."
                    .into(),
            ),
            ..Table::default()
        }),
        Block::Figure(Figure {
            picture: Picture {
                alt: "Istogramma: 1.351 persone nel 2022, 1.330 nel 2023, 1.307 nel 2024 e 1.284 \
                      nel 2025."
                    .into(),
                ..bars()
            },
            caption: "Personale in servizio, 2022-2025".into(),
            data: Some(Table {
                data: "Personale per anno".into(),
                columns: vec![Column::text("Anno", 10), Column::figures("Persone", 10)],
                row_heads: 1,
                rows: [
                    ("2022", "1.351"),
                    ("2023", "1.330"),
                    ("2024", "1.307"),
                    ("2025", "1.284"),
                ]
                .map(|(year, people)| Row {
                    cells: vec![
                        Cell::text(year),
                        Cell::figure(people, FigureOf::Number(decimal(&people.replace('.', "")))),
                    ],
                    kind: RowKind::Data,
                })
                .to_vec(),
                ..Table::default()
            }),
        }),
    ]
}

fn strategy() -> Vec<Block> {
    vec![
        Block::PageBreak,
        heading(1, "Obiettivi strategici e operativi", "obiettivi"),
        heading(2, "L’albero della performance", "albero"),
        Block::text(
            "Due aree strategiche, tre obiettivi strategici, cinque obiettivi operativi. Il peso \
             dice quanto ogni obiettivo conta nel risultato di quello che gli sta sopra.",
        ),
        Block::Figure(Figure {
            picture: Picture {
                alt: "Dall’area «Servizi vicini alle persone» discendono gli obiettivi strategici \
                      1.1 «Ridurre i tempi» e 1.2 «Servizi in linea»."
                    .into(),
                ..tree()
            },
            caption: "L’albero della performance".into(),
            data: None,
        }),
    ]
}

fn sheet() -> Vec<Block> {
    let result =
        |code: &str, name: &str, base: &str, target: &str, percent: &str, state: Inline| Row {
            cells: vec![
                Cell::text(code),
                Cell::text(name),
                Cell::text(base),
                Cell::text(target),
                Cell::figure(
                    format!("{percent}%"),
                    FigureOf::Percent(
                        decimal(percent)
                            .checked_div(&Number::from(100_i64))
                            .unwrap_or_default(),
                    ),
                ),
                Cell::inline(vec![state]),
            ],
            kind: RowKind::Data,
        };
    vec![
        heading(
            2,
            "1.1 – Ridurre i tempi di risposta alle domande",
            "obiettivo-1-1",
        ),
        Block::Facts(vec![
            fact("Area strategica", "Servizi vicini alle persone"),
            fact("Responsabile", "Dirigente della Direzione servizi digitali"),
            fact(
                "Strutture coinvolte",
                "Direzione risorse e organizzazione; Sede Nord",
            ),
            fact("Peso", "40% dell’area"),
            Fact {
                label: "Risorse".into(),
                value: vec![
                    text("€ 1.250.000,00 nel triennio"),
                    Inline::Break,
                    text("14 persone a tempo pieno"),
                ],
            },
            Fact {
                label: "Stato".into(),
                value: vec![mark(Mark::OnCourse, "in linea")],
            },
        ]),
        Block::text(
            "Chi presenta una domanda aspetta in media 41 giorni. Con la nuova procedura la prima \
             risposta arriva entro 30, e la persona sa in ogni momento a che punto è la domanda.",
        ),
        Block::Table(Table {
            data: "Risultati attesi".into(),
            context: vec![("Obiettivo".into(), "1.1".into())],
            caption: Some("Risultati attesi dell’obiettivo 1.1".into()),
            columns: vec![
                Column::text("Codice", 8),
                Column::text("Indicatore", 36),
                Column::text("Partenza", 14),
                Column::text("Atteso 2026", 14),
                Column::figures("Punteggio", 10),
                Column::text("Stato", 14),
            ],
            row_heads: 2,
            rows: vec![
                result(
                    "1.1.a",
                    "Giorni medi fra la domanda e la prima risposta",
                    "41",
                    "≤ 30",
                    "87.5",
                    mark(Mark::OnCourse, "in linea"),
                ),
                result(
                    "1.1.b",
                    "Domande presentate in linea sul totale",
                    "62%",
                    "≥ 75%",
                    "100",
                    mark(Mark::Reached, "raggiunto"),
                ),
                result(
                    "1.1.c",
                    "Pubblicazione della guida per chi presenta domanda",
                    "no",
                    "entro il 30/09/2026",
                    "0",
                    mark(Mark::Late, "in ritardo"),
                ),
                result(
                    "1.1.d",
                    "Persone soddisfatte della risposta ricevuta",
                    "non rilevato",
                    "≥ 80%",
                    "0",
                    mark(Mark::ToMeasure, "da misurare"),
                ),
            ],
            note: Some("Il valore di partenza è quello al 31 dicembre 2025.".into()),
            ..Table::default()
        }),
        heading(3, "Come si misura", "obiettivo-1-1-misura"),
        Block::Paragraph(vec![
            text("L’indicatore "),
            Inline::Code("1.1.a".into()),
            text(" si calcola dai dati del protocollo, "),
            Inline::Emphasis(vec![text("esclusi")]),
            text(" i giorni di sospensione."),
        ]),
        Block::Preformatted("punteggio = (41 − 31,375) / (41 − 30) × 100\n          = 87,5".into()),
    ]
}

/// A table of ten columns: wider than an upright page.
fn schedule() -> Vec<Block> {
    let months = [
        "Obiettivo",
        "Attività",
        "Struttura",
        "Risorse",
        "1° trim.",
        "2° trim.",
        "3° trim.",
        "4° trim.",
        "Scadenza",
        "Stato",
    ];
    let rows = (1..=14).map(|n: i64| Row {
        cells: vec![
            Cell::text(format!("1.{}", n % 3 + 1)),
            Cell::text("Analisi delle domande ricevute e nuova procedura per la prima risposta"),
            Cell::text("Direzione servizi digitali"),
            Cell::figure(
                format!("{}.500,00", n * 12),
                FigureOf::Money(Number::from(n * 12_500)),
            ),
            Cell::text("20%"),
            Cell::text("40%"),
            Cell::text("30%"),
            Cell::text("10%"),
            Cell::figure("30/09/2026", FigureOf::Day(date(2026, 9, 30))),
            Cell::inline(vec![match n % 3 {
                0 => mark(Mark::Reached, "raggiunto"),
                1 => mark(Mark::Late, "in ritardo"),
                _ => mark(Mark::ToMeasure, "da misurare"),
            }]),
        ],
        kind: RowKind::Data,
    });
    vec![
        heading(2, "Cronoprogramma", "cronoprogramma"),
        Block::Table(Table {
            data: "Attività".into(),
            caption: Some("Attività degli obiettivi operativi".into()),
            columns: months
                .iter()
                .zip([9, 40, 22, 14, 9, 9, 9, 9, 12, 14])
                .enumerate()
                .map(|(i, (head, width))| match i {
                    3..=8 => Column::figures(*head, width),
                    _ => Column::text(*head, width),
                })
                .collect(),
            groups: vec![
                (String::new(), 4),
                ("Avanzamento atteso".into(), 4),
                (String::new(), 2),
            ],
            row_heads: 2,
            rows: rows.collect(),
            ..Table::default()
        }),
    ]
}

fn method() -> Vec<Block> {
    vec![
        Block::PageBreak,
        heading(1, "Nota metodologica", "metodo"),
        Block::text(
            "Il punteggio di un obiettivo è la media, pesata, dei punteggi di ciò che gli sta \
             sotto. Si arrotonda solo quando si stampa.",
        ),
        Block::Table(short()),
        Block::Signatures(vec!["Il Presidente".into(), "Il Direttore generale".into()]),
    ]
}

fn short() -> Table {
    Table {
        data: "Fasce".into(),
        columns: vec![Column::text("Punteggio", 16), Column::centred("Fascia", 16)],
        rows: [
            ("da 90 a 100", "A"),
            ("da 60 a 89,99", "B"),
            ("meno di 60", "C"),
        ]
        .map(|(score, band)| Row {
            cells: vec![Cell::text(score), Cell::text(band)],
            kind: RowKind::Data,
        })
        .to_vec(),
        ..Table::default()
    }
}

/// The words of the writers.
pub fn words() -> Words {
    Words {
        contents: "Indice".into(),
        page: "Pagina {page} di {pages}".into(),
        table: "Tabella".into(),
        figure: "Figura".into(),
        figure_data: "I dati della figura".into(),
        skip: "Vai al contenuto".into(),
        more_columns: "seguono altre colonne".into(),
        group: "Gruppo".into(),
    }
}

fn logo() -> Logo {
    Logo {
        bytes: b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\" width=\"64\" height=\"64\">\
            <circle cx=\"32\" cy=\"32\" r=\"30\" fill=\"#0066cc\"/>\
            <path d=\"M16 44 32 14 48 44Z\" fill=\"#fff\"/></svg>"
            .to_vec(),
        format: LogoFormat::Svg,
        alt: "Stemma dell’ente".into(),
    }
}

fn bars() -> Picture {
    let mut shapes = String::new();
    for (n, (year, people)) in [
        ("2022", 1351),
        ("2023", 1330),
        ("2024", 1307),
        ("2025", 1284),
    ]
    .into_iter()
    .enumerate()
    {
        let (x, height) = (40 + n * 100, (people - 1000) / 2);
        shapes += &format!(
            "<rect x=\"{x}\" y=\"{}\" width=\"60\" height=\"{height}\" fill=\"#0066cc\"/>\
             <text x=\"{}\" y=\"{}\" font-size=\"10\" text-anchor=\"middle\" fill=\"#17324d\">{people}</text>\
             <text x=\"{}\" y=\"218\" font-size=\"10\" text-anchor=\"middle\" fill=\"#17324d\">{year}</text>",
            200 - height,
            x + 30,
            194 - height,
            x + 30,
        );
    }
    picture("personale", "Personale in servizio", &shapes, 440, 230)
}

fn tree() -> Picture {
    let card = |x: u32, y: u32, lines: [&str; 2]| {
        format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"200\" height=\"50\" rx=\"4\" fill=\"#e6f0fa\" stroke=\"#0066cc\" stroke-width=\"1\"/>\
             <text x=\"{tx}\" y=\"{t1}\" font-size=\"10\" font-weight=\"700\" fill=\"#17324d\">{}</text>\
             <text x=\"{tx}\" y=\"{t2}\" font-size=\"9\" fill=\"#17324d\">{}</text>",
            lines[0],
            lines[1],
            tx = x + 10,
            t1 = y + 20,
            t2 = y + 36,
        )
    };
    let shapes = [
        "<path d=\"M220 105H260M260 45V165M260 45H300M260 165H300\" fill=\"none\" stroke=\"#5b6f82\" stroke-width=\"1\"/>".to_owned(),
        "<path d=\"M500 45H540M500 165H540\" fill=\"none\" stroke=\"#5b6f82\" stroke-width=\"1\"/>".to_owned(),
        card(20, 80, ["Area 1", "Servizi vicini alle persone"]),
        card(300, 20, ["1.1 – 60%", "Ridurre i tempi"]),
        card(300, 140, ["1.2 – 40%", "Servizi in linea"]),
        card(540, 20, ["1.1.1 – 100%", "Nuova procedura"]),
        card(540, 140, ["1.2.1 – 100%", "Sportello unico"]),
    ]
    .concat();
    picture("albero", "L’albero della performance", &shapes, 756, 210)
}

/// A picture as ours are: name and description inside, its ids of its own making.
fn picture(id: &str, title: &str, shapes: &str, width: u32, height: u32) -> Picture {
    Picture {
        title: "Una figura".into(),
        alt: "Una figura di prova.".into(),
        svg: format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"{id}-title\" \
             width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             font-family=\"Titillium Web, sans-serif\"><title id=\"{id}-title\">{title}</title>\
             <rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>{shapes}</svg>"
        ),
        width: f64::from(width),
        height: f64::from(height),
    }
}

fn heading(level: u8, text: &str, id: &str) -> Block {
    Block::Heading(Heading {
        level,
        text: text.into(),
        id: id.into(),
    })
}

fn fact(label: &str, value: &str) -> Fact {
    Fact {
        label: label.into(),
        value: vec![text(value)],
    }
}

fn text(text: &str) -> Inline {
    Inline::Text(text.into())
}

fn mark(mark: Mark, word: &str) -> Inline {
    Inline::Mark {
        mark,
        word: word.into(),
    }
}

fn decimal(text: &str) -> Number {
    Number::parse_decimal(text).expect("the samples write decimals")
}

#[test]
fn samples_keep_the_contract_of_their_headings() {
    for document in [document(), draft(), hostile()] {
        let (mut level, mut ids) = (0, std::collections::BTreeSet::new());
        for block in &document.blocks {
            if let Block::Heading(heading) = block {
                assert!(heading.level <= level + 1, "{}", heading.text);
                assert!(ids.insert(&heading.id), "{}", heading.id);
                level = heading.level;
            }
        }
    }
}
