//! What could not be imported: `FILE.rejected.csv`, the rows as they were, each with line, column and reason.

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use csv::{ByteRecord, Writer};

use crate::actions::import::Rejection;

/// The columns that follow those of the file; an import passes over them, so that a mended file can be imported as it is.
pub const ADDED: [&str; 3] = ["line", "column", "reason"];

/// The file of rejected rows; made with the first of them.
pub struct Rejects {
    path: PathBuf,
    head: ByteRecord,
    writer: Option<Writer<File>>,
}

impl Rejects {
    /// `customers.csv` has its rejects in `customers.rejected.csv`; those of an earlier import go.
    pub fn beside(file: &Path, head: &ByteRecord) -> anyhow::Result<Self> {
        let path = file.with_extension("rejected.csv");
        if path != file && path.exists() {
            std::fs::remove_file(&path).with_context(|| {
                format!("cannot remove the rejects of an earlier import, {}", path.display())
            })?;
        }
        Ok(Self { path, head: head.clone(), writer: None })
    }

    /// One more.
    pub fn write(&mut self, line: u64, record: &ByteRecord, rejection: &Rejection) -> anyhow::Result<()> {
        let writer = match &mut self.writer {
            Some(writer) => writer,
            None => self.writer.insert(begin(&self.path, &self.head)?),
        };
        let line = line.to_string();
        let added = [line.as_bytes(), rejection.column.as_bytes(), rejection.reason.as_bytes()];
        let fields = (0..self.head.len()).map(|at| record.get(at).unwrap_or_default());
        writer.write_record(fields.chain(added))?;
        Ok(())
    }

    /// Where they are, if there are any.
    pub fn finish(self) -> anyhow::Result<Option<PathBuf>> {
        let Some(mut writer) = self.writer else { return Ok(None) };
        writer.flush()?;
        Ok(Some(self.path))
    }
}

fn begin(path: &Path, head: &ByteRecord) -> anyhow::Result<Writer<File>> {
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .from_path(path)
        .with_context(|| format!("cannot write {}", path.display()))?;
    writer.write_record(head.iter().chain(ADDED.iter().map(|column| column.as_bytes())))?;
    Ok(writer)
}
