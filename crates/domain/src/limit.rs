//! Limits: who asks, and how often somebody may be wrong.
//!
//! Each failed check leaves a drop in a few buckets, and every bucket leaks evenly: a full one is empty after an hour.
//! A try finds room in all of its buckets, or it is turned away unchecked; then it leaves nothing in them, so that
//! the waiting time holds.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use crate::{ids::HolderId, network::Network, word::coded};

/// In which time a full bucket is empty again.
const WINDOW: SignedDuration = SignedDuration::from_hours(1);

/// Who asks a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Caller {
    /// A holder who is signed in.
    Holder(HolderId),
    /// Somebody at a page, known by the network only.
    Network(Network),
    /// A program with a token of the vendor: the token's id.
    Shop(String),
    /// An operator at the command line or the console, who may see everything anyway and is never turned away.
    Operator,
}

/// What failed checks are counted against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// One network.
    Network,
    /// One signed-in holder, about what is not the holder's own.
    Holder,
    /// One token of the API.
    Shop,
    /// One serial number, known or not.
    Serial,
    /// All networks together.
    Overall,
    /// Letters to sign in, or to confirm an address, that one network asked for.
    SignInNetwork,
    /// Such letters to one address, known or not.
    SignInAddress,
    /// Questions to passkeys that one network asked for.
    PasskeyNetwork,
}
coded!(Scope { Network = "network", Holder = "holder", Shop = "shop", Serial = "serial", Overall = "overall", SignInNetwork = "sign-in-network", SignInAddress = "sign-in-address", PasskeyNetwork = "passkey-network" });

/// How many drops each bucket holds: so many at once, and so many in each hour after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Of one network.
    pub per_network: u32,
    /// Of one serial number.
    pub per_serial: u32,
    /// Of one signed-in holder.
    pub per_holder: u32,
    /// Of one token of the API.
    pub per_shop: u32,
    /// Of all networks.
    pub overall: u32,
    /// Letters to sign in, of one network; and, in a bucket of their own, questions to passkeys.
    pub sign_ins_per_network: u32,
    /// Letters to sign in, for one address.
    pub sign_ins_per_address: u32,
}

impl Limits {
    /// The limit of a scope, at least 1.
    pub fn of(&self, scope: Scope) -> u32 {
        let limit = match scope {
            Scope::Network => self.per_network,
            Scope::Holder => self.per_holder,
            Scope::Shop => self.per_shop,
            Scope::Serial => self.per_serial,
            Scope::Overall => self.overall,
            Scope::SignInNetwork | Scope::PasskeyNetwork => self.sign_ins_per_network,
            Scope::SignInAddress => self.sign_ins_per_address,
        };
        limit.max(1)
    }

    /// How long one drop takes to leak out of a bucket.
    pub fn drop_time(&self, scope: Scope) -> SignedDuration {
        SignedDuration::from_micros(
            WINDOW.as_micros().try_into().unwrap_or(i64::MAX) / i64::from(self.of(scope)),
        )
    }

    /// How long to wait until there is room for one more drop in a bucket that will be empty at `clear_at`; nothing
    /// where there is room.
    pub fn wait(&self, scope: Scope, clear_at: Timestamp, now: Timestamp) -> Option<SignedDuration> {
        let over = clear_at.max(now).duration_since(now) + self.drop_time(scope) - WINDOW;
        over.is_positive().then_some(over)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits {
        per_network: 20,
        per_serial: 10,
        per_holder: 20,
        per_shop: 200,
        overall: 2000,
        sign_ins_per_network: 7,
        sign_ins_per_address: 0,
    };

    /// The bucket after one more drop.
    fn fill(scope: Scope, clear_at: Timestamp, now: Timestamp) -> Timestamp {
        clear_at.max(now) + LIMITS.drop_time(scope)
    }

    #[test]
    fn a_bucket_holds_as_many_drops_as_its_limit_and_one_more_after_its_share_of_the_hour() {
        for scope in [
            Scope::Network,
            Scope::Serial,
            Scope::Shop,
            Scope::Overall,
            Scope::SignInNetwork,
            Scope::SignInAddress,
            Scope::PasskeyNetwork,
        ] {
            let now = Timestamp::UNIX_EPOCH;
            let mut clear_at = now;
            for drop in 0..LIMITS.of(scope) {
                assert_eq!(LIMITS.wait(scope, clear_at, now), None, "{scope} {drop}");
                clear_at = fill(scope, clear_at, now);
            }
            let wait = LIMITS.wait(scope, clear_at, now);
            let share = LIMITS.drop_time(scope);
            assert!(
                wait.is_some_and(|wait| wait <= share && wait + SignedDuration::from_millis(1) > share),
                "{scope} {wait:?}"
            );
            assert_eq!(LIMITS.wait(scope, clear_at, now + share), None, "{scope}");
        }
    }

    #[test]
    fn a_bucket_that_nobody_fills_is_empty_after_an_hour() {
        let now = Timestamp::UNIX_EPOCH;
        let clear_at = (0..10).fold(now, |clear_at, _| fill(Scope::Serial, clear_at, now));
        assert_eq!(clear_at, now + WINDOW);
    }
}
