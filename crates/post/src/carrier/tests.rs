//! The carriers that need no relay.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{fs, path::PathBuf};

use super::*;

/// A folder of its own for each test, removed at its end.
struct Base(PathBuf);

impl Base {
    fn new(test: &str) -> Self {
        Self(std::env::temp_dir().join(format!("tenure-{test}-{}", std::process::id())))
    }

    fn carrier(&self, url: &str) -> Carrier {
        Carrier::from_url(url, &Setup::new(&self.0)).unwrap()
    }

    /// The files of the out-box, by name.
    fn files(&self) -> Vec<(String, Vec<u8>)> {
        let entries = fs::read_dir(self.0.join("out box")).unwrap().map(Result::unwrap);
        let mut files: Vec<_> = entries
            .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
            .collect();
        files.sort();
        files
    }
}

impl Drop for Base {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn parcel(at: &str, attempt: u32, words: &str) -> Parcel {
    Parcel {
        from: "post@vendor.example".to_owned(),
        to: "anna@holder.example".to_owned(),
        bytes: words.as_bytes().into(),
        name: "ltr_1".to_owned(),
        attempt,
        at: at.parse().unwrap(),
    }
}

/// Whose letter must not go.
struct Never;

impl Courier for Never {
    async fn may_go(&self) -> bool {
        false
    }
}

async fn carry(carrier: &Carrier, parcel: &Parcel) -> Outcome {
    match carrier.carry(parcel, None, &Anyway).await.0 {
        Carried::Outcome(outcome) => outcome,
        Carried::Withdrawn => panic!("nobody withdrew it"),
    }
}

#[tokio::test]
async fn a_folder_keeps_a_file_for_each_attempt_in_the_order_of_time() {
    let base = Base::new("folder");
    let carrier = base.carrier("folder:out box");
    for (at, attempt) in
        [("2026-12-02T09:00:00Z", 2), ("2026-12-01T09:00:00.5Z", 1), ("2026-12-01T09:00:00Z", 1)]
    {
        let outcome = carry(&carrier, &parcel(at, attempt, at)).await;
        assert!(matches!(&outcome, Outcome::Accepted { reply } if reply.contains("_attempt")), "{outcome:?}");
    }
    let files = base.files();
    let expected = [
        ("20261201T090000.000000Z_ltr_1_attempt1.eml", "2026-12-01T09:00:00Z"),
        ("20261201T090000.500000Z_ltr_1_attempt1.eml", "2026-12-01T09:00:00.5Z"),
        ("20261202T090000.000000Z_ltr_1_attempt2.eml", "2026-12-02T09:00:00Z"),
    ];
    assert_eq!(files, expected.map(|(name, words)| (name.to_owned(), words.as_bytes().to_vec())));
}

#[tokio::test]
async fn a_repeat_never_overwrites_what_a_folder_holds() {
    let base = Base::new("repeat");
    let carrier = base.carrier("folder:out box");
    for words in ["one", "two", "three"] {
        carry(&carrier, &parcel("2026-12-01T09:00:00Z", 1, words)).await;
    }
    let words: Vec<_> =
        base.files().into_iter().map(|(_, bytes)| String::from_utf8(bytes).unwrap()).collect();
    assert_eq!(words.len(), 3);
    assert!(["one", "two", "three"].iter().all(|word| words.contains(&(*word).to_owned())), "{words:?}");
}

#[tokio::test]
async fn the_name_of_a_letter_cannot_leave_the_folder() {
    let base = Base::new("leave");
    let hostile = Parcel { name: "../../etc/ltr\0_1".to_owned(), ..parcel("2026-12-01T09:00:00Z", 1, "x") };
    carry(&base.carrier("folder:out box"), &hostile).await;
    assert_eq!(base.files()[0].0, "20261201T090000.000000Z_etcltr_1_attempt1.eml");
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_our_own_affair() {
    let base = Base::new("unwritable");
    fs::create_dir_all(&base.0).unwrap();
    fs::write(base.0.join("file"), "a file where the folder should be").unwrap();
    let carrier = base.carrier("folder:file");
    let outcome = carry(&carrier, &parcel("2026-12-01T09:00:00Z", 1, "x")).await;
    assert!(matches!(outcome, Outcome::Later { delay: Delay::OurSetup, .. }), "{outcome:?}");
    assert!(carrier.check().await.unwrap_err().contains("cannot write"));
    assert!(base.carrier("folder:out box").check().await.is_ok());
    assert!(base.files().is_empty(), "a check leaves nothing behind");
}

#[tokio::test]
async fn memory_keeps_what_it_was_given() {
    let carrier = Base::new("memory").carrier("memory:");
    let given = parcel("2026-12-01T09:00:00Z", 1, "x");
    assert_eq!(carry(&carrier, &given).await.code(), "accepted");
    assert_eq!(carrier.carry(&given, None, &Never).await.0, Carried::Withdrawn);
    let Carrier::Memory(memory) = &carrier else { panic!("{carrier:?}") };
    assert_eq!(memory.parcels(), [given]);
}

#[tokio::test]
async fn a_letter_withdrawn_from_a_folder_leaves_no_file() {
    let base = Base::new("withdrawn");
    let carrier = base.carrier("folder:out box");
    let given = parcel("2026-12-01T09:00:00Z", 1, "x");
    assert_eq!(carrier.carry(&given, None, &Never).await.0, Carried::Withdrawn);
    assert!(!base.0.exists());
}

#[test]
fn only_what_stays_on_this_machine_is_local() {
    let base = Base::new("local");
    for local in ["folder:out", "memory:", "smtp://localhost:1025", "smtps://127.0.0.1"] {
        assert!(base.carrier(local).is_local(), "{local}");
    }
    for far in ["smtp://relay.example", "smtps://192.168.0.1"] {
        assert!(!base.carrier(far).is_local(), "{far}");
    }
}
