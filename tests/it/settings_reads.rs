//! How often the settings of a server are read. In a store that several instances share, each read is a statement.

use std::fmt;
use std::sync::{Arc, Mutex};

use sandbox::ALPHA;
use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt as _};
use tracing_subscriber::registry::LookupSpan;

use crate::harness::TestBot;
use crate::postgres::Database;

/// The statement with which each read of the settings begins.
const READ: &str = "SELECT version FROM servers";

/// The statements that this thread's interactions cause, as sqlx logs them. Those of the workers do not count: they read
/// the settings at any time.
#[derive(Clone, Default)]
struct Statements(Arc<Mutex<Vec<String>>>);

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Statements {
    fn on_event(&self, event: &Event<'_>, ctx: Context<'_, S>) {
        let is_of_interaction =
            ctx.event_scope(event).is_some_and(|mut spans| spans.any(|span| span.name() == "interaction"));
        if is_of_interaction && event.metadata().target() == "sqlx::query" {
            event.record(&mut self.clone());
        }
    }
}

impl Visit for Statements {
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "summary" {
            self.0.lock().unwrap().push(value.to_owned());
        }
    }

    fn record_debug(&mut self, _field: &Field, _value: &dyn fmt::Debug) {}
}

impl Statements {
    /// Returns the number of reads of settings since the last call.
    fn take_reads(&self) -> usize {
        let statements = std::mem::take(&mut *self.0.lock().unwrap());
        statements.iter().filter(|statement| statement.starts_with(READ)).count()
    }
}

#[tokio::test]
async fn settings_are_read_at_most_twice_before_a_question() {
    let Some(database) = Database::make().await else { return };
    let statements = Statements::default();
    let _logged = tracing::subscriber::set_default(tracing_subscriber::registry().with(statements.clone()));
    // While there is one subscriber, a thread without it that reaches a statement first disables that event for all threads.
    let _second = tracing::Dispatch::new(tracing_subscriber::registry().with(Statements::default()));
    let store = database.url();
    TestBot::with(|scene| scene.store = store)
        .run(async |bot| {
            for group in [ALPHA, "Alpha Team"] {
                statements.take_reads();
                let question = bot.command("moderator", "wa-group invite revoke", &[("group", group)]).await;
                let before_question = statements.take_reads();
                // Before the acknowledgement, and before the question. A read that times out is not logged.
                assert!((1..=2).contains(&before_question), "{group}: {before_question}");
                let reply = bot.press("moderator", &question, "Revoke").await;
                assert!(reply.title().contains("Alpha Team"), "{}", reply.text());
                let after_press = statements.take_reads();
                assert!(after_press >= 1, "the press is authorized again");
            }
        })
        .await;
    database.drop().await;
}
