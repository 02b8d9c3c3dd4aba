//! `tenure import FILE.csv`: streams, and never stops at a bad row.

mod reject;
mod row;

use std::{
    fs::File,
    io::IsTerminal as _,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use anyhow::{Context as _, bail};
use csv::{ByteRecord, Reader, ReaderBuilder};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

pub use self::row::Columns;
use self::{reject::Rejects, row::read_row};
use super::Out;
use crate::{
    actions::import::{ImportRow, Rejection, Taken, take},
    house::House,
};

/// How many rows are taken in one transaction.
const BATCH: usize = 2000;

#[derive(clap::Args)]
pub struct Args {
    /// The file: a header line that names the columns, then a line for each license.
    #[arg(value_name = "FILE.csv")]
    file: PathBuf,
    /// Correct licenses that are here already with other data.
    #[arg(long)]
    update: bool,
}

/// How many rows became what.
#[derive(Default)]
struct Counts {
    new: u64,
    unchanged: u64,
    updated: u64,
    rejected: u64,
}

impl Counts {
    const fn taken(&self) -> u64 {
        self.new + self.unchanged + self.updated
    }
}

/// A row as it stands in the file.
struct Line {
    number: u64,
    record: ByteRecord,
}

/// Imports a file. Exit status 0: all in; 2: some rejected; 1: none in.
pub async fn run(house: &House, args: &Args, out: &mut Out) -> anyhow::Result<ExitCode> {
    let (mut reader, columns, size) = open(&args.file)?;
    let mut rejects = Rejects::beside(&args.file, columns.head())?;
    let bar = progress(size);
    let mut counts = Counts::default();
    loop {
        let (lines, is_end) = read_batch(&mut reader)?;
        take_batch(house, &columns, args.update, lines, &mut rejects, &mut counts).await?;
        bar.set_position(reader.position().byte());
        if is_end {
            break;
        }
    }
    bar.finish_and_clear();
    let rejected_to = rejects.finish()?;
    report(&counts, rejected_to.as_deref(), out)?;
    Ok(match (counts.taken(), counts.rejected) {
        (_, 0) => ExitCode::SUCCESS,
        (0, _) => ExitCode::FAILURE,
        _ => ExitCode::from(2),
    })
}

fn open(path: &Path) -> anyhow::Result<(Reader<File>, Columns, u64)> {
    let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    let size = file.metadata()?.len();
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(file);
    let head = reader.byte_headers().with_context(|| format!("cannot read {}", path.display()))?.clone();
    if head.is_empty() {
        bail!(
            "{}: line 1: the file is empty; its first line names the columns: {}",
            path.display(),
            Columns::ALL.join(", ")
        );
    }
    let columns = Columns::read(&head).with_context(|| format!("{}: line 1", path.display()))?;
    Ok((reader, columns, size))
}

fn progress(size: u64) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {percent:>3} %  {bytes}/{total_bytes}  {eta} left");
    ProgressBar::new(size).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// The next rows, and whether the file ends with them.
fn read_batch(reader: &mut Reader<File>) -> anyhow::Result<(Vec<Line>, bool)> {
    let mut lines = Vec::with_capacity(BATCH);
    while lines.len() < BATCH {
        let mut record = ByteRecord::new();
        if !reader.read_byte_record(&mut record).context("cannot read on")? {
            return Ok((lines, true));
        }
        let number = record.position().map_or(0, csv::Position::line);
        lines.push(Line { number, record });
    }
    Ok((lines, false))
}

async fn take_batch(
    house: &House,
    columns: &Columns,
    updates: bool,
    lines: Vec<Line>,
    rejects: &mut Rejects,
    counts: &mut Counts,
) -> anyhow::Result<()> {
    let read: Vec<Result<ImportRow, Rejection>> =
        lines.iter().map(|line| read_row(columns, &line.record, &house.desk.products)).collect();
    let rows: Arc<Vec<Result<ImportRow, Rejection>>> = Arc::new(read);
    let (desk, now, taking) = (house.desk.clone(), house.clock.now(), rows.clone());
    let results = house.store.write(move |tx| {
        taking
            .iter()
            .map(|row| match row {
                Ok(row) => take(tx, &desk, row, updates, now),
                Err(rejection) => Ok(Err(rejection.clone())),
            })
            .collect::<Result<Vec<_>, tenure_store::Fault>>()
    });
    for (line, result) in lines.iter().zip(results.await?) {
        match result {
            Ok(Taken::New) => counts.new += 1,
            Ok(Taken::Unchanged) => counts.unchanged += 1,
            Ok(Taken::Updated) => counts.updated += 1,
            Err(rejection) => {
                counts.rejected += 1;
                rejects.write(line.number, &line.record, &rejection)?;
            }
        }
    }
    Ok(())
}

fn report(counts: &Counts, rejected_to: Option<&Path>, out: &mut Out) -> anyhow::Result<()> {
    let Counts { new, unchanged, updated, rejected } = counts;
    let object = json!({ "new": new, "unchanged": unchanged, "updated": updated, "rejected": rejected, "rejected_file": rejected_to });
    let see = rejected_to.map_or_else(String::new, |path| {
        format!("; why, and the rows, stand in {}: mend and import that file", path.display())
    });
    out.say(
        &object,
        format_args!("{new} new, {unchanged} unchanged, {updated} updated, {rejected} rejected{see}"),
    )
}

/// Licenses are few words long; a field longer than this is a mistake.
const LONGEST_FIELD: usize = 1000;
