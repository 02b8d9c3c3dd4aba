//! What a command prints: lines for people, or JSON for programs.

use std::io::{BufWriter, Stdout, Write as _};

use comfy_table::{ContentArrangement, Table, presets};
use serde::Serialize;

/// Standard output.
pub struct Out {
    json: bool,
    stdout: BufWriter<Stdout>,
}

impl Out {
    /// For people, or for programs.
    pub fn new(json: bool) -> Self {
        Self { json, stdout: BufWriter::new(std::io::stdout()) }
    }

    /// Whether a program reads.
    pub const fn is_json(&self) -> bool {
        self.json
    }

    /// One line for people.
    pub fn line(&mut self, line: impl std::fmt::Display) -> std::io::Result<()> {
        writeln!(self.stdout, "{line}")
    }

    /// Shows what was printed so far: before a question.
    pub fn flush(&mut self) -> std::io::Result<()> {
        self.stdout.flush()
    }

    /// Bytes as they are.
    pub fn raw(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.stdout.write_all(bytes)
    }

    /// One object on a line, for programs.
    pub fn object(&mut self, object: &impl Serialize) -> anyhow::Result<()> {
        serde_json::to_writer(&mut self.stdout, object).map_err(std::io::Error::from)?;
        self.line("")?;
        Ok(())
    }

    /// One thing: an object for programs, the lines for people.
    pub fn say(&mut self, object: &impl Serialize, lines: impl std::fmt::Display) -> anyhow::Result<()> {
        if self.json { self.object(object) } else { Ok(self.line(lines)?) }
    }

    /// A table for people.
    pub fn table(
        &mut self,
        head: &[&str],
        rows: impl IntoIterator<Item = Vec<String>>,
    ) -> std::io::Result<()> {
        let mut table = Table::new();
        table
            .load_style(presets::NOTHING)
            .set_content_arrangement(ContentArrangement::Disabled)
            .set_header(head);
        for row in rows {
            table.add_row(row);
        }
        for line in table.lines() {
            self.line(line.trim_end())?;
        }
        Ok(())
    }
}

impl Drop for Out {
    fn drop(&mut self) {
        // A reader that went away has had enough.
        let _ = self.stdout.flush();
    }
}
