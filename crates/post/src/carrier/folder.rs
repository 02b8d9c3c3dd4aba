//! The carrier that writes each message into a file of its own.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

use tenure_domain::outcome::{Delay, Outcome};

use super::{Parcel, file_name, later, shown};

/// A folder of `.eml` files. It is made when the first message comes.
#[derive(Debug, Clone)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path }
    }

    /// Where the files are.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Accepted when the file is synced to disk under its own name.
    pub(super) async fn carry(&self, parcel: &Parcel) -> Outcome {
        let (folder, parcel) = (self.clone(), parcel.clone());
        let written = tokio::task::spawn_blocking(move || folder.write(&parcel)).await;
        match written.map_err(io::Error::other).flatten() {
            Ok(path) => Outcome::Accepted { reply: format!("written to {}", shown(&path)) },
            Err(error) => later(Delay::OurSetup, self.trouble(&error)),
        }
    }

    /// Whether a file can be written there.
    pub(super) async fn check(&self) -> Result<String, String> {
        let folder = self.clone();
        let tried = tokio::task::spawn_blocking(move || folder.try_writing()).await;
        match tried.map_err(io::Error::other).flatten() {
            Ok(()) => Ok(format!("mail is written to {}", shown(&self.path))),
            Err(error) => Err(self.trouble(&error)),
        }
    }

    fn trouble(&self, error: &io::Error) -> String {
        format!("cannot write into {}: {error}", shown(&self.path))
    }

    fn try_writing(&self) -> io::Result<()> {
        fs::create_dir_all(&self.path)?;
        let probe = self.path.join(".writable");
        fs::write(&probe, b"")?;
        fs::remove_file(&probe)
    }

    /// Writes under a temporary name, syncs, renames: whoever reads the folder sees whole messages only.
    fn write(&self, parcel: &Parcel) -> io::Result<PathBuf> {
        fs::create_dir_all(&self.path)?;
        let (path, draft, mut file) = self.reserve(parcel)?;
        let finished = file.write_all(&parcel.bytes).and_then(|()| file.sync_all());
        let finished = finished.and_then(|()| fs::rename(&draft, &path));
        if let Err(error) = finished {
            // What could not be finished should not lie around; the error itself matters more than this one.
            let _ = fs::remove_file(&draft);
            return Err(error);
        }
        File::open(&self.path)?.sync_all()?;
        Ok(path)
    }

    /// The first name that no file has, reserved by its draft: a repeat gets a name of its own.
    fn reserve(&self, parcel: &Parcel) -> io::Result<(PathBuf, PathBuf, File)> {
        for copy in 1.. {
            let name = file_name(parcel, copy);
            let (path, draft) = (self.path.join(&name), self.path.join(format!(".{name}.draft")));
            match OpenOptions::new().write(true).create_new(true).open(&draft) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
                Ok(_) if path.exists() => fs::remove_file(&draft)?,
                Ok(file) => return Ok((path, draft, file)),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}
