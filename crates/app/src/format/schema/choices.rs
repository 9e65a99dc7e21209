//! The closed lists: machine token in files, Italian word in workbooks and on screen.

use domain::method::{Accrual, AllOf, BandLevel, Decay, Interim, Neutralised};
use domain::plan::{Entry, Flow, IndicatorType, LinkKind, PlanKind, Status, TableKind, UnitKind};
use domain::target::{Direction, Nature, TargetKind};

use crate::defaulted_choice;
use crate::format::field::Choice;

macro_rules! choice {
    ($kind:ty { $($variant:ident = $token:literal, $word:literal;)* }) => {
        impl Choice for $kind {
            const ALL: &'static [(Self, &'static str, &'static str)] =
                &[$((<$kind>::$variant, $token, $word)),*];
        }
    };
}

choice!(PlanKind {
    Plan = "plan", "piano";
    Monitoring = "monitoring", "monitoraggio";
    Report = "report", "relazione";
});
choice!(Entry {
    Open = "open", "aperta";
    Closed = "closed", "chiusa";
});
choice!(Status {
    Original = "original", "originario";
    New = "new", "nuovo";
    Replaced = "replaced", "sostituito";
    Removed = "removed", "eliminato";
});
choice!(Flow {
    Cost = "cost", "costo";
    Revenue = "revenue", "ricavo";
});
choice!(LinkKind {
    Cause = "cause", "causa-effetto";
    Related = "related", "collegato";
});
choice!(IndicatorType {
    Outcome = "outcome", "outcome";
    ExternalEffectiveness = "external_effectiveness", "efficacia esterna";
    Output = "output", "output";
    InternalEffectiveness = "internal_effectiveness", "efficacia interna";
    Effectiveness = "effectiveness", "efficacia";
    Efficiency = "efficiency", "efficienza";
    Quality = "quality", "qualità";
});
choice!(TableKind {
    Staff = "staff", "personale";
    Budget = "budget", "bilancio";
    Shareholdings = "shareholdings", "partecipazioni";
    Health = "health", "salute economico-finanziaria";
    Organs = "organs", "organi";
    Territory = "territory", "territorio";
    Other = "other", "altro";
});
choice!(UnitKind {
    Directorate = "directorate", "area dirigenziale";
    Service = "service", "servizio";
    Office = "office", "ufficio";
    Staff = "staff", "staff";
    Agency = "agency", "azienda speciale";
    Group = "group", "gruppo di lavoro";
    Organ = "organ", "organo";
    Site = "site", "sede";
});
choice!(Direction {
    Higher = "higher", "meglio se alto";
    Lower = "lower", "meglio se basso";
});
choice!(Nature {
    Cumulative = "cumulative", "cumulativo";
    Level = "level", "livello";
});
choice!(TargetKind {
    AtLeast = "at_least", "almeno";
    AtMost = "at_most", "al massimo";
    Exactly = "exactly", "esattamente";
    Between = "between", "tra due valori";
    Change = "change", "variazione sul valore iniziale";
    YesNo = "yes_no", "sì / no";
    ByDate = "by_date", "entro una data";
    Milestone = "milestone", "risultato descritto";
    Benchmark = "benchmark", "confronto con una media";
    Completion = "completion", "completamento";
    AllOf = "all_of", "tutte le parti";
    Observed = "observed", "solo rilevazione";
    Postponed = "postponed", "rinviato";
    Undefined = "undefined", "da definire";
});
choice!(Decay {
    Ratio = "ratio", "rapporto";
    Linear = "linear", "lineare";
    None = "none", "nessuno";
});
choice!(AllOf {
    Least = "least", "parte minore";
    Mean = "mean", "media";
});
choice!(Interim {
    Stated = "stated", "solo se scritti";
    ProRata = "prorata", "in proporzione ai mesi";
});
choice!(Neutralised {
    LeftOut = "left_out", "escluso";
    Full = "full", "conta 100%";
});
choice!(Accrual {
    Proportional = "proportional", "in proporzione al punteggio";
    Banded = "banded", "per fasce";
});
choice!(BandLevel {
    Indicator = "indicator", "indicatori";
    Objective = "objective", "obiettivi";
    Final = "final", "punteggi finali";
});

defaulted_choice!(Status);
defaulted_choice!(Flow);
defaulted_choice!(LinkKind);
