//! The demo page: the clock, sample holders, captured mail, and what was decided and why.

use jiff::{Zoned, civil::Date};
use serde::Serialize;
use tenure_domain::{Kind, State, license::Status};

use super::{Duty, Problem, View, Why, as_shown};

/// What moving the clock brought about: a tick's counts.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// Where the clock stood, in the vendor's zone.
    pub from: Zoned,
    /// Where it stands now.
    pub to: Zoned,
    /// Whether Tenure was asleep in between, so that it had to catch up.
    pub slept: bool,
    /// Letters the relay took.
    pub accepted: u32,
    /// Notices left out for a newer step.
    pub superseded: u32,
    /// Notices left out because their time had passed.
    pub late: u32,
    /// Notices whose reason had ended.
    pub canceled: u32,
    /// Letters to be tried again.
    pub deferred: u32,
    /// Letters refused for good.
    pub failed: u32,
    /// Licenses deleted.
    pub deleted: u32,
}

/// One kind of the programme, and whether a mail of it was captured already.
#[derive(Debug, Clone, Serialize)]
pub struct Seen {
    /// The kind.
    pub kind: Kind,
    /// The newest captured mail of it: its page is `/demo/mails/{id}`.
    pub mail: Option<String>,
}

/// The next notice of a license.
#[derive(Debug, Clone, Serialize)]
pub struct NextNotice {
    /// Which one.
    pub duty: Duty,
    /// When, in the holder's zone.
    pub due_at: Zoned,
}

/// A license of a sample holder.
#[derive(Debug, Clone, Serialize)]
pub struct SampleLicense {
    /// The product's name in the page's language.
    pub product: String,
    /// The serial number in full: the demo's forms ask for it, and it opens nothing outside.
    pub serial: String,
    /// What it is today.
    #[serde(serialize_with = "as_shown")]
    pub state: Status,
    /// Its last day.
    pub expires_on: Option<Date>,
    /// What its holder will be told next.
    pub next: Option<NextNotice>,
}

/// A sample holder.
#[derive(Debug, Clone, Serialize)]
pub struct SampleHolder {
    /// The holder's public id: `POST /demo/holder` names it in the field `holder`.
    pub id: String,
    /// The name.
    pub name: String,
    /// The address.
    pub address: String,
    /// The language, a BCP 47 tag.
    pub language: String,
    /// The IANA name of the zone.
    pub zone: String,
    /// The time there.
    pub now: Zoned,
    /// The licenses.
    pub licenses: Vec<SampleLicense>,
}

/// One captured mail in the list.
#[derive(Debug, Clone, Serialize)]
pub struct MailLine {
    /// The letter's public id: its page is `/demo/mails/{id}`.
    pub id: String,
    /// Whom it went to.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its kind and step; `None` for mail that is no notice, such as a sign-in link.
    pub duty: Option<Duty>,
    /// When it was captured, in the vendor's zone.
    pub at: Zoned,
}

/// One entry of the time line.
#[derive(Debug, Clone, Serialize)]
pub struct Decision {
    /// When it was decided, in the vendor's zone.
    pub at: Zoned,
    /// What became of the notice.
    #[serde(serialize_with = "as_shown")]
    pub state: State,
    /// Why.
    pub why: Option<Why>,
    /// Which notice.
    pub duty: Duty,
    /// The holder's name or address.
    pub holder: String,
    /// The product's name in the page's language.
    pub product: String,
    /// The captured mail, if one went out.
    pub mail: Option<String>,
}

/// What is wrong with one field of a form.
#[derive(Debug, Clone, Serialize)]
pub struct FieldProblem {
    /// The field's name: `serial`, `previous` or `email`.
    pub field: &'static str,
    /// What is wrong.
    pub problem: Problem,
}

/// One of the small forms, with what stands in it.
#[derive(Debug, Clone, Serialize, Default)]
pub struct Form {
    /// The serial number: a new one ready to be used, or what was typed.
    pub serial: String,
    /// The serial number of the previous license; the form to renew only.
    pub previous: String,
    /// The e-mail address.
    pub email: String,
    /// What is wrong, if the form comes back.
    pub problems: Vec<FieldProblem>,
    /// Whether it was just used with success.
    pub done: bool,
}

/// `/demo`: the page that explains itself.
///
/// Its forms: `POST /demo/clock` with `move` = `notice`, `day`, `week`, `month` or `sleep`;
/// `POST /demo/holder` with `holder`; `POST /demo/register` and `POST /demo/theft` with `serial` and
/// `email`; `POST /demo/renew` with `serial`, `previous` and `email`.
#[derive(Debug, Clone, Serialize)]
pub struct Demo {
    /// The time now, in the vendor's zone.
    pub now: Zoned,
    /// When the next notice of anybody is due, in the vendor's zone.
    pub next_at: Option<Zoned>,
    /// What the last move brought about.
    pub report: Option<Report>,
    /// The six kinds of the programme, in the order in which they are to be seen.
    pub programme: Vec<Seen>,
    /// The sample holders.
    pub holders: Vec<SampleHolder>,
    /// Captured mail, newest first: the first page of it.
    pub mails: Vec<MailLine>,
    /// How many mails were captured in all.
    pub mails_in_all: u32,
    /// The time line, newest first: the first page of it.
    pub decisions: Vec<Decision>,
    /// How many decisions there are in all.
    pub decisions_in_all: u32,
    /// Register a serial number.
    pub register: Form,
    /// Renew with a new serial number.
    pub renew: Form,
    /// Try a wrong address.
    pub theft: Form,
}

impl Demo {
    /// The kinds of the programme, in the order in which they are most easily seen.
    pub const PROGRAMME: [Kind; 6] = [
        Kind::KeyFile,
        Kind::MobileOffer,
        Kind::AccountInvitation,
        Kind::RenewalReminder,
        Kind::TheftAttempt,
        Kind::BlockedLicenseDeletion,
    ];
}

impl View for Demo {
    const TEMPLATE: &'static str = "demo";
}

/// Which face of a mail is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MailFace {
    /// `/demo/mails/{id}`: the HTML part in a frame that runs nothing; the frame's source is
    /// `/demo/mails/{id}/html`.
    Html,
    /// `/demo/mails/{id}/text`: the text part.
    Text,
    /// `/demo/mails/{id}/source`: the message as it travels.
    Source,
}

/// `/demo/mails/{id}`: one captured mail.
#[derive(Debug, Clone, Serialize)]
pub struct DemoMail {
    /// What the list says of it.
    pub mail: MailLine,
    /// Its language, a BCP 47 tag.
    pub language: String,
    /// Which face is shown.
    pub face: MailFace,
    /// The text part, or the source; not used for the HTML part.
    pub text: String,
    /// The names of its attachments.
    pub attachments: Vec<String>,
}

impl View for DemoMail {
    const TEMPLATE: &'static str = "demo-mail";
}
