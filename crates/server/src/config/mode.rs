//! The line of `tenure.toml` that says whether mail is real: written by `go-live`, and nothing else in the file is touched.

use std::{
    fs,
    io::Write as _,
    os::unix::fs::{MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _, fchown},
    path::Path,
};

use anyhow::{Context as _, ensure};

use super::{Mode, Settings};

/// Makes the installation of `tenure.toml` at `path` live: wholly, or not at all.
pub fn make_live(path: &Path) -> anyhow::Result<()> {
    // Where it is a link, what it leads to is written.
    let path = &fs::canonicalize(path).with_context(|| path.display().to_string())?;
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let text = with_live_mode(&text).with_context(|| path.display().to_string())?;
    let read = Settings::parse(&text, std::iter::empty()).with_context(|| path.display().to_string())?;
    ensure!(read.mode == Mode::Live, "{}: write mode = \"live\" by hand", path.display());
    replace(path, &text).with_context(|| format!("cannot write {}: nothing is switched", path.display()))
}

/// The same text with another mode; comments and everything else stay.
fn with_live_mode(text: &str) -> anyhow::Result<String> {
    let table = toml::de::DeTable::parse(text)?;
    let span = table.get_ref().get("mode").map(toml::Spanned::span);
    Ok(match span {
        Some(span) => format!("{}\"live\"{}", &text[..span.start], &text[span.end..]),
        None => format!("mode = \"live\"\n{text}"),
    })
}

fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    let before = fs::metadata(path)?;
    let mode = before.permissions().mode() & 0o7777;
    let new = path.with_extension("toml.new");
    let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(mode).open(&new)?;
    // Whoever switches by `sudo` leaves the file to whom it belonged: `serve` runs as somebody else.
    fchown(&file, Some(before.uid()), Some(before.gid()))?;
    file.set_permissions(before.permissions())?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&new, path)?;
    fs::File::open(path.parent().unwrap_or(Path::new(".")))?.sync_all()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn the_file_stays_whose_it_was_and_as_secret() {
        let place = tenure_testbed::engines::Place::sqlite();
        let tenure_testbed::engines::Place::Folder(folder) = &place else { unreachable!("it is a folder") };
        let path = folder.join("tenure.toml");
        fs::write(&path, "mode = \"sandbox\"\n").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o646)).unwrap();
        // Only root can give a file away; anybody else keeps it.
        let _ = std::os::unix::fs::chown(&path, Some(1234), Some(1234));
        let of = |file: fs::Metadata| (file.uid(), file.gid(), file.mode());
        let before = of(fs::metadata(&path).unwrap());
        replace(&path, "mode = \"live\"\n").unwrap();
        assert_eq!(of(fs::metadata(&path).unwrap()), before);
        assert_eq!(fs::read_to_string(&path).unwrap(), "mode = \"live\"\n");
    }

    #[test]
    fn only_the_mode_changes() {
        for (before, after) in [
            (
                "# mode = \"sandbox\"\nmode = \"sandbox\" # mine\n",
                "# mode = \"sandbox\"\nmode = \"live\" # mine\n",
            ),
            (
                "mode='sandbox'\n[mail]\nfrom = \"a@b.example\"\n",
                "mode=\"live\"\n[mail]\nfrom = \"a@b.example\"\n",
            ),
            ("\"mode\" = \"\"\"sandbox\"\"\"", "\"mode\" = \"live\""),
            (
                "[vendor]\nname = \"mode = \\\"sandbox\\\"\"\n",
                "mode = \"live\"\n[vendor]\nname = \"mode = \\\"sandbox\\\"\"\n",
            ),
            ("", "mode = \"live\"\n"),
        ] {
            assert_eq!(with_live_mode(before).unwrap(), after);
        }
        let whole = with_live_mode(crate::config::DEFAULT_SETTINGS).unwrap();
        assert_eq!(
            whole,
            crate::config::DEFAULT_SETTINGS.replacen("mode = \"sandbox\"", "mode = \"live\"", 1)
        );
    }
}
