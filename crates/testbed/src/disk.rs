//! A small disk that can be full: a file system in memory where we may mount one (root), else a limit on the size of
//! the files that a process may write.

use std::{
    env, fs,
    fs::File,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::{self, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
};

/// How large the disk is, in MiB: room for the database and twice the log that the writer lets grow before it folds it.
const SIZE_MIB: u32 = 40;
/// The file that takes what room there is.
const BALLAST: &str = "ballast";
/// Says which of the two ways is taken: `limit` where a mount would be possible too.
pub const WAY: &str = "TENURE_TEST_DISK";

/// A folder on a small disk; unmounted and removed when this value is dropped.
#[derive(Debug)]
pub struct Disk {
    folder: PathBuf,
    is_mounted: bool,
}

impl Disk {
    /// A disk with room.
    ///
    /// # Panics
    /// When the system's folder for temporary files cannot be written.
    pub fn with_room() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("tenure-disk-{}-{count}", process::id()));
        fs::create_dir_all(&folder).expect("the folder for temporary files can be written");
        let is_wanted = env::var(WAY).is_ok_and(|way| way == "limit");
        let is_mounted = !is_wanted && mount(&folder);
        if !is_mounted {
            // Not by a macro, whose words are shown only when a test fails.
            let _ = writeln!(
                io::stderr(),
                "NOTE: no file system can be mounted here, so a full disk is a limit on the size of files (EFBIG, not ENOSPC)"
            );
        }
        Self { folder, is_mounted }
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Makes the disk full for `process`.
    ///
    /// # Panics
    /// When that cannot be done.
    pub fn fill(&self, process: u32) {
        if !self.is_mounted {
            return limit(process, &self.largest().to_string());
        }
        let mut ballast = File::create(self.folder.join(BALLAST)).expect("a file on the disk");
        for size in [64 * 1024, 4096] {
            while ballast.write_all(&vec![0; size]).is_ok() {}
        }
    }

    /// Makes room again.
    ///
    /// # Panics
    /// When that cannot be done.
    pub fn make_room(&self, process: u32) {
        if !self.is_mounted {
            return limit(process, "unlimited");
        }
        fs::remove_file(self.folder.join(BALLAST)).expect("the file is there");
    }

    /// The size of its largest file, in bytes.
    fn largest(&self) -> u64 {
        let files = fs::read_dir(&self.folder).expect("the folder can be read").flatten();
        files.filter_map(|file| Some(file.metadata().ok()?.len())).max().unwrap_or_default()
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        if self.is_mounted {
            let _ = Command::new("umount").arg("--lazy").arg(&self.folder).status();
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn mount(folder: &Path) -> bool {
    let size = format!("size={SIZE_MIB}m");
    let mut command = Command::new("mount");
    command.args(["-t", "tmpfs", "-o", &size, "tenure-test"]).arg(folder);
    command.stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Sets the size, in bytes, beyond which `process` can write no file.
fn limit(process: u32, size: &str) {
    let mut command = Command::new("prlimit");
    command.args(["--pid", &process.to_string(), &format!("--fsize={size}:unlimited")]);
    assert!(command.status().expect("prlimit, from util-linux, can be started").success());
}
