//! What is true of WhatsApp with every provider: identifiers, invite links, groups and their members. There is no I/O
//! here, and nothing of a provider's API.
//!
//! People paste these identifiers in many forms; parsing accepts them all, and creates one form. A value of these types
//! can be put into a path or a body unchanged.
//!
//! ```
//! use whatsapp::{InvalidId, InviteCode, Person, PhoneNumber};
//!
//! let ana: Person = "+55 (11) 97777-0001".parse()?;
//! assert_eq!(ana, Person::Phone("5511977770001".parse()?));
//! // For public places, and for logs.
//! assert_eq!(ana.masked(), "+55\u{a0}•••••\u{a0}0001");
//! assert!(!format!("{ana:?}").contains("97777"));
//!
//! let code: InviteCode = "https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv?mode=gi_t".parse()?;
//! assert_eq!(code.as_str(), "AbCdEfGhIjKlMnOpQrStUv");
//! # Ok::<(), InvalidId>(())
//! ```

mod equivalents;
mod group;
mod hidden;
mod ids;
mod invite_links;
mod member_index;
pub mod people;
#[cfg(test)]
mod tests;
pub mod unicode;

pub use equivalents::LineKey;
pub use group::{
    AddAnswer, Group, GroupSetting, GroupSettings, InvitePreview, JoinDecision, JoinRequest, ListedGroup, Participant,
    Role, Who,
};
pub use hidden::{MASK, hide_numbers};
pub use ids::{GroupId, InvalidId, InviteCode, Lid, Person, PhoneNumber, SessionName};
pub use member_index::{MemberIndex, retain_people};
