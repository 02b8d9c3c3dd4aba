//! The keys: a file of their own beside the settings, readable by its owner only.

use std::{
    fs::OpenOptions,
    io::Write as _,
    os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _},
    path::Path,
};

use anyhow::{Context as _, bail};
use aws_lc_rs::hmac;
use data_encoding::BASE64URL_NOPAD;
use jiff::civil::Date;
use serde::Deserialize;
use tenure_domain::file::parse;
use tenure_keyfile::{PublicKeys, SigningKey};
use tenure_store::Vault;

use crate::ids::Ids;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeysFile {
    seal: String,
    index: String,
    message_id: String,
    link: String,
    signing: Vec<SigningEntry>,
    dkim: Option<DkimEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DkimEntry {
    rsa: String,
    ed25519: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SigningEntry {
    seed: String,
    since: Date,
}

/// A key that signs key files, and since when it does.
pub struct Signing {
    /// The key.
    pub key: SigningKey,
    /// Since when.
    pub since: Date,
}

/// The keys that sign letters.
pub struct DkimKeys {
    /// An RSA key, as PKCS #8.
    pub rsa: Vec<u8>,
    /// The seed of an Ed25519 key.
    pub ed25519: [u8; 32],
}

/// All keys of an installation.
pub struct Keys {
    /// Seals and hashes secrets in the database.
    pub vault: Vault,
    /// Derives Message-IDs.
    pub message_id: hmac::Key,
    /// Signs links in letters.
    pub link: hmac::Key,
    /// Sign key files; the last one is in use, the others still verify.
    pub signing: Vec<Signing>,
    /// Sign letters; none until `tenure keys dkim`.
    pub dkim: Option<DkimKeys>,
}

impl Keys {
    /// Makes the file; an existing one is never touched.
    pub fn create(path: &Path, ids: &Ids, today: Date) -> anyhow::Result<()> {
        let secret = || BASE64URL_NOPAD.encode(&ids.octets::<32>());
        let text = format!(
            "# The keys of this installation. Without this file the database cannot be read: keep a copy in a safe place,\n\
             # apart from the copies of the database. Nobody but Tenure may read it.\n\n\
             # Seals serial numbers, addresses and letters.\nseal = \"{}\"\n# Finds them again.\nindex = \"{}\"\n\
             # Derives Message-IDs.\nmessage_id = \"{}\"\n# Signs links in letters.\nlink = \"{}\"\n{}",
            secret(),
            secret(),
            secret(),
            secret(),
            signing_entry(&secret(), today),
        );
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(path)
            .with_context(|| format!("cannot make the key file {}", path.display()))?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        Ok(())
    }

    /// Reads the file.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| {
            format!("cannot read the key file {}: it is made by `tenure init`", path.display())
        })?;
        if std::fs::metadata(path)?.permissions().mode() & 0o077 != 0 {
            bail!("others can read the key file {0}: run `chmod 600 {0}`", path.display());
        }
        Self::parse(&text).with_context(|| format!("in the key file {}", path.display()))
    }

    fn parse(text: &str) -> anyhow::Result<Self> {
        let file: KeysFile = parse(text)?;
        let signing = file.signing.iter().map(|entry| {
            Ok(Signing { key: SigningKey::from_seed(&secret("seed", &entry.seed)?), since: entry.since })
        });
        let signing = signing.collect::<anyhow::Result<Vec<_>>>()?;
        if signing.is_empty() {
            bail!("there is no [[signing]] key: key files could not be signed");
        }
        Ok(Self {
            vault: Vault::new(secret("seal", &file.seal)?, secret("index", &file.index)?),
            message_id: hmac::Key::new(hmac::HMAC_SHA256, &secret("message_id", &file.message_id)?),
            link: hmac::Key::new(hmac::HMAC_SHA256, &secret("link", &file.link)?),
            signing,
            dkim: file.dkim.as_ref().map(read_dkim).transpose()?,
        })
    }

    /// Adds a signing key, which is in use from now on. The old ones stay, so that old key files still verify.
    pub fn rotate(path: &Path, ids: &Ids, today: Date) -> anyhow::Result<()> {
        Self::append(path, &signing_entry(&BASE64URL_NOPAD.encode(&ids.octets::<32>()), today))
    }

    /// Adds the keys that sign letters; ones that are there stay. Says whether it made any.
    pub fn add_dkim(path: &Path, ids: &Ids) -> anyhow::Result<bool> {
        if Self::read(path)?.dkim.is_some() {
            return Ok(false);
        }
        let (rsa, ed25519) = (Ids::rsa_key(), ids.octets::<32>());
        let entry = format!(
            "\n# Sign letters (DKIM); the DNS has their public halves: `tenure doctor` shows the records.\n[dkim]\nrsa = \"{}\"\ned25519 = \"{}\"\n",
            BASE64URL_NOPAD.encode(&rsa),
            BASE64URL_NOPAD.encode(&ed25519),
        );
        Self::append(path, &entry)?;
        Ok(true)
    }

    /// Writes the file anew with an entry more.
    fn append(path: &Path, entry: &str) -> anyhow::Result<()> {
        Self::read(path)?;
        let mut text = std::fs::read_to_string(path)?;
        text.push_str(entry);
        let new = path.with_extension("keys.new");
        let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&new)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        std::fs::rename(&new, path).with_context(|| format!("cannot replace {}", path.display()))
    }

    /// The key in use.
    pub fn signing(&self) -> &SigningKey {
        &self.signing.last().expect("read with at least one").key
    }

    /// The public keys that verify key files signed here.
    pub fn public(&self) -> PublicKeys {
        self.signing.iter().map(|signing| signing.key.public_key()).collect()
    }
}

fn signing_entry(seed: &str, since: Date) -> String {
    format!(
        "\n# Signs key files since then; the last one is in use.\n[[signing]]\nsince = \"{since}\"\nseed = \"{seed}\"\n"
    )
}

fn read_dkim(entry: &DkimEntry) -> anyhow::Result<DkimKeys> {
    let rsa = BASE64URL_NOPAD.decode(entry.rsa.as_bytes()).ok().context("`rsa` is not base64url")?;
    Ok(DkimKeys { rsa, ed25519: secret("ed25519", &entry.ed25519)? })
}

fn secret(name: &str, text: &str) -> anyhow::Result<[u8; 32]> {
    let octets = BASE64URL_NOPAD.decode(text.as_bytes()).ok().and_then(|octets| octets.try_into().ok());
    octets.with_context(|| format!("`{name}` is not 32 octets in base64url"))
}
