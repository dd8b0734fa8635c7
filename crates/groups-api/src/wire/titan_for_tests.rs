//! The readers with the names of Titan's contract, for tests.

use super::list::list_within as within;
use super::*;

const PLACE: ListPlace = ListPlace { path: &["data"], is_keyed: false };

/// An entry that Titan lists.
pub(super) trait Listable: Entry {
    fn names() -> &'static Self::Names;
}

impl Listable for ListedGroup {
    fn names() -> &'static GroupNames {
        &TITAN.group
    }
}

impl Listable for Participant {
    fn names() -> &'static MemberNames {
        &TITAN.member
    }
}

impl Listable for RankedParticipant {
    fn names() -> &'static MemberNames {
        &TITAN.member
    }
}

pub(super) fn list<T: Listable>(body: impl Read) -> Result<Listed<T>, Unread> {
    super::list(T::names(), PLACE, body)
}

pub(super) fn list_within<T: Listable>(bytes: usize, body: impl Read) -> Result<Listed<T>, Unread> {
    within(bytes, T::names(), PLACE, body)
}

pub(super) fn group(data: &Value) -> Option<Group> {
    super::group(&TITAN, data)
}

pub(super) fn participant(data: &Value) -> Option<Participant> {
    super::participant(&TITAN.member, data)
}

pub(super) fn joined(data: &Value) -> Option<Joined> {
    super::joined(&TITAN, data)
}

pub(super) fn preview(data: &Value) -> Option<InvitePreview> {
    super::preview(&TITAN, data)
}
