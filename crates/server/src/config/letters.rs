//! The texts of letters: the program's own, and over them the vendor's, which lie beside the settings.

use std::path::Path;

use anyhow::Context as _;
use tenure_post::letter::{WordingFault, Wordings};

use super::Config;

/// All texts, and what was refused. A file that is refused stops no other: the program's own text speaks in its place.
pub fn wordings(config: &Config) -> anyhow::Result<(Wordings, Vec<WordingFault>)> {
    let mut wordings = Wordings::embedded().context("the texts of letters")?;
    let folder = config.folder.join(&config.settings.files.letters);
    let mut refused = Vec::new();
    if config.settings.files.letters.is_empty() || !folder.exists() {
        return Ok((wordings, refused));
    }
    let mut files = Vec::new();
    list(&folder, "", &mut files).with_context(|| format!("cannot read {}", folder.display()))?;
    files.sort();
    for file in files {
        let octets = std::fs::read(folder.join(&file)).with_context(|| format!("cannot read {file}"));
        let octets = octets.map_err(|error| WordingFault {
            file: file.clone(),
            line: 1,
            problem: format!("{error:#}"),
        });
        if let Err(fault) = octets.and_then(|octets| wordings.overlay(&file, &octets)) {
            refused.push(WordingFault { file: folder.join(&fault.file).display().to_string(), ..fault });
        }
    }
    Ok((wordings, refused))
}

/// The texts and the layout below a folder, two levels deep; other files are not ours.
fn list(folder: &Path, below: &str, files: &mut Vec<String>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() && below.is_empty() {
            list(&entry.path(), &format!("{name}/"), files)?;
        } else if name == "layout.html" || (is_text(&entry.path()) && name != "README.md") {
            files.push(name);
        }
    }
    Ok(())
}

fn is_text(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "md")
}
