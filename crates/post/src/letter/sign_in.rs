//! The letter with a link to sign in to the portal. It is no notice: nobody is owed it, it has no
//! portal copy, and it is written anew for each wish to sign in.

use minijinja::{Value, context, value::Serde};

use super::{Vendor, Wording, Words, WordsFault, say, wording::SIGN_IN};

/// What a letter with a link to sign in says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    /// Who speaks.
    pub vendor: Vendor,
    /// The link, good for one use.
    pub link: String,
    /// The code for the browser that asked, when the letter is read elsewhere.
    pub code: String,
    /// How long both are good.
    pub valid_minutes: u32,
}

/// Writes a letter with a link to sign in.
///
/// # Errors
/// A [`WordsFault`] when the text is for a notice, or is broken.
pub fn render_sign_in(facts: &SignIn, wording: &Wording) -> Result<Words, WordsFault> {
    if wording.name != SIGN_IN {
        return Err(WordsFault::OtherKind { file: wording.file(), wanted: SIGN_IN.to_owned() });
    }
    let told = context! {
        vendor => Value::from(Serde(&facts.vendor)),
        links => context! { sign_in => facts.link.as_str() },
        valid_minutes => facts.valid_minutes,
        code => facts.code.as_str(),
    };
    say(wording, &facts.vendor, &told)
}

/// Sample facts for a preview of the letter.
pub fn sign_in_sample() -> SignIn {
    SignIn {
        vendor: super::sample::vendor(),
        link: "https://licenses.example.com/sign-in?token=Q1w2E3r4T5y6U7i8O9p0A1s2D3f4G5h6J7k8L9z0"
            .to_owned(),
        code: "4821 0957".to_owned(),
        valid_minutes: 10,
    }
}
