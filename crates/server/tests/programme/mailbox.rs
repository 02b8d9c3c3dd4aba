//! The mail that arrived: parsed by another library than the one that wrote it, and looked at as a holder's
//! provider would.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use mail_parser::{HeaderValue, Message, MessageParser, MimeHeaders};
use tenure_testbed::smtp::{Received, Server};

use crate::{
    door::Door,
    oracle::{Letter, kind},
};

/// One message of the server.
pub(crate) struct Mail {
    pub(crate) letter: Letter,
    pub(crate) message_id: String,
    /// The words of the text part, each line break and odd blank made one blank.
    words: String,
    html: String,
    attachments: Vec<String>,
    can_be_declined: bool,
    auto_submitted: bool,
}

/// The messages since the last look.
pub(crate) struct Mailbox<'a> {
    server: &'a Server,
    seen: usize,
    /// Which kind, step and licenses each Message-ID was about.
    pub(crate) by_message_id: BTreeMap<String, Letter>,
}

impl<'a> Mailbox<'a> {
    pub(crate) fn new(server: &'a Server) -> Self {
        Self { server, seen: 0, by_message_id: BTreeMap::new() }
    }

    pub(crate) fn new_mail(&mut self, door: &Door) -> Vec<Mail> {
        let messages = self.server.messages();
        let new: Vec<Mail> = messages[self.seen..].iter().map(|received| open(received, door)).collect();
        self.seen = messages.len();
        for mail in &new {
            let before = self.by_message_id.insert(mail.message_id.clone(), mail.letter.clone());
            assert_eq!(before, None, "a Message-ID came twice: {}", mail.message_id);
        }
        new
    }
}

fn open(received: &Received, door: &Door) -> Mail {
    let message = MessageParser::default().parse(&received.data).expect("a message that can be parsed");
    let [to] = received.to.as_slice() else { panic!("not one recipient: {:?}", received.to) };
    let header = |name: &str| text(&message, name);
    let licenses = ids(&message).iter().map(|id| door.name(id)).collect();
    Mail {
        letter: Letter {
            to: written_to(&message, to),
            kind: header("X-Tenure-Kind"),
            step: header("X-Tenure-Step"),
            language: header("Content-Language"),
            licenses,
        },
        message_id: message.message_id().unwrap_or_default().to_owned(),
        words: message.body_text(0).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" "),
        html: message.body_html(0).unwrap_or_default().into_owned(),
        attachments: message
            .attachments()
            .map(|part| part.attachment_name().unwrap_or_default().to_owned())
            .collect(),
        can_be_declined: message.header_raw("List-Unsubscribe-Post").is_some(),
        auto_submitted: header("Auto-Submitted") == "auto-generated",
    }
}

/// The address in `To`, which is also that of the envelope.
fn written_to(message: &Message<'_>, envelope: &str) -> String {
    let header = message.to().and_then(|to| to.first()).and_then(|one| one.address()).unwrap_or_default();
    assert_eq!(mailbox_of(header), mailbox_of(envelope), "To and the envelope name different people");
    mailbox_of(header)
}

/// An address as it is compared: the local part as written, the domain (which has no case) in lower case.
pub(crate) fn mailbox_of(address: &str) -> String {
    let (local, domain) = address.rsplit_once('@').unwrap_or_default();
    format!("{local}@{}", domain.to_lowercase())
}

/// The unfolded words of a header; empty when it is absent.
fn text(message: &Message<'_>, name: &str) -> String {
    message.header_raw(name).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The public ids in all `X-Tenure-License` headers.
fn ids(message: &Message<'_>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for header in
        message.headers().iter().filter(|header| header.name().eq_ignore_ascii_case("X-Tenure-License"))
    {
        let words = match &header.value {
            HeaderValue::Text(text) => text.to_string(),
            HeaderValue::TextList(list) => list.join(" "),
            other => panic!("X-Tenure-License is {other:?}"),
        };
        found.extend(words.split([',', ' ']).filter(|word| word.starts_with("lic_")).map(str::to_owned));
    }
    found
}

impl Mail {
    /// What is wrong with it, apart from who gets what when.
    pub(crate) fn faults(&self, door: &Door, days: &BTreeMap<(&'static str, String), Date>) -> Vec<String> {
        let mut faults = vec![];
        let mut demand = |is_so: bool, what: String| {
            if !is_so {
                faults.push(format!("{what}: {:?}", self.letter));
            }
        };
        demand(self.auto_submitted, "not marked as auto-generated".to_owned());
        demand(
            self.can_be_declined == self.may_be_declined(),
            format!("one-click is {}", self.can_be_declined),
        );
        let key_file = self.letter.kind == kind::KEY_FILE;
        demand(key_file != self.attachments.is_empty(), format!("attached: {:?}", self.attachments));
        demand(
            !self.words.contains("thief") && !self.html.contains("thief"),
            "repeats the thief's words".to_owned(),
        );
        demand(
            self.letter.kind == kind::SERIAL_NUMBER || !self.betrays(door),
            "tells a serial number".to_owned(),
        );
        for ((kind, name), day) in days {
            if *kind == self.letter.kind
                && self.letter.licenses.len() == 1
                && self.letter.licenses.contains(name)
            {
                demand(self.names_day(*day), format!("does not name {day}; it says: {}", self.words));
            }
        }
        faults
    }

    /// Rule 14: offers and what comes after expiry.
    fn may_be_declined(&self) -> bool {
        let offer = [kind::MOBILE_OFFER, kind::ACCOUNT_INVITATION].contains(&self.letter.kind.as_str());
        offer || self.letter.step.starts_with('+')
    }

    fn betrays(&self, door: &Door) -> bool {
        door.serials().any(|serial| self.words.contains(serial) || self.html.contains(serial))
    }

    fn names_day(&self, day: Date) -> bool {
        let (number, month, year) = (day.day(), day.month(), day.year());
        let at = usize::from(month.unsigned_abs()) - 1;
        let mut ways = vec![
            day.to_string(),
            format!("{} {number}, {year}", ENGLISH[at]),
            format!("{number} de {} de {year}", SPANISH[at]),
            format!("{year}年{month}月{number}日"),
        ];
        for months in [ENGLISH, POLISH, FRENCH, ITALIAN, RUSSIAN, UKRAINIAN] {
            ways.push(format!("{number} {} {year}", months[at]));
        }
        for months in [GERMAN, CZECH] {
            ways.push(format!("{number}. {} {year}", months[at]));
        }
        if number == 1 {
            ways.push(format!("1er {} {year}", FRENCH[at]));
        }
        ways.iter().any(|way| self.words.contains(way))
    }
}

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const POLISH: [&str; 12] = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
];

const GERMAN: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

const FRENCH: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

const SPANISH: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

const ITALIAN: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];

const CZECH: [&str; 12] = [
    "ledna",
    "února",
    "března",
    "dubna",
    "května",
    "června",
    "července",
    "srpna",
    "září",
    "října",
    "listopadu",
    "prosince",
];

const RUSSIAN: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

const UKRAINIAN: [&str; 12] = [
    "січня",
    "лютого",
    "березня",
    "квітня",
    "травня",
    "червня",
    "липня",
    "серпня",
    "вересня",
    "жовтня",
    "листопада",
    "грудня",
];
