//! Where a database lies: what its copies do not have in common with it.

use std::{fs, os::unix::fs::MetadataExt as _, path::Path, time::UNIX_EPOCH};

use aws_lc_rs::digest;

use super::{Fault, Inner, Store, own_text};

/// The machine's own name; empty where it has none.
const MACHINE_ID: &str = "/etc/machine-id";

impl Store {
    /// Where the database lies, in a text that means nothing else: of a file the machine, and what the file system knows it by,
    /// which a copy never has; of a server the cluster and the database's number in it.
    pub async fn place(&self) -> Result<String, Fault> {
        match &*self.0 {
            Inner::Sqlite { readers: Some(readers), .. } => place_of_file(readers.path()),
            Inner::Sqlite { readers: None, .. } => Ok("memory".to_owned()),
            Inner::Postgres { .. } => {
                self.read(|tx| {
                    // Where it may not be asked for, the number of the database has to do.
                    let cluster: Result<String, Fault> =
                        tx.attempt(|tx| tx.query_one(own_text::CLUSTER, &[], |row| row.text(0)));
                    let number = tx.query_one(own_text::DATABASE, &[], |row| row.text(0))?;
                    Ok(format!("cluster {} database {number}", cluster.unwrap_or_default()))
                })
                .await
            }
        }
    }
}

fn place_of_file(path: &Path) -> Result<String, Fault> {
    let unknown = |error| Fault::new(format!("look at {}", path.display()), error);
    let file = fs::metadata(path).map_err(unknown)?;
    // A number is used again when a file is gone; not so with the instant of its making, where the file system keeps it.
    let born = file.created().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    let machine = fs::read_to_string(MACHINE_ID).unwrap_or_default();
    let known_by = format!("{}\n{}\n{}", machine.trim(), file.ino(), born.as_nanos());
    let digest = digest::digest(&digest::SHA256, known_by.as_bytes());
    Ok(format!("file {}", data_encoding::HEXLOWER.encode(&digest.as_ref()[..12])))
}
