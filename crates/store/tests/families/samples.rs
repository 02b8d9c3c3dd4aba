//! What the tests write: small wholes that differ where a test needs it.

use jiff::{Timestamp, civil::Date};
use tenure_domain::{
    Address, Holder, HolderId, Key, Kind, LetterId, License, LicenseId, Notice, NoticeId, Offer, PasskeyId,
    Profile, Segment, SessionId, State, Step, Term, TokenId,
    report::{Report, What},
    token::{Scope, Token},
};
use tenure_store::{
    Fault, Store, Tx, Vault, holder,
    kept_answer::Place,
    letter::Letter,
    license,
    passkey::{Challenge, Passkey},
    session::Session,
    sign_in::Wish,
    suppression::Suppression,
};

/// The vault of all tests.
pub(crate) fn vault() -> Vault {
    Vault::new([1; 32], [2; 32])
}

pub(crate) fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The instant at which the tests begin.
pub(crate) fn start() -> Timestamp {
    at("2026-12-01T10:00:00Z")
}

pub(crate) fn address(text: &str) -> Address {
    text.parse().unwrap()
}

/// A holder with the number and the address.
pub(crate) fn someone(number: u128, email: &str) -> Holder {
    Holder::new(HolderId::from_bits(number), address(email), Profile::default())
}

/// A wish to sign in by the link `token`, asked for at the start and good for ten minutes.
pub(crate) fn wish(token: &str, holder: Option<HolderId>) -> Wish {
    Wish {
        token_hash: token.to_owned(),
        browser_hash: "browser".to_owned(),
        code_hash: format!("code of {token}"),
        holder,
        wanted: "/my/licenses".to_owned(),
        wrong_codes: 0,
        asked_at: start(),
        expires_at: at("2026-12-01T10:10:00Z"),
    }
}

/// A visit with the number that began at the start.
pub(crate) fn visit(number: u128, holder: HolderId, expires_at: Timestamp) -> Session {
    Session {
        id: SessionId::from_bits(number),
        holder,
        begun_at: start(),
        seen_at: start(),
        expires_at,
        browser: "Firefox".to_owned(),
        platform: String::new(),
    }
}

/// A passkey with the number, added at the start and never used.
pub(crate) fn a_passkey(number: u128, holder: HolderId) -> Passkey {
    Passkey {
        id: PasskeyId::from_bits(number),
        holder,
        credential: format!("{{\"counter\":{number}}}"),
        name: "Telefon Żanety".to_owned(),
        made_at: start(),
        used_at: None,
    }
}

/// A challenge to somebody who adds a passkey, or to nobody known.
pub(crate) fn a_challenge(holder: Option<HolderId>) -> Challenge {
    Challenge { holder, state: "{\"challenge\":1}".to_owned() }
}

/// A license with the number, registered and without a holder; its serial number ends in the number.
pub(crate) fn license(number: u128) -> License {
    License {
        id: LicenseId::from_bits(number),
        external_id: None,
        serial: format!("ABCD-EFGH-JKMN-{number:04}").parse().unwrap(),
        product: "antivirus".to_owned(),
        segment: Segment::Home,
        devices: 1,
        months: 12,
        offer: Offer::New,
        holder: None,
        issued_on: None,
        term: Some(Term {
            number: 1,
            registered_on: day("2026-01-01"),
            expires_on: day("2026-12-31"),
            known_at: at("2026-01-01T09:00:00Z"),
        }),
        block: None,
        previous: None,
        replacements: 0,
        deleted_at: None,
    }
}

/// The reminder of a license 30 days before expiry, due at the start.
pub(crate) fn reminder(number: u128, license: u128) -> Notice {
    Notice {
        id: NoticeId::from_bits(number),
        key: Key {
            license: LicenseId::from_bits(license),
            term: 1,
            kind: Kind::RenewalReminder,
            step: Step::Days(-30),
            occasion: String::new(),
        },
        due_on: day("2026-12-01"),
        due_at: start(),
        limit_at: Some(at("2026-12-31T10:00:00Z")),
        state: State::Due,
        reason: String::new(),
        wake_at: Some(start()),
        attempts: 0,
        patience: tenure_domain::Patience::default(),
        first_claimed_at: None,
        ended_at: None,
    }
}

/// The letter of a notice.
pub(crate) fn letter_of(notice: &Notice, holder: HolderId) -> Letter {
    Letter {
        id: LetterId::from_bits(notice.id.bits()),
        holder,
        license: notice.key.license,
        kind: notice.key.kind,
        step: notice.key.step.to_string(),
        due_on: notice.due_on,
        language: "pl".to_owned(),
        address: "anna@example.com".to_owned(),
        facts: "{\"name\":\"Anna Secretive\"}".to_owned(),
        wording: "digest-1".to_owned(),
        body: "subject: Zażółć\n---\ngęślą jaźń".to_owned(),
        layout: None,
        bytes_digest: "bytes-1".to_owned(),
        message_id: "mid-1@vendor.example".to_owned(),
        subject: Some("Licencja Anny wygasa".to_owned()),
        written_at: start(),
        read_at: None,
        travels_in: None,
    }
}

/// Does a unit of work that must succeed.
pub(crate) async fn done<T: Send + 'static>(
    store: &Store,
    unit: impl Fn(&mut Tx) -> Result<T, Fault> + Send + 'static,
) -> T {
    store.write(unit).await.unwrap()
}

/// Writes a holder and so many licenses of that holder, counted from 1.
pub(crate) async fn populate(store: &Store, licenses: u128) -> Holder {
    let anna = someone(1, "anna@example.com");
    let given = anna.clone();
    done(store, move |tx| {
        holder::insert(tx, &vault(), &given, start())?;
        for number in 1..=licenses {
            let license = License { holder: Some(given.id), ..license(number) };
            license::insert(tx, &vault(), &license, None, start())?;
        }
        Ok(())
    })
    .await;
    anna
}

/// A token with two scopes that ends after an hour.
pub(crate) fn a_token() -> Token {
    Token {
        id: TokenId::from_bits(1),
        name: "Web shop".to_owned(),
        scopes: [Scope::LicensesWrite, Scope::EventsRead].into(),
        created_at: start(),
        expires_at: Some(at("2026-12-01T11:00:00Z")),
        revoked_at: None,
    }
}

/// Where an answer is kept.
pub(crate) fn place() -> Place<'static> {
    Place { token: TokenId::from_bits(1), key: "order-7" }
}

/// A report that an address takes no mail.
pub(crate) fn a_report() -> Report {
    Report { what: What::NoAddress, status: "5.1.1".to_owned(), words: "550 5.1.1 nie ma".to_owned() }
}

/// What it leads to.
pub(crate) fn a_suppression() -> Suppression {
    Suppression { since_at: start(), why: "550 5.1.1 nie ma".to_owned(), letter: LetterId::from_bits(1) }
}
