//! Keeps the account that Usher uses out of removals and changes of admins: it leaves a group by `/wa-group leave`,
//! which needs a separate capability.

use groups_api::{ApiError, GroupsApi};
use serde::{Deserialize, Serialize};
use whatsapp::{MemberIndex, Participant, Person, retain_people};

use super::batches::NamedPeople;
use super::{Failure, GroupRef, PEOPLE_PER_REQUEST};

/// The people whom an operation names, as they were before it.
#[derive(Debug, Serialize, Deserialize)]
pub struct KnownMembers {
    /// The members who are one of the people, or may be by another form of a number.
    pub(super) members: Vec<Participant>,
    /// The people who are the account itself.
    pub(super) own: Vec<Person>,
    /// People in one request, as the provider takes them.
    #[serde(default = "usual_people", skip_serializing_if = "is_usual")]
    pub(super) at_once: usize,
}

fn usual_people() -> usize {
    PEOPLE_PER_REQUEST
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde expects")]
fn is_usual(people: &usize) -> bool {
    *people == PEOPLE_PER_REQUEST
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
        // The list shows the account once. Where its exact id is found, all other members are other people.
        let is_listed = all.iter().any(|member| account.is_exactly(member));
        let is_own = |member: &Participant| account.is_exactly(member) || !is_listed && account.is(member);
        let index = MemberIndex::new(&all);
        let mut own = Vec::new();
        for person in people {
            let (id, member) = (Participant::from(person.clone()), index.find(person));
            if account.is_exactly(&id) || member.map_or_else(|| account.is(&id), is_own) {
                own.push(person.clone());
            } else if member.is_some_and(|member| !is_listed && !account.is_not(member)) {
                return Err(Failure::of_read(ApiError::Garbled));
            }
        }
        let mut members = all;
        retain_people(&mut members, people);
        Ok(Self { members, own, at_once: api.features(&at.session).people_per_request })
    }

    pub(super) fn index(&self) -> MemberIndex<'_> {
        MemberIndex::new(&self.members)
    }

    /// Selects those of `people` for whom `is_named` holds, each once, under the ids by which the list shows them.
    pub(super) fn named(&self, people: &[Person], is_named: impl Fn(&Person, &Participant) -> bool) -> NamedPeople {
        let index = self.index();
        NamedPeople::new(people, |person| {
            let (place, member) = (index.place(person)?, index.find(person)?);
            is_named(person, member).then(|| (place, member.id_of(person)))
        })
    }

    pub(super) fn is_own(&self, person: &Person) -> bool {
        self.own.contains(person)
    }
}
