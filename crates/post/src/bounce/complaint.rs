//! Complaints (ARF, RFC 5965): a receiver pressed "this is junk".

use tenure_domain::report::{Report, What};

use super::fields;

/// Whether a text that calls itself something else is a complaint.
pub(super) fn is_one(text: &str) -> bool {
    fields::has(text, "feedback-type") && fields::has(text, "user-agent")
}

/// Reads a complaint; none where it praises (`not-spam`), or tells of signatures and not of a person (RFC 6591).
pub(super) fn read(text: &str) -> Option<Report> {
    let groups = fields::read(text);
    let find = |name: &str| groups.iter().find_map(|group| group.find(name));
    let kind = find("feedback-type").unwrap_or("abuse").to_lowercase();
    if matches!(kind.as_str(), "not-spam" | "auth-failure" | "dmarc") {
        return None;
    }
    let by = find("reporting-mta").or(find("user-agent")).unwrap_or_default();
    let words = if by.is_empty() { kind } else { format!("{kind}, told by {by}") };
    Some(Report { what: What::Complaint, status: String::new(), words })
}
