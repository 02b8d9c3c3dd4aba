//! The feed of events: each gets its place after it was committed, so that whoever follows misses none, however long
//! the transaction of one of them took.

use tenure_domain::Event;
use tenure_store::{Fault, Store, event};

/// Up to `limit` events after a place, each with its own. Where the feed has no more, newer events get their places first.
pub async fn follow(store: &Store, after: i64, limit: u32) -> Result<Vec<(i64, Event)>, Fault> {
    let page = store.read(move |tx| event::follow(tx, after, limit)).await?;
    if page.len() == limit as usize {
        return Ok(page);
    }
    store.write(event::place).await?;
    store.read(move |tx| event::follow(tx, after, limit)).await
}
