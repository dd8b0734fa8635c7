//! What the bot must remember: the journal, and operations that wait for somebody's word. Kept in memory, and bounded.

mod confirmations;
mod journal;

pub use confirmations::{Confirmations, Pending, PendingId, TooManyPending};
pub use journal::{Case, End, Entry, Journal, JournalError, Row};
