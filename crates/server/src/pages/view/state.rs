//! States and reasons as the pages tell them. Each has a code; the words stand in the texts under
//! its group's prefix, such as `why-renewed`.

use serde::{Serialize, Serializer};
use tenure_domain::{BlockReason, Happening, Refusal, license::Succession};

macro_rules! told {
    ($(#[$doc:meta])* $name:ident, $prefix:literal { $($(#[$about:meta])* $variant:ident = $code:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$about])* $variant,)*
        }

        impl $name {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];
            /// What the ids of their texts begin with.
            pub const PREFIX: &'static str = $prefix;

            /// The name that templates compare and texts are found by.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }
    };
}

told! {
    /// Why a notice is in its state: the reason that was stored with it.
    Why, "why-" {
        /// The license was renewed.
        Renewed = "renewed",
        /// An additional purchase took the license's place.
        Expanded = "expanded",
        /// The serial number was replaced.
        Replaced = "replaced",
        /// The license was blocked.
        Blocked = "blocked",
        /// The block was lifted.
        Lifted = "lifted",
        /// The license was deleted.
        Deleted = "deleted",
        /// The license's dates were corrected.
        Corrected = "corrected",
        /// The schedule no longer has this step.
        Unscheduled = "unscheduled",
        /// The license has no address.
        NoAddress = "no_address",
        /// The holder has what is offered.
        AlreadyHas = "already_has",
        /// An operator canceled it.
        Operator = "operator",
        /// Its answer was lost, and its time went by.
        OutOfTime = "out_of_time",
        /// The change of address that it tells of was undone.
        Undone = "undone",
        /// The holder was erased.
        Erased = "erased",
        /// A newer step of the same kind was due too.
        NewerStep = "newer_step_due",
        /// The limit for sending it had passed.
        PastLimit = "limit_passed",
        /// The holder declined it: only the portal has it.
        Declined = "declined",
        /// The address does not take mail.
        Suppressed = "suppressed",
        /// Any other reason, such as a relay's own words.
        Other = "other",
    }
}

impl Why {
    /// The stored reason, told; `None` where none is stored.
    pub fn from_reason(reason: &str) -> Option<Self> {
        let known = Self::ALL.iter().copied().find(|why| why.code() == reason);
        (!reason.is_empty()).then(|| known.unwrap_or(Self::Other))
    }
}

told! {
    /// What became of a message's e-mail, in the portal.
    FateState, "fate-" {
        /// On its way, or waiting for its next try.
        Waiting = "waiting",
        /// Taken by the mail server.
        Accepted = "accepted",
        /// Perhaps taken; the answer was lost.
        Unknown = "unknown",
        /// Came back.
        Bounced = "bounced",
        /// Refused for good.
        Failed = "failed",
        /// Not sent, as the holder wishes.
        Declined = "declined",
        /// Not sent, for a reason of ours.
        Held = "held",
    }
}

told! {
    /// What happened to a license, as its holder is told.
    LifeEvent, "life-" {
        /// Its serial number was issued.
        Issued = "issued",
        /// It came from the vendor's earlier records.
        Imported = "imported",
        /// Its dates were corrected.
        Corrected = "corrected",
        /// Its serial number was registered.
        Registered = "registered",
        /// It was registered as the renewal of another.
        Renewal = "renewal",
        /// It was registered as an addition to another.
        Expansion = "expansion",
        /// It came in place of one whose serial number was stolen.
        Replacement = "replacement",
        /// Its key file was asked for again.
        KeyFileAsked = "key-file-asked",
        /// A renewal took its place.
        Renewed = "renewed",
        /// An additional purchase took its place.
        Expanded = "expanded",
        /// Its serial number was replaced.
        Replaced = "replaced",
        /// It was blocked.
        Blocked = "blocked",
        /// Its block was lifted.
        Lifted = "lifted",
        /// It was deleted.
        Deleted = "deleted",
        /// It belongs to another address of its holder.
        AddressChanged = "address-changed",
        /// It belongs to the address before again.
        AddressRestored = "address-restored",
    }
}

impl LifeEvent {
    /// What a holder is told of a happening; nothing of those that concern operators alone.
    pub const fn of(happening: &Happening) -> Option<Self> {
        Some(match happening {
            Happening::Issued => Self::Issued,
            Happening::Imported => Self::Imported,
            Happening::Corrected => Self::Corrected,
            Happening::Registered { previous: None } => Self::Registered,
            Happening::Registered { previous: Some((_, Succession::Renewal)) } => Self::Renewal,
            Happening::Registered { previous: Some((_, Succession::Expansion)) } => Self::Expansion,
            Happening::Registered { previous: Some((_, Succession::Replacement)) }
            | Happening::Replaced { .. } => Self::Replacement,
            Happening::KeyFileRequested => Self::KeyFileAsked,
            Happening::Superseded { how: Succession::Renewal, .. } => Self::Renewed,
            Happening::Superseded { how: Succession::Expansion, .. } => Self::Expanded,
            Happening::Superseded { how: Succession::Replacement, .. } => Self::Replaced,
            Happening::Blocked { .. } => Self::Blocked,
            Happening::Lifted => Self::Lifted,
            Happening::Deleted => Self::Deleted,
            Happening::AddressChanged { .. } => Self::AddressChanged,
            Happening::AddressRestored { .. } => Self::AddressRestored,
            _ => return None,
        })
    }

    /// Whether a license begins with it: of one instant nothing else can have been before.
    pub const fn is_beginning(self) -> bool {
        matches!(self, Self::Issued | Self::Imported)
    }
}

told! {
    /// Why a license is blocked.
    BlockedFor, "blocked-" {
        /// A renewal took its place.
        Renewed = "renewed",
        /// An additional purchase took its place.
        Expanded = "expanded",
        /// Its serial number was stolen and replaced.
        Compromised = "compromised",
        /// Another reason of the vendor.
        Other = "other",
    }
}

impl BlockedFor {
    /// The reason of a block, together with what took the license's place.
    pub const fn of(reason: BlockReason, by: Option<Succession>) -> Self {
        match (reason, by) {
            (BlockReason::Superseded, Some(Succession::Expansion)) => Self::Expanded,
            (BlockReason::Superseded, _) => Self::Renewed,
            (BlockReason::Compromised, _) => Self::Compromised,
            (BlockReason::Other, _) => Self::Other,
        }
    }
}

told! {
    /// Why a form or a request was refused: said beside a field, or as a page of its own.
    Problem, "problem-" {
        /// The field is empty.
        Empty = "empty",
        /// Not an e-mail address.
        NotAnAddress = "not-an-address",
        /// The address that is there already.
        SameAddress = "same-address",
        /// Not a serial number.
        NotASerial = "not-a-serial",
        /// A serial number that fails its check.
        DoubtfulSerial = "doubtful-serial",
        /// Not a whole key file.
        NotAKeyFile = "not-a-key-file",
        /// A key file that was not made here.
        ForeignKeyFile = "foreign-key-file",
        /// A key file that was changed after it was made.
        ChangedKeyFile = "changed-key-file",
        /// Not a name: too long, or with control characters.
        NotAName = "not-a-name",
        /// Not a time zone.
        NotAZone = "not-a-zone",
        /// No license with this serial number and this address (rule 10).
        NoMatch = "no-match",
        /// The serial number is registered already.
        AlreadyRegistered = "already-registered",
        /// The serial number is to be registered first.
        NotRegistered = "not-registered",
        /// The license is blocked.
        Blocked = "blocked",
        /// The license was renewed already.
        AlreadyRenewed = "already-renewed",
        /// The old and the new serial number are the same.
        SameLicense = "same-license",
        /// No free replacement is left.
        NoReplacementLeft = "no-replacement-left",
        /// Too few days are left for a replacement.
        TooFewDaysLeft = "too-few-days-left",
        /// The address was changed, and that can still be undone.
        AddressJustChanged = "address-just-changed",
        /// Too many tries were wrong.
        TooManyTries = "too-many-tries",
        /// Not the code that was sent.
        WrongCode = "wrong-code",
        /// Not the address of whoever is signed in.
        OtherAddress = "other-address",
        /// The sign-in is too old for this.
        SignInAgain = "sign-in-again",
        /// The form was not whole, or came from another site.
        BrokenForm = "broken-form",
        /// The clock moves forward only, and not beyond the calendar.
        ClockStays = "clock-stays",
        /// What was asked for cannot be done here.
        NotHere = "not-here",
    }
}

impl From<&Refusal> for Problem {
    fn from(refusal: &Refusal) -> Self {
        match refusal {
            Refusal::NoMatch => Self::NoMatch,
            Refusal::AlreadyRegistered => Self::AlreadyRegistered,
            Refusal::Blocked(_) => Self::Blocked,
            Refusal::NotRegistered => Self::NotRegistered,
            Refusal::AlreadyRenewed => Self::AlreadyRenewed,
            Refusal::SameLicense => Self::SameLicense,
            Refusal::NoReplacementLeft { .. } => Self::NoReplacementLeft,
            Refusal::TooFewDaysLeft { .. } => Self::TooFewDaysLeft,
            Refusal::AddressJustChanged { .. } => Self::AddressJustChanged,
            Refusal::TooManyTries { .. } => Self::TooManyTries,
            Refusal::OtherAddress => Self::OtherAddress,
            Refusal::SignInAgain => Self::SignInAgain,
            Refusal::Invalid { field: "serial" | "previous", .. } => Self::NotASerial,
            Refusal::Invalid { field: "email", .. } => Self::NotAnAddress,
            _ => Self::NotHere,
        }
    }
}
