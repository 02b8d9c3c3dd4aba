//! Every page by a name, in one language.

use super::*;

/// The pages of one language.
struct Gallery<'a> {
    pages: &'a Pages,
    language: &'a str,
    shown: Vec<(&'static str, String)>,
}

impl Gallery<'_> {
    /// A page of an ordinary vendor.
    fn show<V: View>(&mut self, name: &'static str, view: &V) {
        self.shown.push((name, self.pages.render(self.language, &samples::site(), view).unwrap()));
    }

    /// A page of the demo's vendor.
    fn show_demo<V: View>(&mut self, name: &'static str, view: &V) {
        self.shown.push((name, self.pages.render(self.language, &samples::demo_site(), view).unwrap()));
    }
}

/// Each page by a name, in one language.
pub(super) fn every_page(pages: &Pages, language: &str) -> Vec<(&'static str, String)> {
    let mut gallery = Gallery { pages, language, shown: Vec::new() };
    for hang in [
        public,
        sign_in,
        messages,
        profile,
        address_change,
        own_licenses,
        demo,
        registering,
        renewing,
        replacing,
    ] {
        hang(&mut gallery);
    }
    gallery.shown
}

fn public(gallery: &mut Gallery<'_>) {
    let refused = Refused { problem: Problem::AlreadyRegistered, back: "/demo".to_owned() };
    gallery.show("home", &Home { signed_in: false });
    gallery.show("home-signed-in", &Home { signed_in: true });
    gallery.show("messages-schedule", &samples::schedule(gallery.language));
    gallery.show("not-found", &NotFound {});
    gallery.show("refused", &refused);
    gallery.show("broken", &Broken { mark: "4F2A".to_owned() });
}

fn sign_in(gallery: &mut Gallery<'_>) {
    let typed =
        SignIn { email: "zofia@".to_owned(), problem: Some(Problem::NotAnAddress), ..SignIn::default() };
    let on_the_way = SignIn { to: Some("/replace".to_owned()), ..SignIn::default() };
    let by_passkey = SignIn { has_passkeys: true, ..SignIn::default() };
    let sent = |problem| SignInSent { valid_minutes: 10, problem };
    let wrong = CodeProblem { problem: Problem::WrongCode, left: Some(4) };
    let confirm = SignInConfirm { action: "/my/sign-in/0123456789abcdef".to_owned() };
    gallery.show("sign-in", &SignIn::default());
    gallery.show("sign-in-passkey", &by_passkey);
    gallery.show("sign-in-again", &typed);
    gallery.show("sign-in-on-the-way", &on_the_way);
    gallery.show("sign-in-sent", &sent(None));
    gallery.show("sign-in-wrong-code", &sent(Some(wrong)));
    gallery.show("sign-in-elsewhere", &SignInElsewhere {});
    gallery.show("sign-in-confirm", &confirm);
    gallery.show("sign-in-failed", &SignInFailed {});
}

fn messages(gallery: &mut Gallery<'_>) {
    gallery.show("decline", &samples::decline(false));
    gallery.show("declined", &samples::decline(true));
    gallery.show("messages", &samples::messages());
    gallery.show("messages-no-match", &samples::no_messages(true));
    gallery.show("messages-came-back", &samples::came_back());
    gallery.show("messages-none", &samples::no_messages(false));
    gallery.show_demo("message", &samples::message());
    gallery.show("message-among-others", &samples::message_among_others());
}

fn profile(gallery: &mut Gallery<'_>) {
    gallery.show("profile", &samples::profile(true));
    gallery.show("profile-again", &samples::profile(false));
    gallery.show("erase", &erase::erase());
    gallery.show("erase-again", &erase::again());
    gallery.show("erase-sign-in", &erase::stale());
    gallery.show("erase-not-yet", &erase::not_yet());
    gallery.show("erased", &erase::erased());
}

fn address_change(gallery: &mut Gallery<'_>) {
    let elsewhere = AddressElsewhere { sign_in: "/my/sign-in?to=%2Faddress%2F01".to_owned() };
    let moved =
        AddressDone { old: "zofia@example.com".to_owned(), new: "z.wisniewska@example.org".to_owned() };
    gallery.show("address-confirm", &address::confirm());
    gallery.show("address-elsewhere", &elsewhere);
    gallery.show("address-failed", &AddressFailed {});
    gallery.show("address-taken", &AddressTaken {});
    gallery.show("address-done", &moved);
    gallery.show("address-undo", &address::undo());
    gallery.show("address-undone", &AddressUndone { old: moved.old.clone() });
    gallery.show("address-over", &AddressOver {});
}

fn own_licenses(gallery: &mut Gallery<'_>) {
    gallery.show("licenses", &licenses::licenses(Tab::Active));
    gallery.show("licenses-expired", &licenses::licenses(Tab::Expired));
    gallery.show("licenses-blocked", &licenses::licenses(Tab::Blocked));
    gallery.show("licenses-none", &licenses::no_licenses(Tab::Active));
    gallery.show("license", &licenses::license_page());
    gallery.show("license-quiet", &licenses::quiet_page());
    gallery.show("library", &licenses::library(true));
    gallery.show("library-open", &licenses::library(false));
    gallery.show("library-page", &licenses::library_page(gallery.language));
    gallery.show("certificate", &licenses::certificate(true));
    gallery.show_demo("certificate-expired", &licenses::certificate(false));
}

fn demo(gallery: &mut Gallery<'_>) {
    gallery.show_demo("demo", &samples::demo::demo());
    gallery.show_demo("demo-fresh", &samples::demo::fresh_demo());
    gallery.show_demo("demo-mail-html", &samples::demo::demo_mail(MailFace::Html));
    gallery.show_demo("demo-mail-text", &samples::demo::demo_mail(MailFace::Text));
    gallery.show_demo("demo-mail-source", &samples::demo::demo_mail(MailFace::Source));
}

fn registering(gallery: &mut Gallery<'_>) {
    gallery.show("register", &services::register(gallery.language));
    gallery.show("register-again", &services::register_again());
    gallery.show("register-doubtful", &services::register_doubtful(true));
    gallery.show("register-mistyped", &services::register_doubtful(false));
    gallery.show("registered", &services::registered(false));
    gallery.show("registered-again", &services::registered(true));
    gallery.show("too-many-tries", &services::too_many_tries(false));
    gallery.show("too-many-tries-signed-in", &services::too_many_tries(true));
    gallery.show("unmatched", &Unmatched { back: "/renew" });
}

fn renewing(gallery: &mut Gallery<'_>) {
    gallery.show("renew", &services::renew());
    gallery.show("renew-again", &services::renew_again());
    gallery.show("renew-held", &services::held());
    gallery.show("renew-held-again", &services::held_again());
    gallery.show("renew-without", &services::without(150));
    gallery.show("renew-without-bonus", &services::without(0));
    gallery.show("renew-sum", &services::sum());
    gallery.show("renew-sum-least", &services::least_sum());
    gallery.show("renew-sum-expansion", &services::expansion_sum());
    gallery.show("renewed", &services::renewed(false));
    gallery.show("expanded", &services::renewed(true));
}

fn replacing(gallery: &mut Gallery<'_>) {
    gallery.show("replace-door", &ReplaceDoor {});
    gallery.show("replace", &services::replace(true));
    gallery.show("replace-none", &services::replace(false));
    gallery.show("replace-confirm", &services::replace_confirm(None));
    gallery.show("replace-not", &services::replace_confirm(Some(Problem::NoReplacementLeft)));
    gallery.show("replaced", &services::replaced());
}
