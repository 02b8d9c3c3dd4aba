//! Sessions are kept, used again, and replaced when they died.

use tokio::task::JoinSet;

use super::*;

#[tokio::test]
async fn letters_go_one_after_the_other_through_one_session() {
    let server = Server::accepting();
    let carrier = carrier(&server);
    for _ in 0..10 {
        assert_eq!(bare(&carry(&carrier, "a@b.example").await), ACCEPTED);
    }
    assert_eq!((server.messages().len(), server.connections()), (10, 1));
    carrier.close().await;
    assert_eq!(server.commands().last().unwrap(), "QUIT");
}

#[tokio::test]
async fn a_thousand_letters_go_once_each_through_eight_sessions() {
    let server = Server::accepting();
    let carrier = Arc::new(carrier(&server));
    let mut going = JoinSet::new();
    for number in 0..1000 {
        let carrier = Arc::clone(&carrier);
        going.spawn(async move { bare(&carry(&carrier, &format!("holder{number}@b.example")).await) });
    }
    assert!(going.join_all().await.iter().all(|outcome| *outcome == ACCEPTED));
    let mut recipients: Vec<_> = server.messages().into_iter().flat_map(|message| message.to).collect();
    recipients.sort();
    recipients.dedup();
    assert_eq!((server.messages().len(), recipients.len()), (1000, 1000));
    assert!(server.connections() <= 8, "{}", server.connections());
}

#[tokio::test]
async fn an_idle_session_that_the_relay_closed_is_replaced() {
    let server = Server::accepting();
    let carrier = carrier(&server);
    for _ in 0..3 {
        assert_eq!(bare(&carry(&carrier, "a@b.example").await), ACCEPTED);
        server.close_connections();
    }
    assert_eq!((server.messages().len(), server.connections()), (3, 3));
}

#[tokio::test]
async fn a_kept_session_that_dies_before_its_first_answer_costs_one_more_try() {
    for act in [Act::Drop, Act::ReplyAndDrop("421 4.4.2 idle for too long".to_owned()), Act::HalfReply] {
        let second = Rule::new(Stage::Mail, act.clone()).after(1).first(1);
        for script in [Script::accepting(), Script::accepting().without("PIPELINING")] {
            let server = Server::start(script.rule(second.clone()));
            let carrier = carrier(&server);
            for _ in 0..3 {
                assert_eq!(bare(&carry(&carrier, "a@b.example").await), ACCEPTED, "{act:?}");
            }
            assert_eq!((server.messages().len(), server.connections()), (3, 2));
        }
    }
}

#[tokio::test]
async fn a_new_session_that_dies_is_not_tried_again() {
    let server = Server::start(Script::accepting().rule(Rule::new(Stage::Mail, Act::Drop)));
    assert_eq!(bare(&carry(&carrier(&server), "a@b.example").await), UNREACHABLE);
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn a_letter_that_was_partly_answered_is_not_tried_again() {
    let server = Server::start(Script::accepting().rule(Rule::new(Stage::Rcpt, Act::Drop).after(1)));
    let carrier = carrier(&server);
    assert_eq!(bare(&carry(&carrier, "a@b.example").await), ACCEPTED);
    assert_eq!(bare(&carry(&carrier, "a@b.example").await), LATER);
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn a_lost_answer_to_the_final_dot_is_never_tried_again_by_itself() {
    let server = Server::start(Script::accepting().rule(Rule::new(Stage::Dot, Act::Drop).after(1)));
    let carrier = carrier(&server);
    assert_eq!(bare(&carry(&carrier, "a@b.example").await), ACCEPTED);
    assert_eq!(bare(&carry(&carrier, "a@b.example").await), UNKNOWN);
    assert_eq!((server.messages().len(), server.connections()), (2, 1));
}

#[tokio::test]
async fn a_letter_is_asked_about_again_before_it_goes_another_way() {
    let server = Server::start(Script::accepting().rule(Rule::new(Stage::Mail, Act::Drop).after(1).first(1)));
    let carrier = carrier(&server);
    let asking = asked(3);
    for last in [false, true] {
        let (came, _) = carrier.carry(&parcel("a@b.example"), None, &asking).await;
        assert_eq!(came == Carried::Withdrawn, last);
    }
    assert_eq!(asking.of.load(Ordering::SeqCst), 4, "envelope and body of the first, and two envelopes");
    assert_eq!(server.messages().len(), 1, "the second letter was withdrawn when asked for the second time");
}
