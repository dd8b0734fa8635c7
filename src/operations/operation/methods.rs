//! What an operation says of itself, beyond what each says by itself.

use whatsapp::unicode::match_key;
use whatsapp::{Person, SessionName};

use super::{Operation, Outcome};
use crate::access::{Groups, Target};
use crate::operations::repeats::lines;
use crate::operations::{ActsOn, AddMembers, Confirm, Continuation, GroupRef, Labels};

impl Operation {
    /// Returns the existing group that the operation acts on, if any.
    pub fn group(&self) -> Option<&GroupRef> {
        match self.acts_on() {
            ActsOn::Group(at) => Some(at),
            ActsOn::NewGroup(_) | ActsOn::Groups(_) | ActsOn::Server => None,
        }
    }

    /// Returns the session that the operation acts in, if it acts in one.
    pub fn session(&self) -> Option<&SessionName> {
        self.target().session
    }

    pub fn target(&self) -> Target<'_> {
        match self.acts_on() {
            ActsOn::Group(GroupRef { session, group, .. }) => Target::of_group(session, group),
            ActsOn::NewGroup(session) => Target { session: Some(session), groups: Groups::Any },
            ActsOn::Groups(session) => Target { session: Some(session), groups: Groups::InScope },
            ActsOn::Server => Target::IN_SCOPE,
        }
    }

    /// Returns the operation for other people. An operation that names nobody stays as it is.
    #[must_use]
    pub fn with_people(mut self, people: Vec<Person>, labels: Labels) -> Self {
        match &mut self {
            Self::CreateGroup(operation) => (operation.people, operation.labels) = (people, labels),
            Self::AddMembers(operation) => (operation.people, operation.labels) = (people, labels),
            Self::RemoveMembers(operation) => (operation.people, operation.labels) = (people, labels),
            Self::ChangeAdmins(operation) => (operation.people, operation.labels) = (people, labels),
            Self::DecideJoinRequests(operation) => (operation.people, operation.labels) = (people, labels),
            _ => {}
        }
        self
    }

    /// Returns the operation that adds the people whom this one did not request, if its user wanted that.
    pub fn continuation(&self, outcome: &Outcome) -> Option<Continuation> {
        match (self, outcome) {
            (Self::AddMembers(operation), Outcome::AddMembers(outcome)) => operation.continuation(outcome),
            _ => None,
        }
    }

    /// Returns the addition of the first `most` people, and of the others later.
    pub fn in_parts(&self, most: usize) -> Option<Self> {
        match self {
            Self::AddMembers(all) if most > 0 => {
                Some(Self::AddMembers(AddMembers { most: Some(most), rest_later: true, ..all.clone() }))
            }
            _ => None,
        }
    }

    /// Returns whether the operation asks WhatsApp to add the people whom it names.
    pub fn adds_people(&self) -> bool {
        matches!(self, Self::CreateGroup(_) | Self::AddMembers(_))
    }

    /// Returns whether this change requests everything that the `other` one requests.
    pub fn covers(&self, other: &Self) -> bool {
        let mine = lines(self.people());
        self.repeats(other) && other.people().iter().all(|person| mine.contains(&person.line_key()))
    }

    /// Returns whether `typed` confirms the operation where [`Confirm::TypeName`] asks for a name. It compares the
    /// visible text: a modal shows neither line breaks nor invisible characters.
    pub fn is_confirmed_by(&self, typed: Option<&str>) -> bool {
        let is_same = |text: &str| typed.is_some_and(|typed| match_key(typed) == match_key(text));
        self.confirm() != Confirm::TypeName || self.group().is_some_and(|at| is_same(at.name_to_type()))
    }
}
