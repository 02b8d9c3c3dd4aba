//! Who tries learns nothing: the answers have the same bytes, and leave at the same pace. By the clock of a script here;
//! by the real one in [`equal_answers`], which takes its time and is run by hand.

use std::{
    env,
    io::Write as _,
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

use jiff::Timestamp;
use tenure::{
    clock::{Clock, Pace, Script, Stopwatch},
    config::Config,
    house::House,
    ids::Ids,
    listen,
    web::Site,
};
use tenure_testbed::{engines::Place, on_both_engines, smtp::Server};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};

use crate::{
    delivery::installed,
    door::Door,
    http::{Answer, Served, request},
};

const NOW: &str = "2026-12-01T12:00";
const UNKNOWN: (&str, &str) = ("ZZZZ-ZZZZ-ZZZZ-ZZZZ", "c-1@example.com");
const WRONG: (&str, &str) = ("AAAA-BBBB-CCCC-0001", "evil@example.com");
const DELETED: (&str, &str) = ("DDDD-BBBB-CCCC-0001", "d-1@example.com");
const BLOCKED: (&str, &str) = ("AAAA-BBBB-CCCC-0002", "c-2@example.com");

/// Licenses of each class.
fn prepared(url: &str, server: &Server) -> Door {
    let door = installed(url, server, 2);
    door.at("2026-11-01T09:00").import(
        "external_id,serial,product,email,registered_on,expires_on,blocked_on,blocked_reason\n\
        d-1,DDDD-BBBB-CCCC-0001,enterprise-suite,d-1@example.com,2025-01-01,2026-11-30,2026-10-01,superseded\n",
    );
    door.at(NOW).tick();
    door.at(NOW).done(&["license", "block", "c-2", "--reason", "other"]);
    door
}

/// A form as a browser sends it.
fn form(path: &str, body: &str) -> String {
    let headers = [("Content-Type", "application/x-www-form-urlencoded"), ("Sec-Fetch-Site", "same-origin")];
    request("POST", path, &headers, body)
}

fn register((serial, email): (&str, &str)) -> String {
    let email = email.replace('@', "%40");
    let serials = format!("serial={serial}&serial_as_written={serial}");
    form("/register", &format!("{serials}&email={email}&language=en&zone=Etc%2FUTC"))
}

fn renew((serial, email): (&str, &str)) -> String {
    let email = email.replace('@', "%40");
    let new = "ZZZZ-ZZZZ-ZZZZ-0001";
    let old = format!("previous={serial}&previous_as_written={serial}");
    form("/renew", &format!("{old}&serial={new}&serial_as_written={new}&email={email}"))
}

fn sign_in(email: &str) -> String {
    form("/my/sign-in", &format!("email={}", email.replace('@', "%40")))
}

/// The whole answer but for its date, and for the secret of the browser, which is another each time.
async fn answer(port: u16, request: String) -> String {
    let mut connection = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    connection.write_all(request.as_bytes()).await.unwrap();
    let mut octets = Vec::new();
    connection.read_to_end(&mut octets).await.unwrap();
    let text = String::from_utf8(octets).unwrap();
    assert!(text.starts_with("HTTP/1.1 "), "{text}");
    let lines = text.lines().filter(|line| !line.to_lowercase().starts_with("date:"));
    let hidden = lines.map(|line| match line.strip_prefix("set-cookie: tenure_browser=") {
        Some(rest) => format!("set-cookie: tenure_browser=…{}", &rest[rest.find(';').unwrap()..]),
        None => line.to_owned(),
    });
    hidden.collect::<Vec<_>>().join("\n")
}

on_both_engines! {
    async fn answers_have_the_same_bytes_and_leave_at_the_same_mark_however_long_they_took(url: String) {
        let server = Server::accepting();
        let door = prepared(&url, &server);
        let variables = [("STORE__URL", url), ("MAIL__RELAY", server.url()), ("LIMITS__PER_SERIAL", "1000".to_owned())];
        let variables = variables.map(|(name, value)| (format!("TENURE__{name}"), value));
        let config = Config::read_with(&door.file("tenure.toml"), variables.into_iter()).unwrap();
        let now: Timestamp = "2026-12-01T12:00:00Z".parse().unwrap();
        let mut house = House::furnish(config, Clock::Fixed(now), Ids::System).await.unwrap();
        let script = Arc::new(Mutex::new(Script::default()));
        house.pace = Pace::Scripted(script.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let routes = listen::router(Site::new(Arc::new(house)).unwrap(), axum::Router::new());
        tokio::spawn(listen::serve(routes, listener, std::future::pending()));
        let mut statuses: Vec<String> = Vec::new();
        let works = [1, 7, 120, 249].map(Duration::from_millis);
        let classes = [UNKNOWN, WRONG, DELETED, BLOCKED];
        let known = ["nobody@example.com", "c-1@example.com", "no-one@example.com", "c-2@example.com"];
        // The last ones are turned away: the network has been wrong twenty times.
        for requests in [classes.map(register), classes.map(renew), known.map(sign_in), classes.map(register), classes.map(renew), classes.map(register), classes.map(renew)] {
            let mut answers = Vec::new();
            for (request, work) in requests.into_iter().zip(works) {
                script.lock().unwrap().works.push(work);
                answers.push(answer(port, request).await);
                let waited = script.lock().unwrap().waits.pop().unwrap();
                assert_eq!(work + waited, Duration::from_millis(250));
            }
            statuses.push(answers[0].split(' ').nth(1).unwrap().to_owned());
            for answer in &answers {
                assert_eq!(answer, &answers[0]);
            }
        }
        assert_eq!(statuses, ["422", "422", "200", "422", "422", "422", "429"]);
    }
}

/// What a class's answers took, in milliseconds.
#[derive(Default, Clone, Copy)]
struct Sample {
    count: f64,
    sum: f64,
    squares: f64,
}

impl Sample {
    fn add(&mut self, millis: f64) {
        self.count += 1.0;
        self.sum += millis;
        self.squares += millis * millis;
    }

    fn merge(&mut self, other: Self) {
        self.count += other.count;
        self.sum += other.sum;
        self.squares += other.squares;
    }

    fn mean(&self) -> f64 {
        self.sum / self.count
    }

    fn variance(&self) -> f64 {
        (self.squares - self.sum * self.mean()) / (self.count - 1.0)
    }

    /// Welch's t: how far two means lie apart, in standard errors.
    fn t(&self, other: &Self) -> f64 {
        let error = (self.variance() / self.count + other.variance() / other.count).sqrt();
        (self.mean() - other.mean()) / error
    }
}

fn number(variable: &str, usual: usize) -> usize {
    env::var(variable).ok().map_or(usual, |number| number.parse().unwrap())
}

/// One visitor's tries: each class in turn, beginning with another one each time.
fn visit(site: &Served, tries: usize, first: usize) -> [Sample; 3] {
    let classes = [UNKNOWN, WRONG, DELETED];
    let mut samples = [Sample::default(); 3];
    for number in 0..3 * tries {
        let class = (first + number + number / 3) % 3;
        let request = register(classes[class]);
        let mut connection = site.connect();
        let watch = Stopwatch::start();
        connection.write_all(request.as_bytes()).unwrap();
        assert_eq!(Answer::read(connection).status, 422);
        samples[class].add(watch.elapsed().as_secs_f64() * 1000.0);
    }
    samples
}

/// `TENURE_TEST_TRIES` of each class (20,000) by `TENURE_TEST_VISITORS` at once (32).
#[test]
#[ignore = "takes ten minutes: cargo test -p tenure --test promises equal_answers -- --ignored --nocapture"]
fn equal_answers() {
    let (tries, visitors) = (number("TENURE_TEST_TRIES", 20_000), number("TENURE_TEST_VISITORS", 32));
    let (place, server) = (Place::sqlite(), Server::accepting());
    let mut door = prepared(&place.url(), &server);
    for limit in ["PER_NETWORK", "PER_SERIAL", "OVERALL"] {
        door.set(&format!("LIMITS__{limit}"), "1000000000");
    }
    let site = Served::begin(&door, NOW, &["--role", "web"]);
    let mut samples = [Sample::default(); 3];
    thread::scope(|scope| {
        let visits: Vec<_> = (0..visitors)
            .map(|visitor| {
                let site = &site;
                scope.spawn(move || visit(site, tries.div_ceil(visitors), visitor))
            })
            .collect();
        for visit in visits {
            for (sample, seen) in samples.iter_mut().zip(visit.join().unwrap()) {
                sample.merge(seen);
            }
        }
    });
    for (name, sample) in ["unknown", "wrong", "deleted"].iter().zip(&samples) {
        println!(
            "{name:<8} {} answers, mean {:.3} ms, standard deviation {:.3} ms",
            sample.count,
            sample.mean(),
            sample.variance().sqrt()
        );
    }
    for (one, other) in [(0, 1), (0, 2), (1, 2)] {
        let t = samples[one].t(&samples[other]);
        println!("t({one}, {other}) = {t:.2}");
        assert!(t.abs() < 4.5, "the classes {one} and {other} can be told apart");
    }
}
