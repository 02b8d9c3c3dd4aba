//! A PostgreSQL cluster of one test's own, to be killed: the one that `./test` starts serves all the other tests.

use std::{
    fs,
    net::{Ipv4Addr, TcpListener},
    path::{Path, PathBuf},
    process::{self, Command, Output, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    thread,
    time::Duration,
};

/// How often a start is tried: what an earlier life left behind may take a moment to go.
const STARTS: u32 = 20;
/// How long from one try to the next.
const BETWEEN: Duration = Duration::from_millis(500);
/// Ports below those that the system hands out by itself: nobody gets one of these while a killed server does not hold it.
const PORTS: std::ops::Range<u16> = 31_000..32_700;

/// A running cluster in a folder for temporary files; both are gone when this value is.
#[derive(Debug)]
pub struct Cluster {
    folder: PathBuf,
    port: u16,
}

impl Cluster {
    /// Makes a cluster and starts it.
    ///
    /// # Panics
    /// When Debian's PostgreSQL is not installed or does not start: nothing is skipped silently.
    pub fn start() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("tenure-cluster-{}-{count}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("the folder for temporary files can be written");
        if is_root() {
            done(Command::new("chown").arg("postgres").arg(&folder));
        }
        let cluster = Self { folder, port: free_port() };
        let how = ["-D", "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"];
        done(cluster.command("initdb").args(how));
        cluster.start_again();
        cluster
    }

    /// The URL of its database.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    /// `kill -9` of the server and of every process it has, as a power cut would.
    pub fn kill(&self) {
        let server = self.server();
        let children = children_of(server);
        kill(server);
        children.into_iter().for_each(kill);
    }

    /// `kill -9` of one of its processes, by `luck`: the server takes this for a crash, ends every conversation and
    /// recovers by itself.
    pub fn kill_one(&self, luck: usize) {
        let children = children_of(self.server());
        if let Some(child) = children.get(luck % children.len().max(1)) {
            kill(*child);
        }
    }

    /// Starts it after [`Cluster::kill`], and waits until it has recovered.
    ///
    /// # Panics
    /// When it does not start.
    pub fn start_again(&self) {
        let settings = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories={}",
            self.port,
            self.folder.display()
        );
        let start = || {
            let how = ["start", "-w", "-D", "data", "-l", "server.log", "-o", &settings];
            // Its standard output is inherited by the server, and would never end.
            let mut command = self.command("pg_ctl");
            command.args(how).stdout(Stdio::null()).stderr(Stdio::null());
            command.status().is_ok_and(|status| status.success())
        };
        let log = || fs::read_to_string(self.folder.join("server.log")).unwrap_or_default();
        let comes = |_| start() || (wait(), false).1;
        assert!((0..STARTS).any(comes), "PostgreSQL does not start:\n{}", log());
    }

    fn server(&self) -> u32 {
        let text = fs::read_to_string(self.folder.join("data/postmaster.pid")).unwrap_or_default();
        text.lines().next().and_then(|line| line.parse().ok()).expect("the server is running")
    }

    /// One of PostgreSQL's programs, in the folder of the cluster, and not as root.
    fn command(&self, program: &str) -> Command {
        let program = programs().join(program);
        let mut command = if is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        command.current_dir(&self.folder);
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if self.folder.join("data/postmaster.pid").exists() {
            self.kill();
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Where Debian keeps the programs of the newest PostgreSQL.
fn programs() -> PathBuf {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let version = |path: &Path| path.file_name()?.to_str()?.parse::<u32>().ok();
    let newest = versions.map(|entry| entry.path()).max_by_key(|path| version(path));
    newest.expect("PostgreSQL is installed: `./test` does it").join("bin")
}

fn is_root() -> bool {
    String::from_utf8_lossy(&done(Command::new("id").arg("-u")).stdout).trim() == "0"
}

/// A port that is free now; another process begins to look elsewhere.
fn free_port() -> u16 {
    let count = u32::from(PORTS.end - PORTS.start);
    let first = process::id() % count;
    let ports = (0..count).filter_map(|step| u16::try_from((first + step) % count).ok());
    let mut ports = ports.map(|step| PORTS.start + step);
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    ports.find(is_free).expect("a free port on 127.0.0.1")
}

#[expect(clippy::disallowed_methods, reason = "what a killed server left behind takes a moment to go")]
fn wait() {
    thread::sleep(BETWEEN);
}

fn children_of(process: u32) -> Vec<u32> {
    let path = format!("/proc/{process}/task/{process}/children");
    let text = fs::read_to_string(path).unwrap_or_default();
    text.split_whitespace().filter_map(|child| child.parse().ok()).collect()
}

/// It may have ended before.
fn kill(process: u32) {
    let _ = Command::new("kill").args(["-9", &process.to_string()]).stderr(Stdio::null()).status();
}

fn done(command: &mut Command) -> Output {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}
