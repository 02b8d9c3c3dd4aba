//! Which language a page is shown in.

/// What a request says about languages; the first that can be met wins.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wishes<'a> {
    /// The query parameter `lang`: somebody pressed the switch.
    pub asked: Option<&'a str>,
    /// The cookie that remembers the switch.
    pub cookie: Option<&'a str>,
    /// The signed-in holder's own language.
    pub holder: Option<&'a str>,
    /// The header `Accept-Language` (RFC 9110, section 12.5.4).
    pub accept: Option<&'a str>,
}

/// The language of `offered` that meets the wishes best, else `default`, else the first offered.
pub fn choose<'o>(wishes: Wishes<'_>, offered: &[&'o str], default: &str) -> &'o str {
    let named = [wishes.asked, wishes.cookie, wishes.holder];
    named
        .into_iter()
        .flatten()
        .chain(accepted(wishes.accept.unwrap_or_default()))
        .chain([default])
        .find_map(|tag| closest(tag, offered))
        .or_else(|| offered.first().copied())
        .unwrap_or("en")
}

/// Languages most of whose readers live in one time zone; those at home in many, as English and Spanish, are not among them.
const AT_HOME: [(&str, &str); 7] = [
    ("cs", "Europe/Prague"),
    ("de", "Europe/Berlin"),
    ("fr", "Europe/Paris"),
    ("it", "Europe/Rome"),
    ("ja", "Asia/Tokyo"),
    ("pl", "Europe/Warsaw"),
    ("uk", "Europe/Kyiv"),
];

/// The time zone of somebody of whom nothing is known but the language of the page: a guess, to be changed. None for the
/// vendor's own language, whose readers live where the vendor does.
pub fn likely_zone(language: &str, vendors: &str) -> Option<&'static str> {
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let spoken = primary(language);
    let home = AT_HOME.iter().find(|(tag, _)| *tag == spoken)?;
    (spoken != primary(vendors)).then_some(home.1)
}

/// The offered language with this tag, else with the longest beginning of it (RFC 4647, section 3.4).
fn closest<'o>(tag: &str, offered: &[&'o str]) -> Option<&'o str> {
    let mut range = tag.trim();
    loop {
        if let Some(found) = offered.iter().find(|offer| offer.eq_ignore_ascii_case(range)) {
            return Some(found);
        }
        range = range.rsplit_once('-')?.0;
    }
}

/// The tags of an `Accept-Language`, the most wanted first; those with weight 0 are left out.
fn accepted(header: &str) -> Vec<&str> {
    let mut ranges: Vec<(&str, f32)> = header.split(',').filter_map(weighted).collect();
    ranges.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    ranges.into_iter().map(|(tag, _)| tag).collect()
}

fn weighted(range: &str) -> Option<(&str, f32)> {
    let (tag, parameters) = range.split_once(';').unwrap_or((range, ""));
    let weight = match parameters.trim().strip_prefix("q=") {
        Some(weight) => weight.trim().parse().ok()?,
        None => 1.0,
    };
    (weight > 0.0).then_some((tag.trim(), weight))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFERED: &[&str] = &["en", "pl"];

    #[test]
    fn the_switch_wins_over_the_cookie_over_the_holder_over_the_browser() {
        let mut wishes =
            Wishes { asked: Some("pl"), cookie: Some("en"), holder: Some("en"), accept: Some("en") };
        assert_eq!(choose(wishes, OFFERED, "en"), "pl");
        wishes = Wishes { asked: None, cookie: Some("pl"), ..wishes };
        assert_eq!(choose(wishes, OFFERED, "en"), "pl");
        wishes = Wishes { cookie: None, holder: Some("pl-PL"), ..wishes };
        assert_eq!(choose(wishes, OFFERED, "en"), "pl");
    }

    #[test]
    fn the_browser_is_heard_by_weight_and_by_the_closest_tag() {
        for (accept, language) in [
            ("pl", "pl"),
            ("pl-PL,pl;q=0.9,en;q=0.8", "pl"),
            ("de-DE, PL;q=0.5, en;q=0.7", "en"),
            ("en;q=0, pl;q=0.1", "pl"),
            ("en;q=x, pl;q=0.1", "pl"),
            ("zh-Hant-TW", "en"),
            ("", "en"),
            ("*", "en"),
        ] {
            let wishes = Wishes { accept: Some(accept), ..Wishes::default() };
            assert_eq!(choose(wishes, OFFERED, "en"), language, "{accept}");
        }
    }

    #[test]
    fn the_zone_is_guessed_from_a_language_that_is_not_the_vendors() {
        for (language, vendors, zone) in [
            ("uk", "en", Some("Europe/Kyiv")),
            ("ja", "en-US", Some("Asia/Tokyo")),
            ("pl", "pl-PL", None),
            ("en", "pl", None),
            ("es", "pl", None),
        ] {
            assert_eq!(likely_zone(language, vendors), zone, "{language} of {vendors}");
        }
        for (_, zone) in AT_HOME {
            assert!(zone.parse::<tenure_domain::Zone>().is_ok(), "{zone}");
        }
    }

    #[test]
    fn nonsense_is_passed_over() {
        let wishes = Wishes { asked: Some("../../etc"), cookie: Some("<b>"), ..Wishes::default() };
        assert_eq!(choose(wishes, OFFERED, "pl"), "pl");
        assert_eq!(choose(wishes, OFFERED, "xx"), "en");
    }
}
