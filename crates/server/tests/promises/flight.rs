//! What was in flight when a process or the database died: that alone may go twice, and with the same bytes.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::Arc,
    time::Duration,
};

use tenure::config::{Config, Keys};
use tenure_domain::State;
use tenure_store::{Fault, Store, notice};
use tenure_testbed::smtp::Server;

use crate::{door::Door, mail::Mail};

/// The attempts that nobody lived to write the end of, by Message-ID.
pub(crate) struct Flight {
    url: String,
    keys: Arc<Keys>,
    left_open: BTreeMap<String, BTreeSet<u32>>,
}

/// What the relay has in the end.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Told {
    /// How many letters, each counted once.
    pub(crate) letters: usize,
    /// How many came again.
    pub(crate) repeats: usize,
}

impl Flight {
    /// Nothing was in flight so far in the installation whose database is at `url`.
    pub(crate) fn of(door: &Door, url: &str) -> Self {
        let config = Config::read_with(&door.file("tenure.toml"), std::iter::empty()).unwrap();
        let keys = Arc::new(Keys::read(&config.keys_path()).unwrap());
        Self { url: url.to_owned(), keys, left_open: BTreeMap::new() }
    }

    /// Reads what stands as being sent now that nobody sends any more. How many attempts that was not known of.
    pub(crate) async fn note(&mut self) -> usize {
        let before = self.attempts();
        // Opened anew each time: a connection that outlives a process would spare the next one the recovery.
        let store = self.open().await;
        for state in [State::Sending, State::Unknown] {
            for (message_id, attempt) in self.standing(&store, state).await {
                self.left_open.entry(message_id).or_default().insert(attempt);
            }
        }
        store.close().await;
        self.attempts() - before
    }

    /// A server that was killed may still be recovering.
    async fn open(&self) -> Store {
        for _ in 0..600 {
            match Store::open(&self.url, Path::new("/")).await {
                Ok(store) => return store,
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        }
        panic!("the database does not come back");
    }

    async fn standing(&self, store: &Store, state: State) -> Vec<(String, u32)> {
        let (keys, filter) =
            (self.keys.clone(), notice::Filter { state: Some(state), ..notice::Filter::default() });
        let read = store.read(move |tx| {
            let mut found = Vec::new();
            notice::for_each(tx, &keys.vault, filter, |listed| {
                found.push((listed.message_id.unwrap_or_default(), listed.notice.attempts));
                Ok::<_, Fault>(())
            })?;
            Ok::<_, Fault>(found)
        });
        read.await.unwrap()
    }

    fn attempts(&self) -> usize {
        self.left_open.values().map(BTreeSet::len).sum()
    }

    /// Holds what the relay has against what was in flight: each letter once, and once more for each attempt that was
    /// left open, octet for octet the same.
    pub(crate) fn judge(&self, server: &Server) -> Told {
        let mut came: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for message in &server.messages() {
            came.entry(Mail::read(message).message_id()).or_default().push(message.text());
        }
        for (message_id, texts) in &came {
            let left_open = self.left_open.get(message_id).map_or(0, BTreeSet::len);
            assert!(
                texts.len() <= 1 + left_open,
                "{message_id} came {} times, and {left_open} of its attempts were left open",
                texts.len()
            );
            assert!(texts.iter().all(|text| *text == texts[0]), "{message_id}: a repeat has other bytes");
        }
        Told { letters: came.len(), repeats: came.values().map(Vec::len).sum::<usize>() - came.len() }
    }
}
