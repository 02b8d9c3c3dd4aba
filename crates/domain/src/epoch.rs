//! Epochs: what tells the database that letters go out from apart from its copies.
//!
//! An epoch stands in the database: a name drawn by chance, the place where the database lies, and a mark that grows with
//! each claim of letters. The latest mark also lies beside the database, where no backup of the database takes it along.
//! A copy lies elsewhere, and a restored database has a mark lower than the one beside it: then nobody knows what has
//! gone out already, and an operator has to look.

use jiff::Timestamp;

/// An epoch, as the database has it. A new one begins when an operator has seen what would go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Epoch {
    /// Its name, drawn by chance.
    pub id: String,
    /// Where the database lay when it began.
    pub place: String,
    /// Grows with each claim, over all epochs.
    pub mark: u64,
    /// When it last grew.
    pub marked_at: Timestamp,
}

/// A mark that lies beside the database, or that this process has made itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The name of its epoch.
    pub epoch: String,
    /// The mark.
    pub number: u64,
    /// When it was made.
    pub at: Timestamp,
}

/// What is known beside the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Surroundings {
    /// Where the database lies.
    pub place: String,
    /// Whether everybody who sends leaves marks at the same spot, so that one that is missing tells something.
    pub is_shared: bool,
    /// The marks that lie there.
    pub marks: Vec<Mark>,
}

/// Why the database, with its epochs from the latest to the first, cannot be the one that letters last went out from;
/// or nothing.
pub fn doubt(epochs: &[Epoch], around: &Surroundings) -> Option<String> {
    if let Some(strange) = around.marks.iter().find(|mark| epochs.iter().all(|known| known.id != mark.epoch))
    {
        return Some(format!(
            "this is another database than the one from which letters went out here until {}, or a copy from before",
            strange.at
        ));
    }
    let latest = epochs.first()?;
    if latest.place != around.place {
        return Some(format!(
            "the database was copied, moved or restored since its last letters of record ({}); letters may have gone out since, and the one it was copied from may still be sending",
            latest.marked_at
        ));
    }
    let newest = around.marks.iter().filter(|mark| mark.epoch == latest.id).max_by_key(|mark| mark.number);
    match newest {
        Some(mark) if mark.number > latest.mark => Some(format!(
            "the database was restored: its last letters of record are of {}, and from here letters went out until {}",
            latest.marked_at, mark.at
        )),
        None if around.is_shared && latest.mark > 0 => Some(format!(
            "the mark beside the database is gone, so it may be older than what went out; its last letters of record are of {}",
            latest.marked_at
        )),
        _ => None,
    }
}

/// The mark with which a new epoch begins: above all that are known.
pub fn next_mark(epochs: &[Epoch], around: &Surroundings) -> u64 {
    let known = epochs.iter().map(|epoch| epoch.mark).chain(around.marks.iter().map(|mark| mark.number));
    known.max().map_or(0, |highest| highest + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn epoch(id: &str, mark: u64) -> Epoch {
        Epoch { id: id.to_owned(), place: "here".to_owned(), mark, marked_at: Timestamp::UNIX_EPOCH }
    }

    fn around(marks: &[(&str, u64)]) -> Surroundings {
        let mark = |(epoch, number): &(&str, u64)| Mark {
            epoch: (*epoch).to_owned(),
            number: *number,
            at: Timestamp::UNIX_EPOCH,
        };
        Surroundings { place: "here".to_owned(), is_shared: true, marks: marks.iter().map(mark).collect() }
    }

    fn is_doubted(epochs: &[Epoch], around: &Surroundings) -> bool {
        doubt(epochs, around).is_some()
    }

    #[test]
    fn the_database_that_letters_last_went_out_from_is_believed() {
        assert!(!is_doubted(&[], &around(&[])));
        assert!(!is_doubted(&[epoch("a", 0)], &around(&[])));
        assert!(!is_doubted(&[epoch("a", 7)], &around(&[("a", 7)])));
        // A process that died between its commit and its mark.
        assert!(!is_doubted(&[epoch("a", 8)], &around(&[("a", 7)])));
        // What lay there before an operator released it.
        assert!(!is_doubted(&[epoch("b", 9), epoch("a", 3)], &around(&[("a", 8), ("b", 9)])));
    }

    #[test]
    fn an_older_one_is_not() {
        assert!(is_doubted(&[epoch("a", 6)], &around(&[("a", 7)])));
        assert!(is_doubted(&[epoch("a", 6)], &around(&[("a", 5), ("a", 7)])));
        // From before the last release, and from before the first letter.
        assert!(is_doubted(&[epoch("a", 6)], &around(&[("b", 9)])));
        assert!(is_doubted(&[], &around(&[("a", 1)])));
    }

    #[test]
    fn one_elsewhere_is_not() {
        let elsewhere = Surroundings { place: "there".to_owned(), ..around(&[("a", 7)]) };
        assert!(is_doubted(&[epoch("a", 7)], &elsewhere));
    }

    #[test]
    fn a_mark_that_is_gone_tells_something_only_where_all_marks_lie_together() {
        assert!(is_doubted(&[epoch("a", 7)], &around(&[])));
        let many = Surroundings { is_shared: false, ..around(&[]) };
        assert!(!is_doubted(&[epoch("a", 7)], &many));
    }

    #[test]
    fn a_new_epoch_begins_above_every_mark() {
        assert_eq!(next_mark(&[], &around(&[])), 0);
        assert_eq!(next_mark(&[epoch("b", 4), epoch("a", 2)], &around(&[("a", 7)])), 8);
    }
}
