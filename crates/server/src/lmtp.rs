//! LMTP: a mail server on this machine hands over what comes back (RFC 2033). There is no password, so nobody else
//! is let in; and nobody can make a report up, because a return path names its letter and proves it.

use std::{sync::Arc, time::Duration};

use anyhow::Context as _;
use tenure_domain::Address;
use tenure_post::{
    bounce,
    lmtp::{Host, Reception, Taken, converse, turn_away},
    verp,
};
use tenure_store::Fault;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
    task::JoinSet,
};

use crate::{
    actions::bounce::{Settlement, settle_report},
    house::House,
};

/// So many conversations at once, at most.
const MOST: usize = 64;

/// How long nobody is let in after the system refused to.
const PAUSE: Duration = Duration::from_secs(1);

/// Takes the address that `mail.lmtp_listen` names; none where it names none.
pub async fn listen(address: &str) -> anyhow::Result<Option<TcpListener>> {
    if address.is_empty() {
        return Ok(None);
    }
    let listener = TcpListener::bind(address).await.with_context(|| {
        format!("cannot listen on {address} (mail.lmtp_listen): is another program there, or is the port below 1024 and not allowed to this user?")
    })?;
    tracing::info!("what comes back is taken at {} (LMTP)", listener.local_addr()?);
    Ok(Some(listener))
}

/// Serves until the bell says that it is over: messages that are whole are settled and answered.
pub async fn serve(house: Arc<House>, listener: TcpListener) {
    let host = Arc::new(Host::new(name(&house)));
    let (turns, mut talks) = (Arc::new(Semaphore::new(MOST)), JoinSet::new());
    loop {
        let accepted = tokio::select! {
            () = house.bell.over() => break,
            accepted = listener.accept() => accepted,
        };
        while talks.try_join_next().is_some() {}
        match accepted {
            Ok((stream, _)) => {
                // In the order of the callers, not of the tasks.
                let turn = turns.clone().try_acquire_owned().ok();
                talks.spawn(receive(house.clone(), stream, host.clone(), turn));
            }
            Err(error) => {
                tracing::error!("LMTP: nobody can be let in: {error}");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
    while talks.join_next().await.is_some() {}
}

/// How we present ourselves.
fn name(house: &House) -> String {
    let return_path = house.desk.settings.return_path();
    return_path.rsplit_once('@').map_or("localhost", |(_, domain)| domain).to_owned()
}

/// One conversation, for whoever has a turn.
async fn receive(house: Arc<House>, stream: TcpStream, host: Arc<Host>, turn: Option<OwnedSemaphorePermit>) {
    match turn {
        Some(_turn) => converse(stream, &host, &Returns(house)).await,
        None => turn_away(stream, &host).await,
    }
}

/// What is done with messages that come back.
struct Returns(Arc<House>);

impl Reception for Returns {
    /// The return path of a letter, or the address below which they lie: complaints come there.
    fn knows(&self, recipient: &str) -> bool {
        let desk = &self.0.desk;
        let is_whole = || recipient.parse::<Address>().ok() == desk.settings.return_path().parse().ok();
        verp::read(recipient, &desk.keys.message_id).is_some() || is_whole()
    }

    async fn take(&self, message: Vec<u8>, recipients: Vec<String>) -> Vec<Taken> {
        let count = recipients.len();
        match self.settle(&message, recipients).await {
            Ok(settled) => settled.into_iter().map(|one| Taken::Done(one.words().to_owned())).collect(),
            Err(fault) => {
                tracing::error!("a message that came in could not be settled: {fault}");
                vec![Taken::Later("try again later: this cannot be kept just now".to_owned()); count]
            }
        }
    }

    async fn over(&self) {
        self.0.bell.over().await;
    }
}

impl Returns {
    /// All recipients or none: what is answered 2xx is committed.
    async fn settle(&self, message: &[u8], recipients: Vec<String>) -> Result<Vec<Settlement>, Fault> {
        let (desk, now, heard) = (self.0.desk.clone(), self.0.clock.now(), bounce::read(message));
        let settled: Vec<Settlement> = self
            .0
            .store
            .write(move |tx| {
                let each = recipients.iter().map(|to| settle_report(tx, &desk, &heard, Some(to), now));
                each.collect::<Result<_, Fault>>()
            })
            .await?;
        for one in &settled {
            one.log();
        }
        Ok(settled)
    }
}
