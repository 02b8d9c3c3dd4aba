//! Pages of a list: the query of a request, and the cursor that leads on.

use axum::http::Uri;
use data_encoding::BASE64URL_NOPAD;
use std::{fmt::Display, str::FromStr};

use super::problem::{FieldError, Problem};

/// How many items a page has where nothing is said, and at most.
const USUAL: u32 = 50;
const MOST: u32 = 200;

/// The query of a request: each parameter is read, and what is wrong is gathered.
#[derive(Debug)]
pub(super) struct Query {
    path: String,
    pairs: Vec<(String, String)>,
    errors: Vec<FieldError>,
}

impl Query {
    /// Reads the query of a path that knows these parameters.
    pub(super) fn read(uri: &Uri, known: &[&str]) -> Self {
        let pairs: Vec<(String, String)> = axum::extract::Query::try_from_uri(uri).map_or_else(
            |_| vec![(uri.query().unwrap_or_default().to_owned(), String::new())],
            |axum::extract::Query(pairs)| pairs,
        );
        let mut query = Self { path: uri.path().to_owned(), pairs, errors: Vec::new() };
        for (at, (name, _)) in query.pairs.clone().into_iter().enumerate() {
            if !known.contains(&name.as_str()) {
                query.wrong(&name, format!("there is no such parameter; there are {}", known.join(", ")));
            } else if query.pairs[..at].iter().any(|(earlier, _)| *earlier == name) {
                query.wrong(&name, "it stands there twice".to_owned());
            }
        }
        query
    }

    fn wrong(&mut self, field: &str, detail: String) {
        self.errors.push(FieldError { field: field.to_owned(), detail });
    }

    /// A parameter read as a `T`; nothing where it is left out or wrong.
    pub(super) fn get<T: FromStr<Err: Display>>(&mut self, name: &str) -> Option<T> {
        let text = self.pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())?;
        match text.parse() {
            Ok(read) => Some(read),
            Err(error) => {
                self.wrong(name, error.to_string());
                None
            }
        }
    }

    /// A number from 1 to `most`.
    pub(super) fn count(&mut self, name: &str, most: u32) -> Option<u32> {
        let count = self.get::<String>(name)?;
        let read = count.parse().ok().filter(|count| (1..=most).contains(count));
        if read.is_none() {
            self.wrong(name, format!("write a whole number from 1 to {most}"));
        }
        read
    }

    /// How many items are asked for.
    pub(super) fn limit(&mut self) -> u32 {
        self.count("limit", MOST).unwrap_or(USUAL)
    }

    /// Where the page before ended.
    pub(super) fn cursor<T: FromStr>(&mut self) -> Option<T> {
        let cursor = self.get::<String>("cursor")?;
        let text =
            BASE64URL_NOPAD.decode(cursor.as_bytes()).ok().and_then(|text| String::from_utf8(text).ok());
        let read = text.and_then(|text| text.parse().ok());
        if read.is_none() {
            self.wrong("cursor", "take it from `next` of the page before, as it stands there".to_owned());
        }
        read
    }

    /// Goes on only where nothing was wrong.
    pub(super) fn done(&self) -> Result<(), Problem> {
        if self.errors.is_empty() { Ok(()) } else { Err(Problem::fields(self.errors.clone())) }
    }

    /// The way to what comes after `last`, with everything else that was asked for.
    pub(super) fn next(&self, last: impl Display) -> String {
        let cursor = BASE64URL_NOPAD.encode(last.to_string().as_bytes());
        let mut next = format!("{}?", self.path);
        for (name, value) in self.pairs.iter().filter(|(name, _)| name != "cursor") {
            // Of what was read (a word, an id, a day, an instant or a number) only the sign of an offset needs escaping.
            next.extend([name, "=", &value.replace('+', "%2B"), "&"]);
        }
        next + "cursor=" + &cursor
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn query(text: &str) -> Query {
        Query::read(&text.parse().unwrap(), &["kind", "limit", "cursor"])
    }

    #[test]
    fn the_way_on_keeps_what_was_asked_for() {
        let mut first = query("/v1/notices?limit=2&kind=key-file");
        assert_eq!((first.limit(), first.cursor::<u64>()), (2, None));
        let next = first.next(7);
        assert!(next.starts_with("/v1/notices?limit=2&kind=key-file&cursor="), "{next}");
        let mut second = query(&next);
        assert_eq!((second.limit(), second.cursor::<u64>()), (2, Some(7)));
        assert_eq!(second.next(9).matches("cursor=").count(), 1);
        assert_eq!(second.done(), Ok(()));
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let mut query = query("/v1/notices?limit=201&color=red&cursor=!&kind=a&kind=b");
        query.limit();
        query.cursor::<u64>();
        let fields: Vec<&str> = query.errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["color", "kind", "limit", "cursor"]);
        assert!(query.done().is_err());
    }
}
