//! Whose letter it is: what a carrier asks on the way.

use super::Parcel;

/// Answers for one letter while it is carried.
pub trait Courier: Sync {
    /// Whether the letter may go. Asked when only the message itself is left to be sent (where the relay takes envelope
    /// and `DATA` in one go: before these), again when the relay waits for the message, and on every further
    /// connection; after the first no nothing of the message is sent.
    fn may_go(&self) -> impl Future<Output = bool> + Send;

    /// The letter that goes next by the same relay, and may go: its envelope is said behind the message of this one, where the relay
    /// allows it. None: nothing is said ahead.
    fn next(&self) -> impl Future<Output = Option<Parcel>> + Send {
        std::future::ready(None)
    }
}

/// A letter that goes whatever happens, and alone.
#[derive(Debug, Clone, Copy)]
pub struct Anyway;

impl Courier for Anyway {
    fn may_go(&self) -> impl Future<Output = bool> + Send {
        std::future::ready(true)
    }
}
