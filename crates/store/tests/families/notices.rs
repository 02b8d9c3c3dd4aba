//! Notices: each exists once, each is claimed by one courier, and a late answer changes nothing.

use std::sync::{Arc, Mutex, mpsc};

use jiff::{SignedDuration, Timestamp};
use tenure_domain::{
    HolderId, Key, Kind, Lane, LetterId, LicenseId, Notice, NoticeId, Patience, State, Step, retry::Settled,
};
use tenure_store::{
    Engine, Store, attempt,
    db::Grip,
    holder, letter,
    notice::{self, Filter},
};
use tenure_testbed::{on_both_engines, patience::PATIENCE};

use crate::samples::{at, day, done, letter_of, populate, reminder, someone, start, vault};

/// Writes notices to the holder of all licenses.
async fn write(store: &Store, notices: Vec<Notice>) -> u64 {
    done(store, move |tx| notice::insert(tx, &notices, Some(HolderId::from_bits(1)), start())).await
}

/// Writes the reminders of so many licenses, each to a holder of its own.
async fn write_to_many(store: &Store, count: u128) {
    done(store, move |tx| {
        for number in 1..=count {
            let holder = someone(100 + number, &format!("holder-{number}@example.com"));
            holder::insert(tx, &vault(), &holder, start())?;
            notice::insert(tx, &[reminder(number, number)], Some(holder.id), start())?;
        }
        Ok(())
    })
    .await;
}

async fn found(store: &Store, id: u128) -> Notice {
    done(store, move |tx| notice::find(tx, &vault(), NoticeId::from_bits(id))).await.unwrap().notice
}

async fn claim(store: &Store, now: Timestamp, limit: u32) -> Vec<u128> {
    done(store, move |tx| {
        Ok(notice::claim(tx, Grip::Hold, Lane::Dated, now, limit)?
            .iter()
            .map(|claimed| claimed.notice.id.bits())
            .collect())
    })
    .await
}

/// The notice's courier begins to speak at the start, for an hour.
async fn begin(store: &Store, of: &Notice) {
    let of = of.clone();
    done(store, move |tx| {
        let holder = HolderId::from_bits(1);
        notice::begin(
            tx,
            &of,
            LetterId::from_bits(of.id.bits()),
            holder,
            start(),
            start() + SignedDuration::from_hours(1),
        )
    })
    .await;
}

fn settled(state: State, reason: &str, wake_at: Option<Timestamp>) -> Settled {
    Settled { state, reason: reason.to_owned(), wake_at, patience: Patience::default() }
}

async fn settle(store: &Store, of: &Notice, attempt: u32, settled: Settled) -> bool {
    let of = of.clone();
    done(store, move |tx| notice::settle(tx, &of, attempt, &settled, start())).await
}

async fn listed(store: &Store, filter: Filter) -> Vec<u128> {
    done(store, move |tx| {
        let mut ids = Vec::new();
        notice::for_each(tx, &vault(), filter, |listed| {
            ids.push(listed.notice.id.bits());
            Ok::<_, tenure_store::Fault>(())
        })?;
        Ok(ids)
    })
    .await
}

on_both_engines! {
    async fn a_notice_comes_back_as_it_was_written(store: Store) {
        populate(&store, 1).await;
        let ended = Notice {
            key: Key { step: Step::AtOnce, kind: Kind::KeyFile, occasion: "evt_1".to_owned(), ..reminder(2, 1).key },
            state: State::Late, reason: "limit_passed".to_owned(), wake_at: None, limit_at: None, ended_at: Some(at("2026-12-01T10:00:00.000001Z")),
            ..reminder(2, 1)
        };
        assert_eq!(write(&store, vec![reminder(1, 1), ended.clone()]).await, 2);
        assert_eq!((found(&store, 1).await, found(&store, 2).await), (reminder(1, 1), ended));
    }

    async fn the_same_key_twice_is_one_notice(store: Store) {
        populate(&store, 1).await;
        assert_eq!(write(&store, vec![reminder(1, 1), reminder(2, 1)]).await, 1);
        assert_eq!(write(&store, vec![reminder(3, 1)]).await, 0);
        assert_eq!(listed(&store, Filter::default()).await, [1]);
    }

    async fn every_part_of_the_key_makes_another_notice(store: Store) {
        populate(&store, 2).await;
        let key = reminder(1, 1).key;
        let others = [
            key.clone(), Key { license: LicenseId::from_bits(2), ..key.clone() }, Key { term: 2, ..key.clone() }, Key { kind: Kind::LicenseBlocked, ..key.clone() },
            Key { step: Step::Days(0), ..key.clone() }, Key { occasion: "evt_1".to_owned(), ..key },
        ];
        let notices: Vec<Notice> = (1..).zip(others).map(|(number, key)| Notice { key, ..reminder(number, 1) }).collect();
        assert_eq!(write(&store, notices.clone()).await, 6);
        let again: Vec<Notice> = notices.into_iter().map(|notice| Notice { id: NoticeId::from_bits(notice.id.bits() + 100), ..notice }).collect();
        assert_eq!(write(&store, again).await, 0);
    }

    async fn two_planners_at_the_same_time_write_each_notice_once(store: Store) {
        populate(&store, 100).await;
        let plan = |first: u128| {
            let store = store.clone();
            tokio::spawn(async move { write(&store, (1..=100).map(|number| reminder(first + number, number)).collect()).await })
        };
        let (one, other) = tokio::join!(plan(0), plan(1000));
        assert_eq!(one.unwrap() + other.unwrap(), 100);
        assert_eq!(listed(&store, Filter::default()).await.len(), 100);
    }

    async fn what_is_due_first_is_claimed_first_and_no_more_than_asked_for(store: Store) {
        populate(&store, 4).await;
        let due = |number, minutes| { let due_at = start() + SignedDuration::from_mins(minutes); Notice { due_at, wake_at: Some(due_at), ..reminder(number, number) } };
        write(&store, vec![due(1, 20), due(2, 0), due(3, 10), due(4, 30)]).await;
        let now = start() + SignedDuration::from_mins(20);
        assert_eq!(claim(&store, now, 10).await, [2, 3, 1]);
        assert_eq!(claim(&store, now, 2).await, [2, 3]);
        assert_eq!(claim(&store, start() - SignedDuration::from_millis(1), 10).await, Vec::<u128>::new());
        assert_eq!(done(&store, notice::find_next_wake).await, Some(start()));
    }

    async fn two_claimers_at_the_same_time_never_get_the_same_notice(store: Store) {
        populate(&store, 20).await;
        write_to_many(&store, 20).await;
        let (holding, other) = two_claimers(&store, 12).await;
        let mut all: Vec<u128> = holding.iter().chain(&other).copied().collect();
        all.sort_unstable();
        assert_eq!(holding.len(), 12);
        assert_eq!(all, (1..=20).collect::<Vec<_>>());
    }

    async fn one_claimer_at_a_time_writes_to_a_holder(store: Store) {
        populate(&store, 20).await;
        write(&store, (1..=20).map(|number| reminder(number, number)).collect()).await;
        let (holding, other) = two_claimers(&store, 12).await;
        assert_eq!(holding, (1..=12).collect::<Vec<_>>());
        // SQLite has one writer: the second one comes when the first is done.
        let rest: Vec<u128> = if store.engine() == Engine::Sqlite { (13..=20).collect() } else { Vec::new() };
        assert_eq!(other, rest);
        assert_eq!(claim(&store, start(), 100).await, (13..=20).collect::<Vec<_>>());
    }

    async fn what_nobody_holds_is_claimed_too(store: Store) {
        populate(&store, 2).await;
        done(&store, move |tx| notice::insert(tx, &[reminder(1, 1)], None, start())).await;
        write(&store, vec![reminder(2, 2)]).await;
        assert_eq!(claim(&store, start(), 1).await, [2]);
        assert_eq!(claim(&store, start(), 10).await, [2, 1]);
    }

    async fn a_claimed_notice_rests_until_its_lease_ends(store: Store) {
        populate(&store, 1).await;
        write(&store, vec![reminder(1, 1)]).await;
        begin(&store, &reminder(1, 1)).await;
        let lease_until = start() + SignedDuration::from_hours(1);
        assert_eq!(claim(&store, lease_until - SignedDuration::from_millis(1), 10).await, Vec::<u128>::new());
        assert_eq!(claim(&store, lease_until, 10).await, [1]);
        let sending = found(&store, 1).await;
        assert_eq!((sending.state, sending.attempts, sending.first_claimed_at), (State::Sending, 1, Some(start())));
    }

    async fn an_outcome_is_written_once_and_only_by_the_attempt_it_belongs_to(store: Store) {
        populate(&store, 1).await;
        let notice = reminder(1, 1);
        write(&store, vec![notice.clone()]).await;
        begin(&store, &notice).await;
        begin(&store, &notice).await;
        assert!(!settle(&store, &notice, 1, settled(State::Failed, "a late answer", None)).await);
        assert_eq!(found(&store, 1).await.state, State::Sending);
        assert!(settle(&store, &notice, 2, settled(State::Accepted, "250 OK", None)).await);
        assert!(!settle(&store, &notice, 2, settled(State::Failed, "again", None)).await);
        let ended = found(&store, 1).await;
        assert_eq!((ended.state, ended.reason.as_str(), ended.wake_at, ended.ended_at), (State::Accepted, "250 OK", None, Some(start())));
        assert_eq!(claim(&store, at("2030-01-01T00:00:00Z"), 10).await, Vec::<u128>::new());
    }

    async fn a_notice_put_off_is_open_and_wakes_at_its_time(store: Store) {
        populate(&store, 1).await;
        let (notice, later) = (reminder(1, 1), start() + SignedDuration::from_mins(5));
        write(&store, vec![notice.clone()]).await;
        begin(&store, &notice).await;
        assert!(settle(&store, &notice, 1, settled(State::Due, "", Some(later))).await);
        let waiting = found(&store, 1).await;
        assert_eq!((waiting.state, waiting.wake_at, waiting.ended_at), (State::Due, Some(later), None));
        assert_eq!(claim(&store, later, 10).await, [1]);
    }

    async fn each_lane_is_claimed_by_itself(store: Store) {
        populate(&store, 3).await;
        let of = |number: u128, kind| Notice { key: Key { kind, step: Step::AtOnce, ..reminder(number, number).key }, ..reminder(number, number) };
        write(&store, vec![reminder(1, 1), of(2, Kind::KeyFile), of(3, Kind::MobileOffer)]).await;
        for (lane, number) in [(Lane::Dated, 1), (Lane::Urgent, 2), (Lane::Prompt, 3)] {
            let claimed = done(&store, move |tx| notice::claim(tx, Grip::Hold, lane, start(), 10)).await;
            assert_eq!(claimed.iter().map(|claimed| claimed.notice.id.bits()).collect::<Vec<_>>(), [number], "{lane:?}");
        }
    }

    async fn what_the_recipients_side_refused_is_remembered(store: Store) {
        populate(&store, 1).await;
        write(&store, vec![reminder(1, 1)]).await;
        begin(&store, &reminder(1, 1)).await;
        let patience = Patience { refusals: 3, since_at: Some(start()) };
        settle(&store, &reminder(1, 1), 1, Settled { patience, ..settled(State::Due, "", Some(start())) }).await;
        assert_eq!(found(&store, 1).await.patience, patience);
    }

    async fn a_claim_given_back_stands_where_it_stood_and_its_courier_has_no_more_say(store: Store) {
        populate(&store, 2).await;
        let (due, lost) = (reminder(1, 1), Notice { state: State::Unknown, ..reminder(2, 2) });
        write(&store, vec![due.clone(), lost.clone()]).await;
        for (notice, state) in [(due, State::Due), (lost, State::Unknown)] {
            begin(&store, &notice).await;
            let given = notice.clone();
            assert!(done(&store, move |tx| notice::give_back(tx, &given, 1, start())).await);
            let back = found(&store, notice.id.bits()).await;
            assert_eq!((back.state, back.wake_at, back.attempts), (state, Some(start()), 1));
            assert!(!settle(&store, &notice, 1, settled(State::Accepted, "250 OK", None)).await);
            let late = notice.clone();
            assert!(!done(&store, move |tx| notice::give_back(tx, &late, 1, start())).await);
        }
    }

    async fn after_a_crash_what_was_being_sent_is_in_the_unknown(store: Store) {
        populate(&store, 3).await;
        write(&store, (1..=3).map(|number| reminder(number, number)).collect()).await;
        begin(&store, &reminder(1, 1)).await;
        begin(&store, &reminder(2, 2)).await;
        settle(&store, &reminder(2, 2), 1, settled(State::Accepted, "250 OK", None)).await;
        let now = start() + SignedDuration::from_mins(1);
        assert_eq!(done(&store, move |tx| notice::recover(tx, now)).await, 1);
        let recovered = found(&store, 1).await;
        assert_eq!((recovered.state, recovered.wake_at), (State::Unknown, Some(now)));
        assert_eq!((found(&store, 2).await.state, found(&store, 3).await.state), (State::Accepted, State::Due));
        assert!(!settle(&store, &reminder(1, 1), 1, settled(State::Accepted, "250 OK", None)).await);
    }

    async fn a_renewal_finds_what_waits_and_ends_it(store: Store) {
        populate(&store, 2).await;
        let zero = Notice { key: Key { step: Step::Days(0), ..reminder(2, 1).key }, ..reminder(2, 1) };
        write(&store, vec![reminder(1, 1), zero.clone(), reminder(3, 2)]).await;
        begin(&store, &zero).await;
        let waiting = done(&store, |tx| notice::lock_waiting(tx, LicenseId::from_bits(1))).await;
        assert_eq!(waiting.iter().map(|notice| notice.id.bits()).collect::<Vec<_>>(), [1]);
        done(&store, move |tx| notice::end(tx, &waiting[0], State::Canceled, "renewed", None, start())).await;
        let ended = found(&store, 1).await;
        assert_eq!((ended.state, ended.reason.as_str(), ended.wake_at, ended.ended_at), (State::Canceled, "renewed", None, Some(start())));
    }

    async fn a_list_shows_what_the_filter_names_and_what_stands_beside_it(store: Store) {
        let anna = populate(&store, 2).await;
        let key_file = Notice { key: Key { kind: Kind::KeyFile, step: Step::AtOnce, occasion: "evt_1".to_owned(), ..reminder(2, 1).key }, due_on: day("2026-12-02"), due_at: at("2026-12-02T10:00:00Z"), ..reminder(2, 1) };
        write(&store, vec![reminder(1, 1), key_file, Notice { state: State::Late, wake_at: None, ..reminder(3, 2) }]).await;
        let by = |filter| listed(&store, filter);
        assert_eq!(by(Filter::default()).await, [1, 3, 2]);
        assert_eq!(by(Filter { license: Some(LicenseId::from_bits(1)), ..Filter::default() }).await, [1, 2]);
        assert_eq!(by(Filter { kind: Some(Kind::KeyFile), ..Filter::default() }).await, [2]);
        assert_eq!(by(Filter { state: Some(State::Late), ..Filter::default() }).await, [3]);
        assert_eq!(by(Filter { due_on: Some(day("2026-12-02")), ..Filter::default() }).await, [2]);
        assert_eq!(by(Filter { state: Some(State::Late), kind: Some(Kind::KeyFile), ..Filter::default() }).await, Vec::<u128>::new());
        let before = done(&store, |tx| notice::find(tx, &vault(), NoticeId::from_bits(1))).await.unwrap();
        assert_eq!((before.to.as_deref(), before.message_id, before.product.as_str()), (Some("anna@example.com"), None, "antivirus"));
        let letter = letter::Letter { address: "anna@old.example".to_owned(), ..letter_of(&reminder(1, 1), anna.id) };
        done(&store, move |tx| letter::save(tx, &vault(), &letter)).await;
        begin(&store, &reminder(1, 1)).await;
        let after = done(&store, |tx| notice::find(tx, &vault(), NoticeId::from_bits(1))).await.unwrap();
        assert_eq!((after.to.as_deref(), after.language.as_deref(), after.message_id.as_deref()), (Some("anna@old.example"), Some("pl"), Some("mid-1@vendor.example")));
        assert_eq!(done(&store, |tx| notice::list_latest(tx, &vault(), 2)).await.len(), 2);
    }

    async fn created_is_ended_and_open_at_every_moment(store: Store) {
        populate(&store, 5).await;
        write(&store, (1..=5).map(|number| reminder(number, number)).collect()).await;
        begin(&store, &reminder(1, 1)).await;
        begin(&store, &reminder(2, 2)).await;
        settle(&store, &reminder(2, 2), 1, settled(State::Accepted, "250 OK", None)).await;
        done(&store, |tx| notice::end(tx, &reminder(3, 3), State::Canceled, "renewed", None, start())).await;
        let counts = done(&store, notice::count).await;
        assert_eq!(counts, [(State::Sending, 1), (State::Accepted, 1), (State::Canceled, 1), (State::Due, 2)].into());
    }

    async fn the_attempts_of_a_notice_are_kept_with_the_relays_words(store: Store) {
        populate(&store, 1).await;
        let notice = reminder(1, 1);
        write(&store, vec![notice.clone()]).await;
        let ended = at("2026-12-01T10:00:07Z");
        done(&store, move |tx| {
            attempt::begin(tx, &notice, 1, start())?;
            attempt::begin(tx, &notice, 2, ended)?;
            attempt::end(tx, &notice, 1, ("accepted", "250 2.0.0 queued as 7"), ended)
        }).await;
        let kept = done(&store, |tx| attempt::list(tx, NoticeId::from_bits(1))).await;
        let short: Vec<_> = kept.iter().map(|one| (one.number, one.ended_at, one.outcome.as_str(), one.reply.as_str())).collect();
        assert_eq!(short, [(1, Some(ended), "accepted", "250 2.0.0 queued as 7"), (2, None, "", "")]);
    }

    async fn the_latest_theft_notice_of_a_holder_is_known(store: Store) {
        let anna = populate(&store, 2).await;
        let theft = |number, license, hours| {
            let due_at = start() + SignedDuration::from_hours(hours);
            Notice { key: Key { kind: Kind::TheftAttempt, step: Step::AtOnce, occasion: format!("evt_{number}"), ..reminder(number, license).key }, due_at, ..reminder(number, license) }
        };
        assert_eq!(done(&store, move |tx| notice::find_latest_theft(tx, anna.id)).await, None);
        let both = [theft(1, 1, 0), theft(2, 2, 24)];
        done(&store, move |tx| notice::insert(tx, &both, Some(anna.id), start())).await;
        begin(&store, &theft(1, 1, 0)).await;
        let latest = done(&store, move |tx| notice::find_latest_theft(tx, anna.id)).await;
        assert_eq!(latest, Some((State::Due, start() + SignedDuration::from_hours(24), None)));
        let written = |before, id| done(&store, move |tx| notice::find_theft_written(tx, anna.id, before, NoticeId::from_bits(id)));
        assert_eq!(written(at("2026-12-02T10:00:00Z"), 2).await, Some(start()));
        assert_eq!(written(start(), 2).await, None);
        assert_eq!(written(at("2026-12-02T10:00:00Z"), 1).await, None);
    }
}

/// Two that claim at the same time: what each of them got.
async fn two_claimers(store: &Store, limit: u32) -> (Vec<u128>, Vec<u128>) {
    let (held, is_held) = mpsc::channel();
    let (done, is_done) = mpsc::channel();
    let first = first_claimer(store, limit, Arc::new(Mutex::new((held, is_done))));
    tokio::join!(first, second_claimer(store, is_held, done))
}

/// Claims, and holds what it claimed until the other claimer is done (`PostgreSQL`) or waits its turn (`SQLite`, where one writes at a time).
async fn first_claimer(
    store: &Store,
    limit: u32,
    meeting: Arc<Mutex<(mpsc::Sender<()>, mpsc::Receiver<()>)>>,
) -> Vec<u128> {
    let both_at_once = store.engine() == Engine::Postgres;
    done(store, move |tx| {
        let claimed = notice::claim(tx, Grip::Hold, Lane::Dated, start(), limit)?;
        for one in &claimed {
            let (letter, holder) = (LetterId::from_bits(one.notice.id.bits()), HolderId::from_bits(1));
            notice::begin(tx, &one.notice, letter, holder, start(), start() + SignedDuration::from_hours(1))?;
        }
        if both_at_once {
            let (held, is_done) = &*meeting.lock().unwrap();
            held.send(()).unwrap();
            is_done.recv_timeout(PATIENCE).unwrap();
        }
        Ok(claimed.iter().map(|one| one.notice.id.bits()).collect())
    })
    .await
}

/// Claims while the first one still holds its own.
async fn second_claimer(store: &Store, is_held: mpsc::Receiver<()>, done: mpsc::Sender<()>) -> Vec<u128> {
    if store.engine() == Engine::Sqlite {
        return claim(store, start(), 100).await;
    }
    tokio::task::spawn_blocking(move || is_held.recv_timeout(PATIENCE).unwrap()).await.unwrap();
    let claimed = claim(store, start(), 100).await;
    done.send(()).unwrap();
    claimed
}
