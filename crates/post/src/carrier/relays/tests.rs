//! Several relays, each a server that follows a script.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use tenure_testbed::smtp::{Act, Rule, Script, Server, Stage};

use super::*;
use crate::carrier::Anyway;

const NOW: Duration = Duration::from_secs(1000);

fn way(server: &Server, order: u32, connections: usize) -> Way {
    Way { url: server.url(), token_file: None, order, weight: 1, connections, per_minute: 0 }
}

fn relays(ways: &[Way], rates: &[(&str, u32)]) -> Relays {
    let rates = rates.iter().map(|(domain, rate)| ((*domain).to_owned(), *rate)).collect();
    Relays::new(ways, &rates, &Setup::new(".")).unwrap()
}

fn away() -> Server {
    Server::start(Script::accepting().rule(Rule::new(Stage::Greeting, Act::Drop)))
}

fn parcel(to: &str) -> Parcel {
    Parcel {
        from: "post@vendor.example".to_owned(),
        to: to.to_owned(),
        bytes: Arc::from(&b"Subject: hello\r\n\r\nhello\r\n"[..]),
        name: "ltr_1".to_owned(),
        attempt: 1,
        at: jiff::Timestamp::UNIX_EPOCH,
    }
}

fn go(relays: &Relays, to: &str, now: Duration) -> Turn {
    match relays.next(to, now) {
        Next::Go(turn) => turn,
        other => panic!("{other:?}"),
    }
}

async fn send(relays: &Relays, to: &str, now: Duration) -> Learned {
    let (mut turn, mut first) = (go(relays, to, now), None);
    loop {
        let (Carried::Outcome(outcome), _) = turn.carry(&parcel(to), None, &Anyway).await else {
            panic!("nobody withdrew it")
        };
        let (learned, instead) = turn.learn(&outcome, now);
        let first = *first.get_or_insert(learned);
        match instead {
            Some(other) => turn = other,
            None => return first,
        }
    }
}

#[tokio::test]
async fn a_relay_that_is_away_is_left_alone_and_the_next_order_takes_its_letters() {
    let (gone, reserve) = (away(), Server::accepting());
    let relays = relays(&[way(&gone, 1, 4), way(&reserve, 2, 4)], &[]);
    let mut learned = Vec::new();
    for _ in 0..5 {
        learned.push(send(&relays, "a@b.example", NOW).await);
    }
    let paused = Learned::Paused(Duration::from_secs(15));
    assert_eq!(learned, [Learned::Nothing, Learned::Nothing, paused, Learned::Nothing, Learned::Nothing]);
    assert_eq!(
        (gone.connections(), reserve.messages().len()),
        (3, 5),
        "no letter waits for a relay that is away"
    );
    gone.follow(Script::accepting());
    assert_eq!(send(&relays, "a@b.example", NOW + Duration::from_secs(15)).await, Learned::Back);
    assert_eq!(gone.messages().len(), 1);
}

#[tokio::test]
async fn when_no_relay_is_there_letters_wait_and_only_one_tries() {
    let gone = away();
    let relays = relays(&[way(&gone, 1, 4)], &[]);
    for _ in 0..3 {
        send(&relays, "a@b.example", NOW).await;
    }
    assert!(matches!(relays.next("a@b.example", NOW), Next::Away(wait) if wait.as_secs() == 15));
    let later = NOW + relays.away_for(NOW);
    let trying = go(&relays, "a@b.example", later);
    assert!(matches!(relays.next("a@b.example", later), Next::Away(_)));
    // Drawn back before it was sent: another one tries.
    drop(trying);
    drop(go(&relays, "a@b.example", later));
}

#[tokio::test]
async fn a_wrong_password_pauses_a_relay_and_a_bad_address_does_not() {
    let locked = Server::start(Script::accepting().account("user", "secret"));
    let of_locked = relays(&[way(&locked, 1, 4)], &[]);
    let refusing =
        Server::start(Script::accepting().rule(Rule::reply(Stage::Rcpt, "550 5.1.1 no such user")));
    let of_refusing = relays(&[way(&refusing, 1, 4)], &[]);
    for _ in 0..3 {
        send(&of_locked, "a@b.example", NOW).await;
        send(&of_refusing, "a@b.example", NOW).await;
    }
    assert!(of_locked.away_for(NOW) > Duration::ZERO);
    assert_eq!(of_refusing.away_for(NOW), Duration::ZERO);
}

#[tokio::test]
async fn one_letter_that_is_refused_as_our_own_fault_pauses_nothing() {
    let poison = Rule::reply(Stage::Rcpt, "550 5.7.1 not from you").to("poison@b.example");
    let server = Server::start(Script::accepting().rule(poison));
    let relays = relays(&[way(&server, 1, 4)], &[]);
    for _ in 0..10 {
        assert_eq!(send(&relays, "poison@b.example", NOW).await, Learned::Nothing);
        assert_eq!(send(&relays, "a@b.example", NOW).await, Learned::Nothing);
    }
}

#[tokio::test]
async fn relays_of_one_order_share_and_a_busy_one_is_not_waited_for() {
    let (one, other) = (Server::accepting(), Server::accepting());
    let relays = relays(&[way(&one, 1, 1), way(&other, 1, 1)], &[]);
    assert_eq!(relays.connections(), 2);
    let (first, second) = (go(&relays, "a@b.example", NOW), go(&relays, "a@b.example", NOW));
    assert_ne!(first.place(), second.place());
    assert!(matches!(relays.next("a@b.example", NOW), Next::Wait(_)));
    drop(first);
    drop(go(&relays, "a@b.example", NOW));
}

#[tokio::test]
async fn a_relays_rate_and_a_domains_rate_are_kept() {
    let server = Server::accepting();
    let relays = relays(&[Way { per_minute: 600, ..way(&server, 1, 9) }], &[("Slow.example", 60)]);
    drop(go(&relays, "a@slow.example", NOW));
    assert!(
        matches!(relays.next("a@b.example", NOW), Next::Wait(wait) if wait == Duration::from_millis(100))
    );
    let later = NOW + Duration::from_millis(100);
    assert!(
        matches!(relays.next("b@SLOW.example", later), Next::PutOff(wait) if wait == Duration::from_millis(900))
    );
    drop(go(&relays, "a@b.example", later));
    drop(go(&relays, "b@slow.example", NOW + Duration::from_secs(1)));
}

#[tokio::test]
async fn a_domain_that_asks_for_less_gets_less_and_others_go_on() {
    let busy = Rule::reply(Stage::Rcpt, "421 4.7.0 too much mail from you").to("a@busy.example").first(1);
    let server = Server::start(Script::accepting().rule(busy));
    let relays = relays(&[way(&server, 1, 9)], &[]);
    send(&relays, "a@busy.example", NOW).await;
    assert!(matches!(relays.next("a@busy.example", NOW), Next::PutOff(_)));
    send(&relays, "a@b.example", NOW).await;
    send(&relays, "a@busy.example", NOW + Duration::from_secs(1)).await;
    assert_eq!(server.messages().len(), 2);
}

#[tokio::test]
async fn what_nobody_may_wait_for_goes_by_the_first_relay_that_answers() {
    let (gone, reserve) = (away(), Server::accepting());
    let relays = relays(&[way(&gone, 1, 1), way(&reserve, 2, 1)], &[("b.example", 1)]);
    for _ in 0..3 {
        let carried = relays.carry(&parcel("a@b.example"), &Anyway).await;
        assert!(matches!(carried, Carried::Outcome(Outcome::Accepted { .. })), "{carried:?}");
    }
    assert_eq!(reserve.messages().len(), 3);
}

#[tokio::test]
async fn a_letter_follows_where_its_relay_would_have_been_chosen_and_no_rate_holds_it_up() {
    let (one, other) = (Server::accepting(), Server::accepting());
    let heavy = Way { weight: 3, ..way(&one, 1, 1) };
    let reserve = way(&other, 2, 1);
    let paced = Way { per_minute: 60, ..way(&one, 1, 1) };
    // All conversations are taken, so its own is what there is.
    let alone = relays(&[way(&one, 1, 1)], &[("slow.example", 60)]);
    let first = go(&alone, "a@b.example", NOW);
    let second = first.follow("b@b.example", NOW).expect("it follows");
    let slow = second.follow("a@slow.example", NOW).expect("the first one of its domain");
    assert!(slow.follow("b@SLOW.example", NOW).is_none(), "its domain takes no more for now");
    assert!(slow.follow("b@slow.example", NOW + Duration::from_secs(1)).is_some());

    let slowly = relays(&[paced], &[]);
    let first = go(&slowly, "a@b.example", NOW);
    assert!(first.follow("b@b.example", NOW).is_none(), "the relay takes no more for now");

    let both = relays(&[heavy, reserve], &[]);
    let first = go(&both, "a@b.example", NOW);
    assert_eq!(first.follow("b@b.example", NOW).expect("the reserve is not for it").place(), first.place());
    let failed = Outcome::Later { delay: Delay::Unreachable, reply: String::new() };
    for _ in 0..3 {
        let turn = first.follow("b@b.example", NOW).expect("it is there");
        turn.learn(&failed, NOW);
    }
    assert!(first.follow("b@b.example", NOW).is_none(), "it is left alone");
}

#[tokio::test]
async fn relays_keep_their_shares_when_letters_follow() {
    let (one, other) = (Server::accepting(), Server::accepting());
    let relays = relays(&[Way { weight: 3, ..way(&one, 1, 99) }, way(&other, 1, 99)], &[]);
    let mut places = Vec::new();
    let mut turn = go(&relays, "a@b.example", NOW);
    for _ in 0..400 {
        places.push(turn.place());
        turn = match turn.follow("a@b.example", NOW) {
            Some(next) => next,
            None => go(&relays, "a@b.example", NOW),
        };
    }
    let first = places.iter().filter(|place| **place == one.url()).count();
    assert_eq!(first, 300);
}
