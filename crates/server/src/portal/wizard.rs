//! What is typed into the wizard of `/renew`, step by step. It remembers nothing but what the pages carry along.

use serde::Deserialize;
use tenure_domain::{Address, Holder, License, LicenseId, Serial, Succession};

use super::{fields::Fields, licenses::read_own};
use crate::{
    actions::renew::Previous,
    pages::view::{FieldProblem, Problem, RenewFields},
    web::{Site, Wrong},
};

/// What the forms of all steps ask for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Typed {
    previous: String,
    previous_as_written: String,
    /// The key file as it was sent.
    key_file: String,
    /// The same as text: pasted, or carried along.
    key_text: String,
    /// The id of a license of who is signed in.
    license: String,
    email: String,
    serial: String,
    serial_as_written: String,
    how: String,
    step: String,
    confirmed: String,
}

/// The license that is to be renewed, and the address that goes with it.
pub(super) struct Old {
    pub(super) previous: Previous,
    pub(super) email: Address,
}

/// Why there is no old license to go on with.
pub(super) enum Unnamed {
    /// Something was mistyped.
    Mistyped(Fields),
    /// A license was chosen from one's own, but nobody is signed in any more.
    SignIn(LicenseId),
    /// It is not one of one's own, or cannot be read.
    Wrong(Wrong),
}

/// The old license was named, and the new serial number not asked for yet.
pub(super) const STEP_OLD: &str = "old";

impl Typed {
    /// The first step of a visit: what is known already.
    pub(super) fn beginning(email: Option<&Address>, license: Option<LicenseId>, how: &str) -> Self {
        Self {
            email: email.map(|address| address.as_written().to_owned()).unwrap_or_default(),
            license: license.map(|id| id.to_string()).unwrap_or_default(),
            how: how.to_owned(),
            ..Self::default()
        }
    }

    /// A renewal unless an additional purchase was chosen.
    pub(super) fn how(&self) -> Succession {
        if self.how == Succession::Expansion.code() { Succession::Expansion } else { Succession::Renewal }
    }

    /// Whether the sum was seen and found good.
    pub(super) fn is_confirmed(&self) -> bool {
        self.confirmed == "yes"
    }

    /// Whether a new serial number is to be read.
    pub(super) fn has_new(&self) -> bool {
        self.step != STEP_OLD || !self.serial.is_empty()
    }

    /// The key file, without the line breaks and marks that editors and mail programs put into it.
    fn key(&self) -> String {
        let sent = if self.key_file.trim().is_empty() { &self.key_text } else { &self.key_file };
        sent.chars().filter(|character| !character.is_whitespace() && *character != '\u{feff}').collect()
    }

    /// What a page carries along. A file that is no text of one line is not.
    pub(super) fn shown(self) -> RenewFields {
        let key = self.key();
        let how = self.how().code();
        let key_text = if key.bytes().all(|octet| octet.is_ascii_graphic()) { key } else { String::new() };
        RenewFields {
            previous: self.previous,
            previous_as_written: self.previous_as_written,
            key_text,
            license: self.license,
            email: self.email,
            serial: self.serial,
            serial_as_written: self.serial_as_written,
            how,
        }
    }

    /// The license to be renewed: one's own, that of a key file, or that of a serial number.
    pub(super) async fn old(&self, site: &Site, holder: Option<&Holder>) -> Result<Old, Unnamed> {
        if self.license.is_empty() {
            return self.named(site).map_err(Unnamed::Mistyped);
        }
        let id: LicenseId = self.license.parse().map_err(|_| Unnamed::Wrong(Wrong::NotFound))?;
        let holder = holder.ok_or(Unnamed::SignIn(id))?;
        let (own, _): (License, _) = read_own(site, holder, &self.license).await.map_err(Unnamed::Wrong)?;
        Ok(Old { previous: Previous::License(own.id), email: holder.address.clone() })
    }

    fn named(&self, site: &Site) -> Result<Old, Fields> {
        let mut fields = Fields::default();
        let key = self.key();
        let previous = if self.previous.trim().is_empty() && !key.is_empty() {
            let keys = site.house.desk.keys.public();
            fields.read_key_file("key_file", &key, &keys).map(Previous::License)
        } else {
            let typed = (self.previous.as_str(), self.previous_as_written.as_str());
            fields.read_serial("previous", typed, all_have_check(site)).map(Previous::Serial)
        };
        let email = fields.read::<Address>("email", &self.email, Problem::NotAnAddress);
        match (previous, email) {
            (Some(previous), Some(email)) => Ok(Old { previous, email }),
            _ => Err(fields),
        }
    }

    /// The new serial number; another than the old one.
    pub(super) fn new_serial(&self, site: &Site, old: &Old) -> Result<Serial, Fields> {
        let mut fields = Fields::default();
        let typed = (self.serial.as_str(), self.serial_as_written.as_str());
        let serial = fields.read_serial("serial", typed, all_have_check(site)).ok_or(fields)?;
        match &old.previous {
            Previous::Serial(previous) if previous.folded() == serial.folded() => {
                Err(Fields::with(FieldProblem { field: "serial", problem: Problem::SameLicense }))
            }
            _ => Ok(serial),
        }
    }
}

fn all_have_check(site: &Site) -> bool {
    site.house.desk.settings.serial_numbers.all_have_check
}
