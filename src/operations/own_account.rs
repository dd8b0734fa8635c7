//! Keeps the account that Usher uses out of removals and changes of admins: it leaves a group by `/wa-group leave`,
//! which needs a separate capability.

use groups_api::{ApiError, GroupsApi};
use serde::{Deserialize, Serialize};
use whatsapp::{Participant, Person};

use super::{Failure, GroupRef, find_member};

/// The people whom an operation names, as they were before it.
#[derive(Debug, Serialize, Deserialize)]
pub struct KnownMembers {
    /// The people who are members.
    pub(super) members: Vec<Participant>,
    /// The people who are the account itself.
    pub(super) own: Vec<Person>,
}

impl KnownMembers {
    /// Returns the `people` who are in `all`, the members of the group, and those who are the account itself. Fails if
    /// a person cannot be told apart from the account.
    pub(super) async fn among(
        api: &GroupsApi,
        at: &GroupRef,
        people: &[Person],
        all: Vec<Participant>,
    ) -> Result<Self, Failure> {
        let account = api.account(&at.session).await.map_err(|error| match error {
            // This error concerns the key and the session, not the group.
            ApiError::Forbidden { .. } | ApiError::NotFound => Failure::of_read(ApiError::Unauthorized),
            error => Failure::of_read(error),
        })?;
        // The list shows the account once. Where it is found, all other members are other people.
        let is_listed = all.iter().any(|member| account.is(member));
        let mut own = Vec::new();
        for person in people {
            let member = find_member(&all, person);
            if account.is(&Participant::from(person.clone())) || member.is_some_and(|member| account.is(member)) {
                own.push(person.clone());
            } else if member.is_some_and(|member| !is_listed && !account.is_not(member)) {
                return Err(Failure::of_read(ApiError::Garbled));
            }
        }
        let mut members = all;
        members.retain(|member| people.iter().any(|person| member.is(person)));
        Ok(Self { members, own })
    }

    pub(super) fn find(&self, person: &Person) -> Option<&Participant> {
        find_member(&self.members, person)
    }

    pub(super) fn is_own(&self, person: &Person) -> bool {
        self.own.contains(person)
    }
}
