//! Every page in every language, whole; and the promises that hold for all of them.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod languages;

use std::{borrow::Cow, collections::BTreeSet, fs, path::Path};

use tenure_domain::{
    Color, Kind, Refusal, Service, State,
    color::Grounds,
    license::Status,
    notice::{Cancel, Hold},
};

use super::{
    Content, PageFault, Pages, address_samples as address, content, erase_samples as erase,
    license_samples as licenses, samples, service_samples as services,
    view::{
        AddressDone, AddressElsewhere, AddressFailed, AddressOver, AddressTaken, AddressUndone, BlockedFor,
        Broken, CodeProblem, Demo, FateState, Home, LifeEvent, MailFace, NotFound, Problem, Refused,
        ReplaceDoor, SignIn, SignInConfirm, SignInElsewhere, SignInFailed, SignInSent, Site, Tab, Unmatched,
        Why,
    },
};

/// Each page by a name, in one language.
fn every_page(pages: &Pages, language: &str) -> Vec<(&'static str, String)> {
    let (site, demo) = (samples::site(), samples::demo_site());
    let typed =
        SignIn { email: "zofia@".to_owned(), problem: Some(Problem::NotAnAddress), ..SignIn::default() };
    let on_the_way = SignIn { to: Some("/replace".to_owned()), ..SignIn::default() };
    let by_passkey = SignIn { has_passkeys: true, ..SignIn::default() };
    let sent = |problem| SignInSent { valid_minutes: 10, problem };
    let wrong = CodeProblem { problem: Problem::WrongCode, left: Some(4) };
    let confirm = SignInConfirm { action: "/my/sign-in/0123456789abcdef".to_owned() };
    let elsewhere = AddressElsewhere { sign_in: "/my/sign-in?to=%2Faddress%2F01".to_owned() };
    let moved =
        AddressDone { old: "zofia@example.com".to_owned(), new: "z.wisniewska@example.org".to_owned() };
    let refused = Refused { problem: Problem::AlreadyRegistered, back: "/demo".to_owned() };
    let show = |page: Result<String, PageFault>| page.unwrap();
    vec![
        ("home", show(pages.render(language, &site, &Home {}))),
        ("messages-schedule", show(pages.render(language, &site, &samples::schedule(language)))),
        ("sign-in", show(pages.render(language, &site, &SignIn::default()))),
        ("sign-in-passkey", show(pages.render(language, &site, &by_passkey))),
        ("sign-in-again", show(pages.render(language, &site, &typed))),
        ("sign-in-on-the-way", show(pages.render(language, &site, &on_the_way))),
        ("sign-in-sent", show(pages.render(language, &site, &sent(None)))),
        ("sign-in-wrong-code", show(pages.render(language, &site, &sent(Some(wrong))))),
        ("sign-in-elsewhere", show(pages.render(language, &site, &SignInElsewhere {}))),
        ("sign-in-confirm", show(pages.render(language, &site, &confirm))),
        ("sign-in-failed", show(pages.render(language, &site, &SignInFailed {}))),
        ("decline", show(pages.render(language, &site, &samples::decline(false)))),
        ("declined", show(pages.render(language, &site, &samples::decline(true)))),
        ("messages", show(pages.render(language, &site, &samples::messages()))),
        ("messages-no-match", show(pages.render(language, &site, &samples::no_messages(true)))),
        ("messages-came-back", show(pages.render(language, &site, &samples::came_back()))),
        ("messages-none", show(pages.render(language, &site, &samples::no_messages(false)))),
        ("message", show(pages.render(language, &demo, &samples::message()))),
        ("profile", show(pages.render(language, &site, &samples::profile(true)))),
        ("profile-again", show(pages.render(language, &site, &samples::profile(false)))),
        ("erase", show(pages.render(language, &site, &erase::erase()))),
        ("erase-again", show(pages.render(language, &site, &erase::again()))),
        ("erase-sign-in", show(pages.render(language, &site, &erase::stale()))),
        ("erase-not-yet", show(pages.render(language, &site, &erase::not_yet()))),
        ("erased", show(pages.render(language, &site, &erase::erased()))),
        ("address-confirm", show(pages.render(language, &site, &address::confirm()))),
        ("address-elsewhere", show(pages.render(language, &site, &elsewhere))),
        ("address-failed", show(pages.render(language, &site, &AddressFailed {}))),
        ("address-taken", show(pages.render(language, &site, &AddressTaken {}))),
        ("address-done", show(pages.render(language, &site, &moved))),
        ("address-undo", show(pages.render(language, &site, &address::undo()))),
        ("address-undone", show(pages.render(language, &site, &AddressUndone { old: moved.old.clone() }))),
        ("address-over", show(pages.render(language, &site, &AddressOver {}))),
        ("licenses", show(pages.render(language, &site, &licenses::licenses(Tab::Active)))),
        ("licenses-expired", show(pages.render(language, &site, &licenses::licenses(Tab::Expired)))),
        ("licenses-blocked", show(pages.render(language, &site, &licenses::licenses(Tab::Blocked)))),
        ("licenses-none", show(pages.render(language, &site, &licenses::no_licenses(Tab::Active)))),
        ("license", show(pages.render(language, &site, &licenses::license_page()))),
        ("license-quiet", show(pages.render(language, &site, &licenses::quiet_page()))),
        ("library", show(pages.render(language, &site, &licenses::library(true)))),
        ("library-open", show(pages.render(language, &site, &licenses::library(false)))),
        ("library-page", show(pages.render(language, &site, &licenses::library_page(language)))),
        ("certificate", show(pages.render(language, &site, &licenses::certificate(true)))),
        ("certificate-expired", show(pages.render(language, &demo, &licenses::certificate(false)))),
        ("demo", show(pages.render(language, &demo, &samples::demo()))),
        ("demo-fresh", show(pages.render(language, &demo, &samples::fresh_demo()))),
        ("demo-mail-html", show(pages.render(language, &demo, &samples::demo_mail(MailFace::Html)))),
        ("demo-mail-text", show(pages.render(language, &demo, &samples::demo_mail(MailFace::Text)))),
        ("demo-mail-source", show(pages.render(language, &demo, &samples::demo_mail(MailFace::Source)))),
        ("register", show(pages.render(language, &site, &services::register(language)))),
        ("register-again", show(pages.render(language, &site, &services::register_again()))),
        ("register-doubtful", show(pages.render(language, &site, &services::register_doubtful(true)))),
        ("register-mistyped", show(pages.render(language, &site, &services::register_doubtful(false)))),
        ("registered", show(pages.render(language, &site, &services::registered(false)))),
        ("registered-again", show(pages.render(language, &site, &services::registered(true)))),
        ("too-many-tries", show(pages.render(language, &site, &services::too_many_tries(false)))),
        ("too-many-tries-signed-in", show(pages.render(language, &site, &services::too_many_tries(true)))),
        ("unmatched", show(pages.render(language, &site, &Unmatched { back: "/renew" }))),
        ("renew", show(pages.render(language, &site, &services::renew()))),
        ("renew-again", show(pages.render(language, &site, &services::renew_again()))),
        ("renew-held", show(pages.render(language, &site, &services::held()))),
        ("renew-held-again", show(pages.render(language, &site, &services::held_again()))),
        ("renew-without", show(pages.render(language, &site, &services::without(150)))),
        ("renew-without-bonus", show(pages.render(language, &site, &services::without(0)))),
        ("renew-sum", show(pages.render(language, &site, &services::sum()))),
        ("renew-sum-least", show(pages.render(language, &site, &services::least_sum()))),
        ("renew-sum-expansion", show(pages.render(language, &site, &services::expansion_sum()))),
        ("renewed", show(pages.render(language, &site, &services::renewed(false)))),
        ("expanded", show(pages.render(language, &site, &services::renewed(true)))),
        ("replace-door", show(pages.render(language, &site, &ReplaceDoor {}))),
        ("replace", show(pages.render(language, &site, &services::replace(true)))),
        ("replace-none", show(pages.render(language, &site, &services::replace(false)))),
        ("replace-confirm", show(pages.render(language, &site, &services::replace_confirm(None)))),
        (
            "replace-not",
            show(pages.render(language, &site, &services::replace_confirm(Some(Problem::NoReplacementLeft)))),
        ),
        ("replaced", show(pages.render(language, &site, &services::replaced()))),
        ("not-found", show(pages.render(language, &site, &NotFound {}))),
        ("refused", show(pages.render(language, &site, &refused))),
        ("broken", show(pages.render(language, &site, &Broken { mark: "4F2A".to_owned() }))),
    ]
}

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
    let mut demo = samples::demo();
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
    let mut mail = samples::demo_mail(MailFace::Source);
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

/// The ids that a language's file defines.
fn defined(language: &str) -> BTreeSet<String> {
    let ids = content(&format!("{language}.ftl"));
    let ids = ids.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
    ids.filter_map(|line| Some(line.split_once(" =")?.0.to_owned())).collect()
}

/// The ids put together from a beginning and a code.
fn composed() -> BTreeSet<String> {
    fn of(prefix: &str, codes: &[&str]) -> Vec<String> {
        codes.iter().map(|code| format!("{prefix}{code}")).collect()
    }
    let kinds: Vec<_> = Kind::ALL.iter().map(|kind| kind.code()).collect();
    let guides: Vec<_> = Demo::PROGRAMME.iter().map(|kind| kind.code()).collect();
    let states: Vec<_> = State::ALL.iter().map(|state| state.code()).collect();
    let statuses = [Status::Unregistered, Status::Active, Status::Expired, Status::Blocked, Status::Deleted]
        .map(Status::code);
    let tabs = Tab::ALL.map(Tab::code);
    let services = Service::ALL.map(Service::code);
    let lives: Vec<_> = LifeEvent::ALL.iter().map(|event| event.code()).collect();
    let fates: Vec<_> = FateState::ALL.iter().map(|fate| fate.code()).collect();
    let whys: Vec<_> = Why::ALL.iter().map(|why| why.code()).collect();
    let blocks: Vec<_> = BlockedFor::ALL.iter().map(|reason| reason.code()).collect();
    let problems: Vec<_> = Problem::ALL.iter().map(|problem| problem.code()).collect();
    [
        of("kind-", &kinds),
        of("about-", &kinds),
        of("guide-", &guides),
        of("state-", &states),
        of("status-", &statuses),
        of("tab-", &tabs),
        of("count-", &["days", "months"]),
        of("tab-none-", &tabs),
        of("service-", &services),
        of(LifeEvent::PREFIX, &lives),
        of(FateState::PREFIX, &fates),
        of("fate-text-", &fates),
        of(Why::PREFIX, &whys),
        of(BlockedFor::PREFIX, &blocks),
        of(Problem::PREFIX, &problems),
        of("decline-", &["never", "always", "after-expiry"]),
        of("note-", &["of-license", "of-holder"]),
        of("at-once-", &["registration", "renewal", "theft-attempt", "block"]),
        of("before-", &["expiry", "deletion"]),
        of("", &["on-expiry", "after-expiry"]),
        of("list-", &["two", "more", "last"]),
        of("steps-", &["two", "more", "last"]),
    ]
    .concat()
    .into_iter()
    .collect()
}

/// The ids written out in templates, as `t("…"`, and in the program, as `"…"`.
fn written(ids: &BTreeSet<String>) -> BTreeSet<String> {
    let templates: String =
        Content::iter().filter(|name| name.ends_with(".html")).map(|name| content(&name)).collect();
    let named = templates.split("t(\"").skip(1).filter_map(|rest| rest.split_once('"'));
    let in_templates = named.filter(|(_, rest)| !rest.starts_with(" ~")).map(|(id, _)| id.to_owned());
    let program = program(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")));
    let in_program = ids.iter().filter(|id| program.contains(&format!("\"{id}\""))).cloned();
    in_templates.chain(in_program).collect()
}

/// The server's sources apart from these tests, which name ids only to test them.
fn program(folder: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            text += &program(&path);
        } else if !path.ends_with("pages/tests.rs") && !path.ends_with("pages/tests/languages.rs") {
            text += &fs::read_to_string(&path).unwrap_or_default();
        }
    }
    text
}

#[test]
fn every_language_has_every_text_that_is_used_and_no_other() {
    let pages = Pages::embedded().unwrap();
    for language in pages.languages() {
        let defined = defined(language);
        let used: BTreeSet<String> = composed().into_iter().chain(written(&defined)).collect();
        let missing: Vec<_> = used.difference(&defined).collect();
        let unused: Vec<_> = defined.difference(&used).collect();
        assert!(missing.is_empty(), "{language}.ftl lacks {missing:?}");
        assert!(unused.is_empty(), "{language}.ftl has {unused:?}, which nothing says");
    }
}

#[test]
fn a_refusal_is_told_beside_the_field_it_is_about() {
    for (refusal, problem) in [
        (Refusal::NoMatch, Problem::NoMatch),
        (Refusal::AlreadyRegistered, Problem::AlreadyRegistered),
        (Refusal::Invalid { field: "email", words: String::new() }, Problem::NotAnAddress),
        (Refusal::Invalid { field: "serial", words: String::new() }, Problem::NotASerial),
        (Refusal::NotBlocked, Problem::NotHere),
    ] {
        assert_eq!(Problem::from(&refusal), problem);
    }
}

#[test]
fn a_stored_reason_is_told_in_plain_words() {
    let cancels = [
        Cancel::Renewed,
        Cancel::Expanded,
        Cancel::Replaced,
        Cancel::Blocked,
        Cancel::Lifted,
        Cancel::Deleted,
        Cancel::Corrected,
        Cancel::Unscheduled,
        Cancel::NoAddress,
        Cancel::AlreadyHas,
        Cancel::Operator,
        Cancel::OutOfTime,
        Cancel::Undone,
        Cancel::Erased,
    ];
    let holds = [Hold::Declined, Hold::Suppressed];
    let codes = cancels.map(Cancel::code).into_iter().chain(holds.map(Hold::code));
    for code in codes.chain(["newer_step_due", "limit_passed"]) {
        assert_eq!(Why::from_reason(code).map(Why::code), Some(code));
    }
    assert_eq!(Why::from_reason("550 5.1.1 no such user"), Some(Why::Other));
    assert_eq!(Why::from_reason(""), None);
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
