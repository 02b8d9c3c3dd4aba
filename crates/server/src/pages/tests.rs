//! Every page in every language, whole; and the promises that hold for all of them.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod gallery;
mod languages;
mod said;

use std::{borrow::Cow, collections::BTreeSet, fs, path::Path};

use tenure_domain::{
    Color, Kind, Refusal, Service, State,
    color::Grounds,
    license::Status,
    notice::{Cancel, Hold},
};

use super::{
    Content, PageFault, Pages, content,
    samples::{self, address, erase, licenses, services},
    view::{
        AddressDone, AddressElsewhere, AddressFailed, AddressOver, AddressTaken, AddressUndone, BlockedFor,
        Broken, CodeProblem, Demo, FateState, Home, LifeEvent, MailFace, NotFound, Problem, Refused,
        ReplaceDoor, SignIn, SignInConfirm, SignInElsewhere, SignInFailed, SignInSent, Site, Tab, Unmatched,
        View, Why,
    },
};
use gallery::every_page;

/// The languages whose pages are kept whole; what holds for all languages has tests of its own.
const KEPT_WHOLE: [&str; 2] = ["en", "pl"];

/// A page without the list of languages, so that a new language changes no page that is kept.
fn without_menu(page: &str) -> String {
    let (before, rest) = page.split_once("</summary>\n<ul class=\"bare\">").unwrap();
    let (_, after) = rest.split_once("</ul>").unwrap();
    format!("{before}</summary>{after}")
}

#[test]
fn every_page_is_as_it_was_seen_last() {
    let pages = Pages::embedded().unwrap();
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let _bound = settings.bind_to_scope();
    for language in KEPT_WHOLE {
        for (name, page) in every_page(&pages, language) {
            insta::assert_snapshot!(format!("{name}.{language}"), without_menu(&page));
        }
    }
}

/// Elements that have no end tag.
const VOID: &[&str] = &["meta", "link", "br", "input", "img", "hr"];

/// Walks over the tags; panics at one that does not fit, and answers all `id`s.
fn walk(name: &str, page: &str) -> Vec<String> {
    let mut open: Vec<String> = Vec::new();
    let mut ids = Vec::new();
    for piece in page.split('<').skip(1) {
        let (tag, _) = piece.split_once('>').unwrap_or_else(|| panic!("{name}: `<{piece}` has no end"));
        let word = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap_or_default();
        if tag.starts_with('/') {
            assert_eq!(open.pop().as_deref(), Some(word), "{name}: `<{tag}>` closes another element");
        } else if !tag.starts_with('!') && !tag.ends_with('/') && !VOID.contains(&word) {
            open.push(word.to_owned());
        }
        ids.extend(tag.split(" id=\"").nth(1).map(|rest| rest.split('"').next().unwrap().to_owned()));
    }
    assert!(open.is_empty(), "{name}: {open:?} stay open");
    ids
}

#[test]
fn every_page_is_well_formed_and_its_references_resolve() {
    let pages = Pages::embedded().unwrap();
    for language in pages.languages() {
        for (name, page) in every_page(&pages, language) {
            let ids = walk(name, &page);
            let distinct: BTreeSet<_> = ids.iter().collect();
            assert_eq!(distinct.len(), ids.len(), "{name}: an id stands twice in {ids:?}");
            for attribute in [" for=\"", " href=\"#", " aria-labelledby=\"", " aria-describedby=\""] {
                for rest in page.split(attribute).skip(1) {
                    for target in rest.split('"').next().unwrap().split(' ') {
                        assert!(ids.iter().any(|id| id == target), "{name}: nothing has the id `{target}`");
                    }
                }
            }
        }
    }
}

#[test]
fn pages_have_no_script_but_one_for_passkeys_no_style_attribute_and_no_other_host() {
    let pages = Pages::embedded().unwrap();
    for (name, page) in every_page(&pages, "en") {
        let page = page.replacen("<script src=\"/assets/passkey.js\" defer></script>", "", 1);
        for forbidden in ["<script", " style=", "<style", " onclick", " src=\"http", "url("] {
            assert!(!page.contains(forbidden), "{name} has {forbidden}");
        }
    }
    let css = String::from_utf8(Pages::asset("tenure.css").unwrap().bytes).unwrap();
    assert!(!css.contains("url(") && !css.contains("@import"));
}

#[test]
fn hostile_values_are_text() {
    let hostile = "<script>alert('\"&</script>";
    let pages = Pages::embedded().unwrap();
    let site = Site {
        vendor: hostile.to_owned(),
        url: Some("\"><i>".to_owned()),
        address: hostile.to_owned(),
        logo: None,
        query: "kind=\"><i>&".to_owned(),
        demo: true,
    };
    let mut demo = samples::demo::demo();
    demo.mails[0].subject = hostile.to_owned();
    demo.mails[0].to = hostile.to_owned();
    demo.decisions[0].holder = hostile.to_owned();
    demo.holders[0].name = hostile.to_owned();
    demo.holders[0].licenses[0].product = hostile.to_owned();
    demo.renew.serial = hostile.to_owned();
    let mut message = samples::message();
    message.subject = hostile.to_owned();
    message.visitor.name = Some(hostile.to_owned());
    message.attachments[0].name = hostile.to_owned();
    let mut mail = samples::demo::demo_mail(MailFace::Source);
    mail.text = hostile.to_owned();
    let typed = SignIn {
        email: hostile.to_owned(),
        problem: None,
        to: Some(hostile.to_owned()),
        has_passkeys: false,
    };
    let mut register = services::register_again();
    register.name = hostile.to_owned();
    let mut renew = services::renew_again();
    renew.typed.previous = hostile.to_owned();
    let mut sum = services::sum();
    sum.typed.serial = hostile.to_owned();
    let mut schedule = samples::schedule("en");
    schedule.notices[1].plans[0].except = vec![hostile.to_owned()];
    for page in [
        pages.render("en", &site, &demo),
        pages.render("pl", &site, &message),
        pages.render("pl", &site, &mail),
        pages.render("en", &site, &typed),
        pages.render("en", &site, &register),
        pages.render("en", &site, &renew),
        pages.render("en", &site, &sum),
        pages.render("en", &site, &schedule),
    ] {
        let page = page.unwrap();
        assert!(!page.contains("<script") && !page.contains("<i>"), "{page}");
        assert!(page.contains("&lt;script&gt;"), "{page}");
    }
}

#[test]
fn the_letter_itself_stands_in_its_page_as_it_is() {
    let pages = Pages::embedded().unwrap();
    let message = samples::message();
    assert!(pages.render("pl", &samples::site(), &message).unwrap().contains(&message.body_html));
}

fn steps_told(language: &str, kind: Kind, segment: usize) -> String {
    let pages = Pages::embedded().unwrap();
    let page = pages.render(language, &samples::site(), &samples::schedule(language)).unwrap();
    let section = page.split(&format!("id=\"kind-{kind}\"")).nth(1).unwrap();
    let told = section.split("<dd>").nth(segment + 1).unwrap();
    told.split('<').next().unwrap().to_owned()
}

#[test]
fn steps_are_told_by_the_lists_and_plurals_of_the_language() {
    for (language, segment, words) in [
        ("en", 0, "30 days before expiry, on the expiry date, and 20 and 40 days after expiry"),
        ("en", 1, "60 and 30 days before expiry, on the expiry date, and 20 and 40 days after expiry"),
        ("pl", 0, "30 dni przed wygaśnięciem, w dniu wygaśnięcia oraz 20 i 40 dni po wygaśnięciu"),
        ("pl", 1, "60 i 30 dni przed wygaśnięciem, w dniu wygaśnięcia oraz 20 i 40 dni po wygaśnięciu"),
    ] {
        assert_eq!(steps_told(language, Kind::RenewalReminder, segment), words);
    }
    assert_eq!(
        steps_told("en", Kind::BlockedLicenseDeletion, 0),
        "30 days before the expiry date of the blocked license"
    );
    assert_eq!(steps_told("pl", Kind::BlockedLicenseDeletion, 1), "nie wysyłamy");
}

#[test]
fn polish_counts_one_few_and_many() {
    let pages = Pages::embedded().unwrap();
    for (count, words) in [
        (1, "Wysłano 1 wiadomość"),
        (2, "Wysłano 2 wiadomości"),
        (5, "Wysłano 5 wiadomości"),
        (22, "Wysłano 22 wiadomości"),
    ] {
        assert_eq!(pages.text("pl", "report-accepted", &[("count", count.into())]).unwrap(), words);
    }
    for (days, words) in
        [(0, "Wygasa dzisiaj"), (1, "Pozostał 1 dzień"), (3, "Pozostały 3 dni"), (12, "Pozostało 12 dni")]
    {
        assert_eq!(pages.text("pl", "license-days-left", &[("days", days.into())]).unwrap(), words);
    }
}

#[test]
fn a_missing_text_argument_or_language_is_a_fault() {
    let pages = Pages::embedded().unwrap();
    assert!(matches!(pages.text("en", "no-such-text", &[]), Err(PageFault::MissingText { .. })));
    assert!(matches!(pages.text("en", "home-lead", &[]), Err(PageFault::BrokenText { .. })));
    assert!(matches!(pages.text("xx", "my-messages", &[]), Err(PageFault::UnknownLanguage(_))));
}

#[test]
fn the_vendors_color_is_made_legible_for_the_very_grounds_of_the_style_sheet() {
    let css = String::from_utf8(Pages::asset("tenure.css").unwrap().bytes).unwrap();
    let (light, dark) = css.split_once("prefers-color-scheme: dark").unwrap();
    for (css, grounds) in [(light, Grounds::LIGHT), (dark, Grounds::DARK)] {
        for (name, color) in [("ground", grounds.ground), ("paper", grounds.paper)] {
            assert!(css.contains(&format!("--{name}: {color};")), "--{name}: {color}");
        }
    }
    let style = Pages::vendor_style(Color([0xff, 0xe0, 0]));
    assert_eq!(style.matches("--accent: #").count(), 2);
    assert!(!css.contains("--accent:"), "the accent comes from the vendor's color alone");
}

#[test]
fn assets_are_served_by_name_and_nothing_else_is() {
    assert_eq!(Pages::asset("tenure.css").unwrap().content_type, "text/css; charset=utf-8");
    assert_eq!(Pages::asset("passkey.js").unwrap().content_type, "text/javascript; charset=utf-8");
    assert_eq!(Pages::asset("mark.svg").unwrap().content_type, "image/svg+xml");
    for name in ["home.html", "pl.ftl", "../letters/x.css", "none.css", "css"] {
        assert_eq!(Pages::asset(name), None, "{name}");
    }
}

#[test]
fn each_template_belongs_to_a_view() {
    let templates: BTreeSet<_> = Content::iter()
        .filter(|name| name.ends_with(".html"))
        .filter(|name| !name.starts_with('_'))
        .collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pages/view");
    let named = fs::read_dir(folder).unwrap().flat_map(|file| {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let names = text.split("const TEMPLATE: &'static str = \"").skip(1);
        names.map(|rest| format!("{}.html", rest.split('"').next().unwrap())).collect::<Vec<_>>()
    });
    let named: BTreeSet<_> = named.map(Cow::from).collect();
    assert_eq!(templates, named);
}
