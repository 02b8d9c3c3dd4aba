//! The holder's pages: messages.

use jiff::Zoned;
use serde::Serialize;
use tenure_domain::Kind;

use super::{FateState, View};

/// Who is signed in.
#[derive(Debug, Clone, Serialize)]
pub struct Visitor {
    /// The holder's name, if one was given.
    pub name: Option<String>,
    /// The holder's address.
    pub address: String,
    /// How many messages are unread.
    pub unread: u32,
    /// Since when the address takes no mail, in the holder's zone; none where it does.
    pub came_back: Option<Zoned>,
}

/// A license as a message names it.
#[derive(Debug, Clone, Serialize)]
pub struct Concerned {
    /// The product's name in the page's language.
    pub product: String,
    /// The masked serial number.
    pub serial: String,
    /// Where its page is, if it is the reader's own.
    pub href: Option<String>,
}

/// The licenses that a message is about.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Listing {
    /// One; or, in a message that tells of several, each that it lists.
    pub licenses: Vec<Concerned>,
    /// How many it tells of, listed or not.
    pub total: usize,
}

/// What became of the e-mail of a message.
#[derive(Debug, Clone, Serialize)]
pub struct Fate {
    /// The state.
    pub state: FateState,
    /// Since when, in the holder's zone; shown where it is known.
    pub at: Option<Zoned>,
}

/// One line of the list of messages.
#[derive(Debug, Clone, Serialize)]
pub struct MessageLine {
    /// The letter's public id: the line leads to `/my/messages/{id}`.
    pub id: String,
    /// Which kind of notice it is.
    pub kind: Kind,
    /// When it went out, in the holder's zone.
    pub sent_at: Zoned,
    /// Its subject; its kind is named where that is not known.
    pub subject: Option<String>,
    /// The language of its words, a BCP 47 tag.
    pub language: String,
    /// The licenses it is about.
    pub about: Listing,
    /// Whether it was never opened here.
    pub unread: bool,
    /// What became of its e-mail.
    pub fate: Fate,
}

/// A license to choose.
#[derive(Debug, Clone, Serialize)]
pub struct LicenseChoice {
    /// Its public id.
    pub id: String,
    /// The product's name in the page's language.
    pub product: String,
    /// The masked serial number.
    pub serial: String,
}

/// Which messages are shown, and which could be.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MessageFilter {
    /// Those about this license.
    pub license: Option<String>,
    /// Those of this kind.
    pub kind: Option<Kind>,
    /// The licenses to choose from.
    pub licenses: Vec<LicenseChoice>,
    /// The kinds to choose from.
    pub kinds: Vec<Kind>,
}

/// `/my/messages`: the list, newest first.
#[derive(Debug, Clone, Serialize)]
pub struct Messages {
    /// Who is signed in.
    pub visitor: Visitor,
    /// One page of them.
    pub messages: Vec<MessageLine>,
    /// Which are shown.
    pub filter: MessageFilter,
    /// How many there are in all, as far as the filter lets them through.
    pub count: u32,
    /// Where newer ones are.
    pub newer: Option<String>,
    /// Where older ones are.
    pub older: Option<String>,
}

impl View for Messages {
    const TEMPLATE: &'static str = "messages";
}

/// A file that came with a message.
#[derive(Debug, Clone, Serialize)]
pub struct Attachment {
    /// The file's name.
    pub name: String,
    /// Where it is downloaded.
    pub href: String,
}

/// `/my/messages/{id}`: one message, as it was sent.
#[derive(Debug, Clone, Serialize)]
pub struct Message {
    /// Who is signed in.
    pub visitor: Visitor,
    /// Its subject.
    pub subject: String,
    /// When it went out, in the holder's zone.
    pub sent_at: Zoned,
    /// The language of its words, a BCP 47 tag.
    pub language: String,
    /// The address it went to.
    pub address: String,
    /// The licenses it is about.
    pub about: Listing,
    /// The words as a safe HTML fragment: headings, paragraphs, lists, tables and links, without
    /// styles and scripts. It is put into the page as it is.
    pub body_html: String,
    /// What became of its e-mail.
    pub fate: Fate,
    /// Its files.
    pub attachments: Vec<Attachment>,
    /// Whether the file of the whole message is octet for octet what was sent.
    pub is_same_file: bool,
    /// Whether its e-mail brought others too: then the file has this one alone.
    pub came_with_others: bool,
    /// Where it is; what can be done with it lies below.
    pub href: String,
}

impl View for Message {
    const TEMPLATE: &'static str = "message";
}
