//! Reading the vendor's TOML files: an error names the line and the remedy.

use serde::de::DeserializeOwned;

/// Something in a file is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {words}")]
pub struct FileError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong, and what would be right.
    pub words: String,
}

impl FileError {
    pub(crate) fn at(line: usize, words: String) -> Self {
        Self { line, words }
    }
}

/// The line, counted from 1, of a byte of `text`.
pub(crate) fn line_of(text: &str, byte: usize) -> usize {
    text.as_bytes().iter().take(byte).filter(|of| **of == b'\n').count() + 1
}

/// Reads TOML into `T`.
pub fn parse<T: DeserializeOwned>(text: &str) -> Result<T, FileError> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_of(text, span.start));
        FileError { line, words: error.message().replace('\n', "; ") }
    })
}
