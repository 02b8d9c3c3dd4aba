//! An import takes no more memory for many rows than for few. `TENURE_TEST_ROWS` sets how many the many are.

use std::{
    env,
    fs::{self, OpenOptions},
    io::{BufWriter, Write as _},
    process::Command,
};

use crate::door::{Door, INIT, end_of, object};

/// How many rows are few.
const FEW: u64 = 2_000;

/// Imports so many rows through a pipe: the most memory the process had in use when the last rows were on their way, in KiB.
fn peak_of_import(rows: u64) -> u64 {
    let door = Door::open();
    let pipe = door.file("rows.csv");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let process = door.at(INIT).start(&["--json", "import", "rows.csv"]);
    let status = format!("/proc/{}/status", process.id());
    let mut writer = BufWriter::new(OpenOptions::new().write(true).open(&pipe).unwrap());
    writeln!(writer, "external_id,product,email,name,registered_on,expires_on").unwrap();
    for number in 0..rows {
        let day = 1 + number % 28;
        writeln!(
            writer,
            "c-{number},antivirus,c-{number}@example.com,Holder {number},2026-01-{day:02},2027-01-{day:02}"
        )
        .unwrap();
    }
    // The process waits for more: the rest is in the pipe, which holds a few hundred rows.
    writer.flush().unwrap();
    let peak = fs::read_to_string(status)
        .unwrap()
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok())
        .unwrap();
    drop(writer);
    let said = end_of(process);
    assert_eq!(object(&said.out)["new"], rows, "{said:?}");
    peak
}

/// What the database may take beside, in KiB: its cache of 32 MiB of pages, its log of 16 MiB, and a little around them.
const CACHE: u64 = 56 * 1024;

#[test]
fn an_import_of_many_rows_takes_the_memory_of_few_and_a_full_cache() {
    let many = env::var("TENURE_TEST_ROWS").ok().map_or(20_000, |rows| rows.parse().unwrap());
    let (few, many) = (peak_of_import(FEW), peak_of_import(many));
    assert!(many < few + CACHE, "{few} KiB for {FEW} rows, {many} KiB for many");
}
