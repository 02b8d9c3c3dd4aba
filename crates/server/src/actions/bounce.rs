//! Bounces and complaints: what a report says of a letter is settled, once.

use jiff::Timestamp;
use tenure_domain::{
    HolderId, State,
    report::{Report, What, declined_by_complaint},
};
use tenure_post::{bounce::Heard, verp};
use tenure_store::{
    Fault, Tx, holder,
    letter::{self, Letter},
    notice, report as reports,
};

use super::{Desk, suppress::suppress};

/// What came of a message that came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settlement {
    /// It has no return path of ours: made up, or sent here by mistake.
    NoLetterNamed,
    /// It is about a letter, and is no report, or one that all went well.
    NoReport,
    /// The letter it is about is not kept: one to sign in, or of somebody who was forgotten.
    LetterGone,
    /// The same was told before.
    Again,
    /// It is kept at the notice, and changes nothing.
    Remarked,
    /// The letter came back.
    Bounced {
        /// Whether its address takes no mail from now on.
        is_suppressed: bool,
    },
    /// Its receiver called it unwanted.
    Complained,
}

impl Settlement {
    /// The name used at the door.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoLetterNamed => "no_letter_named",
            Self::NoReport => "no_report",
            Self::LetterGone => "letter_gone",
            Self::Again => "again",
            Self::Remarked => "remarked",
            Self::Bounced { .. } => "bounced",
            Self::Complained => "complained",
        }
    }

    /// Whether it led to nothing.
    pub const fn is_ignored(self) -> bool {
        matches!(self, Self::NoLetterNamed | Self::NoReport | Self::LetterGone | Self::Again)
    }

    /// What it means, for whoever handed it over.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NoLetterNamed => "ignored: it names no letter of ours",
            Self::NoReport => "ignored: it is no report of a bounce or a complaint",
            Self::LetterGone => "ignored: its letter is not kept",
            Self::Again => "ignored: this was told before",
            Self::Remarked => "kept at the notice",
            Self::Bounced { is_suppressed: true } => {
                "the letter came back, and its address takes no mail from now on"
            }
            Self::Bounced { is_suppressed: false } => "the letter came back",
            Self::Complained => "a complaint: what can be declined is declined",
        }
    }

    /// Tells the log: all that is kept of what is ignored.
    pub fn log(self) {
        tracing::info!(came_of_it = self.code(), "a message came in");
    }
}

/// Settles what was heard; `recipient` is the address to which it came, where that is known beside the message.
pub fn settle_report(
    tx: &mut Tx,
    desk: &Desk,
    heard: &Heard,
    recipient: Option<&str>,
    now: Timestamp,
) -> Result<Settlement, Fault> {
    let mut named = recipient.into_iter().chain(heard.addresses.iter().map(String::as_str));
    let Some(id) = named.find_map(|address| verp::read(address, &desk.keys.message_id)) else {
        return Ok(Settlement::NoLetterNamed);
    };
    let Some(report) = &heard.report else { return Ok(Settlement::NoReport) };
    let Some(letter) = letter::find(tx, &desk.keys.vault, id)? else { return Ok(Settlement::LetterGone) };
    if !reports::insert(tx, id, report, now)? {
        return Ok(Settlement::Again);
    }
    match report.what {
        What::Delayed => Ok(Settlement::Remarked),
        What::Undelivered => {
            come_back(tx, &letter, State::Bounced, report)?;
            Ok(Settlement::Bounced { is_suppressed: false })
        }
        What::NoAddress => {
            come_back(tx, &letter, State::Bounced, report)?;
            let (to, written_at) = ((letter.address.as_str(), id), letter.written_at);
            let is_suppressed = suppress(tx, desk, to, report.reason(), written_at, now)?;
            Ok(Settlement::Bounced { is_suppressed })
        }
        What::Complaint => {
            come_back(tx, &letter, State::Complained, report)?;
            decline_all(tx, desk, letter.holder)?;
            Ok(Settlement::Complained)
        }
    }
}

/// Every notice that the letter told of and the relay took ends so.
fn come_back(tx: &mut Tx, letter: &Letter, state: State, report: &Report) -> Result<(), Fault> {
    for told in notice::lock_accepted(tx, letter.id)? {
        notice::come_back(tx, &told, state, &report.reason())?;
    }
    Ok(())
}

/// Whoever complains gets no more of what can be declined; duties go on.
fn decline_all(tx: &mut Tx, desk: &Desk, id: HolderId) -> Result<(), Fault> {
    let Some(mut holder) = holder::find(tx, &desk.keys.vault, id)? else { return Ok(()) };
    holder.declined.extend(declined_by_complaint());
    holder::save(tx, &holder)
}
