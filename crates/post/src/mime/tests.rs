//! Messages are read back by a parser that knows nothing of the writer.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use mail_parser::{HeaderValue, MessageParser, MimeHeaders};

use super::*;

fn message() -> Message {
    Message {
        from: Mailbox::named("Example Vendor", "licenses@vendor.example"),
        to: Mailbox::named("Anna Żółć", "anna@holder.example"),
        subject: "Twoja licencja wygasa za 30 dni – „Security Space”".to_owned(),
        message_id: "ntc.0123456789abcdef0123456789abcdef@vendor.example".to_owned(),
        date: "2026-12-01T10:00:00+01:00[Europe/Warsaw]".parse().unwrap(),
        language: "pl".to_owned(),
        kind: "renewal-reminder".to_owned(),
        step: "-30".to_owned(),
        licenses: vec!["lic_0000000000000000000000001a".to_owned()],
        list_unsubscribe: None,
        attachments: Vec::new(),
        text: "Dzień dobry,\n\nlicencja wygasa.\n.\nKoniec".to_owned(),
        html: "<p>Dzień dobry,</p>\n<p>licencja wygasa.</p>".to_owned(),
    }
}

fn key_file() -> Attachment {
    Attachment {
        file_name: "lic_1.key".to_owned(),
        content_type: "text/plain".to_owned(),
        bytes: b"[Key]\nExpires=2027-12-01 \r\nSig=\0\r".to_vec(),
    }
}

/// Every message keeps to the wire's rules: CRLF only, no line over 998 bytes, no control characters.
fn written(message: &Message) -> Vec<u8> {
    let bytes = message.to_bytes();
    let text = String::from_utf8(bytes.clone()).unwrap();
    for line in text.strip_suffix("\r\n").unwrap().split("\r\n") {
        assert!(line.len() <= 998, "{} bytes: {line}", line.len());
        assert!(!line.contains(|c: char| c.is_control() && c != '\t'), "{line:?}");
    }
    bytes
}

fn header(bytes: &[u8], name: &str) -> Option<String> {
    let parsed = MessageParser::new().parse(bytes).unwrap();
    parsed.header_raw(name.to_owned()).map(|value| value.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn headers_are_read_back_as_they_were_given() {
    let bytes = written(&message());
    let parsed = MessageParser::new().parse(&bytes).unwrap();
    let from = parsed.from().unwrap().first().unwrap();
    assert_eq!((from.name(), from.address()), (Some("Example Vendor"), Some("licenses@vendor.example")));
    let to: Vec<_> = parsed.to().unwrap().iter().collect();
    assert_eq!(to.len(), 1);
    assert_eq!((to[0].name(), to[0].address()), (Some("Anna Żółć"), Some("anna@holder.example")));
    assert_eq!(parsed.subject().unwrap(), message().subject);
    assert_eq!(parsed.message_id().unwrap(), message().message_id);
    for (name, value) in [
        ("Date", "Tue, 1 Dec 2026 10:00:00 +0100"),
        ("MIME-Version", "1.0"),
        ("Auto-Submitted", "auto-generated"),
        ("Content-Language", "pl"),
        ("X-Tenure-Kind", "renewal-reminder"),
        ("X-Tenure-Step", "-30"),
        ("X-Tenure-License", "lic_0000000000000000000000001a"),
    ] {
        assert_eq!(header(&bytes, name).as_deref(), Some(value), "{name}");
    }
    for absent in ["List-Unsubscribe", "List-Unsubscribe-Post", "Cc", "Bcc", "Reply-To"] {
        assert_eq!(header(&bytes, absent), None, "{absent}");
    }
}

#[test]
fn text_and_html_are_alternatives_and_read_back_whole() {
    let bytes = written(&message());
    let parsed = MessageParser::new().parse(&bytes).unwrap();
    assert!(header(&bytes, "Content-Type").unwrap().starts_with("multipart/alternative;"));
    assert_eq!((parsed.text_body_count(), parsed.html_body_count(), parsed.attachment_count()), (1, 1, 0));
    assert_eq!(parsed.body_text(0).unwrap().replace("\r\n", "\n"), format!("{}\n", message().text));
    assert_eq!(parsed.body_html(0).unwrap().replace("\r\n", "\n"), format!("{}\n", message().html));
}

#[test]
fn a_key_file_arrives_byte_for_byte_whatever_its_media_type() {
    for content_type in ["text/plain", "application/octet-stream"] {
        let key = Attachment { content_type: content_type.to_owned(), ..key_file() };
        let bytes = written(&Message { attachments: vec![key], ..message() });
        assert!(header(&bytes, "Content-Type").unwrap().starts_with("multipart/mixed;"));
        let parsed = MessageParser::new().parse(&bytes).unwrap();
        assert_eq!(
            (parsed.text_body_count(), parsed.html_body_count(), parsed.attachment_count()),
            (1, 1, 1)
        );
        let attachment = parsed.attachment(0).unwrap();
        assert_eq!(attachment.attachment_name(), Some("lic_1.key"));
        let read = attachment.content_type().unwrap();
        assert_eq!(format!("{}/{}", read.ctype(), read.subtype().unwrap()), content_type);
        assert_eq!(attachment.contents(), key_file().bytes);
    }
}

#[test]
fn a_large_attachment_and_a_long_line_keep_to_the_length_of_lines() {
    let content_type = "application/octet-stream".to_owned();
    let large = Attachment { content_type, bytes: (0..=255).cycle().take(100_000).collect(), ..key_file() };
    let text = "słowo ".repeat(5000) + &"x".repeat(5000);
    let long =
        Message { attachments: vec![large.clone()], text: text.clone(), html: text.clone(), ..message() };
    let bytes = written(&long);
    let parsed = MessageParser::new().parse(&bytes).unwrap();
    assert_eq!(parsed.body_text(0).unwrap().trim_end(), text);
    assert!(parsed.attachment(0).unwrap().contents() == large.bytes, "the bytes differ");
}

#[test]
fn the_same_message_gives_the_same_bytes() {
    let with_key = Message { attachments: vec![key_file()], ..message() };
    assert_eq!(with_key.to_bytes(), with_key.to_bytes());
    let first = std::thread::spawn(|| message().to_bytes()).join().unwrap();
    assert_eq!(first, message().to_bytes());
}

#[test]
fn a_text_that_holds_the_boundary_does_not_end_its_part() {
    let boundary = message().boundary("alternative");
    let text = format!("Hello\n--{boundary}--\nand more");
    let bytes = written(&Message { text: text.clone(), ..message() });
    let parsed = MessageParser::new().parse(&bytes).unwrap();
    assert_eq!(parsed.body_text(0).unwrap().replace("\r\n", "\n").trim_end(), text);
}

#[test]
fn what_names_and_subjects_hold_stays_in_their_header() {
    for hostile in [
        "a\r\nBcc: eve@evil.example",
        "a\nBcc: eve@evil.example",
        "a\rBcc: eve@evil.example",
        "a\r\n\r\n<b>body</b>",
        "a\0b\u{7f}\u{85}c\u{2028}Bcc: eve@evil.example",
        "\" <eve@evil.example>, \"",
        "eve@evil.example, ",
        "a\\\" <eve@evil.example>",
        "=?utf-8?Q?a=0D=0ABcc:_eve?= x",
        "\u{202e}gro.rodnev\u{202c}",
        "Ż\r\nBcc: ż",
        "   ",
        &"Żółw ".repeat(300),
    ] {
        let bytes = written(&Message {
            from: Mailbox::named(hostile, "licenses@vendor.example"),
            to: Mailbox::named(hostile, "anna@holder.example"),
            subject: hostile.to_owned(),
            attachments: vec![Attachment { file_name: hostile.to_owned(), ..key_file() }],
            ..message()
        });
        let parsed = MessageParser::new().parse(&bytes).unwrap();
        let people: Vec<_> = parsed.from().unwrap().iter().chain(parsed.to().unwrap().iter()).collect();
        let addresses: Vec<_> = people.iter().map(|one| one.address().unwrap()).collect();
        assert_eq!(addresses, ["licenses@vendor.example", "anna@holder.example"], "{hostile:?}");
        assert!(parsed.bcc().is_none(), "{hostile:?}");
        assert_eq!((parsed.text_body_count(), parsed.attachment_count()), (1, 1), "{hostile:?}");
        let shown = people.iter().filter_map(|one| one.name()).chain(parsed.subject());
        for words in shown {
            assert!(!words.contains(|c: char| c.is_control() || c == '\u{202e}'), "{words:?}");
        }
        let names: Vec<_> = parsed.headers().iter().map(|header| header.name().to_owned()).collect();
        assert!(!names.iter().any(|name| name.eq_ignore_ascii_case("bcc")), "{names:?}");
    }
}

#[test]
fn other_values_cannot_end_their_header_either() {
    let hostile = "x\r\nBcc: eve@evil.example\r\n\r\nbody";
    let bytes = written(&Message {
        message_id: format!("{hostile}@vendor.example"),
        language: hostile.to_owned(),
        kind: hostile.to_owned(),
        step: hostile.to_owned(),
        licenses: vec![hostile.to_owned()],
        list_unsubscribe: Some(format!("https://vendor.example/{hostile}>")),
        attachments: vec![Attachment { content_type: hostile.to_owned(), ..key_file() }],
        ..message()
    });
    let parsed = MessageParser::new().parse(&bytes).unwrap();
    assert!(parsed.bcc().is_none());
    assert_eq!(parsed.attachment(0).unwrap().contents(), key_file().bytes);
    assert_eq!(header(&bytes, "List-Unsubscribe").unwrap().matches(['<', '>']).count(), 2);
}

#[test]
fn what_is_no_address_names_nobody_else() {
    for hostile in ["a@b.example>, <eve@evil.example", "a@b.example\r\nBcc: eve@evil.example", "a b, c"] {
        let bytes = written(&Message { to: Mailbox::bare(hostile), ..message() });
        let parsed = MessageParser::new().parse(&bytes).unwrap();
        assert!(parsed.to().unwrap().iter().count() <= 1 && parsed.bcc().is_none(), "{hostile:?}");
        assert_ne!(parsed.to().unwrap().first().and_then(|to| to.address()), Some("eve@evil.example"));
    }
}

#[test]
fn a_domain_in_another_script_is_written_so_that_every_relay_carries_it() {
    let bytes = written(&Message { to: Mailbox::bare("jan@żółw.pl"), ..message() });
    assert!(bytes.is_ascii());
    assert_eq!(header(&bytes, "To").as_deref(), Some("<jan@xn--w-uga1v8h.pl>"));
    let bytes = written(&Message { to: Mailbox::bare("józef@żółw.pl"), ..message() });
    assert_eq!(header(&bytes, "To").as_deref(), Some("<józef@xn--w-uga1v8h.pl>"));
}

#[test]
fn empty_headers_are_left_out_and_many_licenses_fold() {
    let none = written(&Message { step: String::new(), licenses: Vec::new(), ..message() });
    assert_eq!(header(&none, "X-Tenure-Step"), None);
    assert_eq!(header(&none, "X-Tenure-License"), None);
    let licenses: Vec<_> = (0..400).map(|n| format!("lic_{n:026}")).collect();
    let many = written(&Message { licenses: licenses.clone(), ..message() });
    assert_eq!(header(&many, "X-Tenure-License").unwrap(), licenses.join(", "));
}

#[test]
fn an_offer_can_be_declined_with_one_click() {
    let url = format!("https://vendor.example/decline?token={}", "a1B2".repeat(60));
    let bytes = written(&Message { list_unsubscribe: Some(url.clone()), ..message() });
    assert_eq!(header(&bytes, "List-Unsubscribe").unwrap(), format!("<{url}>"));
    assert_eq!(header(&bytes, "List-Unsubscribe-Post").unwrap(), "List-Unsubscribe=One-Click");
    let parsed = MessageParser::new().parse(&bytes).unwrap();
    assert!(matches!(
        parsed.header("List-Unsubscribe"),
        Some(HeaderValue::Address(_) | HeaderValue::Text(_))
    ));
}

#[test]
fn an_ascii_message_looks_like_this() {
    let plain = Message {
        to: Mailbox::named("Anna", "anna@holder.example"),
        subject: "Your license".to_owned(),
        language: "en".to_owned(),
        text: "Hello".to_owned(),
        html: "<p>Hello</p>".to_owned(),
        attachments: vec![Attachment { bytes: b"key".to_vec(), ..key_file() }],
        ..message()
    };
    insta::assert_snapshot!(String::from_utf8(written(&plain)).unwrap().replace("\r\n", "\n"));
}
