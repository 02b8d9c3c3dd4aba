//! Every letter in every language: whole, as it is read, and what must hold for each of them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "letters/languages.rs"]
mod languages;

use std::sync::LazyLock;

use insta::{Settings, assert_snapshot};
use tenure_domain::Kind;
use tenure_post::letter::{
    Facts, Vendor, Wording, Wordings, Words, address_confirm_sample, gathered_sample, render,
    render_address_confirm, render_gathered, render_sign_in, samples, sign_in_sample,
};
use textwrap::core::display_width;

/// The program's own texts.
static WORDINGS: LazyLock<Wordings> = LazyLock::new(|| Wordings::embedded().unwrap());

/// Languages that the program speaks.
static LANGUAGES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut languages: Vec<&str> = WORDINGS.iter().map(|wording| wording.language.as_str()).collect();
    languages.sort_unstable();
    languages.dedup();
    languages
});

/// Languages whose snapshots hold the page beside the text. The pages of the others have the same tags,
/// and a test of its own says that they have the words of the text.
const SHOWN_AS_PAGES: [&str; 2] = ["en", "pl"];

/// A letter of a test: its name, and its words.
type Letter = (String, Words);

/// Every kind with every sample in every language, and the letters that are no notices: written once for all tests.
static LETTERS: LazyLock<Vec<Letter>> = LazyLock::new(letters);

fn letters() -> Vec<Letter> {
    let wordings = &*WORDINGS;
    let mut letters = letters_of(|_| {});
    for language in LANGUAGES.iter().copied() {
        let wording = wordings.choose_sign_in(language, language).unwrap();
        letters.push((format!("sign-in.{language}"), render_sign_in(&sign_in_sample(), wording).unwrap()));
        let wording = wordings.choose_address_confirm(language, language).unwrap();
        let confirm = render_address_confirm(&address_confirm_sample(), wording).unwrap();
        letters.push((format!("address-confirm.{language}"), confirm));
        let wording = wordings.find_gathered(language).unwrap();
        let gathered = render_gathered(&gathered_sample(), wording).unwrap();
        letters.push((format!("gathered.{language}"), gathered));
    }
    letters
}

/// Every kind with every sample in every language, with something about the facts changed.
fn letters_of(change: impl Fn(&mut Facts)) -> Vec<Letter> {
    let wordings = &*WORDINGS;
    let mut letters = Vec::new();
    for (kind, language) in
        Kind::ALL.iter().flat_map(|kind| LANGUAGES.iter().map(|language| (*kind, *language)))
    {
        let wording = wordings.find(kind, language).unwrap();
        for (sample, mut facts) in samples(kind) {
            change(&mut facts);
            letters.push((format!("{kind}.{sample}.{language}"), render(&facts, wording).unwrap()));
        }
    }
    letters
}

/// One sample in one language, with something about the facts changed.
fn letter(kind: Kind, language: &str, change: impl Fn(&mut Facts)) -> Words {
    let (_, mut facts) = samples(kind).remove(0);
    change(&mut facts);
    render(&facts, WORDINGS.find(kind, language).unwrap()).unwrap()
}

/// Names all products of a letter so.
fn name_products(facts: &mut Facts, name: &str) {
    name.clone_into(&mut facts.product);
    facts.listed.iter_mut().for_each(|listed| name.clone_into(&mut listed.product));
}

/// How large a page may be, in octets.
const MOST_BYTES: usize = 40_000;
/// What is larger is cut off by mail readers, in octets.
const CUT_OFF_BYTES: usize = 102_000;

/// How often each tag stands in a page: what names and products must not change.
fn structure(html: &str) -> Vec<(&'static str, usize)> {
    let tags = [
        "<a ",
        "<p",
        "<h1",
        "<h2",
        "<table",
        "<tr",
        "<td",
        "<th",
        "<li",
        "<strong",
        "<blockquote",
        "<code",
        "<em",
        "<img",
        "<script",
        "<br",
    ];
    tags.map(|tag| (tag, html.matches(tag).count())).to_vec()
}

/// The words of a page without its tags.
fn words_of_html(html: &str) -> Vec<String> {
    let mut text = String::new();
    let mut inside = false;
    for sign in html.chars() {
        match sign {
            '<' => {
                inside = true;
                text.push(' ');
            }
            '>' => inside = false,
            sign if !inside => text.push(sign),
            _ => {}
        }
    }
    words_of(&text)
}

/// The words of a text without the addresses.
fn words_of(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| !line.starts_with("https://"));
    let words =
        lines.flat_map(|line| line.split(|sign: char| !sign.is_alphanumeric()).map(ToOwned::to_owned));
    words.filter(|word| !word.is_empty()).collect()
}

/// A page without its styles, which are the same in all letters and are shown in whole pages of their own.
fn without_styles(html: &str) -> String {
    let cut = |text: &str, from: &str, to: &str| {
        let mut parts = text.split(from).map(ToOwned::to_owned);
        let first = parts.next().unwrap();
        let rest = parts.map(|part| part[part.find(to).unwrap() + to.len()..].to_owned());
        std::iter::once(first).chain(rest).collect::<String>()
    };
    let plain = cut(&cut(html, " style=\"", "\""), "<!--[if mso]><style", "<![endif]-->\n");
    cut(&plain, "<style", "</style>\n")
}

/// Compares what the tests agreed on.
fn agreed(name: &str, whole: &str) {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("letters");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!(name, whole));
}

#[test]
fn every_letter_reads_as_it_was_agreed() {
    for (name, Words { subject, preheader, text, html, language, .. }) in &*LETTERS {
        let mut whole = format!("Subject: {subject}\nPreheader: {preheader}\n\n{text}");
        if SHOWN_AS_PAGES.contains(&language.as_str()) {
            whole = format!("{whole}\n{}", without_styles(html));
        }
        agreed(name, &whole);
    }
}

#[test]
fn every_kind_of_letter_looks_as_it_was_agreed() {
    for kind in Kind::ALL {
        let words = letter(*kind, "en", |_| {});
        agreed(&format!("page.{kind}"), &words.html);
    }
}

#[test]
fn no_letter_contains_an_unresolved_variable() {
    for (name, words) in &*LETTERS {
        for part in [&words.subject, &words.preheader, &words.text, &words.html, &words.portal_html] {
            for trace in ["{{", "}}", "{%", "%}", "undefined", "&#", "&amp;#"] {
                assert!(!part.contains(trace), "{name} contains {trace}");
            }
            let none = part.split(|sign: char| !sign.is_alphanumeric()).any(|word| word == "none");
            assert!(!none || part == &words.html, "{name} says none");
        }
    }
}

#[test]
fn subjects_are_short_and_nobody_shouts() {
    for month in [2, 9, 10] {
        let changed = letters_of(|facts| {
            let day = |date: Option<jiff::civil::Date>| date.map(|_| jiff::civil::date(2028, month, 28));
            (facts.expires_on, facts.deletes_on) = (day(facts.expires_on), day(facts.deletes_on));
            for listed in &mut facts.listed {
                (listed.expires_on, listed.deletes_on) = (day(listed.expires_on), day(listed.deletes_on));
            }
            facts.listed_total = facts.listed_total.saturating_mul(10);
            for attempt in &mut facts.attempts {
                attempt.at = attempt.at.with().month(month).build().unwrap();
            }
        });
        for (name, words) in changed {
            assert!(words.subject.chars().count() < 60, "{name}: {}", words.subject);
            assert!(
                !words.text.contains(['!', '¡', '！']) && !words.subject.contains(['!', '¡', '！']),
                "{name}"
            );
        }
    }
}

#[test]
fn polish_letters_count_as_polish_does() {
    for (devices, counted) in [
        (1, "1 urządzenie:"),
        (2, "2 urządzenia:"),
        (3, "3 urządzenia:"),
        (4, "4 urządzenia:"),
        (5, "5 urządzeń:"),
        (11, "11 urządzeń:"),
        (12, "12 urządzeń:"),
        (21, "21 urządzeń:"),
        (22, "22 urządzenia:"),
        (25, "25 urządzeń:"),
        (101, "101 urządzeń:"),
        (112, "112 urządzeń:"),
        (0, "0 urządzeń:"),
    ] {
        let words = letter(Kind::SerialNumber, "pl", |facts| facts.devices = devices);
        assert!(words.text.contains(counted), "{counted}\n{}", words.text);
    }
}

#[test]
fn reminders_speak_of_days_before_on_and_after_the_day() {
    for (days, polish, english) in [
        (0, "wygasa dziś", "expires today"),
        (1, "wygasa jutro", "expires tomorrow"),
        (2, "wygasa za 2 dni", "expires in 2 days"),
        (5, "wygasa za 5 dni", "expires in 5 days"),
        (22, "wygasa za 22 dni", "expires in 22 days"),
        (101, "wygasa za 101 dni", "expires in 101 days"),
        (-1, "wygasła wczoraj", "expired yesterday"),
        (-21, "wygasła 21 dni temu", "expired 21 days ago"),
        (-40, "wygasła 40 dni temu", "expired 40 days ago"),
    ] {
        for (language, said) in [("pl", polish), ("en", english)] {
            let words = letter(Kind::RenewalReminder, language, |facts| facts.days_left = days);
            assert!(words.text.lines().next().unwrap().ends_with(said), "{said}\n{}", words.text);
        }
    }
}

#[test]
fn names_and_products_of_strangers_stay_data() {
    let plain = letters_of(|facts| {
        facts.holder_name = Some("Anna".to_owned());
        facts.listed.truncate(4);
        name_products(facts, "Product");
    });
    for hostile in [
        "Jan\r\nBcc: victim@example.com\r\n\r\n# Heading\n\n- item\n\n---\n",
        "\u{202e}moc.live\u{2066}\u{200f} Jan",
        "👩‍👩‍👧‍👦 Żółć 🎉",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "[Jan](https://evil.example) **bold** `code` | a | b |\n|---|---| ![x](https://evil.example/x.png)",
        "{{ serial_full }} {% for a in b %} {# comment #} &#42; &lt;b&gt;",
        "a\" onclick=\"alert(1)\" 'b' </td></tr></table><p>",
        "\\* \\` \\| 1. - + > # ~~~ === *a* _b_",
    ] {
        let attacked = letters_of(|facts| {
            facts.holder_name = Some(hostile.to_owned());
            facts.listed.truncate(4);
            name_products(facts, hostile);
            facts.vendor.name = "Northlight".to_owned();
        });
        for ((name, plain), (_, words)) in plain.iter().zip(attacked) {
            assert_eq!(structure(&words.portal_html), structure(&plain.portal_html), "{name}: {hostile}");
            assert_eq!(structure(&words.html), structure(&plain.html), "{name}: {hostile}");
            assert!(!words.subject.contains(['\r', '\n', '\u{202e}', '\u{2066}', '\u{200f}']), "{name}");
            assert!(!words.text.contains(['\r', '\u{202e}', '\u{2066}', '\u{200f}']), "{name}");
            assert!(!words.html.contains(['\u{202e}', '\u{2066}', '\u{200f}']), "{name}");
        }
    }
}

#[test]
fn hostile_data_is_shown_as_it_was_written() {
    let name = "<b>Jan</b> **x** {{ y }} | z";
    let words = letter(Kind::KeyFile, "en", |facts| facts.holder_name = Some(name.to_owned()));
    assert!(words.text.contains(name), "{}", words.text);
    assert!(words.html.contains("&lt;b&gt;Jan&lt;/b&gt; **x** {{ y }} | z"), "{}", words.html);
}

#[test]
fn a_name_of_ten_thousand_letters_leaves_the_letter_readable() {
    for name in ["ż".repeat(10_000), "żó ".repeat(10_000)] {
        for (letter, words) in letters_of(|facts| {
            facts.holder_name = Some(name.clone());
            name_products(facts, &name);
        }) {
            assert!(words.subject.chars().count() <= 150, "{letter}");
            assert!(words.html.len() < CUT_OFF_BYTES, "{letter}");
        }
    }
}

#[test]
fn the_whole_serial_number_stands_only_in_the_letters_that_deliver_it() {
    let secret = "ZZZZ-ZZZZ-ZZZZ-7QX2";
    for kind in Kind::ALL.iter().copied() {
        for (sample, mut facts) in samples(kind) {
            facts.serial_full = Some(secret.to_owned());
            for language in LANGUAGES.iter().copied() {
                let words = render(&facts, WORDINGS.find(kind, language).unwrap()).unwrap();
                assert_eq!(
                    words.text.contains(secret),
                    Facts::delivers_serial(kind),
                    "{kind} {sample} {language}"
                );
                assert_eq!(
                    words.html.contains(secret),
                    Facts::delivers_serial(kind),
                    "{kind} {sample} {language}"
                );
                assert!(!words.subject.contains(secret) && !words.preheader.contains(secret), "{kind}");
            }
        }
    }
}

#[test]
fn a_text_cannot_ask_for_the_whole_serial_number_elsewhere() {
    let text = "---\nsubject: a\npreheader: b\n---\n# c\n\n{{ serial_full }}\n";
    let fault = Wording::parse(Kind::KeyFile, "en", text).unwrap_err();
    assert_eq!((fault.file.as_str(), fault.line), ("key-file/en.md", 7));
    assert!(Wording::parse(Kind::LicenseReplaced, "en", text).is_ok());
}

#[test]
fn letters_about_theft_never_say_what_the_stranger_typed_and_say_where_and_how_often() {
    let words = letter(Kind::TheftAttempt, "en", |facts| facts.attempts_total = 12);
    for said in ["22 November 2026 at 09:47 (Europe/Warsaw)", "registration", "12 times", "not blocked"] {
        assert!(words.text.replace('\n', " ").contains(said), "{said}\n{}", words.text);
    }
}

#[test]
fn every_language_has_every_letter() {
    let wordings = &*WORDINGS;
    assert_eq!(wordings.missing(LANGUAGES.as_slice()), []);
    let missing = wordings.missing(&["tlh"]);
    assert_eq!(missing.len(), Kind::ALL.len() + 3);
    assert!(missing[0].to_string().contains("content/letters/serial-number/tlh.md"), "{}", missing[0]);
}

#[test]
fn polish_letters_guess_nobodys_gender() {
    for (name, words) in LETTERS.iter().filter(|(_, words)| words.language == "pl") {
        for word in words_of(&words.text).iter().map(|word| word.to_lowercase()) {
            let guesses = ["łeś", "łaś", "łem", "łam", "łbyś", "łabyś"].iter().any(|end| word.ends_with(end));
            assert!(
                !guesses && !["pan", "pani", "panu", "państwo"].contains(&word.as_str()),
                "{name}: {word}"
            );
        }
    }
}

#[test]
fn mail_text_and_portal_say_the_same() {
    for (name, words) in &*LETTERS {
        assert_eq!(words_of(&words.text).concat(), words_of_html(&words.portal_html).concat(), "{name}");
    }
}

#[test]
fn text_has_72_columns_except_for_addresses() {
    for (name, words) in &*LETTERS {
        for line in words.text.lines().filter(|line| !line.starts_with("https://")) {
            assert!(display_width(line) <= 72, "{name}: {line}");
            assert_eq!(line, line.trim_end(), "{name}");
        }
    }
}

#[test]
fn pages_are_small_and_load_nothing() {
    for (name, words) in &*LETTERS {
        assert!(words.html.len() < MOST_BYTES, "{name} has {} bytes", words.html.len());
        for loaded in ["<img", "<link", "<script", "url(", "@import", "src="] {
            assert!(!words.html.contains(loaded), "{name} loads by {loaded}");
        }
        assert!(words.html.contains("prefers-color-scheme: dark"), "{name}");
    }
}

#[test]
fn a_text_of_another_kind_is_not_used() {
    let wordings = &*WORDINGS;
    let (_, facts) = samples(Kind::KeyFile).remove(0);
    let fault = render(&facts, wordings.find(Kind::MobileOffer, "en").unwrap()).unwrap_err();
    assert_eq!(fault.to_string(), "mobile-offer/en.md is no text for key-file");
    assert!(render_sign_in(&sign_in_sample(), wordings.find(Kind::MobileOffer, "en").unwrap()).is_err());
}

#[test]
fn a_fact_that_is_not_there_is_a_fault_that_names_the_line() {
    let (_, mut facts) = samples(Kind::RenewalReminder).remove(0);
    facts.expires_on = None;
    let fault = render(&facts, WORDINGS.find(Kind::RenewalReminder, "en").unwrap()).unwrap_err();
    assert!(fault.to_string().starts_with("renewal-reminder/en.md:9: "), "{fault}");
}

#[test]
fn the_vendor_comes_from_the_facts() {
    let vendor = Vendor {
        name: "Młyn & Syn".to_owned(),
        url: "https://mlyn.example/?a=1&b=2".to_owned(),
        ..Vendor::default()
    };
    let words = letter(Kind::AccountInvitation, "pl", |facts| facts.vendor = vendor.clone());
    assert!(words.text.contains("Młyn & Syn") && words.html.contains("Młyn &amp; Syn"), "{}", words.html);
    assert!(words.html.contains("https://mlyn.example/?a=1&amp;b=2"), "{}", words.html);
}

#[test]
fn letters_wear_the_vendors_logo_color_and_address() {
    let words = letter(Kind::RenewalReminder, "en", |facts| {
        facts.vendor.logo = "https://licenses.example.com/assets/logo.png".to_owned();
        facts.vendor.color = "#ffe14d".to_owned();
        facts.vendor.address = "1 <Harbour> Street\nDublin".to_owned();
    });
    let logo = "src=\"https://licenses.example.com/assets/logo.png\"";
    let picture = words.html.split("<img").nth(1).unwrap().split('>').next().unwrap();
    assert!(picture.contains(logo) && picture.contains("alt=\"Northlight\""), "{picture}");
    assert!(words.html.contains("Northlight<br>1 &lt;Harbour&gt; Street<br>Dublin"), "{}", words.html);
    assert!(words.text.ends_with("\n\nNorthlight\n1 <Harbour> Street\nDublin\n"), "{}", words.text);
    // Yellow cannot be read on white: links get a dark shade of it, and dark pages the color itself.
    let button = words.html.split("class=\"button\"").nth(1).unwrap().split('>').next().unwrap();
    assert!(!button.contains("#ffe14d") && button.contains("color: #ffffff"), "{button}");
    assert!(words.html.contains("background-color: #ffe14d !important"), "{}", words.html);
    assert!(!words.portal_html.contains("<img"));
}

#[test]
fn a_language_from_right_to_left_is_laid_out_so() {
    let text = "---\nsubject: a\npreheader: b\nbutton: c\nlink: renew\n---\n# d\n\n- e\n\n{{ button }}\n";
    let wording = Wording::parse(Kind::RenewalReminder, "he", text).unwrap();
    let page = render(&samples(Kind::RenewalReminder).remove(0).1, &wording).unwrap().html;
    assert!(page.contains("<html lang=\"he\" dir=\"rtl\""), "{page}");
    assert!(page.contains("padding-right: 20px") && page.contains("align=\"right\""), "{page}");
    assert!(!page.contains("padding-left: 20px") && !page.contains("align=\"left\""), "{page}");
}

#[test]
fn the_same_facts_make_the_same_letter() {
    assert_eq!(letters(), *LETTERS);
}
