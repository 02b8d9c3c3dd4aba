//! The letter that asks a new address for its confirmation (rule 12). Like the letter to sign in it is no notice: nobody is
//! owed it, and it has no portal copy.

use minijinja::{Value, context, value::Serde};

use super::{Vendor, Wording, Words, WordsFault, say, wording::ADDRESS_CONFIRM};

/// What a letter to a new address says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressConfirm {
    /// Who speaks.
    pub vendor: Vendor,
    /// The link to the page that confirms.
    pub link: String,
    /// How long it is good, in hours.
    pub valid_hours: u32,
}

/// Writes a letter that asks a new address for its confirmation.
///
/// # Errors
/// A [`WordsFault`] when the text is for another letter, or is broken.
pub fn render_address_confirm(facts: &AddressConfirm, wording: &Wording) -> Result<Words, WordsFault> {
    if wording.name != ADDRESS_CONFIRM {
        return Err(WordsFault::OtherKind { file: wording.file(), wanted: ADDRESS_CONFIRM.to_owned() });
    }
    let told = context! {
        vendor => Value::from(Serde(&facts.vendor)),
        links => context! { confirm => facts.link.as_str() },
        valid_hours => facts.valid_hours,
    };
    say(wording, &facts.vendor, &told)
}

/// Sample facts for a preview of the letter.
pub fn address_confirm_sample() -> AddressConfirm {
    AddressConfirm {
        vendor: super::sample::vendor(),
        link: "https://licenses.example.com/address/Q1w2E3r4T5y6U7i8O9p0A1s2D3f4G5h6J7k8L9z0".to_owned(),
        valid_hours: 24,
    }
}
