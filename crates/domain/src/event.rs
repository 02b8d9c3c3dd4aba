//! Events: what happened to a license, and what is owed at once because of it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    ids::{ChangeId, EventId, LicenseId, NoticeId},
    kind::{Kind, Step},
    license::{BlockReason, Succession},
    product::Segment,
    schedule::Schedule,
    word::coded,
};

/// Where a serial number and an address were named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Service {
    /// Registering a serial number.
    Registration,
    /// Renewing a license.
    Renewal,
    /// An additional purchase.
    Expansion,
    /// Replacing a serial number.
    Replacement,
    /// Having a key file sent again.
    KeyFile,
}
impl Service {
    /// Every service.
    pub const ALL: [Self; 5] =
        [Self::Registration, Self::Renewal, Self::Expansion, Self::Replacement, Self::KeyFile];
}
coded!(Service { Registration = "registration", Renewal = "renewal", Expansion = "expansion", Replacement = "replacement", KeyFile = "key-file" });

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Happening {
    /// A serial number was issued here.
    Issued,
    /// The license came with an import.
    Imported,
    /// An import with `--update` changed it.
    Updated,
    /// A corrected date began a new term.
    Corrected,
    /// Its serial number was registered; perhaps naming a previous license.
    Registered {
        /// The license whose place it took.
        previous: Option<(LicenseId, Succession)>,
    },
    /// It was registered again with the right address: the key file is sent again.
    KeyFileRequested,
    /// Another license took its place.
    Superseded {
        /// Which.
        successor: LicenseId,
        /// How.
        how: Succession,
    },
    /// An operator blocked it.
    Blocked {
        /// Why.
        reason: BlockReason,
    },
    /// Somebody named it with the right address while it is blocked.
    BlockedNamed {
        /// Where.
        service: Service,
    },
    /// Its block was lifted.
    Lifted,
    /// It came into being in place of a stolen one.
    Replaced {
        /// The stolen one.
        previous: LicenseId,
    },
    /// Somebody named it with a wrong address.
    TheftAttempt {
        /// Where.
        service: Service,
    },
    /// Somebody named it while too many tries were wrong: what was typed was not checked.
    UncheckedTry {
        /// Where.
        service: Service,
    },
    /// An operator asked for one of its notices to be sent again.
    ResendAsked {
        /// Which.
        notice: NoticeId,
    },
    /// Its holder's address was changed (rule 12).
    AddressChanged {
        /// By which change.
        change: ChangeId,
    },
    /// A change of its holder's address was undone from the old address (rule 12).
    AddressRestored {
        /// Which.
        change: ChangeId,
    },
    /// Its holder was erased: it belongs to nobody from now on.
    HolderErased,
    /// It was deleted.
    Deleted,
}

impl Happening {
    /// The name used in tables and at the door.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::Imported => "imported",
            Self::Updated => "updated",
            Self::Corrected => "corrected",
            Self::Registered { .. } => "registered",
            Self::KeyFileRequested => "key_file_requested",
            Self::Superseded { .. } => "superseded",
            Self::Blocked { .. } => "blocked",
            Self::BlockedNamed { .. } => "blocked_named",
            Self::Lifted => "lifted",
            Self::Replaced { .. } => "replaced",
            Self::TheftAttempt { .. } => "theft_attempt",
            Self::UncheckedTry { .. } => "unchecked_try",
            Self::ResendAsked { .. } => "resend_asked",
            Self::AddressChanged { .. } => "address_changed",
            Self::AddressRestored { .. } => "address_restored",
            Self::HolderErased => "holder_erased",
            Self::Deleted => "deleted",
        }
    }
}

/// Something that happened to a license.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Names it, and is the occasion of the notices it causes.
    pub id: EventId,
    /// To which license.
    pub license: LicenseId,
    /// What.
    pub happening: Happening,
    /// When.
    pub at: Timestamp,
}

/// What is known of the holder when something happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HolderStanding {
    /// Has signed in, or the API said that there is an account.
    pub has_account: bool,
    /// Has a valid license of a product that the rule for `mobile-offer` leaves out.
    pub has_mobile: bool,
}

/// The kinds owed at once because of a happening, to a license of this segment and product.
///
/// Theft attempts are not here: they are gathered (see [`crate::theft`]). Nor is a changed address: it is a holder's, so
/// one license tells of it for all, to two addresses.
pub fn owed_at_once(
    happening: &Happening,
    segment: Segment,
    product: &str,
    holder: HolderStanding,
    schedule: &Schedule,
) -> Vec<Kind> {
    let is_scheduled = |kind: &Kind| schedule.steps(*kind, segment, product).contains(&Step::AtOnce);
    let after_registration = [
        Some(Kind::KeyFile),
        (!holder.has_mobile).then_some(Kind::MobileOffer),
        (!holder.has_account).then_some(Kind::AccountInvitation),
    ];
    match happening {
        Happening::Issued => vec![Kind::SerialNumber],
        Happening::Replaced { .. } => vec![Kind::LicenseReplaced],
        Happening::BlockedNamed { .. } => vec![Kind::LicenseBlocked],
        Happening::Registered { previous } => {
            let renewed =
                matches!(previous, Some((_, Succession::Renewal))).then_some(Kind::RenewalConfirmation);
            after_registration.into_iter().flatten().chain(renewed).filter(is_scheduled).collect()
        }
        Happening::KeyFileRequested => vec![Kind::KeyFile],
        Happening::Blocked { .. } => [Kind::LicenseBlocked].into_iter().filter(is_scheduled).collect(),
        Happening::Imported
        | Happening::Updated
        | Happening::Corrected
        | Happening::Superseded { .. }
        | Happening::Lifted
        | Happening::TheftAttempt { .. }
        | Happening::UncheckedTry { .. }
        | Happening::ResendAsked { .. }
        | Happening::AddressChanged { .. }
        | Happening::AddressRestored { .. }
        | Happening::HolderErased
        | Happening::Deleted => Vec::new(),
    }
}
