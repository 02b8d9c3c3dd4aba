//! Holders: who a license belongs to, known by an e-mail address.

use std::collections::BTreeSet;

use crate::{
    address::Address,
    ids::HolderId,
    kind::Kind,
    place::{Language, Zone},
};

/// A holder. Name, language and zone are set by the first row or registration that names them;
/// after that only the Profile or an operator changes them (rule 1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Names it.
    pub id: HolderId,
    /// Where mail goes.
    pub address: Address,
    /// As named at the first registration.
    pub name: Option<String>,
    /// The language wished for.
    pub language: Option<Language>,
    /// The zone lived in.
    pub zone: Option<Zone>,
    /// The kinds declined (rule 14).
    pub declined: BTreeSet<Kind>,
    /// Has signed in, or the API said that there is an account.
    pub has_account: bool,
}

/// What a row or a registration says of its holder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Profile {
    /// The name.
    pub name: Option<String>,
    /// The language.
    pub language: Option<Language>,
    /// The zone.
    pub zone: Option<Zone>,
    /// Whether a shop said that there is an account.
    pub has_account: bool,
}

impl Holder {
    /// Someone new.
    pub fn new(id: HolderId, address: Address, profile: Profile) -> Self {
        let Profile { name, language, zone, has_account } = profile;
        Self { id, address, name, language, zone, declined: BTreeSet::new(), has_account }
    }

    /// Takes from `profile` what is not yet known. Whether anything was.
    pub fn complete(&mut self, profile: Profile) -> bool {
        fn fill<T>(known: &mut Option<T>, given: Option<T>) -> bool {
            let is_news = known.is_none() && given.is_some();
            if is_news {
                *known = given;
            }
            is_news
        }
        let name = fill(&mut self.name, profile.name);
        let language = fill(&mut self.language, profile.language);
        let zone = fill(&mut self.zone, profile.zone);
        let account = profile.has_account && !self.has_account;
        self.has_account |= account;
        name || language || zone || account
    }

    /// Takes from `profile` what it names: an operator's correction. Whether anything changed.
    pub fn correct(&mut self, profile: Profile) -> bool {
        let before = self.clone();
        self.name = profile.name.or(self.name.take());
        self.language = profile.language.or(self.language.take());
        self.zone = profile.zone.or(self.zone.take());
        *self != before
    }
}

/// The longest name of a person or a company that is kept, in characters.
pub const LONGEST_NAME: usize = 200;

/// A name as it is kept: trimmed, no control characters, not too long.
pub fn read_name(text: &str) -> Result<Option<String>, String> {
    let text = text.trim();
    if text.chars().any(char::is_control) {
        return Err("a name has no line breaks or control characters".to_owned());
    }
    let length = text.chars().count();
    if length > LONGEST_NAME {
        return Err(format!("a name has at most {LONGEST_NAME} characters; this has {length}"));
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}
