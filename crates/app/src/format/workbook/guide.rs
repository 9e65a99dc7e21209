//! The sheet of instructions.

use rust_xlsxwriter::{Url, Worksheet, XlsxError};

use crate::format::schema::KINDS;

use super::styles::Styles;
use super::write::{lines_of, set_height};
use super::{GUIDE, ROWS, VALUES};

/// What a line of the instructions is.
enum Line {
    Section(&'static str),
    Paragraph(&'static str),
    /// Two columns: what one writes, what it means.
    Pair(&'static str, &'static str),
}
use Line::{Pair, Paragraph, Section};

const LINES: &[Line] = &[
    Section("Da dove cominciare"),
    Pair("1", "Nei fogli Piano ed Ente: titolo, anno, denominazione."),
    Pair(
        "2",
        "Nel foglio Scadenze: i giorni in cui il piano si misura, di solito 30/06 e 31/12.",
    ),
    Pair(
        "3",
        "Nei fogli Aree e Obiettivi: l'albero della performance. Il codice stampato basta; la chiave serve solo dove il codice manca o si ripete.",
    ),
    Pair(
        "4",
        "Nel foglio Indicatori: ogni indicatore una volta sola, con i suoi target. Se sta anche altrove (un cruscotto, un altro obiettivo), ogni altro posto è una riga del foglio Collocazioni.",
    ),
    Pair(
        "5",
        "Nel foglio Collocazioni: anche i pesi degli obiettivi assegnati a ciascun responsabile.",
    ),
    Pair(
        "6",
        "Durante l'anno: i consuntivi nelle colonne Consuntivo; se servono data, nota o documentazione, una riga del foglio Valori.",
    ),
    Paragraph(
        "Non occorre compilare tutti i fogli né tutte le colonne: si lasciano vuoti, si spostano o si cancellano quelli che non servono. Le colonne si riconoscono dall'intestazione, i fogli dal nome.",
    ),
    Section("Come si scrivono target e consuntivi"),
    Paragraph(
        "Come si dicono. Il testo resta com'è scritto; Traguardo mostra come lo ha inteso, e quello che non capisce lo segnala senza scartarlo.",
    ),
    Pair(
        "almeno 300 utenti · >= 70% · 10",
        "Almeno: un valore più alto va bene.",
    ),
    Pair(
        "<= 20 gg · massimo 4 · entro 30 gg",
        "Al massimo: un valore più basso va bene.",
    ),
    Pair("= 3", "Esattamente."),
    Pair("tra 0,8 e 1", "Tra due valori."),
    Pair(
        "-15% · incremento del 5%",
        "Variazione rispetto al valore storico.",
    ),
    Pair("SI · NO", "Sì o no."),
    Pair("31/12/2026 · entro il 30/06/2026", "Entro una data."),
    Pair(
        "avvio della gara",
        "Un risultato descritto, che una persona giudica.",
    ),
    Pair("superiore alla media nazionale", "Confronto con una media."),
    Pair("100%", "Su un progetto con attività: completamento."),
    Pair("monitoraggio", "Solo rilevazione, senza soglia."),
    Pair("in attesa di definizione", "Da definire."),
    Section("Vuoto, trattino, zero e ND sono cose diverse"),
    Pair(
        "(cella vuota)",
        "Non c'è nulla: nessun target, nessun consuntivo. Un peso vuoto non è un peso zero.",
    ),
    Pair("- oppure //", "In una scadenza: nessun target previsto."),
    Pair("0", "Il valore è zero."),
    Pair("ND", "Il valore non è disponibile."),
    Section("Numeri, date, elenchi, rimandi"),
    Pair(
        "1.771 · 70,5% · € 15.530",
        "La virgola separa i decimali; il punto, prima di tre cifre, le migliaia.",
    ),
    Pair("31/12/2026 · 31.12.2026", "Giorno, mese, anno."),
    Pair(
        "1.1; 1.2; 2.1",
        "Più cose in una cella: separate da punto e virgola.",
    ),
    Pair(
        "\"primo; secondo\"",
        "Una voce che contiene un punto e virgola: tra virgolette.",
    ),
    Pair(
        "1.1 · objective:1.1 · area:1",
        "Un rimando: il codice o la chiave. Se più cose hanno lo stesso codice, prima il loro genere.",
    ),
    Pair("*", "Nella colonna Prospettive: tutte."),
    Section("Colonne dei valori"),
    Pair(
        "Target 30/06/2026",
        "Una colonna per ogni scadenza; se ne aggiungono quante servono.",
    ),
    Pair("Valore storico 2025", "Oppure per anno."),
    Pair(
        "Consuntivo [I trimestre]",
        "Oppure per un periodo con un nome, tra parentesi quadre.",
    ),
    Section("I fogli"),
];

/// The sheet of instructions.
pub(super) fn sheet(styles: &Styles, example: bool) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(GUIDE)?.set_active(true);
    sheet.set_column_width(0, 38)?;
    sheet.set_column_width(1, 92)?;
    sheet.set_screen_gridlines(false);
    sheet
        .set_portrait()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0)
        .set_footer("&L&A&C&F&RPagina &P di &N");
    sheet.write_string_with_format(0, 0, "Piano della performance", &styles.title)?;
    sheet.set_row_height(0, 27)?;
    let purpose = "Questo foglio di lavoro è il piano: si compila con LibreOffice o Excel e \
                   Traguardo lo legge così com'è.";
    sheet.write_string_with_format(1, 0, purpose, &styles.purpose)?;
    let mut row = 2;
    if example {
        let note = "Le righe su fondo giallo, in tutti i fogli, sono un piccolo piano inventato: \
                    mostrano come si compila. Vanno cancellate.";
        sheet.write_string_with_format(row, 0, note, &styles.example_note)?;
        sheet.set_cell_format(row, 1, &styles.example_note)?;
        row += 1;
    }
    for line in LINES {
        match line {
            Section(text) => {
                row += 1;
                sheet.write_string_with_format(row, 0, *text, &styles.section)?;
                sheet.set_row_height(row, 20)?;
            }
            Paragraph(text) => {
                sheet.merge_range(row, 0, row, 1, text, &styles.paragraph)?;
                // Merged cells do not grow by themselves.
                let lines = text.chars().count().div_ceil(125);
                sheet.set_row_height(row, 15.5 * f64::from(u32::try_from(lines).unwrap_or(1)))?;
            }
            Pair(left, right) => {
                sheet.write_string_with_format(row, 0, *left, &styles.label)?;
                sheet.write_string_with_format(row, 1, *right, &styles.cell)?;
                set_height(&mut sheet, row, lines_of(right, 92.0))?;
            }
        }
        row += 1;
    }
    let kinds = KINDS.iter().map(|k| (k.spec().sheet, k.spec().help));
    let others = [
        (
            VALUES,
            "Valori con data, nota, documentazione o lettura corretta: uno per riga.",
        ),
        (ROWS, "Le righe delle tabelle e dei registri."),
    ];
    for (name, help) in kinds.chain(others) {
        let link = Url::new(format!("internal:'{name}'!A1")).set_text(name);
        sheet.write_url_with_format(row, 0, link, &styles.link)?;
        sheet.write_string_with_format(row, 1, help, &styles.cell)?;
        set_height(&mut sheet, row, lines_of(help, 92.0))?;
        row += 1;
    }
    Ok(sheet)
}
