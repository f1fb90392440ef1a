//! Letters that some collations treat as the same. A compact table of the Latin, Greek and
//! Cyrillic letters; beyond them a letter is itself.

/// The letters of a text with case removed.
pub fn case(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().flat_map(char::to_lowercase)
}

/// The letters of a text with case and accents removed, ß being ss and æ ae.
pub fn case_and_accent(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().flat_map(|c| {
        let (first, second) = base(c);
        first.to_lowercase().chain(second)
    })
}

/// A letter without its accent, as one or two letters.
fn base(c: char) -> (char, Option<char>) {
    if c.is_ascii() {
        return (c, None);
    }
    match c {
        'ß' | 'ẞ' => ('s', Some('s')),
        'æ' | 'Æ' => ('a', Some('e')),
        'œ' | 'Œ' => ('o', Some('e')),
        'þ' | 'Þ' => ('t', Some('h')),
        'ς' => ('σ', None),
        _ => (plain(c), None),
    }
}

fn plain(c: char) -> char {
    PLAIN.iter().find(|(_, accented)| accented.contains(c)).map_or(c, |(letter, _)| *letter)
}

/// Letters and their accented forms (Latin-1 Supplement, Latin Extended-A, Greek, Cyrillic).
static PLAIN: &[(char, &str)] = &[
    ('a', "àáâãäåāăąÀÁÂÃÄÅĀĂĄǎǍ"),
    ('c', "çćĉċčÇĆĈĊČ"),
    ('d', "ďĎđĐðÐ"),
    ('e', "èéêëēĕėęěÈÉÊËĒĔĖĘĚ"),
    ('g', "ĝğġģĜĞĠĢ"),
    ('h', "ĥħĤĦ"),
    ('i', "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİǐǏ"),
    ('j', "ĵĴ"),
    ('k', "ķĶ"),
    ('l', "ĺļľŀłĹĻĽĿŁ"),
    ('n', "ñńņňÑŃŅŇ"),
    ('o', "òóôõöøōŏőÒÓÔÕÖØŌŎŐǒǑ"),
    ('r', "ŕŗřŔŖŘ"),
    ('s', "śŝşšŚŜŞŠșȘ"),
    ('t', "ţťŧŢŤŦțȚ"),
    ('u', "ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲǔǓ"),
    ('w', "ŵŴ"),
    ('y', "ýÿŷÝŸŶ"),
    ('z', "źżžŹŻŽ"),
    ('α', "άΆ"),
    ('ε', "έΈ"),
    ('η', "ήΉ"),
    ('ι', "ίϊΐΊΪ"),
    ('ο', "όΌ"),
    ('υ', "ύϋΰΎΫ"),
    ('ω', "ώΏ"),
    ('е', "ѐёЀЁ"),
    ('и', "йЙѝЍ"),
    ('і', "їЇ"),
    ('г', "ѓЃ"),
    ('к', "ќЌ"),
];
