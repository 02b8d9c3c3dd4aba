//! The letter that brings several at once, because their holder would else get too many mails on one day: it names each,
//! and each stands in full in the portal. It is no notice itself: what it brings is.

use minijinja::{Value, context, value::Serde};
use serde::{Deserialize, Serialize};

use super::{Vendor, Wording, Words, WordsFault, say, wording::GATHERED};

/// So many letters are named; the others are counted.
pub const MOST_NAMED: usize = 100;

/// What a letter that brings several says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gathered {
    /// Who speaks.
    pub vendor: Vendor,
    /// The letters it brings, at most a hundred.
    pub told: Vec<Told>,
    /// How many it brings, named or not.
    pub total: u32,
    /// The link to all messages.
    pub messages: String,
    /// The link to the profile, where one sees and chooses what is sent.
    pub profile: String,
    /// The link to the schedule.
    pub schedule: String,
}

/// A letter that it brings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Its subject.
    pub subject: String,
    /// The masked serial number of its license; none where it tells of several.
    pub serial: Option<String>,
}

/// Writes a letter that brings several.
///
/// # Errors
/// A [`WordsFault`] when the text is for another letter, or is broken.
pub fn render_gathered(facts: &Gathered, wording: &Wording) -> Result<Words, WordsFault> {
    if wording.name != GATHERED {
        return Err(WordsFault::OtherKind { file: wording.file(), wanted: GATHERED.to_owned() });
    }
    let named = u32::try_from(facts.told.len()).unwrap_or(u32::MAX);
    let links = context! {
        messages => facts.messages.as_str(),
        profile => facts.profile.as_str(),
        schedule => facts.schedule.as_str(),
    };
    let told = context! {
        vendor => Value::from(Serde(&facts.vendor)),
        links => links,
        told => Value::from(Serde(&facts.told)),
        total => facts.total,
        rest => facts.total.saturating_sub(named),
    };
    say(wording, &facts.vendor, &told)
}

/// Sample facts for a preview of the letter.
pub fn gathered_sample() -> Gathered {
    let told = |subject: &str, end: &str| Told {
        subject: subject.to_owned(),
        serial: (!end.is_empty()).then(|| format!("****-****-****-{end}")),
    };
    let page = |path: &str| format!("https://licenses.example.com{path}");
    Gathered {
        vendor: super::sample::vendor(),
        told: vec![
            told("Security Space · 2026-12-22", "7QX2"),
            told("Mobile Security · 2026-11-22", "99AA"),
            told("Enterprise Suite · 12", ""),
        ],
        total: 5,
        messages: page("/my/messages"),
        profile: page("/my/profile"),
        schedule: page("/messages-schedule"),
    }
}
