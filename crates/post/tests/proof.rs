//! Letters are read back by two parsers that know nothing of the writer, and their signatures are verified by dkimpy.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{fs, path::Path, process::Command};

use aws_lc_rs::{
    encoding::{AsDer as _, Pkcs8V1Der},
    rsa::{KeyPair, KeySize},
};
use mail_parser::{MessageParser, MimeHeaders as _};
use serde_json::json;
use tenure_domain::Kind;
use tenure_post::{
    dkim::Signer,
    letter::{Facts, Wordings, Words, render, samples},
    mime::{Attachment, Mailbox, Message},
};

/// Names that try to get out of where they stand.
fn hostile() -> Vec<String> {
    let names = [
        "Jan\r\nBcc: victim@example.com\r\n\r\nBody",
        "\u{202e}moc.live\u{2066}\u{200f} Jan",
        "👩‍👩‍👧‍👦 Żółć 🎉",
        "<script>alert(1)</script>\" <other@evil.example>, \"x",
        "{{ serial_full }} {% for a in b %}",
        "=?utf-8?q?=0d=0aBcc:_x@evil.example?=",
        "株式会社ノースライト、東京都千代田区丸の内一丁目",
    ];
    names.map(ToOwned::to_owned).into_iter().chain(["ż".repeat(10_000), "abc ".repeat(2_500)]).collect()
}

fn message(facts: &Facts, words: &Words, to: &str) -> Message {
    let attached = facts.key_file.iter().map(|file| Attachment {
        file_name: file.file_name.clone(),
        content_type: "application/octet-stream".to_owned(),
        bytes: file.content.clone().into_bytes(),
    });
    Message {
        from: Mailbox::named("Nórthlight", "licenses@vendor.example"),
        to: facts.holder_name.as_ref().map_or_else(|| Mailbox::bare(to), |name| Mailbox::named(name, to)),
        subject: words.subject.clone(),
        message_id: "k7wq2m4n5p@vendor.example".to_owned(),
        date: "2026-11-22T10:00:00+01:00[Europe/Warsaw]".parse().unwrap(),
        language: words.language.clone(),
        kind: facts.kind.to_string(),
        step: facts.step.clone(),
        licenses: vec![facts.license.clone()],
        list_unsubscribe: facts.links.decline.clone(),
        attachments: attached.collect(),
        text: words.text.clone(),
        html: words.html.clone(),
    }
}

fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").trim_end().to_owned()
}

/// The subject as it arrives: what looks like an encoded word is taken apart.
fn subject(message: &Message) -> String {
    message.subject.replace("=?", "= ?")
}

/// The first reader. A letter by SMTPUTF8 may have its address in another script.
fn read(bytes: &[u8], message: &Message) {
    let parsed = MessageParser::new().parse(bytes).unwrap();
    assert_eq!(parsed.subject().unwrap(), subject(message));
    let to: Vec<_> = parsed.to().unwrap().iter().map(|to| to.address().unwrap().to_owned()).collect();
    assert_eq!(to, [message.to.address.as_str()]);
    assert_eq!(plain(&parsed.body_text(0).unwrap()), plain(&message.text));
    assert_eq!(plain(&parsed.body_html(0).unwrap()), plain(&message.html));
    let files: Vec<_> = parsed.attachments().map(|file| file.attachment_name().unwrap().to_owned()).collect();
    assert_eq!(files, message.attachments.iter().map(|file| file.file_name.clone()).collect::<Vec<_>>());
    assert_eq!(parsed.header_raw("List-Unsubscribe-Post").is_some(), message.list_unsubscribe.is_some());
}

/// Writes a letter and what it should say for the second reader.
fn keep(folder: &Path, number: usize, bytes: &[u8], message: &Message) {
    let file = message.attachments.first();
    let expected = json!({
        "subject": subject(message), "to": message.to.address, "language": message.language,
        "plain": message.text, "html": message.html,
        "file_name": file.map(|file| file.file_name.clone()),
        "file": file.map(|file| String::from_utf8(file.bytes.clone()).unwrap()),
    });
    fs::write(folder.join(format!("{number}.eml")), bytes).unwrap();
    fs::write(folder.join(format!("{number}.json")), expected.to_string()).unwrap();
}

fn signer() -> Signer {
    let key = KeyPair::generate(KeySize::Rsa2048).unwrap();
    let key: Pkcs8V1Der<'_> = key.as_der().unwrap();
    let signer = Signer::new("vendor.example").with_rsa("tenure-rsa", key.as_ref()).unwrap();
    signer.with_ed25519("tenure-ed25519", &[7; 32]).unwrap()
}

/// Every letter in every language, and the first of each kind to every hostile name.
fn letters() -> Vec<Message> {
    let wordings = Wordings::embedded().unwrap();
    let mut letters = Vec::new();
    for wording in wordings.iter() {
        let Some(kind) = wording.kind else { continue };
        for (_, facts) in samples(kind) {
            letters.push(message(&facts, &render(&facts, wording).unwrap(), "anna@holder.example"));
        }
    }
    for (kind, name) in Kind::ALL.iter().flat_map(|kind| hostile().into_iter().map(move |name| (*kind, name)))
    {
        let (_, facts) = samples(kind).remove(0);
        let facts = Facts { product: name.clone(), holder_name: Some(name), ..facts };
        let words = render(&facts, wordings.find(kind, "pl").unwrap()).unwrap();
        letters.push(message(&facts, &words, "anna@xn--bcher-kva.example"));
    }
    letters
}

#[test]
fn two_parsers_read_every_letter_and_its_signatures_verify() {
    let (signer, at) = (signer(), "2026-11-22T09:00:00Z".parse().unwrap());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("proof");
    let _nothing_left_over = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let letters = letters();
    for (number, message) in letters.iter().enumerate() {
        let bytes = signer.sign(&message.to_bytes(), at);
        read(&bytes, message);
        keep(&folder, number, &bytes, message);
    }
    let records: serde_json::Map<_, _> =
        signer.records().into_iter().map(|record| (record.name, record.text.into())).collect();
    fs::write(folder.join("records.json"), serde_json::Value::from(records).to_string()).unwrap();
    let python = std::env::var("TENURE_TEST_PYTHON").unwrap_or_else(|_| "/usr/bin/python3".to_owned());
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/proof/read.py");
    let answer = Command::new(&python).arg(script).arg(&folder).output().unwrap();
    let errors = String::from_utf8_lossy(&answer.stderr);
    assert!(
        answer.status.success(),
        "{errors}\nThis test needs Python with dkimpy: apt-get install python3-dkim python3-nacl, or name another by \
         TENURE_TEST_PYTHON"
    );
    assert_eq!(String::from_utf8_lossy(&answer.stdout).trim(), letters.len().to_string());
    fs::remove_dir_all(&folder).unwrap();
}
