//! Letters that some collations treat as the same. A compact table of the Latin, Greek and
//! Cyrillic letters, kana and full-width forms; beyond them a letter is itself.

/// The letters of a text with case removed.
pub fn case(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().flat_map(char::to_lowercase)
}

/// The letters of a text with case and accents removed, ß being ss and æ ae.
pub fn case_and_accent(text: &str) -> impl Iterator<Item = char> + '_ {
    let letters = text.chars().flat_map(char::to_lowercase);
    letters.filter(|c| !is_mark(*c)).flat_map(|c| {
        let (first, second) = base(c);
        std::iter::once(first).chain(second)
    })
}

/// Accents and voice marks of their own, which weigh nothing.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | 'ﾞ' | 'ﾟ')
}

/// The letters of a text as MySQL's older collations have them; `alone` is one letter for each
/// (weights of MariaDB's `unicode_ci` and `general_ci`).
pub fn older(text: &str, alone: bool) -> impl Iterator<Item = char> + '_ {
    let letters = text.chars().flat_map(char::to_lowercase);
    // The dot of `İ`; what else stands for itself counts in `general_ci`.
    let kept = move |c: &char| match alone {
        true => *c != '\u{307}',
        false => !is_mark(*c),
    };
    letters.filter(kept).flat_map(move |c| {
        let (first, second) = match c {
            '\u{3000}'.. if alone && c < '\u{10000}' => (c, None),
            'ð' | 'đ' | 'ħ' | 'ŀ' | 'ł' | 'ø' | 'ǿ' | 'æ' | 'ǣ' | 'ǽ' => (c, None),
            'ß' if alone => ('S', None),
            'ı' if alone => ('I', None),
            '\u{10000}'.. => ('\u{fffd}', None),
            // Its order is that of capitals.
            c if alone => match base(c) {
                _ if c.is_ascii() => (c.to_ascii_uppercase(), None),
                (_, Some(_)) => (c, None),
                (one, _) => (one.to_ascii_uppercase(), None),
            },
            c => base(c),
        };
        std::iter::once(first).chain(second)
    })
}

/// What is neither letter nor digit, in the order of Unicode's table (DUCET), before all digits.
static SIGNS: &str = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";

/// A small letter without its accent, as one or two letters; a sign by its place among signs.
fn base(c: char) -> (char, Option<char>) {
    if c.is_ascii() {
        let sign = if c.is_ascii_alphanumeric() { None } else { SIGNS.find(c) };
        return (sign.map_or(c, |at| (at as u8 + 14) as char), None);
    }
    match c {
        'ß' => ('s', Some('s')),
        'æ' | 'ǣ' | 'ǽ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'ĳ' => ('i', Some('j')),
        'ǆ' | 'ǳ' => ('d', Some('z')),
        'ǉ' => ('l', Some('j')),
        'ǌ' => ('n', Some('j')),
        'ﬀ' => ('f', Some('f')),
        'ﬁ' => ('f', Some('i')),
        'ﬂ' => ('f', Some('l')),
        '！'..='～' => base(char::from_u32(c as u32 - 0xfee0).unwrap_or(c)),
        'ぁ'.. => (hiragana(c), None),
        _ => (plain(c), None),
    }
}

/// A kana as the hiragana whose base letter it has.
fn hiragana(c: char) -> char {
    let c = match c {
        'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        'ｦ'..='ﾝ' => NARROW.chars().nth(c as usize - 'ｦ' as usize).unwrap_or(c),
        _ => c,
    };
    let group = VOICED.split(' ').find(|group| group.contains(c));
    group.and_then(|group| group.chars().next()).unwrap_or(c)
}

/// Letters of one base.
static VOICED: &str = "あぁ いぃ うぅゔ えぇ おぉ かがゕ きぎ くぐ けげゖ こご さざ しじ すず せぜ そぞ ただ ちぢ つっづ てで とど はばぱ ひびぴ ふぶぷ へべぺ ほぼぽ やゃ ゆゅ よょ わゎ";

/// The half-width forms in their order.
static NARROW: &str = "をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん";

fn plain(c: char) -> char {
    PLAIN.iter().find(|(_, accented)| accented.contains(c)).map_or(c, |(letter, _)| *letter)
}

/// Small letters and their accented forms (Latin-1 Supplement, Latin Extended, Greek, Cyrillic), as
/// the weights of MariaDB's unicode_520 collations have them.
static PLAIN: &[(char, &str)] = &[
    ('a', "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
    ('b', "ḃḅḇ"),
    ('c', "çćĉċčḉ"),
    ('d', "ðďđḋḍḏḑḓ"),
    ('e', "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
    ('f', "ḟ"),
    ('g', "ĝğġģǧǵḡ"),
    ('h', "ĥħȟḣḥḧḩḫẖ"),
    ('i', "ìíîïĩīĭįǐȉȋḭḯỉị"),
    ('j', "ĵǰ"),
    ('k', "ķǩḱḳḵ"),
    ('l', "ĺļľŀłḷḹḻḽ"),
    ('m', "ḿṁṃ"),
    ('n', "ñńņňǹṅṇṉṋ"),
    ('o', "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
    ('p', "ṕṗ"),
    ('r', "ŕŗřȑȓṙṛṝṟ"),
    ('s', "śŝşšſșṡṣṥṧṩẛ"),
    ('t', "ţťțṫṭṯṱẗ"),
    ('u', "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ('v', "ṽṿ"),
    ('w', "ŵẁẃẅẇẉẘ"),
    ('x', "ẋẍ"),
    ('y', "ýÿŷȳẏẙỳỵỷỹ"),
    ('z', "źżžẑẓẕ"),
    ('α', "ά"),
    ('β', "ϐ"),
    ('ε', "έϵ"),
    ('η', "ή"),
    ('θ', "ϑ"),
    ('ι', "ͺΐίϊ"),
    ('κ', "ϰ"),
    ('ο', "ό"),
    ('π', "ϖ"),
    ('ρ', "ϱ"),
    ('σ', "ςϲ"),
    ('υ', "ΰϋύϒϓϔ"),
    ('φ', "ϕ"),
    ('ω', "ώ"),
    ('г', "ґ"),
    ('е', "ѐё"),
    ('ж', "ӂ"),
    ('и', "ѝӣ"),
    ('у', "ӯ"),
];
