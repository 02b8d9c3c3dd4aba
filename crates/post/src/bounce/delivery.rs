//! Delivery reports (RFC 3464, RFC 6533): what became of a letter, for each address that it was passed on to.

use tenure_domain::report::{Report, What};

use super::{
    fields::{self, Group},
    status::{Status, reply_class, says_no_address},
};

/// Whether a text that calls itself something else is a delivery report.
pub(super) fn is_one(text: &str) -> bool {
    fields::has(text, "final-recipient") && (fields::has(text, "action") || fields::has(text, "status"))
}

/// Reads a delivery report. The outer none: it says nothing that is understood.
///
/// A letter goes to one address. Where that one stands for several, the mildest of their fates counts: one of them may
/// have got it.
#[expect(clippy::option_option, reason = "no report, and a report that all went well, are two things")]
pub(super) fn read(text: &str) -> Option<Option<Report>> {
    let fates = fields::read(text).into_iter().filter_map(|group| fate(&group));
    fates.min_by_key(|fate| fate.as_ref().map(|report| report.what))
}

/// What became of the letter at one address: nothing bad, something bad, or not said.
#[expect(clippy::option_option, reason = "see `read`")]
fn fate(group: &Group) -> Option<Option<Report>> {
    let diagnostic = group.find_typed("diagnostic-code");
    let given = group.find("status").and_then(Status::find);
    let status = match given {
        Some(status) if !status.is_vague() => Some(status),
        vague => diagnostic.and_then(Status::find).filter(|found| found.0 != 2).or(vague),
    };
    let action = group.find("action").unwrap_or_default().to_lowercase();
    let class = given.or(status).map(|status| status.0).or_else(|| reply_class(diagnostic?));
    let words = diagnostic.or(group.find("status")).unwrap_or_default();
    let what = match action.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default() {
        "delivered" | "relayed" | "expanded" => return Some(None),
        "delayed" => What::Delayed,
        "failed" | "failure" => failed(status, words),
        _ => match class? {
            2 => return Some(None),
            4 => What::Delayed,
            _ => failed(status, words),
        },
    };
    let status = status.map(|status| status.to_string()).unwrap_or_default();
    Some(Some(Report { what, status, words: words.to_owned() }))
}

/// What a failure for good means: only a status of the address, or plain words without any status, end the address.
pub(super) fn failed(status: Option<Status>, words: &str) -> What {
    let is_vague = status.is_none_or(Status::is_vague);
    let is_of_address = status.is_some_and(Status::is_of_address) || (is_vague && says_no_address(words));
    if is_of_address { What::NoAddress } else { What::Undelivered }
}
