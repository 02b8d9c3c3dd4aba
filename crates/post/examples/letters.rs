//! Writes every letter in every language into a folder, to be looked at:
//! `cargo run -p tenure-post --example letters -- FOLDER`.

use std::{env, fs, path::Path};

use tenure_domain::Kind;
use tenure_post::letter::{
    AddressConfirm, Facts, SignIn, Vendor, Wordings, Words, address_confirm_sample, gathered_sample, render,
    render_address_confirm, render_gathered, render_sign_in, samples, sign_in_sample,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = env::args().nth(1).ok_or("name the folder to write to")?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    let wordings = Wordings::embedded()?;
    for kind in Kind::ALL {
        for wording in wordings.languages(*kind).iter().filter_map(|language| wordings.find(*kind, language))
        {
            for (sample, facts) in samples(*kind) {
                save(
                    folder,
                    &format!("{kind}.{sample}.{}", wording.language),
                    &render(&dressed(facts), wording)?,
                )?;
            }
        }
    }
    for wording in wordings.iter().filter(|wording| wording.kind.is_none()) {
        let sign_in = SignIn { vendor: with_address(sign_in_sample().vendor), ..sign_in_sample() };
        let confirm =
            AddressConfirm { vendor: with_address(sign_in.vendor.clone()), ..address_confirm_sample() };
        let words = render_sign_in(&sign_in, wording)
            .or_else(|_| render_address_confirm(&confirm, wording))
            .or_else(|_| render_gathered(&gathered_sample(), wording))?;
        save(folder, &format!("{}.{}", wording.name, wording.language), &words)?;
    }
    Ok(())
}

/// With the postal address that a vendor names in the settings.
fn with_address(vendor: Vendor) -> Vendor {
    Vendor { address: "7 Harbour Street\nGalway, Ireland".to_owned(), ..vendor }
}

fn dressed(facts: Facts) -> Facts {
    Facts { vendor: with_address(facts.vendor.clone()), ..facts }
}

/// One letter as a page and as text.
fn save(folder: &Path, name: &str, words: &Words) -> std::io::Result<()> {
    fs::write(folder.join(format!("{name}.html")), &words.html)?;
    fs::write(folder.join(format!("{name}.txt")), format!("Subject: {}\n\n{}", words.subject, words.text))
}
