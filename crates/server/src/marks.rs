//! The marks beside the database: an empty file whose name says up to where letters went out from here. A backup of the
//! database does not take it along, so a database that is older than its mark is known as restored.
//!
//! Each claim makes a new file and takes away the one before. A name alone is written, so none is ever half written; and what
//! is restored over a folder takes no newer mark away.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use jiff::Timestamp;
use tenure_domain::epoch::Mark;

/// Stands in the file's name before the mark: `tenure.sent-305-6f1c09aa51b2d3e4`.
const BEFORE_MARK: &str = ".sent-";

/// The marks at one spot, and the one that this process has left itself.
#[derive(Debug)]
pub struct Marks {
    folder: PathBuf,
    stem: String,
    own: Mutex<Own>,
}

#[derive(Debug, Default)]
struct Own {
    last: Option<Mark>,
    has_told: bool,
}

impl Marks {
    /// The spot where the marks of the database `stem` lie, in `folder`.
    pub fn at(folder: &Path, stem: &str) -> Self {
        Self { folder: folder.to_owned(), stem: stem.to_owned(), own: Mutex::default() }
    }

    /// The marks that lie there, and the last one of this process, which may be gone.
    pub fn look(&self) -> Vec<Mark> {
        // Where one takes the place of another at this very moment, neither may be seen: so once more.
        let found = find(&self.folder, &self.stem).ok().filter(|found| !found.is_empty());
        let mut marks = found.or_else(|| find(&self.folder, &self.stem).ok()).unwrap_or_default();
        if let Some(own) = &self.lock().last
            && marks.iter().all(|mark| (mark.number, &mark.epoch) != (own.number, &own.epoch))
        {
            marks.push(own.clone());
        }
        marks
    }

    /// Leaves a mark, and takes older ones away. A folder that cannot be written is told once: then only this process
    /// remembers.
    pub fn leave(&self, mark: Mark) {
        let mut own = self.lock();
        let left = File::create(self.path(&mark)).and_then(|_| self.clear(&mark));
        if let Err(error) = left
            && !own.has_told
        {
            own.has_told = true;
            tracing::warn!(
                "no mark can be left in {}, so a database restored to an older state may not be known as such: {error}",
                self.folder.display()
            );
        }
        own.last = Some(mark);
    }

    fn clear(&self, mark: &Mark) -> io::Result<()> {
        for older in find(&self.folder, &self.stem)?.iter().filter(|other| other.number < mark.number) {
            // Another process may have been faster.
            let _ = fs::remove_file(self.path(older));
        }
        Ok(())
    }

    fn path(&self, mark: &Mark) -> PathBuf {
        self.folder.join(format!("{}{BEFORE_MARK}{}-{}", self.stem, mark.number, mark.epoch))
    }

    /// Every change leaves it whole, so what another thread's panic left is too.
    fn lock(&self) -> MutexGuard<'_, Own> {
        self.own.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn find(folder: &Path, stem: &str) -> io::Result<Vec<Mark>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if let Some((number, epoch)) = name.to_str().and_then(|name| read(name, stem)) {
            // One that is gone by now was replaced by a newer one.
            let Ok(changed) = entry.metadata().and_then(|file| file.modified()) else { continue };
            let at = Timestamp::try_from(changed).unwrap_or(Timestamp::UNIX_EPOCH);
            found.push(Mark { epoch, number, at });
        }
    }
    Ok(found)
}

fn read(name: &str, stem: &str) -> Option<(u64, String)> {
    let (number, epoch) = name.strip_prefix(stem)?.strip_prefix(BEFORE_MARK)?.split_once('-')?;
    Some((number.parse().ok()?, epoch.to_owned()))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use tenure_testbed::engines::Place;

    use super::*;

    fn mark(number: u64, epoch: &str) -> Mark {
        Mark { epoch: epoch.to_owned(), number, at: Timestamp::UNIX_EPOCH }
    }

    fn numbers(marks: &Marks) -> Vec<u64> {
        let mut numbers: Vec<u64> = marks.look().iter().map(|mark| mark.number).collect();
        numbers.sort_unstable();
        numbers
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn the_newest_mark_stays_and_nothing_else_is_touched() {
        let place = Place::sqlite();
        let Place::Folder(folder) = &place else { unreachable!("it is a folder") };
        for other in ["tenure.db", "other.sent-1-a", "tenure.sent-x-a", "tenure.sent-2"] {
            fs::write(folder.join(other), "").unwrap();
        }
        let marks = Marks::at(folder, "tenure");
        assert_eq!(marks.look(), vec![]);
        for number in [9, 10, 11] {
            marks.leave(mark(number, "a"));
        }
        assert_eq!(numbers(&marks), [11]);
        assert_eq!(numbers(&Marks::at(folder, "tenure")), [11]);
        marks.leave(mark(12, "b"));
        assert_eq!(numbers(&marks), [12]);
        assert_eq!(
            names(folder),
            ["other.sent-1-a", "tenure.db", "tenure.sent-12-b", "tenure.sent-2", "tenure.sent-x-a"]
        );
    }

    #[test]
    fn a_slower_process_takes_no_newer_mark_away() {
        let place = Place::sqlite();
        let Place::Folder(folder) = &place else { unreachable!("it is a folder") };
        let (slow, fast) = (Marks::at(folder, "tenure"), Marks::at(folder, "tenure"));
        fast.leave(mark(306, "a"));
        slow.leave(mark(305, "a"));
        assert_eq!(numbers(&Marks::at(folder, "tenure")), [305, 306]);
        fast.leave(mark(307, "a"));
        assert_eq!(numbers(&slow), [305, 307]);
        assert_eq!(numbers(&fast), [307]);
    }

    #[test]
    fn where_no_mark_can_be_left_this_process_remembers() {
        let marks = Marks::at(Path::new("/proc/nowhere"), "tenure");
        marks.leave(mark(7, "a"));
        assert_eq!(numbers(&marks), [7]);
    }
}
