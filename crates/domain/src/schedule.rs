//! The schedule: which kinds of notice exist, for whom, at which steps. The file `schedule.toml`.

mod file;

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Time};

use crate::{
    kind::{Kind, Step},
    product::Segment,
};

/// One rule of the schedule: a kind, for a segment, at its steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// What is told.
    pub kind: Kind,
    /// To whom; `None`: to every segment.
    pub segment: Option<Segment>,
    /// The products that are left out (see [`Kind::exception`]).
    pub except: Vec<String>,
    /// When, the earliest first.
    pub steps: Vec<Step>,
}

impl Rule {
    fn is_for(&self, segment: Segment) -> bool {
        self.segment.is_none_or(|only| only == segment)
    }
}

/// What holders are told, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// The sending hour: local time of each holder.
    pub send_at: Time,
    rules: Vec<Rule>,
}

impl Schedule {
    /// All rules, in the file's order.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The rule for a kind and segment.
    pub fn rule(&self, kind: Kind, segment: Segment) -> Option<&Rule> {
        find(&self.rules, kind, segment)
    }

    /// The steps owed to a license of this segment and product; none where the product is left out.
    pub fn steps(&self, kind: Kind, segment: Segment, product: &str) -> &[Step] {
        match self.rule(kind, segment) {
            Some(rule) if !rule.except.iter().any(|code| code == product) => &rule.steps,
            _ => &[],
        }
    }

    /// How many days before the deletion date its notice goes out; `None` where none does (rule 9).
    pub fn deletion_warning_days(&self, segment: Segment, product: &str) -> Option<i32> {
        match self.steps(Kind::BlockedLicenseDeletion, segment, product) {
            [Step::Days(days), ..] => Some(-days),
            _ => None,
        }
    }

    /// Every dated step for every segment it is in the file for.
    pub fn dated_steps(&self) -> impl Iterator<Item = (Kind, Segment, i32)> + '_ {
        self.rules.iter().filter(|rule| rule.kind.is_dated()).flat_map(|rule| {
            let segments = Segment::ALL.into_iter().filter(|segment| rule.is_for(*segment));
            segments.flat_map(move |segment| {
                rule.steps.iter().filter_map(move |step| match step {
                    Step::Days(days) => Some((rule.kind, segment, *days)),
                    Step::AtOnce => None,
                })
            })
        })
    }
}

fn find(rules: &[Rule], kind: Kind, segment: Segment) -> Option<&Rule> {
    rules.iter().find(|rule| rule.kind == kind && rule.is_for(segment))
}

/// Since when each dated step is in force (rule 7): the steps of the very first pass for ever,
/// a step added later from the pass that first saw it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InForce(BTreeMap<(Kind, Segment, i32), Timestamp>);

impl InForce {
    /// As recorded.
    pub fn from_records(records: impl IntoIterator<Item = (Kind, Segment, i32, Timestamp)>) -> Self {
        Self(records.into_iter().map(|(kind, segment, days, since)| ((kind, segment, days), since)).collect())
    }

    /// What a pass at `now` must record: the steps that are new, with the instant from which they are in force.
    pub fn news(
        &self,
        schedule: &Schedule,
        is_first_pass: bool,
        now: Timestamp,
    ) -> Vec<(Kind, Segment, i32, Timestamp)> {
        let since = if is_first_pass { Timestamp::MIN } else { now };
        let is_new = |step: &(Kind, Segment, i32)| !self.0.contains_key(step);
        schedule
            .dated_steps()
            .filter(is_new)
            .map(|(kind, segment, days)| (kind, segment, days, since))
            .collect()
    }

    /// What a pass must forget: the steps that are no longer in the file, so that a step that comes back counts as new.
    pub fn leavers(&self, schedule: &Schedule) -> Vec<(Kind, Segment, i32)> {
        let stays: Vec<_> = schedule.dated_steps().collect();
        self.0.keys().filter(|step| !stays.contains(step)).copied().collect()
    }

    /// Since when a step is in force. One that no pass has seen yet is in force from the next pass on, so: not yet.
    pub fn since(&self, kind: Kind, segment: Segment, days: i32) -> Option<Timestamp> {
        self.0.get(&(kind, segment, days)).copied()
    }

    /// The same after a pass at `now` has recorded its news.
    #[must_use]
    pub fn after_pass(mut self, schedule: &Schedule, is_first_pass: bool, now: Timestamp) -> Self {
        for leaver in self.leavers(schedule) {
            self.0.remove(&leaver);
        }
        for (kind, segment, days, since) in self.news(schedule, is_first_pass, now) {
            self.0.insert((kind, segment, days), since);
        }
        self
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use jiff::civil::time;

    use super::*;
    use crate::product::Products;

    fn products() -> Products {
        Products::parse(
            "[[product]]\ncode = \"antivirus\"\nname = \"Antivirus\"\nsegment = \"home\"\n\
             [[product]]\ncode = \"mobile\"\nname = \"Mobile\"\nsegment = \"home\"\n",
        )
        .unwrap()
    }

    #[test]
    fn the_programme_is_read() {
        let schedule = Schedule::parse(
            "send_at = \"10:00\"\n\
             [[notice]]\nkind = \"renewal-reminder\"\nsegment = \"business\"\n\
             send = [\"30 days before expiry\", \"60 days before expiry\", \"on expiry\", \"1 day after expiry\"]\n\
             [[notice]]\nkind = \"renewal-reminder\"\nsegment = \"home\"\nexcept = [\"mobile\"]\nsend = [\"on expiry\"]\n\
             [[notice]]\nkind = \"key-file\"\nsend = [\"at once after registration\"]\n\
             [[notice]]\nkind = \"theft-attempt\"\nsend = [\"at once\"]\n\
             [[notice]]\nkind = \"blocked-license-deletion\"\nsegment = \"home\"\nsend = [\"30 days before deletion\"]\n",
            &products(),
        )
        .unwrap();
        assert_eq!(schedule.send_at, time(10, 0, 0, 0));
        let reminder = |segment, product| schedule.steps(Kind::RenewalReminder, segment, product).to_vec();
        assert_eq!(reminder(Segment::Business, "suite"), [-60, -30, 0, 1].map(Step::Days));
        assert_eq!(reminder(Segment::Home, "antivirus"), [Step::Days(0)]);
        assert_eq!(reminder(Segment::Home, "mobile"), []);
        assert_eq!(schedule.deletion_warning_days(Segment::Home, "antivirus"), Some(30));
        assert_eq!(schedule.deletion_warning_days(Segment::Business, "suite"), None);
        assert_eq!(schedule.dated_steps().count(), 6);
    }

    #[test]
    fn a_wrong_file_is_refused_with_line_and_remedy() {
        let rule = |rest: &str| format!("send_at = \"10:00\"\n[[notice]]\n{rest}\n");
        for (text, line, words) in [
            ("send_at = \"25:00\"\n".to_owned(), 1, "10:00"),
            ("send_at = \"9:30\"\n".to_owned(), 1, "10:00"),
            (String::new(), 1, "send_at"),
            ("send_at = \"10:00\"\nsend_on = 3\n".to_owned(), 2, "send_on"),
            (rule("kind = \"reminder\"\nsend = [\"at once\"]"), 3, "renewal-reminder"),
            (
                rule("kind = \"key-file\"\nsend = [\n\"at once after renewal\"]"),
                5,
                "at once after registration",
            ),
            (rule("kind = \"key-file\"\nsend = []"), 3, "no step"),
            (rule("kind = \"serial-number\"\nsend = [\"at once\"]"), 3, "always"),
            (
                rule("kind = \"renewal-reminder\"\nsend = [\"30 days before the expiry\"]"),
                4,
                "30 days before expiry",
            ),
            (
                rule("kind = \"renewal-reminder\"\nsend = [\"-30 days before expiry\"]"),
                4,
                "30 days before expiry",
            ),
            (rule("kind = \"renewal-reminder\"\nsend = [\"on expiry\",\n \"on expiry\"]"), 5, "twice"),
            (rule("kind = \"renewal-reminder\"\nsend = [\"4000 days after expiry\"]"), 4, "3650"),
            (
                rule("kind = \"blocked-license-deletion\"\nsend = [\"1 day after deletion\"]"),
                4,
                "before deletion",
            ),
            (
                rule("kind = \"mobile-offer\"\nexcept = [\"mobil\"]\nsend = [\"at once\"]"),
                4,
                "antivirus, mobile",
            ),
            (rule("kind = \"mobile-offer\"\nsegment = \"school\"\nsend = [\"at once\"]"), 4, "home"),
            (
                rule(
                    "kind = \"key-file\"\nsend = [\"at once\"]\n[[notice]]\nkind = \"key-file\"\nsegment = \"home\"\nsend = [\"at once\"]",
                ),
                5,
                "two rules",
            ),
            ("send_at = \"10:00\"\n[[notice]\n".to_owned(), 2, ""),
        ] {
            let error = Schedule::parse(&text, &products()).unwrap_err();
            assert_eq!(error.line, line, "{text}\n{error}");
            assert!(error.to_string().contains(words), "{text}\n{error}");
        }
    }

    #[test]
    fn a_step_is_in_force_for_ever_when_the_first_pass_saw_it_and_else_from_the_pass_that_did() {
        let with = |steps: &str| {
            Schedule::parse(&format!("send_at = \"10:00\"\n[[notice]]\nkind = \"renewal-reminder\"\nsegment = \"home\"\nsend = [{steps}]"), &products()).unwrap()
        };
        let (one, two) = (with("\"on expiry\""), with("\"on expiry\", \"9 days after expiry\""));
        let (first, later): (Timestamp, Timestamp) =
            ("2026-01-01T00:00:00Z".parse().unwrap(), "2026-02-01T00:00:00Z".parse().unwrap());
        let since = |force: &InForce, days| force.since(Kind::RenewalReminder, Segment::Home, days);

        let force = InForce::default().after_pass(&one, true, first);
        assert_eq!((since(&force, 0), since(&force, 9)), (Some(Timestamp::MIN), None));
        let force = force.after_pass(&two, false, later);
        assert_eq!((since(&force, 0), since(&force, 9)), (Some(Timestamp::MIN), Some(later)));
        let gone = force.after_pass(&one, false, later);
        assert_eq!(since(&gone, 9), None, "a step that comes back counts as new");
    }
}
