//! The tables themselves: kinds in the order of writing, fields in the order of writing.

use domain::method::{Band, Method, Profile};
use domain::plan::{
    Act, Action, Activity, Area, BaseQuantity, Body, BudgetLine, Chapter, Checkpoint, Dashboard,
    Fund, FundingProgramme, Heading, HealthIndex, Indicator, Label, Level, Link, Measure, NodeKind,
    Objective, Placement, Register, Relevance, Responsible, Section, Sheet, Silence,
    Table as PlanTable, Unit, Unplanned, Variation,
};

use super::{Field, KindSpec, KindTable, Nest, Table, field, values};
use crate::format::field::FieldValue;

/// What a kind is called in files, before its fields.
struct Called {
    key: &'static str,
    sheet: &'static str,
    help: &'static str,
    node: NodeKind,
    key_from: &'static [&'static str],
    nest: Option<Nest>,
}

fn spec<T>(called: Called, single: bool, fields: &[Field<T>]) -> KindSpec {
    KindSpec {
        key: called.key,
        sheet: called.sheet,
        help: called.help,
        node: called.node,
        single,
        key_from: called.key_from,
        nest: called.nest,
        fields: fields.iter().map(|f| f.spec.clone()).collect(),
    }
}

/// A kind of which a plan holds one record.
macro_rules! single {
    ($called:expr, $($list:ident).+, [$($field:expr),* $(,)?]) => {{
        let fields = vec![$($field),*];
        Box::new(Table {
            spec: spec($called, true, &fields),
            fields,
            list: |plan| std::slice::from_ref(&plan.$($list).+),
            list_mut: |plan| std::slice::from_mut(&mut plan.$($list).+),
            push: None,
            pop: |_| {},
            id: None,
        }) as Box<dyn KindTable>
    }};
}

/// A kind of which a plan holds a list; with `id` where its records have keys.
macro_rules! list {
    ($called:expr, $($list:ident).+, id, [$($field:expr),* $(,)?]) => {
        list!(@ $called, $($list).+, Some(|x| &mut x.id), [$($field),*])
    };
    ($called:expr, $($list:ident).+, [$($field:expr),* $(,)?]) => {
        list!(@ $called, $($list).+, None, [$($field),*])
    };
    (@ $called:expr, $($list:ident).+, $id:expr, [$($field:expr),*]) => {{
        let fields = vec![$($field),*];
        Box::new(Table {
            spec: spec($called, false, &fields),
            fields,
            list: |plan| &plan.$($list).+,
            list_mut: |plan| &mut plan.$($list).+,
            push: Some(|plan| plan.$($list).+.push(Default::default())),
            pop: |plan| {
                plan.$($list).+.pop();
            },
            id: $id,
        }) as Box<dyn KindTable>
    }};
}

const CODE: &[&str] = &["code"];
const NONE: &[&str] = &[];

/// Every kind, in the order in which files write them.
pub(super) fn all() -> Vec<Box<dyn KindTable>> {
    vec![
        plan(),
        body(),
        method(),
        bands(),
        profiles(),
        checkpoints(),
        levels(),
        acts(),
        variations(),
        areas(),
        labels("perspective", "Prospettive", NodeKind::Perspective),
        labels("programme", "Programmi", NodeKind::Programme),
        labels("purpose", "Finalità", NodeKind::Purpose),
        relevances(),
        funds(),
        units(),
        responsibles(),
        objectives(),
        actions(),
        indicators(),
        activities(),
        dashboards(),
        sections(),
        sheets(),
        placements(),
        funding_programmes(),
        budget_lines(),
        health_indices(),
        tables(),
        chapters(),
        measures(),
        unplanned(),
        quantities(),
        registers(),
        links(),
        silences(),
    ]
}

fn plan() -> Box<dyn KindTable> {
    type T = Heading;
    single!(
        Called {
            key: "plan",
            sheet: "Piano",
            help: "Titolo e anno del documento: una riga per ogni voce.",
            node: NodeKind::Body,
            key_from: NONE,
            nest: None,
        },
        heading,
        [
            field!(T, title, "Titolo"),
            field!(T, year, "Anno", "Primo anno del piano, per esempio 2026."),
            field!(
                T,
                horizon,
                "Anni del piano",
                "Per esempio 2026; 2027; 2028."
            ),
            field!(T, kind, "Documento"),
            field!(T, version, "Versione"),
            field!(T, act => [Act], "Atto di approvazione"),
            field!(T, body_target, "Obiettivo di qualità dell'ente"),
            field!(T, signatures, "Firme", "I ruoli di chi firma, non i nomi."),
            field!(T, source, "Provenienza dei dati"),
            field!(T, note, "Note"),
        ]
    )
}

fn body() -> Box<dyn KindTable> {
    type T = Body;
    single!(
        Called {
            key: "body",
            sheet: "Ente",
            help: "L'amministrazione: una riga per ogni voce.",
            node: NodeKind::Body,
            key_from: NONE,
            nest: None,
        },
        body,
        [
            field!(T, name, "Denominazione"),
            field!(T, ipa, "Codice IPA"),
            field!(T, tax_code, "Codice fiscale"),
            field!(T, kind, "Tipo di ente"),
            field!(
                T,
                cluster,
                "Cluster",
                "Gruppo di enti simili, per esempio camere medie."
            ),
            field!(T, website, "Sito"),
            field!(T, address, "Sede"),
            field!(T, phone, "Telefono"),
            field!(T, email, "E-mail"),
            field!(T, certified_email, "PEC"),
            field!(T, opening_hours, "Orari di apertura"),
            field!(T, colours, "Colori", "Nella forma #rrggbb."),
            field!(T, logo, "Logo", "Nome del file, accanto al piano."),
        ]
    )
}

fn method() -> Box<dyn KindTable> {
    type T = Method;
    single!(
        Called {
            key: "method",
            sheet: "Metodo",
            help: "I parametri del Sistema di misurazione e valutazione (SMVP). Una voce lasciata \
                   vuota vale quanto è scritto nella colonna delle istruzioni.",
            node: NodeKind::Body,
            key_from: NONE,
            nest: None,
        },
        method,
        [
            field!(T, title, "Metodo", "Nome e atto di adozione del sistema."),
            field!(
                T,
                cap,
                "Tetto del raggiungimento",
                "In percentuale; se vuoto 100."
            ),
            field!(
                T,
                decay,
                "Oltre un limite massimo",
                "Rapporto T/A, lineare, oppure nessun credito; se vuoto rapporto."
            ),
            field!(
                T,
                all_of,
                "Target di più parti",
                "Parte minore o media; se vuoto parte minore."
            ),
            field!(
                T,
                yes_no_partial,
                "Sì/no: vale il completamento parziale",
                "Se vuoto no."
            ),
            field!(
                T,
                milestone_partial,
                "Risultato descritto: vale il completamento parziale",
                "Se vuoto sì."
            ),
            field!(
                T,
                grace_days,
                "Giorni di tolleranza sulle date",
                "Se vuoto 0."
            ),
            field!(
                T,
                neutralised,
                "Parti sterilizzate",
                "Escluse o al 100%; se vuoto escluse."
            ),
            field!(
                T,
                interim,
                "Target intermedi",
                "Solo se scritti, o in proporzione ai mesi; se vuoto solo se scritti."
            ),
            field!(
                T,
                elapsed_shares,
                "Quota attesa per mese",
                "Mese = percentuale, per esempio { 6 = \"50\" }; se vuoto mesi trascorsi su 12."
            ),
            field!(
                T,
                late_share,
                "Quota di peso in ritardo che rende in ritardo",
                "In percentuale; se vuoto 50."
            ),
            field!(
                T,
                weight_tolerance,
                "Tolleranza sulla somma dei pesi",
                "Se vuoto 0,01."
            ),
            field!(
                T,
                own_share,
                "Quota degli indicatori propri",
                "In percentuale, accanto agli obiettivi che contribuiscono; se vuoto 50."
            ),
            field!(
                T,
                accrual,
                "Maturazione del valore economico",
                "Se vuoto in proporzione."
            ),
            field!(
                T,
                weights_from_value,
                "Pesi derivati dal valore economico",
                "Se vuoto no."
            ),
        ]
    )
}

fn bands() -> Box<dyn KindTable> {
    type T = Band;
    list!(
        Called {
            key: "band",
            sheet: "Fasce",
            help: "Fasce di punteggio, in percentuale: da compreso, a escluso; l'ultima fino al \
                   tetto.",
            node: NodeKind::Band,
            key_from: NONE,
            nest: None,
        },
        method.bands,
        [
            field!(T, level, "Livello"),
            field!(T, from, "Da"),
            field!(T, to, "A", "Vuoto nell'ultima fascia."),
            field!(T, value, "Valore"),
            field!(
                T,
                value_to,
                "Valore finale",
                "Se la fascia sale in modo lineare."
            ),
        ]
    )
}

fn profiles() -> Box<dyn KindTable> {
    type T = Profile;
    list!(
        Called {
            key: "profile",
            sheet: "Profili",
            help: "Come si compone la valutazione individuale, ruolo per ruolo: quote che fanno \
                   100.",
            node: NodeKind::Profile,
            key_from: NONE,
            nest: None,
        },
        method.profiles,
        id,
        [
            field!(T, id, "Chiave"),
            field!(T, title, "Ruolo"),
            field!(T, body, "Quota ente"),
            field!(T, unit, "Quota struttura"),
            field!(T, objectives, "Quota obiettivi individuali"),
            field!(T, national, "Quota obiettivi nazionali"),
            field!(T, behaviours, "Quota comportamenti"),
        ]
    )
}

fn checkpoints() -> Box<dyn KindTable> {
    type T = Checkpoint;
    list!(
        Called {
            key: "checkpoint",
            sheet: "Scadenze",
            help: "I giorni in cui il piano si misura: di solito 30/6 e 31/12.",
            node: NodeKind::Checkpoint,
            key_from: NONE,
            nest: None,
        },
        checkpoints,
        [
            field!(T, date, "Data"),
            field!(T, title, "Nome"),
            field!(
                T,
                entry,
                "Rilevazione",
                "Aperta o chiusa; se vuoto è chiusa quando c'è almeno un consuntivo."
            ),
        ]
    )
}

fn levels() -> Box<dyn KindTable> {
    type T = Level;
    list!(
        Called {
            key: "level",
            sheet: "Livelli",
            help: "I livelli dell'albero della performance e il loro nome, dall'alto.",
            node: NodeKind::Level,
            key_from: NONE,
            nest: None,
        },
        levels,
        id,
        [
            field!(T, id, "Chiave", "Per esempio strategico."),
            field!(T, title, "Nome"),
        ]
    )
}

fn acts() -> Box<dyn KindTable> {
    type T = Act;
    list!(
        Called {
            key: "act",
            sheet: "Atti",
            help: "Gli atti citati nel piano.",
            node: NodeKind::Act,
            key_from: NONE,
            nest: None,
        },
        acts,
        id,
        [
            field!(T, id, "Chiave"),
            field!(T, organ, "Organo"),
            field!(T, kind, "Tipo"),
            field!(T, number, "Numero"),
            field!(T, date, "Data"),
            field!(T, subject, "Oggetto"),
        ]
    )
}

fn variations() -> Box<dyn KindTable> {
    type T = Variation;
    list!(
        Called {
            key: "variation",
            sheet: "Variazioni",
            help: "Le variazioni proposte o approvate in corso d'anno. Contano dal giorno di \
                   approvazione; senza quel giorno sono proposte.",
            node: NodeKind::Variation,
            key_from: NONE,
            nest: None,
        },
        variations,
        id,
        [
            field!(T, id, "Chiave"),
            field!(T, title, "Titolo"),
            field!(T, reason, "Motivazione"),
            field!(T, proposed_by => [Responsible, Unit], "Proposta da"),
            field!(T, proposed, "Proposta il"),
            field!(T, opinion, "Parere OIV del"),
            field!(T, approved, "Approvata il"),
            field!(T, act => [Act], "Atto"),
        ]
    )
}

fn areas() -> Box<dyn KindTable> {
    type T = Area;
    list!(
        Called {
            key: "area",
            sheet: "Aree",
            help: "Le aree strategiche.",
            node: NodeKind::Area,
            key_from: CODE,
            nest: None,
        },
        areas,
        id,
        [
            field!(T, id, "Chiave", "Solo se il codice manca o si ripete."),
            field!(T, code, "Codice"),
            field!(T, title, "Titolo"),
            field!(T, other_titles, "Altri titoli"),
            field!(T, weight, "Peso"),
            field!(T, revised_weight, "Nuovo peso"),
            field!(T, variation => [Variation], "Variazione"),
            field!(T, description, "Descrizione"),
        ]
    )
}

fn labels(key: &'static str, sheet: &'static str, node: NodeKind) -> Box<dyn KindTable> {
    type T = Label;
    let called = Called {
        key,
        sheet,
        help: "Un elenco a cui gli obiettivi appartengono.",
        node,
        key_from: &["code", "title"],
        nest: None,
    };
    macro_rules! of {
        ($list:ident) => {
            list!(
                called,
                $list,
                id,
                [
                    field!(T, id, "Chiave", "Solo se il codice manca o si ripete."),
                    field!(T, code, "Codice"),
                    field!(T, title, "Titolo"),
                    field!(T, description, "Descrizione"),
                ]
            )
        };
    }
    match node {
        NodeKind::Perspective => of!(perspectives),
        NodeKind::Programme => of!(programmes),
        _ => of!(purposes),
    }
}

fn relevances() -> Box<dyn KindTable> {
    type T = Relevance;
    list!(
        Called {
            key: "relevance",
            sheet: "Rilevanza",
            help: "La scala di rilevanza certificata dall'OIV.",
            node: NodeKind::Relevance,
            key_from: NONE,
            nest: None,
        },
        relevances,
        [
            field!(T, coefficient, "Coefficiente"),
            field!(T, title, "Nome"),
            field!(T, description, "Descrizione", "Per quali obiettivi vale."),
            field!(T, certified, "Certificata il"),
        ]
    )
}

fn funds() -> Box<dyn KindTable> {
    type T = Fund;
    list!(
        Called {
            key: "fund",
            sheet: "Fondi",
            help: "Il fondo che dà valore economico agli obiettivi, per categoria di personale.",
            node: NodeKind::Fund,
            key_from: NONE,
            nest: None,
        },
        funds,
        id,
        [
            field!(
                T,
                id,
                "Chiave",
                "managers per i dirigenti, staff per il personale."
            ),
            field!(T, title, "Categoria"),
            field!(T, stable_resources, "Risorse stabili"),
            field!(T, percentage, "Percentuale per punto"),
            field!(T, point_value, "Valore del punto"),
            field!(T, rule, "Regola"),
        ]
    )
}

fn units() -> Box<dyn KindTable> {
    type T = Unit;
    list!(
        Called {
            key: "unit",
            sheet: "Strutture",
            help: "L'organigramma: aree dirigenziali, servizi, uffici, azienda speciale.",
            node: NodeKind::Unit,
            key_from: NONE,
            nest: None,
        },
        units,
        id,
        [
            field!(T, id, "Chiave"),
            field!(T, title, "Nome"),
            field!(T, kind, "Tipo"),
            field!(T, parent => [Unit], "Dipende da"),
            field!(T, head => [Responsible], "Retta da"),
            field!(T, persons, "Persone"),
            field!(
                T,
                members => [Unit, Responsible],
                "Composto da",
                "Di un gruppo o di un organo: le strutture e i ruoli che ne fanno parte."
            ),
            field!(T, note, "Note"),
        ]
    )
}

fn responsibles() -> Box<dyn KindTable> {
    type T = Responsible;
    list!(
        Called {
            key: "responsible",
            sheet: "Responsabili",
            help: "Chi risponde degli obiettivi: ruoli, non nomi di persone. I pesi assegnati \
                   stanno nel foglio Collocazioni.",
            node: NodeKind::Responsible,
            key_from: NONE,
            nest: None,
        },
        responsibles,
        id,
        [
            field!(T, id, "Chiave"),
            field!(T, title, "Ruolo"),
            field!(T, unit => [Unit], "Struttura"),
            field!(T, functions, "Funzioni"),
            field!(T, stated_total, "Totale pesi dichiarato"),
            field!(T, stated_revised_total, "Totale nuovi pesi dichiarato"),
            field!(T, note, "Note"),
        ]
    )
}

fn objectives() -> Box<dyn KindTable> {
    type T = Objective;
    list!(
        Called {
            key: "objective",
            sheet: "Obiettivi",
            help: "Gli obiettivi di ogni livello.",
            node: NodeKind::Objective,
            key_from: CODE,
            nest: None,
        },
        objectives,
        id,
        [
            field!(T, id, "Chiave", "Solo se il codice manca o si ripete."),
            field!(T, code, "Codice"),
            field!(T, other_codes, "Altri codici"),
            field!(T, title, "Titolo"),
            field!(T, other_titles, "Altri titoli"),
            field!(T, level => [Level], "Livello"),
            field!(T, parent => [Objective, Area], "Contribuisce a", "Codice dell'obiettivo superiore; area:1 per un'area."),
            field!(
                T,
                weight,
                "Peso",
                "Nell'obiettivo o nell'area a cui contribuisce."
            ),
            field!(T, revised_weight, "Nuovo peso"),
            field!(T, weight_holder => [Responsible, Unit], "Quota di"),
            field!(T, own_share, "Quota indicatori propri"),
            field!(T, area => [Area], "Area"),
            field!(T, perspectives => [Perspective], "Prospettive", "* per tutte."),
            field!(T, programmes => [Programme], "Programmi"),
            field!(T, purposes => [Purpose], "Finalità"),
            field!(T, responsibles => [Responsible], "Responsabili"),
            field!(T, responsible_text, "Responsabile come stampato"),
            field!(T, units => [Unit], "Strutture coinvolte"),
            field!(T, units_text, "Strutture come stampate"),
            field!(T, mission, "Missione"),
            field!(T, budget_programme, "Programma di bilancio"),
            field!(T, pira, "Codice PIRA"),
            field!(T, relevance => [Relevance], "Rilevanza"),
            field!(T, value_managers, "Valore economico dirigenti"),
            field!(T, value_staff, "Valore economico personale"),
            field!(T, value_excluded => [Act], "Escluso dal valore economico"),
            field!(T, descends_from, "Discende da"),
            field!(T, required_by, "Richiesto da"),
            field!(T, period, "Arco temporale"),
            field!(T, description, "Descrizione"),
            field!(T, benefit, "Beneficio atteso"),
            field!(
                T,
                planned_actions,
                "Azioni da intraprendere",
                "In Markdown."
            ),
            field!(T, effort_text, "Impegno come stampato"),
            field!(T, efforts => [Unit], "Impegno"),
            field!(T, national, "Nazionale"),
            field!(T, agency, "Azienda speciale"),
            field!(T, group, "Gruppo"),
            field!(T, condition, "Condizione"),
            field!(T, status, "Stato"),
            field!(T, replaces => [Objective], "Sostituisce"),
            field!(T, variation => [Variation], "Variazione"),
            field!(T, neutralised, "Sterilizzato perché"),
            field!(T, neutralised_by => [Variation], "Sterilizzazione approvata da"),
            field!(T, note, "Note"),
            values!(T, Actual, "results", "Consuntivo"),
            values!(T, Judgement, "judgements", "Giudizio"),
            values!(T, Override, "overrides", "Valutazione motivata"),
            values!(
                T,
                Done,
                "done",
                "Azioni e risultati",
                "Che cosa è stato fatto e con quale esito, in Markdown; senza data vale per ogni scadenza."
            ),
            values!(
                T,
                Criticality,
                "criticalities",
                "Criticità",
                "In Markdown; senza data vale per ogni scadenza."
            ),
            values!(
                T,
                Cause,
                "deviation",
                "Cause degli scostamenti",
                "In Markdown; senza data vale per ogni scadenza."
            ),
        ]
    )
}

fn actions() -> Box<dyn KindTable> {
    type T = Action;
    list!(
        Called {
            key: "action",
            sheet: "Azioni",
            help: "Le azioni tra un obiettivo e i suoi indicatori.",
            node: NodeKind::Action,
            key_from: NONE,
            nest: Some(Nest {
                parents: &[NodeKind::Objective, NodeKind::Section],
                key: "action",
                owner: "parent",
            }),
        },
        actions,
        id,
        [
            field!(T, id, "Chiave"),
            field!(T, code, "Codice"),
            field!(T, title, "Titolo"),
            field!(T, parent => [Objective, Section], "Obiettivo"),
            field!(T, weight, "Peso"),
            field!(T, revised_weight, "Nuovo peso"),
            field!(T, variation => [Variation], "Variazione"),
            field!(T, result, "Azione svolta"),
        ]
    )
}

fn indicators() -> Box<dyn KindTable> {
    type T = Indicator;
    list!(
        Called {
            key: "indicator",
            sheet: "Indicatori",
            help: "Gli indicatori, ciascuno una volta sola: gli altri posti in cui sta si scrivono \
                   nel foglio Collocazioni. Target e consuntivi si scrivono come si dicono: almeno \
                   300 utenti, <= 20 gg, entro il 31/12/2026, SI.",
            node: NodeKind::Indicator,
            key_from: &["number"],
            nest: Some(Nest {
                parents: &[NodeKind::Objective, NodeKind::Section, NodeKind::Dashboard],
                key: "indicator",
                owner: "parent",
            }),
        },
        indicators,
        id,
        [
            field!(T, id, "Chiave", "Se vuota: codice dell'obiettivo / numero."),
            field!(T, number, "Numero"),
            field!(T, name, "Indicatore"),
            field!(T, other_names, "Altri nomi"),
            field!(T, parent => [Objective, Section, Dashboard], "Obiettivo"),
            field!(T, action => [Action], "Azione"),
            field!(T, weight, "Peso"),
            field!(T, revised_weight, "Nuovo peso"),
            field!(T, types, "Tipologia"),
            field!(T, type_text, "Tipologia come stampata"),
            field!(T, unit, "Unità di misura"),
            field!(T, direction, "Direzione", "Se vuota si ricava dal target."),
            field!(
                T,
                nature,
                "Natura",
                "Cumulativo o livello; se vuota si ricava."
            ),
            field!(
                T,
                target_kind,
                "Significato del target",
                "Se vuoto si ricava dal testo."
            ),
            field!(T, from_baseline, "Misurato dal valore iniziale"),
            values!(T, Baseline, "baseline", "Valore storico"),
            values!(T, History, "history", "Serie storica"),
            values!(T, PastTarget, "past_targets", "Target storico"),
            values!(T, ClusterMean, "cluster_mean", "Media cluster"),
            values!(T, Target, "targets", "Target"),
            values!(T, RevisedTarget, "revised_targets", "Nuova previsione"),
            values!(T, Forecast, "forecast", "Previsione"),
            values!(T, Actual, "results", "Consuntivo"),
            values!(T, Judgement, "judgements", "Giudizio"),
            values!(T, Override, "overrides", "Valutazione motivata"),
            field!(T, algorithm, "Algoritmo"),
            field!(T, formula, "Formula"),
            field!(T, source, "Fonte"),
            field!(T, owner, "Rilevatore"),
            field!(T, frequency, "Frequenza"),
            field!(T, measured_period, "Periodo misurato"),
            field!(T, expected_evidence, "Documentazione per l'OIV"),
            field!(T, project, "Progetto"),
            field!(T, national, "Nazionale"),
            field!(T, operational, "Operativo"),
            field!(T, legal_scopes, "Ambiti di legge"),
            field!(T, health_index => [HealthIndex], "Indice di salute"),
            field!(T, efforts => [Unit], "Impegno"),
            field!(T, status, "Stato"),
            field!(T, replaces => [Indicator], "Sostituisce"),
            field!(T, variation => [Variation], "Variazione"),
            field!(T, neutralised, "Sterilizzato perché"),
            field!(T, neutralised_by => [Variation], "Sterilizzazione approvata da"),
            field!(T, note, "Note"),
        ]
    )
}

fn activities() -> Box<dyn KindTable> {
    type T = Activity;
    list!(
        Called {
            key: "activity",
            sheet: "Attività",
            help: "Le attività dei progetti e le parti degli indicatori composti.",
            node: NodeKind::Activity,
            key_from: CODE,
            nest: Some(Nest {
                parents: &[NodeKind::Indicator],
                key: "activity",
                owner: "parent",
            }),
        },
        activities,
        id,
        [
            field!(T, id, "Chiave"),
            field!(T, code, "Codice"),
            field!(T, title, "Titolo"),
            field!(T, parent => [Indicator], "Indicatore"),
            field!(T, weight, "Peso"),
            field!(T, unit, "Unità di misura"),
            field!(T, direction, "Direzione"),
            field!(T, owner, "Responsabile"),
            field!(T, start, "Inizio"),
            field!(T, end, "Fine"),
            values!(T, Target, "targets", "Target"),
            values!(T, RevisedTarget, "revised_targets", "Nuova previsione"),
            values!(T, Actual, "results", "Consuntivo"),
            field!(T, note, "Note"),
        ]
    )
}

fn dashboards() -> Box<dyn KindTable> {
    type T = Dashboard;
    list!(
        Called {
            key: "dashboard",
            sheet: "Cruscotti",
            help: "I cruscotti di servizi e dirigenti.",
            node: NodeKind::Dashboard,
            key_from: CODE,
            nest: None,
        },
        dashboards,
        id,
        [
            field!(T, id, "Chiave"),
            field!(T, code, "Codice"),
            field!(T, title, "Titolo"),
            field!(T, holder => [Responsible, Unit], "Di chi è"),
        ]
    )
}

fn sections() -> Box<dyn KindTable> {
    type T = Section;
    list!(
        Called {
            key: "section",
            sheet: "Sezioni",
            help: "Le sezioni dei cruscotti, con l'obiettivo che le intesta.",
            node: NodeKind::Section,
            key_from: CODE,
            nest: Some(Nest {
                parents: &[NodeKind::Dashboard],
                key: "section",
                owner: "dashboard",
            }),
        },
        sections,
        id,
        [
            field!(T, id, "Chiave"),
            field!(T, code, "Codice"),
            field!(T, title, "Titolo"),
            field!(T, dashboard => [Dashboard], "Cruscotto"),
            field!(T, objective => [Objective], "Obiettivo"),
        ]
    )
}

fn sheets() -> Box<dyn KindTable> {
    type T = Sheet;
    list!(
        Called {
            key: "sheet",
            sheet: "Schede",
            help: "Le schede di valutazione individuale, per ruolo.",
            node: NodeKind::Sheet,
            key_from: NONE,
            nest: None,
        },
        sheets,
        id,
        [
            field!(T, id, "Chiave"),
            field!(T, title, "Ruolo"),
            field!(T, profile => [Profile], "Profilo"),
            field!(T, unit => [Unit], "Struttura"),
            field!(T, responsible => [Responsible], "Responsabile"),
            field!(T, evaluator => [Responsible], "Valutatore"),
            field!(T, from, "Dal"),
            field!(T, to, "Al"),
            values!(T, Actual, "behaviours", "Comportamenti"),
            values!(T, Override, "overrides", "Valutazione motivata"),
        ]
    )
}

fn placements() -> Box<dyn KindTable> {
    type T = Placement;
    list!(
        Called {
            key: "placement",
            sheet: "Collocazioni",
            help: "Ogni posto in più di un obiettivo o di un indicatore, con il suo peso: \
                   obiettivi assegnati ai responsabili, indicatori nei cruscotti, obiettivi \
                   nelle aree.",
            node: NodeKind::Placement,
            key_from: NONE,
            nest: Some(Nest {
                parents: &[
                    NodeKind::Area,
                    NodeKind::Perspective,
                    NodeKind::Programme,
                    NodeKind::Purpose,
                    NodeKind::Responsible,
                    NodeKind::Objective,
                    NodeKind::Dashboard,
                    NodeKind::Section,
                    NodeKind::Sheet,
                ],
                key: "holds",
                owner: "parent",
            }),
        },
        placements,
        [
            field!(T, parent => [Responsible, Dashboard, Section, Area, Perspective, Programme, Purpose, Sheet, Objective, Body], "In"),
            field!(T, child => [Objective, Indicator, Area], "Che cosa"),
            field!(T, weight, "Peso"),
            field!(T, revised_weight, "Nuovo peso"),
            field!(T, variation => [Variation], "Variazione"),
            field!(T, holder => [Responsible, Unit], "Quota di"),
            field!(T, action => [Action], "Azione"),
            field!(T, local_target, "Target scritto qui"),
            field!(T, local_source, "Fonte scritta qui"),
            field!(T, local_title, "Titolo scritto qui"),
            field!(T, note, "Note"),
        ]
    )
}

fn funding_programmes() -> Box<dyn KindTable> {
    type T = FundingProgramme;
    list!(
        Called {
            key: "funding_programme",
            sheet: "Programmi di finanziamento",
            help: "I programmi che finanziano linee di bilancio.",
            node: NodeKind::FundingProgramme,
            key_from: NONE,
            nest: None,
        },
        funding_programmes,
        id,
        [
            field!(T, id, "Chiave"),
            field!(T, title, "Nome"),
            field!(T, years, "Anni"),
            field!(T, note, "Note"),
        ]
    )
}

fn budget_lines() -> Box<dyn KindTable> {
    type T = BudgetLine;
    list!(
        Called {
            key: "budget_line",
            sheet: "Risorse",
            help: "Le risorse finanziarie: ogni riga una volta, con tutti gli obiettivi e gli \
                   indicatori a cui serve.",
            node: NodeKind::BudgetLine,
            key_from: NONE,
            nest: None,
        },
        budget_lines,
        id,
        [
            field!(T, id, "Chiave"),
            field!(T, objectives => [Objective], "Obiettivi"),
            field!(T, indicators => [Indicator], "Indicatori"),
            field!(T, amount, "Importo"),
            field!(T, flow, "Costo o ricavo"),
            field!(T, account, "Conto"),
            field!(T, centre, "Budget"),
            field!(T, item, "Voce"),
            field!(T, year, "Anno"),
            field!(T, programme => [FundingProgramme], "Programma di finanziamento"),
            field!(T, note, "Note"),
        ]
    )
}

fn health_indices() -> Box<dyn KindTable> {
    type T = HealthIndex;
    list!(
        Called {
            key: "health_index",
            sheet: "Salute finanziaria",
            help: "Gli indici di salute economico-finanziaria.",
            node: NodeKind::HealthIndex,
            key_from: NONE,
            nest: None,
        },
        health_indices,
        id,
        [
            field!(T, id, "Chiave"),
            field!(T, title, "Nome"),
            field!(T, kind, "Tipo"),
            field!(T, formula, "Formula"),
            field!(
                T,
                threshold,
                "Soglia di attenzione",
                "Per esempio se < 100%."
            ),
            field!(T, cluster, "Cluster"),
            values!(T, History, "history", "Serie storica"),
            values!(T, ClusterMean, "cluster_mean", "Media cluster"),
            values!(T, Forecast, "forecast", "Previsione"),
            values!(T, Actual, "results", "Consuntivo"),
        ]
    )
}

fn tables() -> Box<dyn KindTable> {
    type T = PlanTable;
    list!(
        Called {
            key: "table",
            sheet: "Tabelle",
            help: "Tabelle di personale, bilancio, partecipazioni; le righe stanno nel foglio \
                   Righe tabelle.",
            node: NodeKind::Table,
            key_from: NONE,
            nest: None,
        },
        tables,
        id,
        [
            field!(T, id, "Chiave"),
            field!(T, kind, "Argomento"),
            field!(T, title, "Titolo"),
            field!(T, chapter => [Chapter, Objective], "Capitolo", "In cui è stampata; anche la scheda di un obiettivo."),
            field!(T, date, "Data"),
            field!(T, source, "Fonte"),
            field!(T, columns, "Colonne"),
            field!(T, rows, "Righe"),
            field!(T, note, "Note"),
        ]
    )
}

fn chapters() -> Box<dyn KindTable> {
    type T = Chapter;
    list!(
        Called {
            key: "chapter",
            sheet: "Capitoli",
            help: "Le parti di testo del documento, in Markdown.",
            node: NodeKind::Chapter,
            key_from: NONE,
            nest: None,
        },
        chapters,
        id,
        [
            field!(T, id, "Chiave"),
            field!(T, title, "Titolo"),
            field!(T, parent => [Chapter], "Capitolo superiore"),
            field!(T, theme, "Tema"),
            field!(
                T,
                documents,
                "Documenti",
                "Quali lo stampano: piano, monitoraggio, relazione. Se vuoto, tutti."
            ),
            field!(T, text, "Testo"),
        ]
    )
}

fn measures() -> Box<dyn KindTable> {
    type T = Measure;
    list!(
        Called {
            key: "measure",
            sheet: "Misure",
            help: "Le azioni delle sezioni che non sono obiettivi: pari opportunità, \
                   anticorruzione, formazione.",
            node: NodeKind::Measure,
            key_from: NONE,
            nest: Some(Nest {
                parents: &[NodeKind::Chapter],
                key: "measure",
                owner: "chapter",
            }),
        },
        measures,
        id,
        [
            field!(T, id, "Chiave"),
            field!(T, chapter => [Chapter], "Capitolo"),
            field!(T, title, "Azione"),
            field!(T, owner, "Responsabile"),
            field!(T, period, "Periodo"),
            field!(T, state, "Stato"),
            field!(T, note, "Note"),
            values!(T, Target, "targets", "Target"),
            values!(T, Actual, "results", "Consuntivo"),
        ]
    )
}

fn unplanned() -> Box<dyn KindTable> {
    type T = Unplanned;
    list!(
        Called {
            key: "unplanned",
            sheet: "Non programmate",
            help: "Le cose fatte che nessuno aveva programmato.",
            node: NodeKind::Unplanned,
            key_from: NONE,
            nest: None,
        },
        unplanned,
        id,
        [
            field!(T, id, "Chiave"),
            field!(T, title, "Attività"),
            field!(T, responsible => [Responsible], "Responsabile"),
            field!(T, result, "Risultato"),
            field!(T, cost, "Costo"),
            field!(T, admitted_by => [Act], "Ammessa con"),
        ]
    )
}

fn quantities() -> Box<dyn KindTable> {
    type T = BaseQuantity;
    list!(
        Called {
            key: "quantity",
            sheet: "Grandezze",
            help: "Grandezze di base: imprese attive, voci di bilancio.",
            node: NodeKind::Quantity,
            key_from: NONE,
            nest: None,
        },
        quantities,
        id,
        [
            field!(T, id, "Chiave"),
            field!(T, title, "Nome"),
            field!(T, unit, "Unità di misura"),
            field!(T, scenario, "Scenario"),
            field!(T, source, "Fonte"),
            values!(T, Actual, "results", "Valore"),
            values!(T, Forecast, "forecast", "Previsione"),
        ]
    )
}

fn registers() -> Box<dyn KindTable> {
    type T = Register;
    list!(
        Called {
            key: "register",
            sheet: "Registri",
            help: "Registri di fatti datati da cui si contano i consuntivi.",
            node: NodeKind::Register,
            key_from: NONE,
            nest: None,
        },
        registers,
        id,
        [
            field!(T, id, "Chiave"),
            field!(T, title, "Nome"),
            field!(T, columns, "Colonne"),
            field!(T, rows, "Righe"),
        ]
    )
}

fn links() -> Box<dyn KindTable> {
    type T = Link;
    list!(
        Called {
            key: "link",
            sheet: "Collegamenti",
            help: "Frecce della mappa strategica e indicatori collegati, senza peso.",
            node: NodeKind::Link,
            key_from: NONE,
            nest: None,
        },
        links,
        [
            field!(T, from => [Objective, Indicator], "Da"),
            field!(T, to => [Objective, Indicator], "A"),
            field!(T, kind, "Tipo"),
            field!(T, note, "Note"),
        ]
    )
}

fn silences() -> Box<dyn KindTable> {
    type T = Silence;
    list!(
        Called {
            key: "silence",
            sheet: "Segnalazioni accettate",
            help: "Le segnalazioni della verifica che l'ente ha esaminato e lascia come sono, con \
                   il motivo: si stampano per l'OIV.",
            node: NodeKind::Silence,
            key_from: NONE,
            nest: None,
        },
        silences,
        [
            field!(
                T,
                rule,
                "Regola",
                "Il nome tra parentesi quadre nella segnalazione."
            ),
            field!(T, about => [Objective, Indicator, Area, Perspective, Programme, Purpose, Action, Activity, Responsible, Dashboard, Section, Sheet, Unit, Variation, HealthIndex, Table, BudgetLine, Fund, Quantity, Act], "Di che cosa", "Se vuoto vale per tutto il piano."),
            field!(
                T,
                field,
                "Campo",
                "Solo se si intende un campo, per esempio weight."
            ),
            field!(T, reason, "Motivo", "Senza motivo la segnalazione resta."),
            field!(T, decided_by, "Deciso da", "Il ruolo, non il nome."),
            field!(T, date, "Data"),
        ]
    )
}
