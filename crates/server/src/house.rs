//! The house: everything one process of Tenure works with, opened once.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use anyhow::{Context as _, bail};
use jiff::Timestamp;
use tenure_domain::{
    Kind, Language,
    epoch::{Mark, Surroundings},
};
use tenure_post::{
    carrier::{Relays, Setup, Way},
    letter::Wordings,
};
use tenure_store::{Engine, Store};

use crate::{
    actions::{Desk, epoch},
    bell::{Bell, Beside},
    clock::{Clock, Pace, Stopwatch},
    config::{Config, Keys, Mail, Mode, Relay, Settings, dkim, letters},
    distress::Distress,
    ids::Ids,
    marks::Marks,
    metrics::Metrics,
};

/// Everything one process works with.
pub struct House {
    /// What actions work with.
    pub desk: Arc<Desk>,
    /// Where everything is remembered.
    pub store: Store,
    /// What takes letters out.
    pub carrier: Relays,
    /// Time.
    pub clock: Clock,
    /// Runs since the house was opened, whatever the clock shows: paces and pauses are measured by it.
    pub watch: Stopwatch,
    /// When answers leave.
    pub pace: Pace,
    /// Wakes the workers.
    pub bell: Bell,
    /// What is done beside the answers.
    pub beside: Beside,
    /// That the database takes no commits.
    pub distress: Distress,
    /// What this process counts of its own work.
    pub metrics: Metrics,
    works: AtomicBool,
    folder: PathBuf,
    /// In live mode only: where the database lies, and the marks beside it.
    beside_store: Option<(String, Marks)>,
}

impl House {
    /// Opens everything that `tenure.toml` at `path` names. `at` sets the clock, in sandbox mode only.
    pub async fn open(path: &Path, at: Option<Timestamp>) -> anyhow::Result<Self> {
        let config = Config::read(path)?;
        let clock = match at {
            Some(_) if config.settings.mode == Mode::Live => {
                bail!("--at sets the clock in sandbox mode only: this installation is live")
            }
            Some(at) => Clock::Fixed(at),
            None => Clock::System,
        };
        let house = Self::furnish(config, clock, Ids::System).await?;
        house.look_around().await?;
        Ok(house)
    }

    /// Opens everything that a configuration names.
    pub async fn furnish(config: Config, clock: Clock, ids: Ids) -> anyhow::Result<Self> {
        let folder = config.folder.clone();
        let keys = Keys::read(&config.keys_path())?;
        let signer = dkim::signer(&config.settings, &keys)?;
        let (wordings, refused) = letters::wordings(&config)?;
        for fault in &refused {
            tracing::error!("{fault}: this text is not used, ours is");
        }
        check_texts(&config, &wordings)?;
        let carrier = open_carrier(&config)?;
        let store = Store::open(&config.settings.store.url, &folder)
            .await
            .context("cannot open the database (store.url)")?;
        store.migrate(clock.now().as_microsecond()).await.context("cannot bring the database up to date")?;
        let beside_store = match config.settings.mode {
            Mode::Sandbox => None,
            Mode::Live => Some(beside(&config, &store).await?),
        };
        let desk = Arc::new(Desk::new(config, keys, signer, wordings, ids));
        Ok(Self {
            desk,
            store,
            carrier,
            clock,
            pace: Pace::Real,
            watch: Stopwatch::start(),
            bell: Bell::default(),
            beside: Beside::default(),
            distress: Distress::default(),
            metrics: Metrics::default(),
            works: AtomicBool::new(false),
            folder,
            beside_store,
        })
    }

    /// Live: a database that was restored or copied is held from the moment it is opened.
    async fn look_around(&self) -> anyhow::Result<()> {
        let Some(around) = self.around() else { return Ok(()) };
        let seen = around.clone();
        if !self.store.read(move |tx| epoch::is_settled(tx, &seen)).await? {
            let (desk, now) = (self.desk.clone(), self.clock.now());
            self.store.write(move |tx| epoch::believe(tx, &desk, &around, now)).await?;
        }
        Ok(())
    }

    /// What tells this database apart from its copies; in live mode only. To be looked at before the database is asked: what
    /// is claimed in between makes it newer than its marks, never older.
    pub fn around(&self) -> Option<Surroundings> {
        let (place, marks) = self.beside_store.as_ref()?;
        let is_shared = self.store.engine() == Engine::Sqlite;
        Some(Surroundings { place: place.clone(), is_shared, marks: marks.look() })
    }

    /// Leaves a mark beside the database: letters go out from it.
    pub fn leave_mark(&self, mark: Mark) {
        if let Some((_, marks)) = &self.beside_store {
            marks.leave(mark);
        }
    }

    /// The file that the process which speaks holds locked; on SQLite only.
    pub fn lock_path(&self) -> Option<PathBuf> {
        let path = self
            .desk
            .settings
            .store
            .url
            .strip_prefix("sqlite:")
            .filter(|_| self.store.engine() == Engine::Sqlite)?;
        let path = self.folder.join(path.strip_prefix("//").unwrap_or(path));
        Some(path.with_extension("courier-lock"))
    }

    /// The workers run in this process, or are about to.
    pub fn begin_work(&self) {
        self.works.store(true, Ordering::Relaxed);
    }

    /// Whether the workers run in this process.
    pub fn is_working(&self) -> bool {
        self.works.load(Ordering::Relaxed)
    }

    /// The folder that paths in the settings are relative to.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// Where the database lies, and the marks that lie beside it: beside its file, or where it is on a server, beside the
/// settings under its name.
async fn beside(config: &Config, store: &Store) -> anyhow::Result<(String, Marks)> {
    let url = &config.settings.store.url;
    let path = if let Some(path) = url.strip_prefix("sqlite:") {
        config.folder.join(path.strip_prefix("//").unwrap_or(path))
    } else {
        let name = url.split('?').next().and_then(|url| url.rsplit('/').next()).unwrap_or_default();
        config.folder.join(format!("{name}.db"))
    };
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok((store.place().await?, Marks::at(folder, &stem)))
}

/// The notices that have no text in the default language.
pub fn list_untold(settings: &Settings, wordings: &Wordings) -> Vec<&'static str> {
    let language: Language = settings.language();
    let lacks = |kind: &Kind| wordings.choose(*kind, language.as_str(), language.as_str()).is_none();
    Kind::ALL.iter().copied().filter(lacks).map(Kind::code).collect()
}

/// A schedule cannot go live while a notice lacks a text in the default language (rule 13).
fn check_texts(config: &Config, wordings: &Wordings) -> anyhow::Result<()> {
    let (language, missing) = (config.settings.language(), list_untold(&config.settings, wordings));
    if config.settings.mode == Mode::Live && !missing.is_empty() {
        bail!(
            "these notices have no text in the default language {language} (vendor.language): {}",
            missing.join(", ")
        );
    }
    Ok(())
}

fn open_carrier(config: &Config) -> anyhow::Result<Relays> {
    let mail = &config.settings.mail;
    let mut setup = Setup::new(&config.folder);
    setup.extra_ca = (!mail.ca_file.is_empty()).then(|| PathBuf::from(&mail.ca_file));
    let carrier = Relays::new(&ways(mail), &mail.domain_rate, &setup).context("mail.relay")?;
    if config.settings.mode == Mode::Sandbox && !carrier.is_local() {
        bail!(
            "mail.relay: in sandbox mode mail goes only to a folder or a relay on this machine; {} is neither",
            carrier.place()
        );
    }
    Ok(carrier)
}

/// The relays of `mail.relays`; where there are none, that of `mail.relay`.
fn ways(mail: &Mail) -> Vec<Way> {
    let way = |relay: &Relay| Way {
        url: relay.url.clone(),
        token_file: (!relay.token_file.is_empty()).then(|| PathBuf::from(&relay.token_file)),
        order: relay.order,
        weight: relay.weight,
        connections: relay.connections.unwrap_or(mail.connections),
        per_minute: relay.rate,
    };
    if mail.relays.is_empty() {
        vec![way(&Relay { token_file: mail.token_file.clone(), ..Relay::only(&mail.relay) })]
    } else {
        mail.relays.iter().map(way).collect()
    }
}
