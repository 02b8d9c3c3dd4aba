//! A copy into the other engine and back is the same, row for row.

use tenure_domain::{
    AddressChange, ChangeId, ErasureId, Event, EventId, Happening, Hold, LetterId, LicenseId, State,
    epoch::Epoch,
    erasure::{AskedBy, Erasure},
    hold::Cause,
};
use tenure_store::{
    Fault, Store, Tx, address_change, attempt, calendar, copy, db::Value, epoch, erasure, event, hold,
    kept_answer, letter, library, license, notice, pass, passkey, probe, report, session, sign_in,
    suppression, token, tries,
};
use tenure_testbed::engines::Place;

use crate::samples::{
    a_challenge, a_passkey, a_report, a_suppression, a_token, address, at, day, done, letter_of,
    license as a_license, place, populate, reminder, start, vault, visit, wish,
};
use crate::tries::LIMITS;

/// More than two pages of rows.
const MANY: u128 = 4500;

async fn open(place: &Place) -> Store {
    let store = Store::open(&place.url(), ".".as_ref()).await.unwrap();
    store.migrate(0).await.unwrap();
    store
}

/// The tables with the columns that tell their rows apart.
const TABLES: [(&str, &str); 27] = [
    ("holder", "id"),
    ("license", "id"),
    ("event", "id"),
    ("notice", "id"),
    ("wording", "digest"),
    ("letter", "id"),
    ("attempt", "notice, number"),
    ("pass", "id"),
    ("pass_under_way", "id"),
    ("step_in_force", "kind, segment, days"),
    ("tries", "scope, key"),
    ("sign_in", "token_hash"),
    ("session", "token_hash"),
    ("address_change", "id"),
    ("calendar", "holder"),
    ("token", "id"),
    ("kept_answer", "token, key"),
    ("feed", "id"),
    ("report", "letter, what"),
    ("suppression", "address_hash"),
    ("kept_page", "holder, page"),
    ("hold", "cause, since_at"),
    ("probe", "id"),
    ("epoch", "number"),
    ("erasure", "id"),
    ("passkey", "id"),
    ("passkey_challenge", "browser_hash"),
];

/// Every column of every row of every table.
async fn everything(store: &Store) -> Vec<(&'static str, Vec<Vec<Value>>)> {
    done(store, |tx| TABLES.iter().map(|(table, key)| Ok((*table, rows(tx, table, key)?))).collect()).await
}

fn rows(tx: &mut Tx, table: &str, key: &str) -> Result<Vec<Vec<Value>>, Fault> {
    tx.query(&format!("SELECT * FROM {table} ORDER BY {key}"), &[], |row| {
        let mut values = Vec::new();
        while let Ok(value) = row.value(values.len()) {
            values.push(value);
        }
        Ok(values)
    })
}

/// Something in every table, in one of them more than a page.
async fn fill(store: &Store) {
    let anna = populate(store, 5).await;
    done(store, |tx| {
        (6..MANY).try_for_each(|number| {
            license::insert(
                tx,
                &vault(),
                &tenure_domain::License { serial: serial(number), ..a_license(1).renumbered(number) },
                Some("digest"),
                start(),
            )
        })
    })
    .await;
    done(store, move |tx| {
        notice::insert(tx, &[reminder(1, 1), reminder(2, 2)], Some(anna.id), start())?;
        letter::save(tx, &vault(), &letter_of(&reminder(1, 1), anna.id))?;
        letter::save(tx, &vault(), &letter_of(&reminder(2, 2), anna.id))?;
        letter::travel(tx, LetterId::from_bits(1), &letter_of(&reminder(2, 2), anna.id))?;
        notice::end(
            tx,
            &reminder(1, 1),
            State::Held,
            "declined",
            Some((LetterId::from_bits(1), anna.id)),
            start(),
        )?;
        attempt::begin(tx, &reminder(2, 2), 1, start())?;
        attempt::begin(tx, &reminder(2, 2), 2, start())?;
        attempt::end(tx, &reminder(2, 2), 1, ("unknown", "gone, zażółć"), start())?;
        event::append(
            tx,
            &Event {
                id: EventId::from_bits(1),
                license: LicenseId::from_bits(1),
                happening: Happening::Issued,
                at: start(),
            },
            Some(anna.id),
        )?;
        pass::save(tx, pass::Pass { completed_at: start(), full_on: day("2026-12-01") })?;
        pass::begin(tx, start())?;
        pass::insert_steps(
            tx,
            &[(tenure_domain::Kind::RenewalReminder, tenure_domain::Segment::Home, -30, start())],
        )?;
        library::keep(tx, anna.id, "renewing", start())?;
        tries::fill(tx, &LIMITS, vec![tries::Bucket::overall()], start())?;
        sign_in::insert(tx, &wish("link", Some(anna.id)))?;
        sign_in::take(tx, "link", start())?;
        session::insert(tx, "visit", &visit(1, anna.id, at("2026-12-01T22:00:00Z")))?;
        let change = AddressChange::asked(
            ChangeId::from_bits(1),
            anna.id,
            address("anna@example.com"),
            address("ania@example.com"),
            start(),
        );
        address_change::insert(tx, &vault(), &change, "letter")?;
        address_change::confirm(tx, &vault(), change.id, &change.old, start())?;
        calendar::save(tx, anna.id, "calendar", start())?;
        report::insert(tx, LetterId::from_bits(1), &a_report(), start())?;
        suppression::suppress(tx, &vault(), &anna.address, &a_suppression(), start())?;
        event::place(tx)?;
        hold::insert(tx, &a_hold())?;
        epoch::begin(tx, 0, &an_epoch())?;
        probe::write(tx, start())?;
        erasure::insert(tx, &an_erasure())?;
        token::insert(tx, &a_token(), "hash")?;
        kept_answer::begin(tx, place(), "request", start())?;
        kept_answer::save(tx, &vault(), place(), b"answer")?;
        passkey::insert(tx, &vault(), &a_passkey(1, anna.id), b"credential")?;
        passkey::ask(tx, &vault(), "browser", &a_challenge(Some(anna.id)), start())
    })
    .await;
}

fn an_epoch() -> Epoch {
    Epoch { id: "a".to_owned(), place: "here".to_owned(), mark: 7, marked_at: start() }
}

fn an_erasure() -> Erasure {
    Erasure {
        id: ErasureId::from_bits(1),
        at: start(),
        asked_by: AskedBy::Operator,
        licenses: 2,
        swept_at: None,
    }
}

fn a_hold() -> Hold {
    Hold { cause: Cause::Operator, since: start(), by: "anna".to_owned(), why: "zażółć".to_owned() }
}

fn serial(number: u128) -> tenure_domain::Serial {
    format!("ABCD-EFGH-JKMN-{number:04}").parse().unwrap()
}

/// A license under another number.
trait Renumbered {
    fn renumbered(self, number: u128) -> Self;
}

impl Renumbered for tenure_domain::License {
    fn renumbered(self, number: u128) -> Self {
        Self { id: LicenseId::from_bits(number), ..self }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_to_postgresql_and_back_is_the_same_row_for_row() {
    let (from, over, back) = (Place::sqlite(), Place::postgres(), Place::sqlite());
    let (from, over, back) = (open(&from).await, open(&over).await, open(&back).await);
    fill(&from).await;
    let original = everything(&from).await;
    assert!(original.iter().all(|(table, rows)| !rows.is_empty() || panic!("nothing in {table}")));
    let copied = copy::copy(&from, &over).await.unwrap();
    let counts: Vec<(&str, u64)> = original.iter().map(|(table, rows)| (*table, rows.len() as u64)).collect();
    assert_eq!(copied, counts);
    assert_eq!(everything(&over).await, original);
    copy::copy(&over, &back).await.unwrap();
    assert_eq!(everything(&back).await, original);
    let found = done(&back, |tx| license::find_by_serial(tx, &vault(), &serial(4321))).await.unwrap();
    assert_eq!(found.id.bits(), 4321);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_table_of_the_schema_is_copied() {
    let place = Place::sqlite();
    let store = open(&place).await;
    let tables = done(&store, |tx| {
        tx.query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'migration' ORDER BY name", &[], |row| row.text(0))
    });
    let mut copied: Vec<&str> = TABLES.iter().map(|(table, _)| *table).collect();
    copied.sort_unstable();
    assert_eq!(tables.await, copied);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_that_breaks_leaves_nothing_behind() {
    let (from, into) = (Place::sqlite(), Place::postgres());
    let (from, into) = (open(&from).await, open(&into).await);
    fill(&from).await;
    assert!(done(&into, copy::is_empty).await);
    // The last license is there already: the copy breaks after the holders and most licenses.
    let last = tenure_domain::License { serial: serial(MANY - 1), ..a_license(1).renumbered(MANY - 1) };
    done(&into, move |tx| license::insert(tx, &vault(), &last, None, start())).await;
    assert!(!done(&into, copy::is_empty).await);
    assert!(copy::copy(&from, &into).await.is_err());
    let counts: Vec<usize> = everything(&into).await.iter().map(|(_, rows)| rows.len()).collect();
    let only_the_license: Vec<usize> =
        TABLES.iter().map(|(table, _)| usize::from(*table == "license")).collect();
    assert_eq!(counts, only_the_license);
}
