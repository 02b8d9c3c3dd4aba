//! The table at the end: medians, and the ratios that count.

use std::{collections::BTreeMap, fmt};

use comfy_table::{Table, presets};

/// What was measured, and what was to be reached.
#[derive(Default)]
pub struct Report {
    series: BTreeMap<String, Vec<f64>>,
    order: Vec<String>,
    ratios: Vec<Ratio>,
    notes: Vec<String>,
}

struct Ratio {
    name: String,
    is: f64,
    goal: Goal,
}

/// What a ratio should be.
#[derive(Clone, Copy)]
pub enum Goal {
    /// At least this much.
    AtLeast(f64),
    /// At most this much.
    AtMost(f64),
}

impl Report {
    /// Adds what one turn gave.
    pub fn add(&mut self, name: &str, figure: f64) {
        println!("  {name}: {}", shown(figure));
        if !self.series.contains_key(name) {
            self.order.push(name.to_owned());
        }
        self.series.entry(name.to_owned()).or_default().push(figure);
    }

    /// Says something that stands below the table.
    pub fn note(&mut self, words: impl Into<String>) {
        self.notes.push(words.into());
    }

    /// The median of a series, if it was measured.
    pub fn median(&self, name: &str) -> Option<f64> {
        let mut figures = self.series.get(name)?.clone();
        figures.sort_by(f64::total_cmp);
        figures.get(figures.len() / 2).copied()
    }

    /// Compares the medians of two series with what was to be reached.
    pub fn compare(&mut self, name: &str, over: &str, under: &str, goal: Goal) {
        if let (Some(over), Some(under)) = (self.median(over), self.median(under)) {
            self.ratios.push(Ratio { name: name.to_owned(), is: over / under, goal });
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut measured = Table::new();
        measured
            .load_style(presets::ASCII_MARKDOWN)
            .set_header(["measured", "median", "least", "most", "turns"]);
        for name in &self.order {
            let mut figures = self.series.get(name).cloned().unwrap_or_default();
            figures.sort_by(f64::total_cmp);
            let at = |index: usize| figures.get(index).copied().map(shown).unwrap_or_default();
            measured.add_row([
                name.clone(),
                at(figures.len() / 2),
                at(0),
                at(figures.len().saturating_sub(1)),
                figures.len().to_string(),
            ]);
        }
        let mut ratios = Table::new();
        ratios.load_style(presets::ASCII_MARKDOWN).set_header(["ratio", "is", "goal", ""]);
        for Ratio { name, is, goal } in &self.ratios {
            let (words, is_reached) = match goal {
                Goal::AtLeast(least) => (format!("≥ {least}"), is >= least),
                Goal::AtMost(most) => (format!("≤ {most}"), is <= most),
            };
            let verdict = if is_reached { "reached" } else { "not reached" };
            ratios.add_row([name.clone(), format!("{is:.2}"), words, verdict.to_owned()]);
        }
        writeln!(f, "{measured}\n\n{ratios}")?;
        self.notes.iter().try_for_each(|note| writeln!(f, "\n{note}"))
    }
}

/// Three figures that count.
fn shown(figure: f64) -> String {
    if figure >= 100.0 { format!("{figure:.0}") } else { format!("{figure:.3}") }
}
