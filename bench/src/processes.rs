//! Processes that run beside a measurement, and end with it.

use std::{
    fs,
    net::{TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    time::Duration,
};

use anyhow::{Context as _, bail};
use tenure::clock::Stopwatch;

/// A process that is ended when it is dropped.
pub struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Postfix's own sink: it takes every letter and keeps none.
pub struct Sink {
    /// Where it listens.
    pub port: u16,
    _running: Running,
}

impl Sink {
    /// Starts one.
    pub async fn start() -> anyhow::Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let running = Command::new("smtp-sink")
            .args(["-u", "nobody", &format!("127.0.0.1:{port}"), "1000"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("smtp-sink is missing: apt-get install --no-install-recommends postfix")?;
        let running = Running(running);
        for _ in 0..100 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Ok(Self { port, _running: running });
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        bail!("smtp-sink does not answer on port {port}")
    }
}

/// What a turn gave.
#[derive(Debug, Clone, Copy)]
pub struct Turn {
    /// How many things a second.
    pub per_second: f64,
    /// How much time of a core each took in the processes that were run for it, in microseconds; none where the system
    /// does not tell. Whoever else is at work on the machine slows a turn down and changes this little.
    pub cpu_micros: Option<f64>,
}

/// Has `work` do `count` things by processes that it runs and waits for.
pub fn turn(count: usize, work: impl FnOnce() -> anyhow::Result<()>) -> anyhow::Result<Turn> {
    #[expect(clippy::cast_precision_loss, reason = "a rate")]
    let count = count as f64;
    let (watch, before) = (Stopwatch::start(), cpu_of_children());
    work()?;
    let per_second = count / watch.elapsed().as_secs_f64();
    let cpu_secs = cpu_of_children().zip(before).map(|(after, before)| after - before);
    Ok(Turn { per_second, cpu_micros: cpu_secs.map(|secs| secs * 1e6 / count) })
}

/// How much time of a core the processes took that were waited for, in seconds (proc(5): cutime and cstime, in
/// hundredths).
fn cpu_of_children() -> Option<f64> {
    let told = fs::read_to_string("/proc/self/stat").ok()?;
    let after_name = told.rsplit_once(')')?.1;
    let ticks: Vec<f64> =
        after_name.split_whitespace().skip(13).take(2).filter_map(|ticks| ticks.parse().ok()).collect();
    Some(ticks.iter().sum::<f64>() / 100.0)
}

/// Runs a command to its end and gives what it printed.
pub fn output(command: &mut Command) -> anyhow::Result<String> {
    let done = command.output().with_context(|| format!("{command:?}"))?;
    if !done.status.success() {
        bail!("{command:?}: {}", String::from_utf8_lossy(&done.stderr));
    }
    Ok(String::from_utf8_lossy(&done.stdout).into_owned())
}
