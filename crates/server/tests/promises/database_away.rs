//! The database is gone, refuses, or its disk is full, in the middle of sending: nothing is lost, nothing goes twice but
//! what was in flight, and the same worker goes on when it is back.

use std::{
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    sync::mpsc::{Receiver, channel},
    thread,
    time::Duration,
};

use tenure_store::Store;
use tenure_testbed::{
    cluster::Cluster,
    disk::Disk,
    on_both_engines,
    patience::{PATIENCE, becomes},
    smtp::{Act, Rule, Script, Server, Stage},
};

use crate::{
    delivery::installed,
    door::{Door, end_of, text},
    flight::Flight,
};

const DUE: &str = "2026-12-01T10:00";
/// What the courier says of each failure of the database.
const TROUBLE: &str = "which will be tried again";

/// A worker whose words are heard; killed when the test is over.
struct Worker {
    process: Child,
    lines: Receiver<String>,
}

impl Worker {
    /// Starts one at an instant. A file that may not grow is an error to it, as a full disk is, and not its death.
    fn start(door: &Door, at: &str) -> Self {
        let plain = door.command();
        let mut command = Command::new("sh");
        command.args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\""]).arg(plain.get_program());
        command.args(["--at", at, "serve", "--role", "worker"]).current_dir(door.folder());
        command.envs(plain.get_envs().filter_map(|(name, value)| Some((name, value?))));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut process = command.spawn().unwrap();
        let words = BufReader::new(process.stderr.take().unwrap());
        let (tell, lines) = channel();
        thread::spawn(move || words.lines().map_while(Result::ok).try_for_each(|line| tell.send(line)));
        Self { process, lines }
    }

    /// Waits until it says so.
    fn says(&self, words: &str) -> String {
        loop {
            let line =
                self.lines.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("it never said {words:?}"));
            if line.contains(words) {
                return line;
            }
        }
    }

    fn id(&self) -> u32 {
        self.process.id()
    }

    /// Asks it to end, and waits until it has.
    fn end(&mut self) -> ExitStatus {
        assert!(Command::new("kill").args(["-TERM", &self.id().to_string()]).status().unwrap().success());
        self.process.wait().unwrap()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Waits until every reminder is accepted, and says what stands in the way if that does not come.
fn all_are_accepted(door: &Door) {
    let open = || {
        let notices = door.at(DUE).notices("renewal-reminder");
        notices.into_iter().filter(|notice| text(notice, "state") != "accepted").collect::<Vec<_>>()
    };
    assert!(becomes(|| open().is_empty()), "{:?}", open());
}

/// Gives a table another name.
async fn rename(url: &str, statement: &'static str) {
    let store = Store::open(url, Path::new("/")).await.unwrap();
    store.write(move |tx| tx.execute(statement, &[]).map(drop)).await.unwrap();
    store.close().await;
}

on_both_engines! {
    async fn an_answer_that_cannot_be_written_is_written_when_it_can(url: String) {
        // The first answers are still to come when the table is gone: what comes back then cannot be written.
        let slow = Rule::new(Stage::Dot, Act::Pause(Duration::from_secs(3))).first(6);
        let server = Server::start(Script::accepting().rule(slow));
        let door = installed(&url, &server, 200);
        let worker = Worker::start(&door, DUE);
        server.wait_for(6);
        rename(&url, "ALTER TABLE attempt RENAME TO attempt_mislaid").await;
        worker.says("letters could not be settled");
        rename(&url, "ALTER TABLE attempt_mislaid RENAME TO attempt").await;
        server.wait_for(200);
        all_are_accepted(&door);
        assert_eq!(server.messages().len(), 200);
        assert_eq!(door.at("2026-12-01T12:00").tick(), "");
    }
}

/// A disk with an installation on it, and a worker that speaks while the disk becomes full.
fn on_a_full_disk(disk: &Disk, server: &Server, url: &str) -> (Door, Worker) {
    let door = installed(url, server, 400);
    let worker = Worker::start(&door, DUE);
    server.wait_for(20);
    disk.fill(worker.id());
    worker.says(TROUBLE);
    (door, worker)
}

fn url_on(disk: &Disk) -> String {
    format!("sqlite:{}", disk.folder().join("tenure.db").display())
}

#[test]
fn on_a_full_disk_sending_stops_and_goes_on_when_there_is_room() {
    let (disk, server) = (Disk::with_room(), Server::accepting());
    let (door, mut worker) = on_a_full_disk(&disk, &server, &url_on(&disk));
    // What was claimed before still goes out; then there is silence.
    let mut before = 0;
    let mut is_silent = || {
        let out = server.messages().len();
        worker.says(TROUBLE);
        std::mem::replace(&mut before, out) == out
    };
    assert!((0..5).any(|_| is_silent()), "it goes on");
    (0..2).for_each(|_| drop(worker.says(TROUBLE)));
    assert_eq!(server.messages().len(), before, "it sends what it cannot write down");
    assert!(before < 400, "the disk was full too late");
    disk.make_room(worker.id());
    assert!(server.came_within(400, PATIENCE), "{} of 400 came", server.messages().len());
    all_are_accepted(&door);
    assert_eq!(worker.end().code(), Some(0));
    assert_eq!(server.messages().len(), 400, "some went twice");
}

#[tokio::test]
async fn killed_on_a_full_disk_only_what_was_in_flight_goes_twice() {
    let (disk, server) = (Disk::with_room(), Server::accepting());
    let url = url_on(&disk);
    let (door, worker) = on_a_full_disk(&disk, &server, &url);
    let mut flight = Flight::of(&door, &url);
    disk.make_room(worker.id());
    drop(worker);
    flight.note().await;
    door.at("2026-12-01T10:01").tick();
    all_are_accepted(&door);
    assert_eq!(flight.judge(&server).letters, 400);
}

/// A round of planning whose database server dies at some moment of it.
async fn planning_is_killed(door: &Door, cluster: &Cluster, at: &str, millis: u64) {
    let round = door.at(at).start(&["tick"]);
    tokio::time::sleep(Duration::from_millis(millis)).await;
    cluster.kill();
    cluster.start_again();
    end_of(round);
}

/// A worker that lives on while its database server is killed, whole or one process of it, three times.
async fn outlives_its_database(door: &Door, cluster: &Cluster, server: &Server, at: &str, luck: usize) {
    let mut worker = Worker::start(door, at);
    for turn in 0..3 {
        let before = server.messages().len();
        assert!(server.came_within(before + 12, PATIENCE), "the worker does not go on ({at}, {turn})");
        tokio::time::sleep(Duration::from_millis(u64::try_from(luck * 7 + turn * 5).unwrap() % 20)).await;
        if (luck + turn).is_multiple_of(2) {
            cluster.kill();
            cluster.start_again();
        } else {
            cluster.kill_one(luck + turn);
        }
    }
    assert_eq!(worker.end().code(), Some(0), "{at}");
}

#[tokio::test]
async fn the_database_server_is_killed_again_and_again_and_nothing_is_lost() {
    let (cluster, server) = (Cluster::start(), Server::accepting());
    let mut door = installed(&cluster.url(), &server, 600);
    door.set("MAIL__CONNECTIONS", "6");
    let mut flight = Flight::of(&door, &cluster.url());
    // Held, so that a round that finds the server back plans, and leaves the sending to those who are killed at it.
    door.at("2026-12-01T09:00").done(&["hold"]);
    for (hour, millis) in [(10, 60), (11, 150), (12, 300)] {
        planning_is_killed(&door, &cluster, &format!("2026-12-01T{hour}:00"), millis).await;
        flight.note().await;
    }
    door.at("2026-12-01T12:30").done(&["release"]);
    // Each life begins after the leases of the one before.
    for (luck, hour) in (13..19).step_by(2).enumerate() {
        outlives_its_database(&door, &cluster, &server, &format!("2026-12-01T{hour}:00"), luck).await;
        flight.note().await;
    }
    assert!((0..4).any(|day| door.at(&format!("2026-12-0{}T10:00", day + 2)).tick().is_empty()), "no end");
    let notices = door.at("2026-12-06T10:00").notices("renewal-reminder");
    assert_eq!(notices.len(), 600);
    assert!(notices.iter().all(|notice| text(notice, "state") == "accepted"), "{notices:?}");
    assert_eq!(flight.judge(&server).letters, 600);
}
