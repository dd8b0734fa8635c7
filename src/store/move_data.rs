//! Copies the whole store to another place, of the same kind or of the other.

use anyhow::Context as _;

use super::copy::{CopiedTable, CopySide, GoneInstances, copy};
use super::schema;
use super::url::StoreLocation;
use super::{Store, StoreUrl};

/// Copies all data from one store to another that has none, and returns the tables after their rows were counted on
/// both sides. No bot may run on either: `gone` returns the instances that have stopped. The source stays as it is,
/// except that its tables become those of this version.
pub async fn move_data(
    from: &StoreUrl,
    to: &StoreUrl,
    gone: impl AsyncFn(&Store) -> anyhow::Result<GoneInstances>,
) -> anyhow::Result<Vec<CopiedTable>> {
    match (from.place(), to.place()) {
        (StoreLocation::Memory, _) => anyhow::bail!("store.url: a store in memory cannot be moved"),
        (_, StoreLocation::Memory) => anyhow::bail!("--to: a store in memory ends with this command"),
        (StoreLocation::File(file), _) if !file.is_file() => {
            anyhow::bail!("store.url: there is no store at {}", file.display());
        }
        (StoreLocation::File(one), StoreLocation::File(other))
            if one.canonicalize().ok().is_some_and(|one| other.canonicalize().is_ok_and(|other| other == one)) =>
        {
            anyhow::bail!("--to: this is the configured store");
        }
        _ => {}
    }
    let source = Store::open(from).await?;
    let moved = match Store::open(to).await.context("--to") {
        Ok(target) => {
            let moved = between(&source, &target, gone).await;
            target.close().await;
            moved
        }
        Err(error) => Err(error),
    };
    source.close().await;
    moved
}

async fn between(
    source: &Store,
    target: &Store,
    gone: impl AsyncFn(&Store) -> anyhow::Result<GoneInstances>,
) -> anyhow::Result<Vec<CopiedTable>> {
    let gone_from_source = gone(source).await.context("store.url")?;
    let gone_from_target = gone(target).await.context("--to")?;
    let from = CopySide { store: source, gone: Some(&gone_from_source) };
    let to = CopySide { store: target, gone: Some(&gone_from_target) };
    copy(from, to, &schema::tables().await?, false).await
}
