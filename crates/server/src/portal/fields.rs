//! What was typed into a form: each field read, or what is wrong with it.

use std::str::FromStr;

use tenure_domain::{Refusal, holder::read_name};

use crate::pages::view::{FieldProblem, Problem};

/// Reads fields and gathers what is wrong with them.
#[derive(Default)]
pub(super) struct Fields {
    /// What is wrong, in the order of reading.
    pub(super) problems: Vec<FieldProblem>,
}

impl Fields {
    /// A field that must hold something; `wrong` is said of what cannot be read.
    pub(super) fn read<T: FromStr>(&mut self, field: &'static str, typed: &str, wrong: Problem) -> Option<T> {
        let problem = if typed.trim().is_empty() { Problem::Empty } else { wrong };
        let read = typed.parse().ok();
        if read.is_none() {
            self.problems.push(FieldProblem { field, problem });
        }
        read
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
