//! What holds for the letters of every language: its own letters and words, and its own way to count.

use tenure_post::letter::{AddressConfirm, Gathered, SignIn};

use super::*;

/// The numbers that tell how languages count.
const COUNTS: [u32; 13] = [0, 1, 2, 3, 4, 5, 11, 12, 21, 22, 25, 101, 112];

/// Names in the samples, which stand in letters of every language.
const NAMES: [&str; 10] = [
    "Security Space",
    "Enterprise Suite",
    "Server Security",
    "Mail Security",
    "Mobile Security",
    "Northlight",
    "Anna Zielińska",
    "Młyn Wodny Sp. z o.o.",
    "security-space-7QX2.key",
    "Europe/Warsaw",
];

/// Latin words that languages with another script write so.
const LATIN_EVERYWHERE: [&str; 3] = ["e", "mail", "email"];

/// English words that no other language of ours has.
const ENGLISH: [&str; 30] = [
    "the", "you", "your", "license", "licenses", "and", "letter", "letters", "until", "renew", "this",
    "with", "from", "will", "been", "expires", "expired", "days", "valid", "holder", "key", "which", "when",
    "because", "address", "they", "there", "here", "please", "of",
];

/// What a letter that frightens would say, by language.
const THREATS: [(&str, &[&str]); 10] = [
    ("en", &["urgent", "last chance", "warning", "penalt", "you will lose", "immediately"]),
    ("pl", &["pilne", "ostatnia szansa", "ostrzeżenie", "stracisz", "natychmiast"]),
    ("de", &["dringend", "letzte chance", "warnung", "strafe", "verlieren sie"]),
    ("fr", &["urgent", "dernière chance", "avertissement", "pénalité", "vous perdrez"]),
    ("es", &["urgente", "última oportunidad", "advertencia", "perderá"]),
    ("it", &["urgente", "ultima possibilità", "avvertimento", "perderà"]),
    ("cs", &["naléhav", "poslední šance", "varování", "ztratíte", "přijdete o"]),
    ("ru", &["срочно", "последний шанс", "предупреждени", "потеряете", "немедленно"]),
    ("uk", &["терміново", "останній шанс", "попереджен", "втратите", "негайно"]),
    ("ja", &["至急", "緊急", "最後のチャンス", "警告"]),
];

/// What languages count, as `one|few|the rest`: the forms that may follow such a number, in whatever case.
const COUNTED: [(&str, &[&str]); 9] = [
    ("en", &["day||days", "month||months", "device||devices", "license||licenses", "minute||minutes"]),
    ("de", &["tag||tage tagen", "monat||monate monaten", "gerät||geräte geräten", "lizenz||lizenzen"]),
    ("fr", &["jour||jours", "appareil||appareils", "licence||licences", "minute||minutes"]),
    ("es", &["día||días", "mes||meses", "dispositivo||dispositivos", "licencia||licencias"]),
    ("it", &["giorno||giorni", "mese||mesi", "dispositivo||dispositivi", "licenza||licenze"]),
    (
        "pl",
        &[
            "dzień dnia|dni|dni",
            "miesiąc miesiąca|miesiące miesięcy|miesięcy",
            "urządzenie urządzenia|urządzenia urządzeń|urządzeń",
            "licencja licencję licencji|licencje licencji|licencji",
            "minuta minutę minuty|minuty minut|minut",
        ],
    ),
    (
        "cs",
        &[
            "den dne dnem|dny dní dnů|dní dnů dny",
            "měsíc měsíce|měsíce měsíců|měsíců",
            "licence licenci|licence licencí|licencí",
            "minuta minutu minuty|minuty minut|minut",
        ],
    ),
    (
        "ru",
        &[
            "день дня|дня дней|дней",
            "месяц месяца|месяца месяцев|месяцев",
            "устройство устройства|устройства устройств|устройств",
            "лицензия лицензию лицензии|лицензии лицензий|лицензий",
            "минута минуту минуты|минуты минут|минут",
        ],
    ),
    (
        "uk",
        &[
            "день дня|дні днів|днів",
            "місяць місяця|місяці місяців|місяців",
            "пристрій пристрою|пристрої пристроїв|пристроїв",
            "ліцензія ліцензію ліцензії|ліцензії ліцензій|ліцензій",
            "хвилина хвилину хвилини|хвилини хвилин|хвилин",
        ],
    ),
];

/// The letters beside `a` to `z` that a language is written with; none for a language without Latin letters.
fn alphabet(language: &str) -> (&'static str, bool) {
    match language {
        "pl" => ("ąćęłńóśźż", true),
        "de" => ("äöüß", true),
        "fr" => ("àâæçéèêëîïôœùûüÿ", true),
        "es" => ("áéíñóúü", true),
        "it" => ("àèéìîòóù", true),
        "cs" => ("áčďéěíňóřšťúůýž", true),
        "ru" => ("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", false),
        "uk" => ("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'’", false),
        "ja" => ("", false),
        _ => ("", true),
    }
}

/// The words of a letter in lower case, without names, addresses and whatever has a digit.
fn said(words: &Words) -> Vec<String> {
    let lines = words.text.lines().filter(|line| !line.starts_with("https://"));
    let text = [words.subject.as_str(), words.preheader.as_str()].into_iter().chain(lines);
    let mut text = text.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    for name in NAMES {
        text = text.replace(name, " ");
    }
    let tokens = text.split(|sign: char| !sign.is_alphanumeric()).filter(|token| !token.is_empty());
    tokens.filter(|token| !token.contains(|sign: char| sign.is_numeric())).map(str::to_lowercase).collect()
}

/// Whether a sign belongs to Japanese writing.
fn is_japanese(sign: char) -> bool {
    matches!(sign, '\u{3005}' | '\u{3041}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}')
}

#[test]
fn letters_are_written_in_the_letters_of_their_language() {
    for (name, words) in &*LETTERS {
        let language = words.language.as_str();
        let (own, is_latin) = alphabet(language);
        for word in said(words) {
            let fits = |sign: char| match language {
                "ja" => is_japanese(sign),
                _ => own.contains(sign) || (is_latin && sign.is_ascii_lowercase()),
            };
            assert!(
                word.chars().all(fits) || LATIN_EVERYWHERE.contains(&word.as_str()),
                "{name}: `{word}` is not {language}"
            );
        }
    }
}

#[test]
fn no_english_stands_in_other_languages() {
    for (name, words) in LETTERS.iter().filter(|(_, words)| words.language != "en") {
        let mixed: Vec<_> = said(words).into_iter().filter(|word| ENGLISH.contains(&word.as_str())).collect();
        assert!(mixed.is_empty(), "{name} mixes languages: {mixed:?}");
    }
}

#[test]
fn no_letter_frightens() {
    for (name, words) in &*LETTERS {
        let (_, threats) = THREATS.iter().find(|(language, _)| *language == words.language).unwrap();
        let text = format!("{} {} {}", words.subject, words.preheader, words.text).to_lowercase();
        let text = text.replace('\n', " ");
        assert!(!threats.iter().any(|threat| text.contains(threat)), "{name}\n{text}");
    }
}

#[test]
fn pages_name_their_language_and_its_direction() {
    for (name, words) in &*LETTERS {
        let opening = format!("<html lang=\"{}\" dir=\"ltr\"", words.language);
        assert!(words.html.contains(&opening), "{name}");
    }
}

#[test]
fn what_can_be_declined_says_how_in_every_language() {
    for kind in Kind::ALL {
        for (sample, facts) in samples(*kind) {
            for wording in WORDINGS.iter().filter(|wording| wording.kind == Some(*kind)) {
                let words = render(&facts, wording).unwrap();
                for part in [&words.html, &words.text, &words.portal_html] {
                    assert_eq!(facts.declinable, part.contains("/decline?"), "{wording} {sample}");
                }
            }
        }
    }
}

/// All numbers of a letter are this one, and all its days are another.
fn counting(facts: &Facts, count: u32) -> Facts {
    let mut facts = facts.clone();
    let day = |date: Option<jiff::civil::Date>| date.map(|_| jiff::civil::date(2028, 10, 28));
    (facts.expires_on, facts.deletes_on) = (day(facts.expires_on), day(facts.deletes_on));
    (facts.registered_on, facts.blocked_on) = (day(facts.registered_on), day(facts.blocked_on));
    for related in facts.previous.iter_mut().chain(&mut facts.successor) {
        related.expires_on = day(related.expires_on);
    }
    for attempt in &mut facts.attempts {
        attempt.at = jiff::civil::datetime(2028, 10, 28, 9, 47, 0, 0);
    }
    for listed in &mut facts.listed {
        (listed.expires_on, listed.deletes_on) = (day(listed.expires_on), day(listed.deletes_on));
    }
    facts.listed.truncate(6);
    (facts.devices, facts.months, facts.listed_total) = (count, count, count);
    facts.attempts_total = facts.attempts_total.min(1) * count;
    facts.days_left = i64::from(count) * facts.days_left.signum();
    facts
}

/// The letters of a text with this number in all places.
fn counted(wording: &Wording, count: u32) -> Vec<Words> {
    let Some(kind) = wording.kind else {
        let sign_in = SignIn { valid_minutes: count, ..sign_in_sample() };
        let confirm = AddressConfirm { valid_hours: count, ..address_confirm_sample() };
        let gathered = Gathered { total: count, ..gathered_sample() };
        let words = render_sign_in(&sign_in, wording)
            .or_else(|_| render_address_confirm(&confirm, wording))
            .or_else(|_| render_gathered(&gathered, wording));
        return vec![words.unwrap()];
    };
    samples(kind).iter().map(|(_, facts)| render(&counting(facts, count), wording).unwrap()).collect()
}

/// What follows each place where a number stands, in lower case; a number and what it counts share a line.
fn followers(words: &Words, count: u32) -> Vec<String> {
    let (number, whole) =
        (count.to_string(), format!("{}\n{}\n{}", words.subject, words.preheader, words.text));
    let mut followers = Vec::new();
    for line in whole.to_lowercase().lines() {
        let tokens: Vec<&str> = line.split_whitespace().collect();
        let pairs = tokens.windows(2).filter(|pair| pair[0].trim_start_matches('(') == number);
        let bare = |word: &str| {
            word.trim_end_matches(|sign: char| !sign.is_alphanumeric() && sign != '⟧').to_owned()
        };
        followers.extend(pairs.map(|pair| bare(pair[1])));
    }
    followers
}

/// The form that a language takes after a number; written down apart from ICU.
fn form(language: &str, count: u32) -> &'static str {
    let (ten, hundred) = (count % 10, count % 100);
    let is_few = (2..=4).contains(&ten) && !(12..=14).contains(&hundred);
    match language {
        "ja" => "other",
        "fr" if count < 2 => "one",
        "cs" if (2..=4).contains(&count) => "few",
        "ru" | "uk" if ten == 1 && hundred != 11 => "one",
        "pl" if count == 1 => "one",
        "pl" | "ru" | "uk" if is_few => "few",
        "pl" | "ru" | "uk" => "many",
        _ if count == 1 => "one",
        _ => "other",
    }
}

#[test]
fn what_is_counted_stands_in_the_form_of_its_number() {
    for wording in WORDINGS.iter() {
        let Some((_, nouns)) = COUNTED.iter().find(|(language, _)| *language == wording.language) else {
            continue;
        };
        for (count, words) in
            COUNTS.iter().flat_map(|count| counted(wording, *count).into_iter().map(|words| (*count, words)))
        {
            for follower in followers(&words, count) {
                for noun in nouns.iter().filter(|noun| noun.split([' ', '|']).any(|form| form == follower)) {
                    let forms: Vec<&str> = noun.split('|').collect();
                    let right = match form(&wording.language, count) {
                        "one" => forms[0],
                        "few" => forms[1],
                        _ => forms[2],
                    };
                    assert!(right.split(' ').any(|word| word == follower), "{wording}: {count} {follower}");
                }
            }
        }
    }
}

/// A text whose plurals say the name of their form instead of a word.
fn marked(wording: &Wording) -> Wording {
    let mut text = wording.body.clone();
    for form in ["one", "few", "many", "other"] {
        let opening = format!("{form}=\"");
        let mut parts = text.split(&opening).map(ToOwned::to_owned);
        let first = parts.next().unwrap();
        let rest = parts.map(|part| format!("{form}=\"⟦{form}⟧{}", &part[part.find('"').unwrap()..]));
        text = std::iter::once(first).chain(rest).collect();
    }
    match wording.kind {
        Some(kind) => Wording::parse(kind, &wording.language, &text).unwrap(),
        None => Wording::parse_other(&wording.name, &wording.language, &text).unwrap(),
    }
}

#[test]
fn no_number_is_followed_by_a_word_that_does_not_change_with_it() {
    for wording in WORDINGS.iter() {
        let marked = marked(wording);
        let changes = ["pl", "cs", "ru", "uk"].contains(&wording.language.as_str());
        for count in COUNTS {
            let right = format!("⟦{}⟧", form(&wording.language, count));
            for follower in counted(&marked, count).iter().flat_map(|words| followers(words, count)) {
                let is_mark = follower.starts_with('⟦');
                assert!(!is_mark || follower == right, "{wording}: {count} {follower}");
                let is_word = follower.chars().next().is_some_and(char::is_alphabetic);
                assert!(is_mark || !is_word || !changes, "{wording}: {count} {follower} stands in one form");
            }
        }
    }
}
