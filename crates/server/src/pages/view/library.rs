//! The Library.

use serde::Serialize;

use super::{MessagesSchedule, View, Visitor};

/// A page of help in a list.
#[derive(Debug, Clone, Serialize)]
pub struct HelpLine {
    /// Its name: it is at `/library/{name}`.
    pub name: String,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub summary: String,
    /// Whether the reader keeps it.
    pub is_kept: bool,
}

/// `/library` and `/my/library`: all pages of help.
#[derive(Debug, Clone, Serialize)]
pub struct Library {
    /// Who is signed in, if anybody is.
    pub visitor: Option<Visitor>,
    /// What the reader keeps.
    pub kept: Vec<HelpLine>,
    /// All pages.
    pub pages: Vec<HelpLine>,
}

impl View for Library {
    const TEMPLATE: &'static str = "library";
}

/// `/library/{name}`: one page of help.
#[derive(Debug, Clone, Serialize)]
pub struct LibraryPage {
    /// Who is signed in, if anybody is.
    pub visitor: Option<Visitor>,
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The language of its words, a BCP 47 tag.
    pub language: String,
    /// Its words as safe HTML, put into the page as they are.
    pub html: String,
    /// The schedule of messages, where it stands on the page.
    pub schedule: Option<MessagesSchedule>,
    /// Whether the reader keeps it.
    pub is_kept: bool,
}

impl View for LibraryPage {
    const TEMPLATE: &'static str = "library-page";
}
