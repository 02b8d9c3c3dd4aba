//! Letters follow one another in a conversation: the next envelope goes with the body before it.

use std::sync::Mutex;

use crate::carrier::Begun;

use super::*;

/// A letter that names the next one; each is asked about so many times.
struct Leading {
    next: Option<Parcel>,
    asked: Asked,
}

impl Courier for Leading {
    async fn may_go(&self) -> bool {
        self.asked.may_go().await
    }

    async fn next(&self) -> Option<Parcel> {
        self.next.clone()
    }
}

/// Carries letters to these addresses, each naming the next one, as a courier does; how each went, without its words.
pub(super) async fn carry_all(carrier: &Carrier, to: &[&str]) -> Vec<Outcome> {
    let (mut outcomes, mut begun): (Vec<Outcome>, Option<Begun>) = (Vec::new(), None);
    for (at, address) in to.iter().enumerate() {
        let next = to.get(at + 1).map(|next| parcel(next));
        let leading = Leading { next, asked: asked(99) };
        let (came, follows) = carrier.carry(&parcel(address), begun.take(), &leading).await;
        let Carried::Outcome(outcome) = came else { panic!("nobody withdrew it") };
        outcomes.push(bare(&outcome));
        begun = follows;
    }
    outcomes
}

pub(super) const THREE: [&str; 3] = ["a@b.example", "c@d.example", "e@f.example"];

fn recipients(server: &Server) -> Vec<String> {
    server.messages().into_iter().flat_map(|message| message.to).collect()
}

#[tokio::test]
async fn a_body_and_the_next_envelope_go_in_one_write_where_the_relay_takes_that() {
    let server = Server::accepting();
    assert_eq!(carry_all(&carrier(&server), &THREE).await, [ACCEPTED, ACCEPTED, ACCEPTED]);
    assert_eq!((recipients(&server), server.connections()), (THREE.map(str::to_owned).to_vec(), 1));
    assert_eq!(server.pipelined(), 3 * 2 + 2, "MAIL and RCPT of each, and the dot of all but the last");
    assert!(server.messages().iter().all(|message| message.data == *parcel("").bytes));

    let server = Server::start(Script::accepting().without("PIPELINING"));
    assert_eq!(carry_all(&carrier(&server), &THREE).await, [ACCEPTED, ACCEPTED, ACCEPTED]);
    assert_eq!((server.pipelined(), server.connections()), (0, 1));
}

/// What happens to the letter in the middle happens to it alone, as if each went by itself.
#[tokio::test]
async fn whatever_meets_one_letter_meets_no_other() {
    let acts = [
        Act::Reply("451 4.3.0 not now".to_owned()),
        Act::Reply("554 5.6.0 no".to_owned()),
        Act::Reply("550 5.1.1 no such user".to_owned()),
        Act::Reply("421 4.3.2 closing".to_owned()),
        Act::ReplyAndDrop("421 4.3.2 closing".to_owned()),
        Act::ReplyAndDrop("250 2.0.0 the last one I take".to_owned()),
        Act::Drop,
        Act::HalfReply,
        Act::Garbage,
    ];
    for stage in [Stage::Mail, Stage::Rcpt, Stage::Data, Stage::Dot] {
        for act in &acts {
            // A line that broke is known to be dead only when it is used, and then it costs the letter one more try.
            let rule = Rule::new(stage, act.clone()).after(1).first(1);
            let server = Server::start(Script::accepting().rule(rule.clone()));
            let together = carry_all(&carrier(&server), &THREE).await;
            let alone = {
                let server = Server::start(Script::accepting().rule(rule));
                let carrier = carrier(&server);
                let mut outcomes = Vec::new();
                for to in THREE {
                    outcomes.push(bare(&carry(&carrier, to).await));
                }
                (outcomes, recipients(&server))
            };
            assert_eq!((together, recipients(&server)), alone, "{stage:?} {act:?}");
        }
    }
}

#[tokio::test]
async fn the_answer_to_a_dot_is_heard_though_the_line_broke_behind_it() {
    let last = Act::ReplyAndDrop("250 2.0.0 the last one I take".to_owned());
    let server = Server::start(Script::accepting().rule(Rule::new(Stage::Dot, last)));
    let carrier = carrier(&server);
    for _ in 0..50 {
        assert_eq!(carry_all(&carrier, &THREE).await, [ACCEPTED, ACCEPTED, ACCEPTED]);
    }
    assert_eq!((server.messages().len(), server.connections()), (150, 150));
}

#[tokio::test]
async fn a_letter_that_may_go_no_longer_is_hung_up_before_its_body() {
    let server = Server::accepting();
    let carrier = carrier(&server);
    let first = Leading { next: Some(parcel("c@d.example")), asked: asked(99) };
    let (came, begun) = carrier.carry(&parcel("a@b.example"), None, &first).await;
    assert!(matches!(came, Carried::Outcome(Outcome::Accepted { .. })) && begun.is_some());
    let (came, begun) = carrier.carry(&parcel("c@d.example"), begun, &asked(0)).await;
    assert_eq!((came, begun.is_none()), (Carried::Withdrawn, true));
    assert_eq!(bare(&carry(&carrier, "e@f.example").await), ACCEPTED);
    assert_eq!(
        (recipients(&server), server.connections()),
        (vec!["a@b.example".to_owned(), "e@f.example".to_owned()], 2)
    );
}

#[tokio::test]
async fn a_conversation_that_is_not_gone_on_with_is_hung_up() {
    let server = Server::accepting();
    let carrier = carrier(&server);
    let first = Leading { next: Some(parcel("c@d.example")), asked: asked(99) };
    drop(carrier.carry(&parcel("a@b.example"), None, &first).await);
    assert_eq!(carry_all(&carrier, &THREE).await, [ACCEPTED, ACCEPTED, ACCEPTED]);
    assert_eq!((server.messages().len(), server.connections()), (4, 2));
}

#[tokio::test]
async fn a_letter_that_this_relay_cannot_carry_is_not_begun_behind_another() {
    let server = Server::start(Script::accepting().without("SMTPUTF8"));
    let outcomes =
        carry_all(&carrier(&server), &["a@b.example", "józef@d.example", "nobody", "e@f.example"]).await;
    assert_eq!(outcomes, [ACCEPTED, NO_ADDRESS, NO_ADDRESS, ACCEPTED]);
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn the_number_of_conversations_holds_for_those_that_are_gone_on_with() {
    let server = Server::accepting();
    let setup = Setup { connections: 1, ..Setup::new(".") };
    let carrier = Carrier::from_url(&server.url(), &setup).unwrap();
    let first = Leading { next: Some(parcel("c@d.example")), asked: asked(99) };
    let (_, begun) = carrier.carry(&parcel("a@b.example"), None, &first).await;
    let order = Mutex::new(Vec::new());
    let other = async {
        carry(&carrier, "e@f.example").await;
        order.lock().unwrap().push("another");
    };
    let follower = async {
        tokio::time::sleep(Duration::from_millis(50)).await;
        carrier.carry(&parcel("c@d.example"), begun, &Anyway).await;
        order.lock().unwrap().push("the one that was begun");
    };
    tokio::join!(other, follower);
    assert_eq!(*order.lock().unwrap(), ["the one that was begun", "another"]);
    assert_eq!(server.connections(), 1);
}

/// Some relays throw away what came before they answered a dot, whatever they offer.
#[tokio::test]
async fn a_relay_that_is_deaf_behind_a_body_costs_one_wait_and_is_spared_from_then_on() {
    let server = Server::start(Script::accepting().rule(Rule::new(Stage::Mail, Act::Hang).after(1).first(1)));
    let timers = Timers { command: Duration::from_secs(2), ..Timers::default() };
    let carrier = carrier_with(&server, timers);
    assert_eq!(carry_all(&carrier, &THREE).await, [ACCEPTED, ACCEPTED, ACCEPTED]);
    let pipelined = server.pipelined();
    assert_eq!(carry_all(&carrier, &THREE).await, [ACCEPTED, ACCEPTED, ACCEPTED]);
    assert_eq!(server.pipelined() - pipelined, 3 * 2, "nothing is said behind a body any more");
    assert_eq!((server.messages().len(), server.connections()), (6, 2));
}
