//! Judges what the DNS has against what letters need: who may send (SPF, RFC 7208), whose signatures (DKIM, RFC 6376), what
//! to do with forgeries (DMARC, RFC 7489).

use std::collections::BTreeMap;

use crate::dkim::Record;

/// What the texts under the name of a record are worth: what was found, or what is wrong and what to publish.
pub fn judge(record: &Record, found: &[String]) -> Result<String, String> {
    let (kind, begin) = match record.text.split([' ', ';']).next().unwrap_or_default() {
        "v=spf1" => ("SPF", "v=spf1"),
        "v=DMARC1" => ("DMARC", "v=DMARC1"),
        _ => ("DKIM", ""),
    };
    let texts: Vec<&str> = found.iter().map(|text| text.trim()).filter(|text| is_of(text, begin)).collect();
    let name = &record.name;
    let publish = format!("publish: {name}. TXT {}", record.in_zone());
    let verdict = match (kind, &texts[..]) {
        (_, []) => Err("is not there".to_owned()),
        (_, [_, _, ..]) => Err(format!("is there {} times, which counts as none: join them", texts.len())),
        ("SPF", [text]) => spf(text),
        ("DMARC", [text]) => dmarc(text),
        (_, [text]) => dkim(text, &record.text),
    };
    match verdict {
        Ok(words) => Ok(format!("{kind} of {name}: {words}")),
        Err(words) => Err(format!("{kind} of {name} {words}; {publish}")),
    }
}

/// The name under which DMARC stands for a domain that has no record of its own: one label less, but two at least.
pub fn above(name: &str) -> Option<String> {
    let domain = name.strip_prefix("_dmarc.")?;
    let (_, above) = domain.split_once('.')?;
    above.contains('.').then(|| format!("_dmarc.{above}"))
}

/// Whether a text is a record of the kind that begins so: the version stands alone.
fn is_of(text: &str, begin: &str) -> bool {
    let (Some(head), tail) = (text.get(..begin.len()), text.get(begin.len()..).unwrap_or_default()) else {
        return false;
    };
    begin.is_empty() || head.eq_ignore_ascii_case(begin) && (tail.is_empty() || tail.starts_with([' ', ';']))
}

fn spf(text: &str) -> Result<String, String> {
    let terms: Vec<String> = text.split_whitespace().skip(1).map(str::to_ascii_lowercase).collect();
    let lets = |term: &&String| !term.starts_with(['-', '~', '?']) && !term.starts_with("exp=");
    if terms.iter().any(|term| matches!(term.trim_start_matches('+'), "all"))
        && terms.iter().all(|term| term != "-all")
    {
        return Err(format!("lets everybody send ({text})"));
    }
    if !terms.iter().any(|term| lets(&term)) {
        return Err(format!("lets nobody send ({text})"));
    }
    Ok(format!("found ({text}); that it names your relay is for you to see"))
}

fn dmarc(text: &str) -> Result<String, String> {
    match tags(text).get("p").map(String::as_str) {
        Some("none") => Ok("found; it only watches (p=none)".to_owned()),
        Some("quarantine" | "reject") => Ok("found".to_owned()),
        _ => Err(format!("names no policy ({text})")),
    }
}

fn dkim(text: &str, ours: &str) -> Result<String, String> {
    let (found, ours) = (tags(text), tags(ours));
    let key = |tags: &BTreeMap<String, String>| tags.get("p").cloned().unwrap_or_default();
    let kind = |tags: &BTreeMap<String, String>| tags.get("k").cloned().unwrap_or_else(|| "rsa".to_owned());
    if found.get("v").is_some_and(|version| version != "DKIM1") {
        return Err(format!("is no key (v={})", found["v"]));
    }
    if key(&found).is_empty() {
        return Err("is an empty key, which revokes it".to_owned());
    }
    if kind(&found) != kind(&ours) || key(&found) != key(&ours) {
        return Err("is another key than the one that signs letters here".to_owned());
    }
    if found.get("t").is_some_and(|flags| flags.split(':').any(|flag| flag == "y")) {
        return Ok("found; it says that it is a test (t=y)".to_owned());
    }
    Ok("found".to_owned())
}

/// `name=value` between semicolons; blanks within a value mean nothing (RFC 6376, 3.2).
fn tags(text: &str) -> BTreeMap<String, String> {
    let tag = |part: &str| {
        let (name, value) = part.split_once('=')?;
        Some((name.trim().to_owned(), value.split_whitespace().collect::<String>()))
    };
    text.split(';').filter_map(tag).collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn judged(text: &str, found: &[&str]) -> Result<String, String> {
        let record = Record { name: "vendor.example".to_owned(), text: text.to_owned() };
        judge(&record, &found.iter().map(|&text| text.to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn one_record_that_lets_somebody_send_is_right() {
        let spf = |found: &[&str]| judged("v=spf1 mx ~all", found);
        for right in [
            "v=spf1 mx ~all",
            "V=SPF1 include:_spf.relay.example -all",
            "v=spf1 redirect=_spf.relay.example",
            "v=spf1 +a:relay.example ?all",
        ] {
            spf(&["google-site-verification=x", right]).unwrap();
        }
        for (found, words) in [
            (&[][..], "is not there"),
            (&["v=spf10 mx"], "is not there"),
            (&["v=spf1 mx -all", "v=spf1 include:relay.example ~all"], "2 times"),
            (&["v=spf1 -all"], "nobody"),
            (&["v=spf1"], "nobody"),
            (&["v=spf1 mx +all"], "everybody"),
            (&["v=spf1 all"], "everybody"),
        ] {
            let wrong = spf(found).unwrap_err();
            assert!(
                wrong.contains(words) && wrong.contains("publish: vendor.example. TXT \"v=spf1 mx ~all\""),
                "{wrong}"
            );
        }
    }

    #[test]
    fn a_key_is_right_when_it_is_ours() {
        let dkim = |found: &[&str]| judged("v=DKIM1; k=rsa; p=MIIB", found);
        for right in ["v=DKIM1; k=rsa; p=MIIB", "v=DKIM1;p=MI IB", "k=rsa; p=MIIB; t=s", "p=MIIB; t=y"] {
            dkim(&[right]).unwrap();
        }
        for (found, words) in [
            (&[][..], "is not there"),
            (&["v=DKIM1; k=rsa; p=MIIC"], "another key"),
            (&["v=DKIM1; k=ed25519; p=MIIB"], "another key"),
            (&["v=DKIM1; p="], "revokes"),
            (&["v=DKIM2; p=MIIB"], "no key"),
            (&["v=DKIM1; p=MIIB", "v=DKIM1; p=MIIC"], "2 times"),
        ] {
            let wrong = dkim(found).unwrap_err();
            assert!(wrong.contains(words), "{wrong}");
        }
    }

    #[test]
    fn a_policy_is_right_when_there_is_one() {
        let dmarc = |found: &[&str]| judged("v=DMARC1; p=quarantine", found);
        assert!(dmarc(&["v=DMARC1; p=none"]).unwrap().contains("only watches"));
        dmarc(&["v=DMARC1;p=reject;sp=none"]).unwrap();
        for (found, words) in [
            (&[][..], "is not there"),
            (&["v=DMARC1; rua=mailto:x"], "no policy"),
            (&["v=DMARC1; p=none", "v=DMARC1; p=reject"], "2 times"),
        ] {
            assert!(dmarc(found).unwrap_err().contains(words));
        }
        assert_eq!(above("_dmarc.mail.vendor.example"), Some("_dmarc.vendor.example".to_owned()));
        assert_eq!(above("_dmarc.vendor.example"), None);
    }
}
