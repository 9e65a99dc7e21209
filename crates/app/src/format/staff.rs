//! Counted staff as the tables of a plan: the Italian words that stand in them.

use domain::report::staff::{By, Class, Counted, Staff, counted};

/// A table of the plan, to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffTable {
    /// Its key where it is new.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its heads.
    pub columns: Vec<String>,
    /// Its rows, the last one of totals.
    pub rows: Vec<Vec<String>>,
}

/// The tables that can be made of the staff, in the order in which plans print them.
pub fn tables(staff: &[Staff]) -> Vec<StaffTable> {
    let tables = By::ALL.into_iter().map(|by| {
        let (id, title, head) = words(by);
        let counted = counted(staff, by);
        let sum = |of: fn(&Counted) -> u32| counted.iter().map(of).sum::<u32>().to_string();
        // Someone of whom neither is said stands in the total alone.
        let mut rows: Vec<Vec<String>> = counted
            .iter()
            .map(|row| {
                vec![
                    class(&row.class, by),
                    row.women.to_string(),
                    row.men.to_string(),
                    row.all.to_string(),
                ]
            })
            .collect();
        if !rows.is_empty() {
            rows.push(vec![
                "Totale".to_owned(),
                sum(|row| row.women),
                sum(|row| row.men),
                sum(|row| row.all),
            ]);
        }
        StaffTable {
            id,
            title,
            columns: [head, "Donne", "Uomini", "Totale"]
                .map(str::to_owned)
                .to_vec(),
            rows,
        }
    });
    tables.filter(|table| !table.rows.is_empty()).collect()
}

fn words(by: By) -> (&'static str, &'static str, &'static str) {
    match by {
        By::Unit => (
            "personale-struttura",
            "Personale in servizio per struttura",
            "Struttura",
        ),
        By::Category => (
            "personale-categoria",
            "Personale in servizio per area contrattuale",
            "Area contrattuale",
        ),
        By::Contract => (
            "personale-contratto",
            "Personale in servizio per contratto",
            "Contratto",
        ),
        By::Age => ("personale-eta", "Personale in servizio per età", "Età"),
        By::Seniority => (
            "personale-anzianita",
            "Personale in servizio per anzianità",
            "Anzianità",
        ),
        By::Education => (
            "personale-titolo",
            "Personale in servizio per titolo di studio",
            "Titolo di studio",
        ),
    }
}

fn class(class: &Class, by: By) -> String {
    match class {
        Class::Named(text) => text.clone(),
        Class::Contract(text, part_time) => {
            let time = match part_time {
                Some(true) => " e parziale",
                Some(false) => " e pieno",
                None => "",
            };
            match text.as_str() {
                "" => format!("Tempo{}", time.trim_start_matches(" e")),
                text => format!("{text}{time}"),
            }
        }
        Class::Years(None, Some(to)) => format!("fino a {to} anni"),
        Class::Years(Some(from), Some(to)) => format!("tra {from} e {to} anni"),
        Class::Years(Some(from), None) => format!("oltre {} anni", from - 1),
        Class::Years(None, None) | Class::Unsaid => match by {
            By::Unit => "non assegnato".to_owned(),
            _ => "non indicato".to_owned(),
        },
    }
}
