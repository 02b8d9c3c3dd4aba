//! `tenure license …`: the registry by hand.

use jiff::Timestamp;
use serde_json::{Value, json};
use tenure_domain::{
    Address, BlockReason, Caller, Language, License, LicenseId, Offer, Profile, Refusal, Serial, Status,
    Succession, Zone, holder::read_name,
};
use tenure_store::license as licenses;

use super::Out;
use crate::{
    actions::{
        Desk, Fail, Held, block, export::license_json, find_license, issue, key_file, register, renew,
        replace,
    },
    house::House,
};

#[derive(clap::Subcommand)]
pub enum Command {
    /// Issue a serial number, and print it.
    Issue(IssueArgs),
    /// Register a serial number.
    Register(RegisterArgs),
    /// Renew a license by a new serial number.
    Renew(RenewArgs),
    /// Add to a license by a new serial number.
    Expand(RenewArgs),
    /// Block a license.
    Block {
        /// The license: its id, external id or serial number.
        license: String,
        /// superseded, compromised or other.
        #[arg(long, default_value = "other")]
        reason: BlockReason,
    },
    /// Lift the block of a license.
    Lift {
        /// The license: its id, external id or serial number.
        license: String,
    },
    /// Replace a stolen serial number; prints the new one.
    Replace {
        /// The license: its id, external id or serial number.
        license: String,
    },
    /// Show a license.
    Show {
        /// The license: its id, external id or serial number.
        license: String,
    },
    /// List licenses.
    List {
        /// Only those of this address.
        #[arg(long)]
        email: Option<Address>,
        /// Only those in this state: unregistered, active, expired, blocked or deleted.
        #[arg(long)]
        state: Option<Status>,
    },
}

#[derive(clap::Args)]
pub struct IssueArgs {
    /// The code of the product.
    #[arg(long)]
    product: String,
    /// To whom; left out: to whoever registers it.
    #[arg(long)]
    email: Option<Address>,
    /// Its length in months.
    #[arg(long, default_value_t = 12)]
    months: u32,
    /// How many devices it covers.
    #[arg(long, default_value_t = 1)]
    devices: u32,
    /// new, renewal or expansion.
    #[arg(long, default_value = "new")]
    offer: Offer,
    /// Your own name for it.
    #[arg(long)]
    external_id: Option<String>,
}

#[derive(clap::Args)]
pub struct RegisterArgs {
    /// The serial number.
    #[arg(long)]
    serial: Serial,
    /// The holder's address.
    #[arg(long)]
    email: Address,
    /// The holder's name.
    #[arg(long)]
    name: Option<String>,
    /// The holder's language (BCP 47).
    #[arg(long)]
    language: Option<Language>,
    /// The holder's time zone (IANA).
    #[arg(long)]
    time_zone: Option<Zone>,
}

#[derive(clap::Args)]
pub struct RenewArgs {
    /// The new serial number.
    #[arg(long)]
    serial: Serial,
    /// The old serial number.
    #[arg(long)]
    previous: Serial,
    /// The address of both.
    #[arg(long)]
    email: Address,
}

/// Runs one of the commands.
pub async fn run(house: &House, command: Command, out: &mut Out) -> anyhow::Result<()> {
    match command {
        Command::Issue(args) => issue_one(house, args, out).await,
        Command::Register(args) => register_one(house, args, out).await,
        Command::Renew(args) => renew_one(house, args, Succession::Renewal, out).await,
        Command::Expand(args) => renew_one(house, args, Succession::Expansion, out).await,
        Command::Block { license, reason } => {
            change(house, out, move |tx, desk, now| block::block(tx, desk, &license, reason, now)).await
        }
        Command::Lift { license } => {
            change(house, out, move |tx, desk, now| block::lift(tx, desk, &license, now)).await
        }
        Command::Replace { license } => replace_one(house, license, out).await,
        Command::Show { license } => show(house, license, out).await,
        Command::List { email, state } => list(house, email, state, out).await,
    }
}

async fn issue_one(house: &House, args: IssueArgs, out: &mut Out) -> anyhow::Result<()> {
    let IssueArgs { product, email, months, devices, offer, external_id } = args;
    let profile = Profile::default();
    let wish = issue::Issue { product, email, profile, months, devices, offer, external_id };
    let held = write(house, move |tx, desk, now| {
        let license = issue::issue(tx, desk, &wish, now)?;
        Ok(Held::read(tx, desk, license)?)
    })
    .await?;
    let serial = held.license.serial.in_full();
    let mut object = as_json(house, &held);
    object["serial"] = json!(serial);
    out.say(&object, serial)
}

async fn register_one(house: &House, args: RegisterArgs, out: &mut Out) -> anyhow::Result<()> {
    let name = read_name(args.name.as_deref().unwrap_or_default())
        .map_err(|words| Refusal::Invalid { field: "name", words })?;
    let profile = Profile { name, language: args.language, zone: args.time_zone, has_account: false };
    let wish =
        register::Register { serial: args.serial, email: args.email, profile, caller: Caller::Operator };
    let (desk, now) = (house.desk.clone(), house.clock.now());
    let done = house.store.write(move |tx| register::register(tx, &desk, &wish, now)).await??;
    let license = &done.held.license;
    let mut object = as_json(house, &done.held);
    object["again"] = json!(done.again);
    let language =
        done.held.holder.as_ref().map_or_else(String::new, |holder| house.desk.language_of(holder));
    object["key_file"] = json!(done.held.holder.as_ref().and_then(|holder| key_file::key_file(
        &house.desk,
        license,
        holder,
        &language,
        now
    )));
    let what = if done.again {
        "registered before; its key file is sent again"
    } else {
        "registered; its key file is on its way"
    };
    out.say(&object, format_args!("{} {what}; valid until {}", license.id, until(license)))
}

async fn renew_one(house: &House, args: RenewArgs, how: Succession, out: &mut Out) -> anyhow::Result<()> {
    let (serial, previous, email) = (args.serial, args.previous.into(), args.email);
    let wish = renew::Renew { serial, previous, email, how, caller: Caller::Operator };
    let (desk, now) = (house.desk.clone(), house.clock.now());
    let done = house.store.write(move |tx| renew::renew(tx, &desk, &wish, now)).await??;
    let (new, old) = (&done.new.license, &done.old);
    out.say(
        &as_json(house, &done.new),
        format_args!(
            "{} valid until {}, takes the place of {}, which is blocked now",
            new.id,
            until(new),
            old.id
        ),
    )
}

async fn replace_one(house: &House, name: String, out: &mut Out) -> anyhow::Result<()> {
    let held = write(house, move |tx, desk, now| {
        let license = replace::replace(tx, desk, &name, now)?;
        Ok(Held::read(tx, desk, license)?)
    })
    .await?;
    let serial = held.license.serial.in_full();
    let mut object = as_json(house, &held);
    object["serial"] = json!(serial);
    out.say(&object, serial)
}

async fn show(house: &House, name: String, out: &mut Out) -> anyhow::Result<()> {
    let desk = house.desk.clone();
    let held = house.store.write(move |tx| {
        let license = find_license(tx, &desk, &name)?;
        Ok::<_, Fail>(Held::read(tx, &desk, license)?)
    });
    let object = as_json(house, &held.await?);
    if out.is_json() {
        return out.object(&object);
    }
    for (name, value) in object.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null()) {
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        out.line(format_args!("{name:<15} {value}"))?;
    }
    Ok(())
}

/// How many licenses are read at a time.
const PAGE: u32 = 1000;

async fn list(
    house: &House,
    email: Option<Address>,
    state: Option<Status>,
    out: &mut Out,
) -> anyhow::Result<()> {
    let mut after: Option<LicenseId> = None;
    loop {
        let desk = house.desk.clone();
        let page = house.store.read(move |tx| {
            let licenses = licenses::list(tx, &desk.keys.vault, after, PAGE)?;
            licenses.into_iter().map(|license| Held::read(tx, &desk, license)).collect::<Result<Vec<_>, _>>()
        });
        let page = page.await?;
        let Some(last) = page.last() else { return Ok(()) };
        after = Some(last.license.id);
        for held in &page {
            let is_wanted = email
                .as_ref()
                .is_none_or(|email| held.holder.as_ref().is_some_and(|holder| holder.address == *email));
            let status = held.license.status(held.today(&house.desk, house.clock.now()));
            if is_wanted && state.is_none_or(|state| state == status) {
                let license = &held.license;
                let line = format!(
                    "{}  {}  {:<12} {:<10} {}",
                    license.id,
                    license.serial.masked(),
                    status,
                    until(license),
                    license.product
                );
                out.say(&as_json(house, held), line)?;
            }
        }
    }
}

fn until(license: &License) -> String {
    license.term.map_or_else(|| "-".to_owned(), |term| term.expires_on.to_string())
}

/// A license as programs read it: the serial number masked.
pub fn as_json(house: &House, held: &Held) -> Value {
    license_json(&house.desk, held, house.clock.now())
}

async fn change(
    house: &House,
    out: &mut Out,
    action: impl Fn(&mut tenure_store::Tx, &Desk, Timestamp) -> Result<License, Fail> + Send + 'static,
) -> anyhow::Result<()> {
    let held = write(house, move |tx, desk, now| {
        let license = action(tx, desk, now)?;
        Ok(Held::read(tx, desk, license)?)
    })
    .await?;
    let object = as_json(house, &held);
    out.say(&object, format_args!("{} is {}", held.license.id, object["state"].as_str().unwrap_or_default()))
}

async fn write<T: Send + 'static>(
    house: &House,
    action: impl Fn(&mut tenure_store::Tx, &Desk, Timestamp) -> Result<T, Fail> + Send + 'static,
) -> anyhow::Result<T> {
    let (desk, now) = (house.desk.clone(), house.clock.now());
    Ok(house.store.write(move |tx| action(tx, &desk, now)).await?)
}
