//! The settings of `tenure.toml`. The default file in this folder is their reference: it has every one, with a comment.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use tenure_domain::{
    Address, Color, Language, Limits, Zone,
    file::{FileError, parse},
    network::Range,
    renewal::{RenewalRules, ReplacementRules},
};
use tenure_post::dns::Resolver;

use super::{dkim::Dkim, mail::Mail};

/// What every variable that overrides a setting begins with.
const VARIABLE_PREFIX: &str = "TENURE__";

/// For how many days a token for the shop can be given back, at most.
const MOST_TOKEN_DAYS: u32 = 366;

/// Whether mail is real.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Mail stays on this machine; `--at` sets the clock.
    Sandbox,
    /// Real relay, real clock.
    Live,
}

/// Who runs the programme.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vendor {
    /// The name that holders know.
    pub name: String,
    /// The vendor's site.
    pub url: String,
    /// The default language.
    pub language: String,
    /// The default time zone.
    pub time_zone: String,
    /// Where an account is made; empty: the portal.
    pub account_url: String,
    /// The color of pages and letters, `#rrggbb`.
    pub color: String,
    /// The file with the logo; empty: none.
    pub logo: String,
    /// The postal address, for the foot of pages and letters; may have several lines.
    pub address: String,
}

/// Where everything is remembered.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoreSettings {
    /// `sqlite:…` or `postgres://…`.
    pub url: String,
}

/// Where the pages are.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Web {
    /// Address and port.
    pub listen: String,
    /// What links begin with.
    pub base_url: String,
    /// Ranges of addresses whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<String>,
}

/// What serial numbers there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SerialNumbers {
    /// Whether all have check characters, as those made here have.
    pub all_have_check: bool,
}

/// How the installation is watched.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Watch {
    /// Address and port for metrics; empty: nowhere.
    pub listen: String,
    /// After so many minutes without a pass of the planner this process is not ready.
    pub planner_minutes: u32,
}

/// The way to the vendor's shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shop {
    /// For how many days a token can be given back.
    pub token_days: u32,
}

/// The files beside the settings.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Files {
    /// `schedule.toml`.
    pub schedule: String,
    /// `products.toml`.
    pub products: String,
    /// `tenure.keys`.
    pub keys: String,
    /// The folder with the vendor's own texts of letters.
    pub letters: String,
}

/// All settings.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Whether mail is real.
    pub mode: Mode,
    /// Who runs the programme.
    pub vendor: Vendor,
    /// How letters leave.
    pub mail: Mail,
    /// How letters are signed.
    pub dkim: Dkim,
    /// Where everything is remembered.
    pub store: StoreSettings,
    /// Where the pages are.
    pub web: Web,
    /// How the installation is watched.
    pub watch: Watch,
    /// Rule 8.
    pub renewal: RenewalRules,
    /// Rule 11.
    pub replacement: ReplacementRules,
    /// What serial numbers there are.
    pub serial_numbers: SerialNumbers,
    /// The way to the vendor's shop.
    pub shop: Shop,
    /// How often somebody may be wrong.
    pub limits: Limits,
    /// The files beside.
    pub files: Files,
}

/// Settings are wrong.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// In the file.
    #[error(transparent)]
    File(#[from] FileError),
    /// In the environment.
    #[error("the environment variable {name}: {words}")]
    Variable {
        /// Which variable.
        name: String,
        /// What is wrong and what would be right.
        words: String,
    },
    /// A value cannot be right.
    #[error("{key} = \"{value}\": {words}")]
    Value {
        /// Which setting.
        key: &'static str,
        /// What it is.
        value: String,
        /// What would be right.
        words: String,
    },
}

impl Settings {
    /// Reads `tenure.toml`; what it leaves out stays as in the default file; `variables` override both.
    pub fn parse(
        text: &str,
        variables: impl Iterator<Item = (String, String)>,
    ) -> Result<Self, SettingsError> {
        let default: toml::Table = parse(super::DEFAULT_SETTINGS)?;
        let given: toml::Table = parse(text)?;
        let mut table = default.clone();
        merge(&mut table, given, &default, text, "")?;
        for (name, value) in variables {
            if let Some(path) = name.strip_prefix(VARIABLE_PREFIX) {
                override_by(&mut table, &default, &name, path, value)?;
            }
        }
        let settings: Self = toml::Value::Table(table)
            .try_into()
            .map_err(|error: toml::de::Error| FileError { line: 1, words: error.message().to_owned() })?;
        settings.check()?;
        Ok(settings)
    }

    fn check(&self) -> Result<(), SettingsError> {
        for Check { key, value, found } in self.checks() {
            found.map_err(|words| SettingsError::Value { key, value, words })?;
        }
        Ok(())
    }

    /// Every setting that can be wrong although it has the right form.
    fn checks(&self) -> Vec<Check> {
        let Self { vendor, mail, web, shop, .. } = self;
        let mut all = vec![
            Check::is_a::<Language>("vendor.language", &vendor.language),
            Check::is_a::<Zone>("vendor.time_zone", &vendor.time_zone),
            Check::is_a::<Color>("vendor.color", &vendor.color),
            Check::is_so(
                "vendor.name",
                &vendor.name,
                !vendor.name.trim().is_empty(),
                "letters need the name that holders know",
            ),
            Check::is_url("vendor.url", &vendor.url),
            Check::is_a::<Address>("mail.from", &mail.from),
            Check::is_a::<Address>("mail.return_path", self.return_path()),
            Check::found("mail.lmtp_listen", &mail.lmtp_listen, mail.check_lmtp()),
            Check::found("mail.resolver", &mail.resolver, Resolver::named(&mail.resolver).map(drop)),
            Check::found("dkim.domain", &self.dkim.domain, self.dkim.check(&mail.from)),
            Check::is_url("web.base_url", &web.base_url),
            Check::is_so(
                "web.listen",
                &web.listen,
                has_port(&web.listen),
                "write address and port: 127.0.0.1:8080",
            ),
            Check::is_so(
                "shop.token_days",
                &shop.token_days.to_string(),
                (1..=MOST_TOKEN_DAYS).contains(&shop.token_days),
                &format!("write a number from 1 to {MOST_TOKEN_DAYS}"),
            ),
        ];
        all.extend(mail.domain_rate.keys().map(|domain| {
            let is_right = !domain.is_empty() && !domain.contains('@');
            Check::is_so("mail.domain_rate", domain, is_right, "write the domain alone: \"gmail.com\" = 100")
        }));
        all.extend(
            web.trusted_proxies.iter().map(|range| Check::is_a::<Range>("web.trusted_proxies", range)),
        );
        all
    }

    /// The ranges of `web.trusted_proxies`.
    pub fn trusted_proxies(&self) -> Vec<Range> {
        self.web.trusted_proxies.iter().filter_map(|range| range.parse().ok()).collect()
    }

    /// The default language.
    pub fn language(&self) -> Language {
        self.vendor.language.parse().expect("checked when it was read")
    }

    /// Where bounces go.
    pub fn return_path(&self) -> &str {
        if self.mail.return_path.is_empty() { &self.mail.from } else { &self.mail.return_path }
    }

    /// The vendor's color.
    pub fn color(&self) -> Color {
        self.vendor.color.parse().expect("checked when it was read")
    }

    /// The default zone.
    pub fn zone(&self) -> Zone {
        self.vendor.time_zone.parse().expect("checked when it was read")
    }
}

/// What was found of a setting; `Err`: what would be right.
struct Check {
    key: &'static str,
    value: String,
    found: Result<(), String>,
}

impl Check {
    fn found(key: &'static str, value: &str, found: Result<(), String>) -> Self {
        Self { key, value: value.to_owned(), found }
    }

    fn is_so(key: &'static str, value: &str, is_right: bool, words: &str) -> Self {
        Self::found(key, value, if is_right { Ok(()) } else { Err(words.to_owned()) })
    }

    fn is_a<T: FromStr<Err: ToString>>(key: &'static str, value: &str) -> Self {
        Self::found(key, value, value.parse::<T>().map(drop).map_err(|error| error.to_string()))
    }

    fn is_url(key: &'static str, value: &str) -> Self {
        let is_right = value.starts_with("http://") || value.starts_with("https://");
        Self::is_so(key, value, is_right, "it begins with http:// or https://")
    }
}

fn has_port(address: &str) -> bool {
    address.rsplit_once(':').is_some_and(|(_, port)| port.parse::<u16>().is_ok())
}

/// The line on which `key` is set, for messages.
fn line_of_key(text: &str, key: &str) -> usize {
    let is_it = |line: &str| line.trim_start().trim_start_matches('[').starts_with(key);
    text.lines().position(is_it).map_or(1, |at| at + 1)
}

/// Lays `given` over `into`; every key must stand in `known`, with a value of the same type.
fn merge(
    into: &mut toml::Table,
    given: toml::Table,
    known: &toml::Table,
    text: &str,
    path: &str,
) -> Result<(), FileError> {
    for (key, value) in given {
        let error = |words: String| FileError { line: line_of_key(text, &key), words };
        match (known.get(&key), into.get_mut(&key), value) {
            (None, ..) | (_, None, _) => {
                let keys = known.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
                return Err(error(format!("there is no setting `{path}{key}`; here are {keys}")));
            }
            // Its keys are the operator's own words.
            (Some(toml::Value::Table(known)), Some(into), given @ toml::Value::Table(_))
                if known.is_empty() =>
            {
                *into = given;
            }
            (Some(toml::Value::Table(known)), Some(toml::Value::Table(into)), toml::Value::Table(given)) => {
                merge(into, given, known, text, &format!("{path}{key}."))?;
            }
            (Some(known), Some(into), value) if known.same_type(&value) => {
                if key == "mode" {
                    check_mode(&value).map_err(error)?;
                }
                *into = value;
            }
            (Some(known), _, _) => return Err(error(format!("`{path}{key}` must be {}", a_kind_of(known)))),
        }
    }
    Ok(())
}

fn check_mode(value: &toml::Value) -> Result<(), String> {
    match value.as_str() {
        Some("sandbox" | "live") => Ok(()),
        given => Err(format!("mode = {:?}: it is \"sandbox\" or \"live\"", given.unwrap_or_default())),
    }
}

fn a_kind_of(value: &toml::Value) -> &'static str {
    match value {
        toml::Value::Integer(_) => "a number",
        toml::Value::Table(_) => "a section",
        toml::Value::Array(_) => "a list",
        _ => "a text in quotes",
    }
}

fn override_by(
    table: &mut toml::Table,
    default: &toml::Table,
    name: &str,
    path: &str,
    value: String,
) -> Result<(), SettingsError> {
    let error = |words: String| SettingsError::Variable { name: name.to_owned(), words };
    let path = path.to_lowercase();
    let (section, key) =
        path.split_once("__").map_or((None, path.as_str()), |(section, key)| (Some(section), key));
    let find = |table: &toml::Table| match section {
        None => table.get(key).cloned(),
        Some(section) => table.get(section)?.as_table()?.get(key).cloned(),
    };
    let value = match find(default) {
        Some(toml::Value::Integer(_)) => toml::Value::Integer(
            value.trim().parse().map_err(|_| error("it must be a whole number".to_owned()))?,
        ),
        Some(toml::Value::Boolean(_)) => toml::Value::Boolean(
            value.trim().parse().map_err(|_| error("it must be true or false".to_owned()))?,
        ),
        Some(toml::Value::String(_)) => toml::Value::String(value),
        Some(toml::Value::Array(_)) => toml::Value::Array(
            value.split(',').map(str::trim).filter(|text| !text.is_empty()).map(toml::Value::from).collect(),
        ),
        _ => return Err(error("there is no such setting: tenure.toml shows them all".to_owned())),
    };
    if path == "mode" {
        check_mode(&value).map_err(error)?;
    }
    if path == "mail__relay" {
        // Whoever names one relay for a command means this one, and not the list in the file.
        let mail = table.get_mut("mail").and_then(toml::Value::as_table_mut);
        if let Some(relays) = mail.and_then(|mail| mail.get_mut("relays")) {
            *relays = toml::Value::Array(Vec::new());
        }
    }
    match section {
        None => table.insert(key.to_owned(), value),
        Some(section) => table
            .get_mut(section)
            .and_then(toml::Value::as_table_mut)
            .and_then(|section| section.insert(key.to_owned(), value)),
    };
    Ok(())
}

#[cfg(test)]
mod tests;
