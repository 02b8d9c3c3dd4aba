//! What was typed into a form: each field read, or what is wrong with it.

use std::str::FromStr;

use tenure_domain::{LicenseId, Refusal, Serial, holder::read_name};
use tenure_keyfile::{Invalid, PublicKeys};

use crate::pages::view::{Doubt, FieldProblem, Problem};

/// Reads fields and gathers what is wrong with them.
#[derive(Default)]
pub(super) struct Fields {
    /// What is wrong, in the order of reading.
    pub(super) problems: Vec<FieldProblem>,
    /// The serial numbers among them that fail their check.
    pub(super) doubts: Vec<Doubt>,
}

impl Fields {
    /// Nothing but one problem.
    pub(super) fn with(problem: FieldProblem) -> Self {
        Self { problems: vec![problem], doubts: Vec::new() }
    }

    /// A field that must hold something; `wrong` is said of what cannot be read.
    pub(super) fn read<T: FromStr>(&mut self, field: &'static str, typed: &str, wrong: Problem) -> Option<T> {
        let problem = if typed.trim().is_empty() { Problem::Empty } else { wrong };
        let read = typed.parse().ok();
        if read.is_none() {
            self.problems.push(FieldProblem { field, problem });
        }
        read
    }

    /// A serial number. One that fails its check is asked for once more, before anything is looked up: it may be mistyped.
    /// It may be right as well, for only those made here have a check; then `as_written` is the same number a second
    /// time. Where `all_have_check`, it is wrong.
    pub(super) fn read_serial(
        &mut self,
        field: &'static str,
        (typed, as_written): (&str, &str),
        all_have_check: bool,
    ) -> Option<Serial> {
        let serial: Serial = self.read(field, typed, Problem::NotASerial)?;
        let is_same = |again: Serial| again.folded() == serial.folded();
        let is_meant = !all_have_check && as_written.parse().is_ok_and(is_same);
        if serial.has_valid_check() || is_meant {
            return Some(serial);
        }
        self.problems.push(FieldProblem { field, problem: Problem::DoubtfulSerial });
        let (number, groups) = (typed.trim().to_owned(), serial.suspect_groups());
        self.doubts.push(Doubt { field, number, groups, can_go_on: !all_have_check });
        None
    }

    /// A key file of ours, whatever its dates: the license it is for.
    pub(super) fn read_key_file(
        &mut self,
        field: &'static str,
        text: &str,
        keys: &PublicKeys,
    ) -> Option<LicenseId> {
        let problem = match keys.read(text) {
            Ok(claims) => match claims.license_id.parse() {
                Ok(id) => return Some(id),
                Err(_) => Problem::ForeignKeyFile,
            },
            Err(Invalid::UnknownKey(_)) => Problem::ForeignKeyFile,
            Err(Invalid::BadSignature) => Problem::ChangedKeyFile,
            Err(_) => Problem::NotAKeyFile,
        };
        self.problems.push(FieldProblem { field, problem });
        None
    }

    /// A name, which may be left empty.
    pub(super) fn read_name(&mut self, field: &'static str, typed: &str) -> Option<String> {
        read_name(typed).unwrap_or_else(|_| {
            self.problems.push(FieldProblem { field, problem: Problem::NotAName });
            None
        })
    }
}

/// What a refusal says beside a field. `None`: rule 10 has one answer for it, which tells nothing apart.
pub(super) fn beside(field: &'static str, refusal: &Refusal) -> Option<FieldProblem> {
    match refusal {
        Refusal::TooManyTries { .. } => None,
        refusal if refusal.tells_nothing() => None,
        refusal => Some(FieldProblem { field, problem: Problem::from(refusal) }),
    }
}
