//! Every stage of the conversation meets every fault.

use tenure_testbed::patience::PATIENCE;
use tokio::task::JoinSet;

use super::*;

const STAGES: [Stage; 6] = [Stage::Greeting, Stage::Ehlo, Stage::Mail, Stage::Rcpt, Stage::Data, Stage::Dot];

/// Carries a letter to a server with this fault, and, when the server is well again, a second one.
async fn meet(script: Script, timers: Timers) -> Outcome {
    let server = Server::start(script);
    let carrier = carrier_with(&server, timers);
    let outcome = carry(&carrier, "a@b.example").await;
    server.follow(Script::accepting());
    let kept = server.messages().len();
    assert_eq!(bare(&carry(&carrier, "c@d.example").await), ACCEPTED, "after {outcome:?}");
    assert_eq!(server.messages().len(), kept + 1);
    outcome
}

async fn meet_both_ways(stage: Stage, act: Act, expected: Outcome) {
    for script in [Script::accepting(), Script::accepting().without("PIPELINING")] {
        let outcome = meet(script.rule(Rule::new(stage, act.clone())), Timers::default()).await;
        assert_eq!(bare(&outcome), expected, "{stage:?} {act:?}: {outcome:?}");
    }
}

#[tokio::test]
async fn whatever_is_refused_for_now_is_tried_later() {
    for stage in STAGES {
        // Before any letter it is the relay that is busy, and no letter pays for it.
        let opening = matches!(stage, Stage::Greeting | Stage::Ehlo);
        let expected = if opening { UNREACHABLE } else { LATER };
        meet_both_ways(stage, Act::Reply("451 4.3.0 not now".to_owned()), expected.clone()).await;
        meet_both_ways(stage, Act::ReplyAndDrop("421 4.3.2 closing".to_owned()), expected.clone()).await;
        meet_both_ways(stage, Act::Reply("421 4.3.2 closing".to_owned()), expected).await;
    }
}

#[tokio::test]
async fn a_final_refusal_before_the_letter_is_our_own_affair() {
    for stage in STAGES {
        let opening = matches!(stage, Stage::Greeting | Stage::Ehlo);
        let expected = if opening { OUR_SETUP } else { NO_MESSAGE };
        meet_both_ways(stage, Act::Reply("554 5.6.0 no".to_owned()), expected).await;
        meet_both_ways(stage, Act::Reply("550 5.7.1 not you".to_owned()), OUR_SETUP).await;
    }
    meet_both_ways(Stage::Rcpt, Act::Reply("550 5.1.1 no such user".to_owned()), NO_ADDRESS).await;
}

#[tokio::test]
async fn a_broken_conversation_is_harmless_before_the_final_dot_and_unknown_after_it() {
    for stage in STAGES {
        let expected = match stage {
            Stage::Dot => UNKNOWN,
            // Something of this letter was answered: the line broke in the middle of it.
            Stage::Rcpt | Stage::Data => LATER,
            _ => UNREACHABLE,
        };
        for act in [Act::Drop, Act::HalfReply, Act::Garbage, Act::HugeLine, Act::EndlessReply] {
            meet_both_ways(stage, act, expected.clone()).await;
        }
    }
}

#[tokio::test]
async fn a_reply_out_of_turn_breaks_the_conversation() {
    meet_both_ways(Stage::Greeting, Act::Reply("354 x".to_owned()), UNREACHABLE).await;
    for (stage, reply) in [(Stage::Mail, "354 x"), (Stage::Rcpt, "334 x"), (Stage::Data, "250 x")] {
        meet_both_ways(stage, Act::Reply(reply.to_owned()), LATER).await;
    }
    meet_both_ways(Stage::Dot, Act::Reply("354 x".to_owned()), UNKNOWN).await;
}

#[tokio::test]
async fn silence_ends_with_the_timer_of_its_stage() {
    // Far longer than an answer takes that does come, also on a busy machine.
    let short = Duration::from_secs(2);
    let cases = [
        (Stage::Greeting, Timers { greeting: short, ..Timers::default() }, UNREACHABLE),
        (Stage::Ehlo, Timers { command: short, ..Timers::default() }, UNREACHABLE),
        (Stage::Mail, Timers { command: short, ..Timers::default() }, UNREACHABLE),
        (Stage::Rcpt, Timers { command: short, ..Timers::default() }, LATER),
        (Stage::Data, Timers { data: short, ..Timers::default() }, LATER),
        (Stage::Dot, Timers { dot: short, ..Timers::default() }, UNKNOWN),
    ];
    let meetings = cases.map(|(stage, timers, expected)| async move {
        let outcome = meet(Script::accepting().rule(Rule::new(stage, Act::Hang)), timers).await;
        assert_eq!(bare(&outcome), expected, "{stage:?}: {outcome:?}");
        assert!(outcome.words().contains("2s"), "{outcome:?}");
    });
    meetings.into_iter().collect::<JoinSet<()>>().join_all().await;
}

#[tokio::test]
async fn silence_after_a_refusal_does_not_change_the_refusal() {
    let script = Script::accepting()
        .rule(Rule::reply(Stage::Rcpt, "550 5.1.1 no such user"))
        .rule(Rule::new(Stage::Rset, Act::Hang));
    let timers = Timers { parting: Duration::from_millis(100), ..Timers::default() };
    assert_eq!(bare(&meet(script, timers).await), NO_ADDRESS);
}

#[tokio::test]
async fn a_refused_letter_for_which_data_is_accepted_becomes_no_empty_message() {
    for stage in [Stage::Mail, Stage::Rcpt] {
        let script = Script::accepting()
            .rule(Rule::reply(stage, "451 4.3.0 not now"))
            .rule(Rule::reply(Stage::Data, "354 go on nevertheless"));
        let server = Server::start(script);
        let carrier = carrier(&server);
        let carrying = carry(&carrier, "a@b.example");
        // Nothing more may be asked of that session: it would wait for the end of a message.
        let outcome = tokio::time::timeout(PATIENCE, carrying).await.unwrap();
        assert_eq!(bare(&outcome), LATER);
        assert!(server.messages().is_empty());
    }
}

#[tokio::test]
async fn a_session_that_said_421_is_not_used_again() {
    for stage in [Stage::Rcpt, Stage::Data, Stage::Dot] {
        let server =
            Server::start(Script::accepting().rule(Rule::reply(stage, "421 4.3.2 closing").first(1)));
        let carrier = carrier(&server);
        assert_eq!(bare(&carry(&carrier, "a@b.example").await), LATER);
        assert_eq!(bare(&carry(&carrier, "a@b.example").await), ACCEPTED);
        assert_eq!(server.connections(), 2, "{stage:?}");
    }
}

#[tokio::test]
async fn a_session_that_said_too_much_is_not_used_again() {
    let surplus = Act::ReplyAndInject("250 2.0.0 taken".to_owned(), "250 2.1.0 and more\r\n".to_owned());
    let server = Server::start(Script::accepting().rule(Rule::new(Stage::Dot, surplus).first(1)));
    let carrier = carrier(&server);
    assert_eq!(bare(&carry(&carrier, "a@b.example").await), ACCEPTED);
    assert_eq!(bare(&carry(&carrier, "a@b.example").await), ACCEPTED);
    assert_eq!((server.messages().len(), server.connections()), (2, 2));
}

#[tokio::test]
async fn an_answer_ahead_of_the_final_dot_does_not_pass_for_its_own() {
    let early = Act::ReplyAndInject("354 go on".to_owned(), "250 2.0.0 taken\r\n".to_owned());
    let script =
        Script::accepting().rule(Rule::new(Stage::Data, early)).rule(Rule::new(Stage::Dot, Act::Drop));
    assert_eq!(bare(&meet(script, Timers::default()).await), LATER);
}

#[tokio::test]
async fn a_connection_that_breaks_before_the_final_dot_left_our_hands_took_nothing() {
    let cut = Act::ReplyAndDrop("354 go on".to_owned());
    let server = Server::start(Script::accepting().without("SIZE").rule(Rule::new(Stage::Data, cut)));
    // More than the buffers of both ends hold.
    let large = Parcel { bytes: vec![b'x'; 24 << 20].into(), ..parcel("a@b.example") };
    let (Carried::Outcome(outcome), _) = carrier(&server).carry(&large, None, &Anyway).await else {
        panic!("not withdrawn")
    };
    assert_eq!(bare(&outcome), LATER);
}

#[tokio::test]
async fn a_relay_that_is_not_there_is_unreachable() {
    let port = Server::accepting().port();
    let carrier = Carrier::from_url(&format!("smtp://127.0.0.1:{port}"), &Setup::new(".")).unwrap();
    assert_eq!(bare(&carry(&carrier, "a@b.example").await), UNREACHABLE);
}

#[tokio::test]
async fn a_greylisted_recipient_is_taken_at_the_third_attempt_and_others_at_once() {
    let script =
        Script::accepting().rule(Rule::reply(Stage::Rcpt, "450 4.7.1 greylisted").to("a@b.example").first(2));
    let server = Server::start(script);
    let carrier = carrier(&server);
    let mut outcomes = Vec::new();
    for to in ["a@b.example", "c@d.example", "a@b.example", "a@b.example"] {
        outcomes.push(bare(&carry(&carrier, to).await));
    }
    assert_eq!(outcomes, [LATER, ACCEPTED, LATER, ACCEPTED]);
    assert_eq!(server.connections(), 1, "a refusal does not cost the session");
}
