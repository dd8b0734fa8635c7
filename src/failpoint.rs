//! Places at which a test can stop the program dead, to kill it there. Compiled into debug builds with the sandbox alone.

/// Stands still for ever where `USHER_STOP_AT` names this place.
#[cfg(all(feature = "sandbox", debug_assertions))]
pub(crate) async fn reached(place: &str) {
    use std::sync::LazyLock;
    #[expect(clippy::disallowed_methods, reason = "no configuration: only tests set it")]
    static STOP_AT: LazyLock<Option<String>> = LazyLock::new(|| std::env::var("USHER_STOP_AT").ok());
    if STOP_AT.as_deref() == Some(place) {
        tracing::warn!(place, "stopped, to be killed");
        std::future::pending::<()>().await;
    }
}

#[cfg(not(all(feature = "sandbox", debug_assertions)))]
#[expect(clippy::unused_async, reason = "as its twin")]
pub(crate) async fn reached(_place: &str) {}
