//! Limits: how often somebody may be wrong, whatever the secret (rule 10). Only failed checks count; what is right never does.

use jiff::{SignedDuration, Timestamp};
use tenure_domain::{Address, Caller, Limits, Network, Refusal};
use tenure_store::{
    Fault, Tx,
    tries::{self, Bucket},
};

use super::Desk;

/// How long a bucket that is empty stays on record for operators.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// A check that may be refused because too many were wrong.
pub type Checked<T> = Result<Result<T, Refusal>, Fault>;

impl Desk {
    /// The numbers.
    pub const fn limits(&self) -> &Limits {
        &self.settings.limits
    }
}

/// The buckets of whoever asks. What all networks share holds up nobody who has shown who it is.
pub(super) fn of_whoever(caller: &Caller) -> impl Iterator<Item = Bucket> {
    let shared = matches!(caller, Caller::Network(_)).then(Bucket::overall);
    Bucket::of_caller(caller).into_iter().chain(shared)
}

/// Whether there is room for one more wrong try; else the try is counted as turned away, and how long to wait.
pub(super) fn enter(tx: &mut Tx, desk: &Desk, buckets: &[Bucket], now: Timestamp) -> Checked<()> {
    let Some((full, wait)) = tries::find_full(tx, desk.limits(), buckets, now)? else { return Ok(Ok(())) };
    tries::turn_away(tx, &full, now)?;
    Ok(Err(too_many(wait)))
}

fn too_many(wait: SignedDuration) -> Refusal {
    let wait_secs = u64::try_from(wait.as_millis().div_euclid(1000) + 1).unwrap_or(1);
    Refusal::TooManyTries { wait_secs }
}

/// Checks a secret that is no serial number: a link, a code, a token. `check` answers nothing where it is wrong.
pub fn guess<T>(
    tx: &mut Tx,
    desk: &Desk,
    caller: &Caller,
    now: Timestamp,
    check: impl FnOnce(&mut Tx) -> Result<Option<T>, Fault>,
) -> Checked<Option<T>> {
    let buckets: Vec<Bucket> = of_whoever(caller).collect();
    if let Err(refusal) = enter(tx, desk, &buckets, now)? {
        return Ok(Err(refusal));
    }
    let found = check(tx)?;
    if found.is_none() {
        tries::fill(tx, desk.limits(), buckets, now)?;
    }
    Ok(Ok(found))
}

/// Whether somebody may check a secret now, without writing anything: for a unit that reads. Follow a wrong
/// one with [`failed`], and a refusal with nothing.
pub fn may_guess(tx: &mut Tx, desk: &Desk, caller: &Caller, now: Timestamp) -> Checked<()> {
    let buckets: Vec<Bucket> = of_whoever(caller).collect();
    let full = tries::find_full(tx, desk.limits(), &buckets, now)?;
    Ok(full.map_or(Ok(()), |(_, wait)| Err(too_many(wait))))
}

/// Counts a secret that was wrong.
pub fn failed(tx: &mut Tx, desk: &Desk, caller: &Caller, now: Timestamp) -> Result<(), Fault> {
    tries::fill(tx, desk.limits(), of_whoever(caller).collect(), now)
}

/// Whether a letter to sign in may be asked for. Each one counts, whether the address is a holder's or not.
pub fn ask_sign_in(
    tx: &mut Tx,
    desk: &Desk,
    from: Network,
    address: &Address,
    now: Timestamp,
) -> Checked<()> {
    ask(tx, desk, of_letter(desk, from, address).into(), now)
}

/// Whether a letter may be asked for that goes to an address of somebody's choice. Each one counts: against whoever asks, the
/// network, and the address.
pub fn ask_letter(
    tx: &mut Tx,
    desk: &Desk,
    caller: &Caller,
    from: Network,
    address: &Address,
    now: Timestamp,
) -> Checked<()> {
    let buckets = of_whoever(caller).chain(of_letter(desk, from, address)).collect();
    ask(tx, desk, buckets, now)
}

/// Whether a question to passkeys may be asked for. Each one counts against the network, whoever asks: it is a row.
pub fn ask_passkey(tx: &mut Tx, desk: &Desk, from: Network, now: Timestamp) -> Checked<()> {
    ask(tx, desk, vec![Bucket::of_passkeys_from(from)], now)
}

fn of_letter(desk: &Desk, from: Network, address: &Address) -> [Bucket; 2] {
    [Bucket::of_sign_in_from(from), Bucket::of_sign_in_for(&desk.keys.vault, address)]
}

fn ask(tx: &mut Tx, desk: &Desk, buckets: Vec<Bucket>, now: Timestamp) -> Checked<()> {
    let entered = enter(tx, desk, &buckets, now)?;
    if entered.is_ok() {
        tries::fill(tx, desk.limits(), buckets, now)?;
    }
    Ok(entered)
}

/// Forgets buckets that have been empty for a day: how many.
pub fn clear(tx: &mut Tx, now: Timestamp) -> Result<u64, Fault> {
    tries::clear(tx, now.saturating_sub(KEPT).unwrap_or(now))
}
