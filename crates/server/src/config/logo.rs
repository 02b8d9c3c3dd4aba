//! The vendor's logo: a file that is read, and looked at, when the settings are.

use std::path::Path;

use anyhow::{Context as _, bail};

/// The largest file, in octets.
const LARGEST: usize = 200_000;

/// A logo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// The name it is served under.
    pub name: &'static str,
    /// Its `Content-Type`.
    pub content_type: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Logo {
    /// The logo that `vendor.logo` names, relative to `folder`; none where it is empty.
    pub fn named(folder: &Path, file: &str) -> anyhow::Result<Option<Self>> {
        if file.trim().is_empty() {
            return Ok(None);
        }
        let path = folder.join(file.trim());
        let bytes =
            std::fs::read(&path).with_context(|| format!("vendor.logo: cannot read {}", path.display()))?;
        let logo = Self::read(bytes).with_context(|| format!("vendor.logo: {}", path.display()))?;
        Ok(Some(logo))
    }

    fn read(bytes: Vec<u8>) -> anyhow::Result<Self> {
        if bytes.len() > LARGEST {
            bail!("it has {} octets; a logo has at most {LARGEST}", bytes.len());
        }
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Ok(Self { name: "logo.png", content_type: "image/png", bytes });
        }
        let text = std::str::from_utf8(&bytes).unwrap_or_default();
        if !text.contains("<svg") {
            bail!("it is neither a PNG nor an SVG file");
        }
        if text.to_lowercase().contains("<script") {
            bail!("an SVG file with a script is not served: take the script out");
        }
        Ok(Self { name: "logo.svg", content_type: "image/svg+xml", bytes })
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_logo_is_known_by_what_it_is_and_not_by_its_name() {
        let svg = b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec();
        assert_eq!(Logo::read(svg).unwrap().name, "logo.svg");
        assert_eq!(Logo::read(b"\x89PNG\r\n\x1a\nrest".to_vec()).unwrap().content_type, "image/png");
        for (bytes, words) in [
            (b"GIF89a".to_vec(), "neither a PNG nor an SVG"),
            (b"<svg><SCRIPT>alert(1)</script></svg>".to_vec(), "script"),
            (vec![b' '; LARGEST + 1], "at most 200000"),
        ] {
            let error = Logo::read(bytes).unwrap_err().to_string();
            assert!(error.contains(words), "{error}");
        }
    }

    #[test]
    fn no_name_is_no_logo_and_a_missing_file_is_named() {
        assert_eq!(Logo::named(Path::new("."), " ").unwrap(), None);
        let error = Logo::named(Path::new("here"), "logo.svg").unwrap_err().to_string();
        assert!(error.contains("vendor.logo") && error.contains("logo.svg"), "{error}");
    }
}
