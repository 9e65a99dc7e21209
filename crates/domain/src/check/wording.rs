//! Texts compared as people read them: without case, accents, spaces and marks.

/// The words of a text in lower case without accents; what is neither letter nor digit parts them.
pub fn words(text: &str) -> Vec<String> {
    folded(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The words that say something: articles, prepositions and conjunctions left out.
pub fn content_words(text: &str) -> Vec<String> {
    let mut words = words(text);
    words.retain(|word| word.len() > 1 && !SMALL_WORDS.contains(&word.as_str()));
    words
}

const SMALL_WORDS: [&str; 48] = [
    "il", "lo", "la", "gli", "le", "un", "uno", "una", "di", "del", "dello", "della", "dei",
    "degli", "delle", "al", "allo", "alla", "ai", "agli", "alle", "da", "dal", "dallo", "dalla",
    "dai", "dagli", "dalle", "in", "nel", "nello", "nella", "nei", "negli", "nelle", "con", "su",
    "sul", "sulla", "sui", "sulle", "per", "tra", "fra", "ed", "od", "dell", "all",
];

/// Whether two texts are the same once case, accents, spaces and marks are left aside.
pub fn same(one: &str, other: &str) -> bool {
    words(one) == words(other)
}

/// Lower case, accents taken off Italian vowels.
pub fn folded(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'à' | 'á' => 'a',
            'è' | 'é' => 'e',
            'ì' | 'í' => 'i',
            'ò' | 'ó' => 'o',
            'ù' | 'ú' => 'u',
            '’' | '‘' => '\'',
            c => c,
        })
        .collect()
}

/// Whether one of these words stands in the text, as a whole word.
pub fn has_word(text: &str, of: &[&str]) -> bool {
    words(text).iter().any(|word| of.contains(&word.as_str()))
}

/// Whether a word of the text begins with one of these.
pub fn has_beginning(text: &str, of: &[&str]) -> bool {
    words(text)
        .iter()
        .any(|word| of.iter().any(|begin| word.starts_with(begin)))
}
