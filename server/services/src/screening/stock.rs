//! The lists that count, made ready. A file never changes, so that one made ready stays so; a few are kept.

use crate::{Result, ServiceError, Services};
use domain::{
    Actor, ListFileId, ListId,
    screening::{
        Listed,
        lists::{Entry, Meaning, Source},
    },
};
use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};
use store::{TenantTx, screening::lists};

/// A list that counts.
#[derive(Clone, Debug)]
pub(crate) struct Ready {
    /// Which.
    pub(crate) list: ListId,
    /// Its file.
    pub(crate) file: ListFileId,
    /// Whose it is.
    pub(crate) source: Source,
    /// What a hit means, as the tenant says.
    pub(crate) meaning: Meaning,
    /// Its entries with their index.
    pub(crate) listed: Arc<Listed>,
}

/// Files that stay ready.
const KEPT: usize = 24;

static FILES: LazyLock<Mutex<HashMap<ListFileId, Arc<Listed>>>> = LazyLock::new(Mutex::default);

/// Every list of the tenant that has a file. Call it before a transaction is begun: making one ready takes a while.
pub(crate) async fn current(services: &Services, actor: &Actor) -> Result<Vec<Ready>> {
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let mut counting = Vec::new();
    for list in lists::all(&mut tx).await? {
        let Some(current) = list.current else { continue };
        let kept = FILES.lock().unwrap_or_else(PoisonError::into_inner).get(&current.file).cloned();
        let listed = match kept {
            Some(listed) => Ok(listed),
            None => Err(lists::entries(&mut tx, current.file).await?),
        };
        counting.push((list, current.file, listed));
    }
    drop(tx);
    let mut ready = Vec::new();
    for (list, file, listed) in counting {
        let listed = match listed {
            Ok(listed) => listed,
            Err(entries) => make(file, entries).await?,
        };
        ready.push(Ready { list: list.id, file, source: list.source, meaning: list.meaning, listed });
    }
    Ok(ready)
}

async fn make(file: ListFileId, entries: Vec<Entry>) -> Result<Arc<Listed>> {
    let made = tokio::task::spawn_blocking(move || Arc::new(Listed::new(entries))).await;
    let made = made.map_err(|error| ServiceError::Internal(error.into()))?;
    keep(file, &made);
    Ok(made)
}

fn keep(file: ListFileId, listed: &Arc<Listed>) {
    let mut files = FILES.lock().unwrap_or_else(PoisonError::into_inner);
    if files.len() >= KEPT {
        files.clear();
    }
    files.insert(file, Arc::clone(listed));
}
