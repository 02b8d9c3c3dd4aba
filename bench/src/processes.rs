//! Processes that run beside a measurement, and end with it.

use std::{
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

/// How many of `count` things a second were done while `work` ran.
pub fn rate(count: usize, work: impl FnOnce() -> anyhow::Result<()>) -> anyhow::Result<f64> {
    let watch = Stopwatch::start();
    work()?;
    #[expect(clippy::cast_precision_loss, reason = "a rate")]
    Ok(count as f64 / watch.elapsed().as_secs_f64())
}

/// Runs a command to its end and gives what it printed.
pub fn output(command: &mut Command) -> anyhow::Result<String> {
    let done = command.output().with_context(|| format!("{command:?}"))?;
    if !done.status.success() {
        bail!("{command:?}: {}", String::from_utf8_lossy(&done.stderr));
    }
    Ok(String::from_utf8_lossy(&done.stdout).into_owned())
}
