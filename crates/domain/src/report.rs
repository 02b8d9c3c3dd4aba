//! Reports: what comes back after the relay had taken a letter.

use crate::{kind::Kind, word::coded};

/// What a report says of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// It is not there yet; somebody tries on.
    Delayed,
    /// It will not arrive.
    Undelivered,
    /// It will not arrive, because its address takes no mail at all.
    NoAddress,
    /// Its receiver called it unwanted.
    Complaint,
}

coded!(What { Delayed = "delayed", Undelivered = "undelivered", NoAddress = "no_address", Complaint = "complaint" });

/// A report as it is understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What it says.
    pub what: What,
    /// Its status, such as `5.1.1` (RFC 3463); empty where it has none.
    pub status: String,
    /// The words of whoever reports, in one line.
    pub words: String,
}

impl Report {
    /// What is kept at the notice: status and words, in one line.
    pub fn reason(&self) -> String {
        let Self { status, words, .. } = self;
        if status.is_empty() || words.contains(status.as_str()) {
            words.clone()
        } else {
            format!("{status} {words}").trim_end().to_owned()
        }
    }
}

/// What a complaint declines in its sender's name: everything that can be declined (rule 14). Duties stay.
pub fn declined_by_complaint() -> impl Iterator<Item = Kind> {
    use crate::kind::Step;
    let can_be = |kind: &Kind| kind.can_be_declined(Step::AtOnce) || kind.can_be_declined(Step::Days(1));
    Kind::ALL.iter().copied().filter(can_be)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_complaint_declines_offers_and_late_reminders_and_no_duty() {
        let declined: Vec<Kind> = declined_by_complaint().collect();
        assert_eq!(declined, [Kind::MobileOffer, Kind::AccountInvitation, Kind::RenewalReminder]);
    }

    #[test]
    fn a_reason_names_the_status_once() {
        let report = |status: &str, words: &str| Report {
            what: What::Undelivered,
            status: status.to_owned(),
            words: words.to_owned(),
        };
        assert_eq!(report("5.1.1", "550 5.1.1 no such user").reason(), "550 5.1.1 no such user");
        assert_eq!(report("5.4.4", "no route").reason(), "5.4.4 no route");
        assert_eq!(
            (report("", "gone").reason(), report("5.0.0", "").reason()),
            ("gone".into(), "5.0.0".into())
        );
    }
}
