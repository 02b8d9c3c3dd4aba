//! What this process counts of its own work, and the text that Prometheus reads. What the database knows is asked of it at
//! each scrape; here stands only what nobody writes down.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    sync::{Mutex, MutexGuard, PoisonError},
};

use jiff::SignedDuration;
use tenure_domain::Kind;

/// Upper ends of the classes of lateness, in seconds.
const LATE_SECS: [i64; 9] = [1, 5, 15, 60, 300, 900, 3600, 14_400, 86_400];

/// The counters of a process.
#[derive(Debug, Default)]
pub struct Metrics(Mutex<Counters>);

/// What was counted since the process started.
#[derive(Debug, Clone, Default)]
pub struct Counters {
    /// How late letters were accepted, by kind.
    pub lateness: BTreeMap<Kind, Histogram>,
    /// How attempts ended, by outcome.
    pub attempts: BTreeMap<&'static str, u64>,
    /// Answers that came after their claim had passed on.
    pub claims_lost: u64,
}

/// How many fell into each class.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Histogram {
    classes: [u64; LATE_SECS.len()],
    count: u64,
    sum_secs: i64,
}

impl Metrics {
    /// A notice was accepted so long after it was due.
    pub fn accepted(&self, kind: Kind, late: SignedDuration) {
        self.lock().lateness.entry(kind).or_default().add(late);
    }

    /// An attempt ended.
    pub fn attempted(&self, outcome: &'static str) {
        *self.lock().attempts.entry(outcome).or_default() += 1;
    }

    /// So many answers came too late.
    pub fn lost(&self, claims: u64) {
        self.lock().claims_lost += claims;
    }

    /// What was counted.
    pub fn counters(&self) -> Counters {
        self.lock().clone()
    }

    /// Every change leaves it whole, so what another thread's panic left is too.
    fn lock(&self) -> MutexGuard<'_, Counters> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Histogram {
    fn add(&mut self, late: SignedDuration) {
        let secs = late.as_secs().max(0);
        for (class, end) in self.classes.iter_mut().zip(LATE_SECS) {
            *class += u64::from(late <= SignedDuration::from_secs(end));
        }
        self.count += 1;
        self.sum_secs = self.sum_secs.saturating_add(secs);
    }
}

/// A page in Prometheus' text format.
#[derive(Debug, Default)]
pub struct Page(String);

/// What kind of metric it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// Only grows, until the process ends.
    Counter,
    /// Goes up and down.
    Gauge,
}

impl Page {
    /// A metric with its samples: labels and value.
    pub fn metric<'a>(
        &mut self,
        (name, of, help): (&str, Type, &str),
        samples: impl IntoIterator<Item = (Vec<(&'a str, String)>, i128)>,
    ) {
        let of = if of == Type::Counter { "counter" } else { "gauge" };
        self.head(name, of, help);
        for (labels, value) in samples {
            self.sample(name, &labels, value);
        }
    }

    /// A histogram by kind; a kind that nothing was counted of stands there with zeros.
    pub fn lateness(&mut self, name: &str, help: &str, found: &BTreeMap<Kind, Histogram>) {
        self.head(name, "histogram", help);
        for kind in Kind::ALL {
            let histogram = found.get(kind).copied().unwrap_or_default();
            let label = |end: String| [("kind", kind.code().to_owned()), ("le", end)];
            for (end, class) in LATE_SECS.into_iter().zip(histogram.classes) {
                self.sample(&format!("{name}_bucket"), &label(end.to_string()), class.into());
            }
            self.sample(&format!("{name}_bucket"), &label("+Inf".to_owned()), histogram.count.into());
            let kind = [("kind", kind.code().to_owned())];
            self.sample(&format!("{name}_sum"), &kind, histogram.sum_secs.into());
            self.sample(&format!("{name}_count"), &kind, histogram.count.into());
        }
    }

    /// The text.
    pub fn into_text(self) -> String {
        self.0
    }

    fn head(&mut self, name: &str, of: &str, help: &str) {
        self.write(format_args!("# HELP {name} {help}\n# TYPE {name} {of}\n"));
    }

    fn sample(&mut self, name: &str, labels: &[(&str, String)], value: i128) {
        let escaped = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
        let labels: Vec<String> =
            labels.iter().map(|(label, value)| format!("{label}=\"{}\"", escaped(value))).collect();
        let labels = if labels.is_empty() { String::new() } else { format!("{{{}}}", labels.join(",")) };
        self.write(format_args!("{name}{labels} {value}\n"));
    }

    fn write(&mut self, words: std::fmt::Arguments<'_>) {
        self.0.write_fmt(words).expect("writing to a String cannot fail");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lateness_falls_into_every_class_that_is_wide_enough() {
        let metrics = Metrics::default();
        for millis in [-5, 1000, 1001, 60_000, 100_000_000] {
            metrics.accepted(Kind::KeyFile, SignedDuration::from_millis(millis));
        }
        let mut page = Page::default();
        page.lateness("late", "How late.", &metrics.counters().lateness);
        let text = page.into_text();
        for line in [
            "# TYPE late histogram",
            "late_bucket{kind=\"key-file\",le=\"1\"} 2",
            "late_bucket{kind=\"key-file\",le=\"5\"} 3",
            "late_bucket{kind=\"key-file\",le=\"60\"} 4",
            "late_bucket{kind=\"key-file\",le=\"86400\"} 4",
            "late_bucket{kind=\"key-file\",le=\"+Inf\"} 5",
            "late_sum{kind=\"key-file\"} 100062",
            "late_count{kind=\"key-file\"} 5",
            "late_count{kind=\"theft-attempt\"} 0",
        ] {
            assert!(text.lines().any(|found| found == line), "{line} in {text}");
        }
    }

    #[test]
    fn labels_are_escaped() {
        let mut page = Page::default();
        page.metric(("up", Type::Gauge, "Up."), [(vec![("relay", "a\"b\\c\nd".to_owned())], 1), (vec![], 2)]);
        assert!(page.into_text().ends_with("up{relay=\"a\\\"b\\\\c\\nd\"} 1\nup 2\n"));
    }
}
