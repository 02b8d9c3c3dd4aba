//! The page that somebody wanted before signing in: kept through the wish, and gone on to afterwards.

use std::fmt::Write as _;

use axum::http::{HeaderMap, Method, Uri, header};

/// A path of our own pages. Nothing that a browser could read as an address of another site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted(String);

/// The longest path that is kept, in octets.
const LONGEST: usize = 500;
/// Pages that nobody goes on to.
const NOT_WANTED: [&str; 2] = ["/my/sign-in", "/my/sign-out"];

impl Wanted {
    /// Reads a path with its query. `//host`, `/\host`, other schemes and control characters are refused: browsers read
    /// them as addresses of other sites.
    pub fn read(text: &str) -> Option<Self> {
        let is_own = text.starts_with('/') && !text.starts_with("//");
        let is_plain =
            text.len() <= LONGEST && text.bytes().all(|octet| octet.is_ascii_graphic() && octet != b'\\');
        let is_wanted = !NOT_WANTED.iter().any(|page| text.starts_with(page));
        (is_own && is_plain && is_wanted).then(|| Self(text.to_owned()))
    }

    /// What a request wanted: its own page; for a form that was sent, the page on which it stood.
    pub(super) fn of_request(method: &Method, uri: &Uri, headers: &HeaderMap) -> Option<Self> {
        if method == Method::GET || method == Method::HEAD {
            return uri.path_and_query().and_then(|page| Self::read(page.as_str()));
        }
        let page = headers.get(header::REFERER)?.to_str().ok()?.parse::<Uri>().ok()?;
        let host = headers.get(header::HOST)?.to_str().ok()?;
        let is_own = page.authority().is_some_and(|authority| authority.as_str() == host);
        page.path_and_query().filter(|_| is_own).and_then(|page| Self::read(page.as_str()))
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As it stands in a query: `to=%2Freplace`.
    pub fn as_query(&self) -> String {
        let mut query = "to=".to_owned();
        for octet in self.0.bytes() {
            if octet.is_ascii_alphanumeric() || b"-._~".contains(&octet) {
                query.push(char::from(octet));
            } else {
                write!(query, "%{octet:02X}").expect("writing to a String cannot fail");
            }
        }
        query
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn only_a_path_of_our_own_is_gone_on_to() {
        for own in ["/my/licenses", "/replace/lic_1", "/my/messages?after=ltr_1&x=%2F", "/", "/x:y"] {
            assert_eq!(Wanted::read(own).unwrap().as_str(), own);
        }
        let long = format!("/{}", "x".repeat(LONGEST));
        for foreign in [
            "",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://evil.example",
            "https:evil",
            "evil",
            "javascript:alert(1)",
            "/\t/evil.example",
            "/a\r\nSet-Cookie: x",
            "/ä",
            " /my",
            "/my /x",
            "/my\\..\\x",
            "/my/sign-in",
            "/my/sign-in?to=/my",
            "/my/sign-out",
            &long,
        ] {
            assert_eq!(Wanted::read(foreign), None, "{foreign:?}");
        }
    }

    #[test]
    fn a_form_that_was_sent_leads_back_to_its_page_if_that_is_ours() {
        let of = |method: Method, page: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, "my.vendor.example".parse().unwrap());
            headers.insert(header::REFERER, page.parse().unwrap());
            let wanted = Wanted::of_request(&method, &"/replace/lic_1?x=1".parse().unwrap(), &headers);
            wanted.map(|wanted| wanted.as_query())
        };
        assert_eq!(of(Method::GET, "https://x.example/").unwrap(), "to=%2Freplace%2Flic_1%3Fx%3D1");
        assert_eq!(of(Method::POST, "https://my.vendor.example/my/licenses").unwrap(), "to=%2Fmy%2Flicenses");
        assert_eq!(of(Method::POST, "https://evil.example/my/licenses"), None);
    }
}
