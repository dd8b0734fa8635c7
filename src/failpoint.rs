//! Places at which a test can stop the program before it kills it. Compiled only into debug builds with the sandbox.

/// Never returns if `USHER_STOP_AT` names this place.
#[cfg(all(feature = "sandbox", debug_assertions))]
pub(crate) async fn reached(place: &str) {
    use std::sync::LazyLock;
    #[expect(clippy::disallowed_methods, reason = "not configuration: only tests set it")]
    static STOP_AT: LazyLock<Option<String>> = LazyLock::new(|| std::env::var("USHER_STOP_AT").ok());
    if STOP_AT.as_deref() == Some(place) {
        tracing::warn!(place, "stopped at a failpoint");
        std::future::pending::<()>().await;
    }
}

#[cfg(not(all(feature = "sandbox", debug_assertions)))]
#[expect(clippy::unused_async, reason = "same signature as the debug version")]
pub(crate) async fn reached(_place: &str) {}
