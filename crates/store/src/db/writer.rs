//! The one thread that writes to a SQLite file: all units that wait go into one synced commit.

use std::{
    ops::ControlFlow,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    thread,
};

use tokio::sync::{mpsc, oneshot};

use super::{
    Engine, Fault, own_text,
    tx::{Link, Tx},
};

/// How many units share a commit at most: a wait for the disk is spread thin, and nobody waits long for strangers.
const GROUP: usize = 256;
/// How many units may wait; further callers wait at the door, where giving up costs nothing.
const QUEUE: usize = 1024;

/// The way to the writing thread, which ends when the last of these is gone or at [`Writer::close`].
pub(super) struct Writer {
    queue: mpsc::Sender<Order>,
    commits: Arc<AtomicU64>,
}

enum Order {
    Unit(Box<dyn Waiting>),
    Stop(oneshot::Sender<()>),
}

/// A unit of work in the queue, with somebody waiting for its answer.
trait Waiting: Send {
    /// Do the work and keep its result; whether it may be committed.
    fn run(&mut self, tx: &mut Tx) -> bool;
    /// Hand over the result, or the fault that undid the whole group.
    fn answer(self: Box<Self>, undone: Option<&Fault>);
}

struct Unit<F, T, E> {
    work: F,
    result: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<F, T, E> Waiting for Unit<F, T, E>
where
    F: Fn(&mut Tx) -> Result<T, E> + Send,
    T: Send,
    E: From<Fault> + Send,
{
    fn run(&mut self, tx: &mut Tx) -> bool {
        self.result.insert(tx.run(&self.work)).is_ok()
    }

    fn answer(self: Box<Self>, undone: Option<&Fault>) {
        // Also a refusal is undone: it may have been founded on what another unit of the group had written.
        let result = match (undone, self.result) {
            (None, Some(result)) => result,
            (Some(fault), _) => Err(fault.clone().into()),
            (None, None) => Err(Fault::closed().into()),
        };
        // Who no longer waits does not want to know.
        let _ = self.reply.send(result);
    }
}

impl Writer {
    /// Start the thread.
    pub(super) fn start(tx: Tx) -> Result<Self, Fault> {
        let (queue, orders) = mpsc::channel(QUEUE);
        let commits = Arc::new(AtomicU64::new(0));
        let counted = Arc::clone(&commits);
        thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || serve(tx, orders, &counted))
            .map_err(|error| Fault::new("start the writing thread", error))?;
        Ok(Self { queue, commits })
    }

    /// Have `work` done and committed; answers after the commit.
    pub(super) async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: Fn(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let unit = Unit { work, result: None, reply };
        self.queue.send(Order::Unit(Box::new(unit))).await.map_err(|_| Fault::closed())?;
        answer.await.map_err(|_| Fault::closed())?
    }

    /// Finish what was ordered before, then end the thread and its connection.
    pub(super) async fn close(&self) {
        let (ended, wait) = oneshot::channel();
        if self.queue.send(Order::Stop(ended)).await.is_ok() {
            let _ = wait.await;
        }
    }

    pub(super) fn commits(&self) -> u64 {
        self.commits.load(Ordering::Relaxed)
    }
}

fn serve(mut tx: Tx, mut orders: mpsc::Receiver<Order>, commits: &AtomicU64) {
    while let Some(order) = orders.blocking_recv() {
        let stop = match order {
            Order::Stop(ended) => ControlFlow::Break(ended),
            Order::Unit(first) => group(&mut tx, first, &mut orders, commits),
        };
        if let ControlFlow::Break(ended) = stop {
            drop((tx, orders));
            let _ = ended.send(());
            return;
        }
    }
}

/// One commit: the first unit and whoever comes along while it is being worked on.
fn group(
    tx: &mut Tx,
    first: Box<dyn Waiting>,
    orders: &mut mpsc::Receiver<Order>,
    commits: &AtomicU64,
) -> ControlFlow<oneshot::Sender<()>> {
    let mut stop = ControlFlow::Continue(());
    let mut done = Vec::new();
    let mut next = Some(first);
    let mut state = tx.link().control(own_text::begin_write(Engine::Sqlite));
    while let Some(mut unit) = next.take() {
        let is_first = done.is_empty();
        state = state.and_then(|()| step(tx, &mut *unit, is_first));
        done.push(unit);
        if done.len() < GROUP {
            match orders.try_recv() {
                Ok(Order::Unit(unit)) => next = Some(unit),
                Ok(Order::Stop(ended)) => stop = ControlFlow::Break(ended),
                Err(_) => {}
            }
        }
    }
    let state = state.and_then(|()| tx.link().control("COMMIT"));
    if state.is_ok() {
        commits.fetch_add(1, Ordering::Relaxed);
    } else {
        // Some failures have ended the transaction already; then there is nothing to roll back.
        let _ = tx.link().control("ROLLBACK");
    }
    for unit in done {
        unit.answer(state.as_ref().err());
    }
    stop
}

/// One unit; an error here means that the whole group is lost.
///
/// The first one has the transaction to itself so far. The others get a savepoint each, for which SQLite keeps every
/// page as it was before.
fn step(tx: &mut Tx, unit: &mut dyn Waiting, is_first: bool) -> Result<(), Fault> {
    if !is_first {
        tx.link().control("SAVEPOINT unit")?;
    }
    let keep = unit.run(tx);
    if has_lost_its_transaction(tx) {
        return Err(Fault::new(
            "unit of work",
            "SQLite gave up the whole transaction (disk full or failing?)",
        ));
    }
    match (is_first, keep) {
        (true, true) => Ok(()),
        (true, false) => {
            tx.link().control("ROLLBACK")?;
            tx.link().control(own_text::begin_write(Engine::Sqlite))
        }
        (false, true) => tx.link().control("RELEASE SAVEPOINT unit"),
        (false, false) => {
            tx.link().control("ROLLBACK TO SAVEPOINT unit")?;
            tx.link().control("RELEASE SAVEPOINT unit")
        }
    }
}

fn has_lost_its_transaction(tx: &mut Tx) -> bool {
    matches!(tx.link(), Link::Sqlite(connection) if connection.is_autocommit())
}
