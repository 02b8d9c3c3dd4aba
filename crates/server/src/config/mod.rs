//! The configuration: `tenure.toml`, `schedule.toml`, `products.toml` and the keys beside them.

pub mod dkim;
mod keys;
pub mod letters;
mod logo;
mod mail;
pub mod mode;
mod settings;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use tenure_domain::{Products, Schedule};

pub use keys::Keys;
pub use logo::Logo;
pub use mail::{Mail, Relay};
pub use settings::{Mode, Settings, SettingsError};

/// The settings as `init` writes them.
pub const DEFAULT_SETTINGS: &str = include_str!("tenure.toml");
/// The schedule as `init` writes it.
pub const DEFAULT_SCHEDULE: &str = include_str!("schedule.toml");
/// The products as `init` writes them.
pub const DEFAULT_PRODUCTS: &str = include_str!("products.toml");

/// What the files at the door say.
pub struct Config {
    /// The folder of `tenure.toml`: paths are relative to it.
    pub folder: PathBuf,
    /// `tenure.toml`.
    pub settings: Settings,
    /// `products.toml`.
    pub products: Products,
    /// `schedule.toml`.
    pub schedule: Schedule,
    /// The vendor's logo, if it has one.
    pub logo: Option<Logo>,
}

impl Config {
    /// Reads the files, beginning with `tenure.toml` at `path`; the environment overrides its settings.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        Self::read_with(path, std::env::vars())
    }

    /// The same, with other variables.
    pub fn read_with(path: &Path, variables: impl Iterator<Item = (String, String)>) -> anyhow::Result<Self> {
        if !path.exists() {
            bail!("there is no {}: `tenure init DIR` makes one; --config names another", path.display());
        }
        let text = read(path)?;
        let settings = Settings::parse(&text, variables).with_context(|| path.display().to_string())?;
        let folder = path.parent().map_or_else(PathBuf::new, Path::to_path_buf);
        let products_path = folder.join(&settings.files.products);
        let products =
            Products::parse(&read(&products_path)?).with_context(|| products_path.display().to_string())?;
        let schedule = read_schedule(&folder.join(&settings.files.schedule), &products)?;
        let logo = Logo::named(&folder, &settings.vendor.logo)?;
        Ok(Self { folder, settings, products, schedule, logo })
    }

    /// Reads another schedule for the same products.
    pub fn read_schedule(&self, path: &Path) -> anyhow::Result<Schedule> {
        read_schedule(path, &self.products)
    }

    /// Where the keys are.
    pub fn keys_path(&self) -> PathBuf {
        self.folder.join(&self.settings.files.keys)
    }
}

/// Writes the three files and the keys into `folder`; nothing that is there is touched.
pub fn create(folder: &Path, ids: &crate::ids::Ids, today: jiff::civil::Date) -> anyhow::Result<()> {
    let files = [
        ("tenure.toml", DEFAULT_SETTINGS),
        ("schedule.toml", DEFAULT_SCHEDULE),
        ("products.toml", DEFAULT_PRODUCTS),
    ];
    for name in files.iter().map(|(name, _)| *name).chain(["tenure.keys", "tenure.db"]) {
        if folder.join(name).exists() {
            bail!("{} exists already: choose an empty folder", folder.join(name).display());
        }
    }
    std::fs::create_dir_all(folder)
        .with_context(|| format!("cannot make the folder {}", folder.display()))?;
    Keys::create(&folder.join("tenure.keys"), ids, today)?;
    for (name, text) in files {
        std::fs::write(folder.join(name), text)
            .with_context(|| format!("cannot write {}", folder.join(name).display()))?;
    }
    Ok(())
}

fn read_schedule(path: &Path, products: &Products) -> anyhow::Result<Schedule> {
    Schedule::parse(&read(path)?, products).with_context(|| path.display().to_string())
}

fn read(path: &Path) -> anyhow::Result<String> {
    let octets = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    match String::from_utf8(octets) {
        Ok(text) => Ok(text),
        Err(error) => {
            let line = error
                .as_bytes()
                .iter()
                .take(error.utf8_error().valid_up_to())
                .filter(|octet| **octet == b'\n')
                .count()
                + 1;
            bail!("{}: line {line}: this is not UTF-8 text", path.display())
        }
    }
}
