//! What can be checked of an installation without sending anything: one list, for `doctor` and for `go-live`.

use tenure_domain::State;
use tenure_post::{dns::Resolver, published};
use tenure_store::{Engine, hold, notice, pass, probe};

use crate::{
    config::{Config, Keys, Mode, dkim, letters},
    house::{House, list_untold},
};

/// What is to be thought of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is well.
    Well,
    /// Only a person can tell.
    Look,
    /// It has to be mended.
    Wrong,
}

/// What was found of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Of what.
    pub check: &'static str,
    /// What is to be thought of it.
    pub verdict: Verdict,
    /// In words; of what is wrong also what would be right.
    pub words: String,
}

/// Collects findings.
#[derive(Debug, Default)]
pub struct Findings(pub Vec<Finding>);

impl Findings {
    /// Well, or wrong.
    pub fn add(&mut self, check: &'static str, found: Result<String, String>) {
        let (verdict, words) = match found {
            Ok(words) => (Verdict::Well, words),
            Err(words) => (Verdict::Wrong, words),
        };
        self.0.push(Finding { check, verdict, words });
    }

    /// For a person to look at.
    pub fn look(&mut self, check: &'static str, words: impl Into<String>) {
        self.0.push(Finding { check, verdict: Verdict::Look, words: words.into() });
    }

    /// How many things are wrong.
    pub fn wrong(&self) -> usize {
        self.0.iter().filter(|finding| finding.verdict == Verdict::Wrong).count()
    }
}

/// Names that are no domain of anybody (RFC 2606, 6761): nobody has to be asked for them.
const RESERVED: [&str; 5] = ["example", "test", "invalid", "localhost", "local"];

/// What the files say.
pub fn of_config(config: &Config, findings: &mut Findings) -> anyhow::Result<()> {
    findings.add("settings", Ok(settings(config)));
    findings.add("keys", keys(config));
    for fault in letters::wordings(config)?.1 {
        findings.add("letters", Err(fault.to_string()));
    }
    if config.settings.mode == Mode::Live {
        findings.add("vendor", vendor(config));
        findings.add("address", address(config));
        findings.add("schedule", schedule(config));
    }
    Ok(())
}

/// What the open house says.
pub async fn of_house(house: &House, findings: &mut Findings) {
    findings.add("texts", texts(house));
    findings.add("database", database(house).await);
    findings.add("relay", relay(house).await);
    findings.add("notices", backlog(house).await);
    findings.add("sending", sending(house).await);
    of_dns(house, findings).await;
    signatures(house, findings);
}

fn settings(config: &Config) -> String {
    let mode = if config.settings.mode == Mode::Live { "live" } else { "sandbox" };
    let (products, rules) = (config.products.iter().count(), config.schedule.rules().len());
    format!("{mode}, {products} products, {rules} rules in the schedule")
}

fn keys(config: &Config) -> Result<String, String> {
    let keys = Keys::read(&config.keys_path()).map_err(|error| format!("{error:#}"))?;
    Ok(format!("key files are signed by {}", keys.signing().key_id()))
}

fn vendor(config: &Config) -> Result<String, String> {
    let settings = &config.settings;
    let told = [
        ("vendor.name", settings.vendor.name.as_str(), settings.vendor.name == "Example Software"),
        ("vendor.url", settings.vendor.url.as_str(), is_reserved(host(&settings.vendor.url))),
        ("mail.from", settings.mail.from.as_str(), is_reserved(dkim::domain_of(&settings.mail.from))),
    ];
    let still: Vec<&str> = told.iter().filter(|(.., is_sample)| *is_sample).map(|(key, ..)| *key).collect();
    if still.is_empty() {
        return Ok(format!("letters come from {} <{}>", told[0].1, told[2].1));
    }
    Err(format!("{} still say what an example says: name yourself in tenure.toml", still.join(", ")))
}

fn address(config: &Config) -> Result<String, String> {
    let url = &config.settings.web.base_url;
    if !url.starts_with("https://") {
        return Err(format!(
            "web.base_url is {url}: links in letters need https://, by a server in front that speaks TLS"
        ));
    }
    if is_reserved(host(url)) {
        return Err(format!(
            "web.base_url is {url}, which holders cannot reach: name the pages' own address"
        ));
    }
    Ok(format!("links in letters begin with {url}"))
}

fn schedule(config: &Config) -> Result<String, String> {
    let dated = config.schedule.dated_steps().count();
    if dated == 0 {
        return Err("schedule.toml has no dated step, so nobody would be reminded of anything".to_owned());
    }
    Ok(format!("{dated} dated steps; `tenure schedule show` shows them"))
}

/// The host of a URL.
fn host(url: &str) -> &str {
    let place = url.split_once("://").map_or(url, |(_, place)| place);
    place.split(['/', ':', '?']).next().unwrap_or_default()
}

fn is_reserved(host: &str) -> bool {
    let last = host.trim_end_matches('.').rsplit('.').next().unwrap_or_default();
    RESERVED.iter().any(|name| last.eq_ignore_ascii_case(name)) || last.parse::<u8>().is_ok()
}

fn texts(house: &House) -> Result<String, String> {
    let default = house.desk.settings.language();
    let missing = list_untold(&house.desk.settings, &house.desk.wordings);
    if missing.is_empty() {
        Ok(format!("every notice has a text in {default}"))
    } else {
        Err(format!("no text in {default} for {}", missing.join(", ")))
    }
}

async fn database(house: &House) -> Result<String, String> {
    let now = house.clock.now();
    let written = house.store.write(move |tx| probe::write(tx, now)).await;
    written.map_err(|fault| format!("it takes no commits: {fault}"))?;
    let last = house.store.read(pass::find).await.map_err(|fault| fault.to_string())?;
    let engine = if house.store.engine() == Engine::Sqlite { "SQLite" } else { "PostgreSQL" };
    let planned = match last {
        None => "nothing planned yet".to_owned(),
        Some(last) if house.desk.settings.mode == Mode::Live && last.completed_at > now => {
            return Err(format!(
                "a round of a day to come is on record ({}), so nothing would be planned until then: make a new installation by `tenure init` and import again",
                last.completed_at
            ));
        }
        Some(last) => format!("planned up to {}", last.completed_at),
    };
    Ok(format!("{engine}, {planned}"))
}

async fn relay(house: &House) -> Result<String, String> {
    let place = house.carrier.place();
    let is_nowhere = ["folder:", "memory:"].iter().any(|scheme| place.contains(scheme));
    if house.desk.settings.mode == Mode::Live && is_nowhere {
        return Err(format!("{place} is no relay, so letters would reach nobody: set mail.relay"));
    }
    house.carrier.check().await
}

async fn sending(house: &House) -> Result<String, String> {
    let holds = house.store.read(hold::list).await.map_err(|fault| fault.to_string())?;
    if holds.is_empty() {
        return Ok("nothing holds it".to_owned());
    }
    let words: Vec<String> = holds.iter().map(ToString::to_string).collect();
    Err(format!("{}. `tenure release` resumes it", words.join("; ")))
}

async fn backlog(house: &House) -> Result<String, String> {
    let counts = house.store.read(notice::count).await.map_err(|fault| fault.to_string())?;
    let (all, open) = (
        counts.values().sum::<u64>(),
        counts.iter().filter(|(state, _)| state.is_open()).map(|(_, count)| count).sum::<u64>(),
    );
    let failed = counts.get(&State::Failed).copied().unwrap_or(0);
    Ok(format!("{all} in all, {open} open, {failed} failed"))
}

/// The records that the DNS should have, looked up where a resolver is at hand.
async fn of_dns(house: &House, findings: &mut Findings) {
    let settings = &house.desk.settings;
    let mut resolver = settings.mail.resolver();
    let mut why = "no resolver is set".to_owned();
    for record in dkim::records(settings, house.desk.signer.as_ref()) {
        let is_nobodys = settings.mail.resolver.is_empty() && is_reserved(&record.name);
        let asked = match &resolver {
            Some(_) if is_nobodys => Err("nobody owns such a name".to_owned()),
            Some(resolver) => look_up(house, resolver, &record.name).await,
            None => Err(why.clone()),
        };
        match asked {
            Ok(found) => findings.add("dns", published::judge(&record, &found)),
            Err(problem) => {
                findings.look(
                    "dns",
                    format!("to publish, not checked ({problem}): {}. TXT {}", record.name, record.in_zone()),
                );
                // One that does not answer is not waited for again.
                if !is_nobodys {
                    (resolver, why) = (None, problem);
                }
            }
        }
    }
}

/// The texts of a name; where a policy has none, those of the domain above it.
async fn look_up(house: &House, resolver: &Resolver, name: &str) -> Result<Vec<String>, String> {
    let mut name = name.to_owned();
    loop {
        let found = resolver.texts(&name, u16::from_be_bytes(house.desk.ids.octets())).await?;
        match published::above(&name) {
            Some(above) if found.is_empty() => name = above,
            _ => return Ok(found),
        }
    }
}

fn signatures(house: &House, findings: &mut Findings) {
    let words = match &house.desk.signer {
        Some(signer) => format!("letters are signed for {}", signer.domain()),
        None if house.carrier.is_local() => "letters are not signed (dkim.domain is empty)".to_owned(),
        None => "letters are not signed here (dkim.domain is empty): the relay has to do it".to_owned(),
    };
    findings.add("dkim", Ok(words));
}
