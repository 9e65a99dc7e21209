//! Words that are probably slips of the pen: they stand once, and are one letter away from a word
//! that is usual in the plan or in plans like it.

use hashbrown::HashMap;

use super::wording::any_word;

/// Shortest word looked at.
const SHORTEST: usize = 7;

/// Words that are common in these plans, without accents: known even where a plan holds them once.
const COMMON: [&str; 165] = [
    "accessibilita",
    "accompagnamento",
    "adempimenti",
    "aggiornamento",
    "amministrativa",
    "amministrativo",
    "amministrazione",
    "anticorruzione",
    "applicazione",
    "approvazione",
    "assistenza",
    "attivazione",
    "attivita",
    "attuazione",
    "beneficiarie",
    "burocrazia",
    "camerale",
    "camerali",
    "certificati",
    "certificazione",
    "collaborazione",
    "commerciale",
    "commercio",
    "competenze",
    "competitivita",
    "completamento",
    "composizione",
    "comunicazione",
    "concessione",
    "conciliazione",
    "consolidamento",
    "contabilita",
    "contributi",
    "convenzione",
    "convenzioni",
    "corruzione",
    "definizione",
    "dematerializzazione",
    "diffusione",
    "digitale",
    "digitalizzazione",
    "dipendenti",
    "dirigente",
    "dirigenti",
    "economica",
    "economico",
    "efficacia",
    "efficientamento",
    "efficienza",
    "erogazione",
    "fabbisogno",
    "finanziaria",
    "finanziarie",
    "formazione",
    "funzionamento",
    "gestione",
    "governance",
    "gradimento",
    "immobilizzazioni",
    "implementazione",
    "imprenditori",
    "imprenditoriale",
    "imprenditoriali",
    "imprese",
    "incentivi",
    "incontri",
    "incremento",
    "indagine",
    "informativi",
    "informazione",
    "iniziative",
    "innovazione",
    "internazionalizzazione",
    "investimenti",
    "istruttoria",
    "mantenimento",
    "manutenzione",
    "mediazione",
    "mercato",
    "miglioramento",
    "misurazione",
    "monitoraggio",
    "nazionale",
    "obiettivi",
    "obiettivo",
    "operativi",
    "operativo",
    "organizzativa",
    "organizzativo",
    "organizzazione",
    "orientamento",
    "pagamenti",
    "pagamento",
    "partecipanti",
    "partecipazione",
    "patrimonio",
    "percentuale",
    "performance",
    "personale",
    "pianificazione",
    "potenziamento",
    "pratiche",
    "predisposizione",
    "prevenzione",
    "procedimenti",
    "procedimento",
    "procedure",
    "professionali",
    "progettazione",
    "progetto",
    "programmazione",
    "promozione",
    "provvedimenti",
    "provvedimento",
    "pubblicazione",
    "qualita",
    "questionari",
    "razionalizzazione",
    "realizzazione",
    "redazione",
    "registrazione",
    "registro",
    "regolamento",
    "regolazione",
    "rendicontazione",
    "responsabile",
    "responsabili",
    "revisione",
    "ricognizione",
    "riduzione",
    "rilevazione",
    "riorganizzazione",
    "riscossione",
    "risorse",
    "sanzionatorio",
    "semplificazione",
    "sensibilizzazione",
    "servizi",
    "settimanale",
    "sicurezza",
    "soddisfazione",
    "sostegno",
    "sostenibilita",
    "sperimentazione",
    "sportello",
    "strategica",
    "strategico",
    "strumenti",
    "strutture",
    "supporto",
    "sviluppo",
    "telematiche",
    "territoriale",
    "territorio",
    "transizione",
    "trasparenza",
    "trasversale",
    "turistica",
    "turistico",
    "utilizzo",
    "valorizzazione",
    "valutazione",
    "verifica",
    "verifiche",
    "vigilanza",
];

/// Beginnings of words that have a neighbour one letter away which is a word too.
const TWO_WORDS: [&str; 18] = [
    "contatt",
    "contratt",
    "istitui",
    "istituti",
    "costitu",
    "permess",
    "premess",
    "firmat",
    "formal",
    "format",
    "individua",
    "attua",
    "inizia",
    "segnala",
    "gradua",
    "redazion",
    "relazion",
    "mercat",
];

/// A word of the plan: how often it stands, and in which of its texts first.
struct Known {
    word: String,
    count: usize,
    first: usize,
}

/// A word that probably stands for another.
pub(super) struct Slip {
    /// In which of the texts it stands.
    pub text: usize,
    /// The word.
    pub word: String,
    /// The word that is meant.
    pub meant: String,
}

/// The slips in some texts, in order.
pub(super) fn slips<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<Slip> {
    let mut known: Vec<Known> = Vec::new();
    let mut by_word: HashMap<u64, usize> = HashMap::new();
    for (first, text) in texts.enumerate() {
        any_word(text, |word| {
            if is_word(word) {
                let at = *by_word.entry(digest(word.chars())).or_insert(known.len());
                match known.get_mut(at) {
                    Some(same) => same.count += 1,
                    None => known.push(Known {
                        word: word.to_owned(),
                        count: 1,
                        first,
                    }),
                }
            }
            false
        });
    }
    for word in COMMON {
        let at = *by_word.entry(digest(word.chars())).or_insert(known.len());
        match known.get_mut(at) {
            // Common, but a word that stands once is still looked at where it is not one of these.
            Some(same) => same.count = same.count.max(3),
            None => known.push(Known {
                word: word.to_owned(),
                count: 3,
                first: usize::MAX,
            }),
        }
    }
    let shortened = Shortened::of(&known);
    let rare = known.iter().filter(|k| k.count == 1);
    rare.filter_map(|rare| {
        let meant = meant(&rare.word, &known, &by_word, &shortened)?;
        Some(Slip {
            text: rare.first,
            word: rare.word.clone(),
            meant: meant.to_owned(),
        })
    })
    .collect()
}

/// Every usual word under what is left of it when one inner letter is gone.
struct Shortened {
    /// The last of the links under each rest.
    last: HashMap<u64, usize>,
    /// A word, and the link before it under the same rest.
    links: Vec<(usize, Option<usize>)>,
}

impl Shortened {
    fn of(known: &[Known]) -> Shortened {
        let mut usual: Vec<(&str, usize)> = known
            .iter()
            .enumerate()
            .filter(|(_, k)| k.count > 1)
            .map(|(at, k)| (k.word.as_str(), at))
            .collect();
        // From the end of the alphabet: what is linked last is found first.
        usual.sort_unstable_by(|one, other| other.cmp(one));
        let rests = usual.iter().map(|(word, _)| word.len()).sum();
        let mut shortened = Shortened {
            last: HashMap::with_capacity(rests),
            links: Vec::with_capacity(rests),
        };
        for (word, at) in usual {
            without_one(word, |rest| {
                let before = shortened.last.insert(rest, shortened.links.len());
                shortened.links.push((at, before));
            });
        }
        shortened
    }

    /// The words under a rest, in the order of the alphabet.
    fn under(&self, rest: u64) -> impl Iterator<Item = usize> {
        let link = |at: usize| self.links.get(at).copied();
        let last = self.last.get(&rest).and_then(|at| link(*at));
        std::iter::successors(last, move |(_, before)| link((*before)?)).map(|(word, _)| word)
    }
}

/// A number that stands for a word: words with the same number are compared letter by letter.
fn digest(letters: impl Iterator<Item = char>) -> u64 {
    digest_on(0xcbf2_9ce4_8422_2325, letters)
}

/// The number of a word that goes on with these letters.
fn digest_on(digest: u64, letters: impl Iterator<Item = char>) -> u64 {
    letters.fold(digest, |hash, c| {
        (hash ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn is_word(word: &str) -> bool {
    // A word of so few bytes has no more letters.
    word.len() >= SHORTEST
        && word.chars().count() >= SHORTEST
        && word.chars().all(char::is_alphabetic)
}

/// The usual word that a rare one probably stands for.
fn meant<'k>(
    rare: &str,
    known: &'k [Known],
    by_word: &HashMap<u64, usize>,
    shortened: &Shortened,
) -> Option<&'k str> {
    if TWO_WORDS.iter().any(|begin| rare.starts_with(begin)) {
        return None;
    }
    let mut shorter: Vec<u64> = Vec::with_capacity(rare.len());
    without_one(rare, |short| shorter.push(short));
    let missing = shortened.under(digest(rare.chars()));
    let extra = shorter
        .iter()
        .filter_map(|short| by_word.get(short).copied());
    let changed = shorter.iter().flat_map(|short| shortened.under(*short));
    missing
        .chain(extra)
        .chain(changed)
        .filter_map(|at| known.get(at))
        .filter(|usual| usual.word != rare)
        .find(|usual| slip(rare, &usual.word, usual.count))
        .map(|usual| usual.word.as_str())
}

/// Shows the word without each one of its inner letters, as a number.
fn without_one(word: &str, mut show: impl FnMut(u64)) {
    let mut letters = word.chars();
    let mut before = digest(letters.next().into_iter());
    while let Some(gone) = letters.next() {
        let after = letters.clone();
        if !after.as_str().is_empty() {
            show(digest_on(before, after));
        }
        before = digest_on(before, std::iter::once(gone));
    }
}

/// Whether the difference is one that fingers or eyes make, not one between two words or endings.
fn slip(rare: &str, usual: &str, count: usize) -> bool {
    let (r, u): (Vec<char>, Vec<char>) = (rare.chars().collect(), usual.chars().collect());
    let at = r.iter().zip(&u).take_while(|(a, b)| a == b).count();
    let last = r.len().max(u.len());
    let same_tail = |a: usize, b: usize| r.get(a..) == u.get(b..);
    if r.len() != u.len() {
        let (longer, aligned) = if r.len() > u.len() {
            (&r, same_tail(at + 1, at))
        } else {
            (&u, same_tail(at, at + 1))
        };
        let doubled = at > 0 && longer.get(at) == longer.get(at - 1);
        return aligned
            && if doubled {
                count > 1 && at + 1 < last
            } else {
                count > 2 && last > 7 && at > 1 && at + 4 < last
            };
    }
    let (Some(&a), Some(&b)) = (r.get(at), u.get(at)) else {
        return false;
    };
    if same_tail(at + 1, at + 1) {
        let pair = (a.min(b), a.max(b));
        let ending = at + 4 > last;
        let alike = [
            ('c', 'g'),
            ('m', 'n'),
            ('s', 'z'),
            ('b', 'p'),
            ('d', 't'),
            ('f', 'v'),
            ('i', 'l'),
        ];
        let vowels = "aeiou".contains(a) && "aeiou".contains(b);
        return if ending {
            pair == ('l', 't') && at + 2 == last && count > 2
        } else {
            at > 0
                && (alike.contains(&pair) && (count > 2 || last > 8)
                    || vowels && last > 7 && count > 2)
        };
    }
    // Two letters in the wrong order.
    r.get(at + 1) == Some(&b)
        && u.get(at + 1) == Some(&a)
        && same_tail(at + 2, at + 2)
        && at > 0
        && at + 3 < last
}
