//! An operation whose people come from a list, until it is confirmed.

use serde::{Deserialize, Serialize};

use super::ReadList;
use crate::error::{InputError, UserError};
use crate::operations::{Operation, PEOPLE_PER_REQUEST};

/// The people of a list that an operation takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selection {
    /// Everyone who was found.
    All,
    /// Those whose numbers did not have to be guessed.
    Sure,
    /// Everyone who was found, of whom only as many are added as the account may still add today.
    First,
    /// As [`Self::First`], and the others on the days after.
    FirstThenRest,
}

/// An operation that was requested, and the list that its people come from.
#[derive(Debug)]
pub struct Planned {
    pub operation: Operation,
    pub list: Option<Box<ReadList>>,
}

impl<O: Into<Operation>> From<O> for Planned {
    fn from(operation: O) -> Self {
        Self { operation: operation.into(), list: None }
    }
}

impl Planned {
    /// Returns the operation with everyone of the list. Returns [`InputError::NobodyFound`] if the list has nobody, and
    /// another country would not change that.
    pub fn with_list(operation: impl Into<Operation>, list: ReadList) -> Result<Self, UserError> {
        let operation = select(&operation.into(), &list, Selection::All)?;
        if operation.people().is_empty() && !list.depends_on_country() {
            return Err(InputError::NobodyFound(Box::new(list)).into());
        }
        Ok(Self { operation, list: Some(Box::new(list)) })
    }
}

/// Returns the operation with the people of a selection. Returns [`InputError::TooManyPeople`] if a group cannot be
/// created with so many.
pub fn select(operation: &Operation, list: &ReadList, selection: Selection) -> Result<Operation, UserError> {
    let (people, labels) = list.select(selection);
    if matches!(operation, Operation::CreateGroup(_)) && people.len() > PEOPLE_PER_REQUEST {
        return Err(InputError::TooManyPeople { given: people.len(), max: PEOPLE_PER_REQUEST }.into());
    }
    Ok(operation.clone().with_people(people, labels))
}

/// What a preview shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListPreview {
    pub list: ReadList,
    pub facts: GroupFacts,
}

/// What is known of the group and the account when the preview is made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupFacts {
    /// Members of the group. `None` where there is no group yet, or they could not be read.
    pub members: Option<usize>,
    /// People of the list who are members.
    pub already: Option<usize>,
    /// How many more people the account may add in these 24 hours. `None` if the operation adds nobody, or the store
    /// did not say.
    pub may_add: Option<usize>,
    /// About how many minutes the additions take, if it is more than one.
    #[serde(default)]
    pub minutes: Option<usize>,
}

impl GroupFacts {
    /// Returns how many of these people are no members, as far as is known.
    pub fn new_of(&self, people: usize) -> usize {
        people.saturating_sub(self.already.unwrap_or_default())
    }

    /// Returns how many of these people can be added now, if that is some and not all of them.
    pub fn first_of(&self, people: usize) -> Option<usize> {
        self.may_add.filter(|left| (1..self.new_of(people)).contains(left))
    }
}
