//! The requests of a creation, and what each of them brought.

use serde::{Deserialize, Serialize};
use whatsapp::{AddAnswer, GroupId, Person};

use super::create_group::{CreateGroup, Part};
use super::text::Description;
use crate::picture::Picture;

/// One of the requests of a creation.
#[derive(Debug)]
pub(super) enum CreateStep<'a> {
    Create,
    Describe(&'a Description),
    Picture(&'a Picture),
    /// Reads who is not in the group. It is a step of its own, so that the journal holds the people before they are
    /// asked for: a resumed creation never asks for others.
    FindMissing,
    /// Asks for those people once more.
    AskMissing(&'a [Person]),
}

/// The result of one step.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Made {
    Group(GroupId),
    /// The answer was lost, and a read found the group.
    Found(GroupId),
    Description(Part),
    Picture(Part),
    /// Those who are not in the group; `None` if it could not be read.
    Missing(Option<Vec<Person>>),
    Asked(MissingAsked),
}

/// The result of the request for those who are not in the group.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MissingAsked {
    Answered(Vec<AddAnswer>),
    /// The answer was lost.
    Unanswered,
    /// It was not sent, or the API refused it.
    NotAsked,
}

impl MissingAsked {
    pub(super) fn results(&self) -> &[AddAnswer] {
        match self {
            Self::Answered(results) => results,
            Self::Unanswered | Self::NotAsked => &[],
        }
    }
}

impl Made {
    pub(super) fn description(&self) -> Option<Part> {
        if let Self::Description(part) = self { Some(*part) } else { None }
    }

    pub(super) fn picture(&self) -> Option<Part> {
        if let Self::Picture(part) = self { Some(*part) } else { None }
    }

    pub(super) fn missing(&self) -> Option<&[Person]> {
        if let Self::Missing(Some(people)) = self { Some(people) } else { None }
    }

    pub(super) fn asked(&self) -> Option<&MissingAsked> {
        if let Self::Asked(asked) = self { Some(asked) } else { None }
    }
}

/// Returns the created group, once it exists.
pub(super) fn made(answers: &[Made]) -> Option<&GroupId> {
    match answers.first() {
        Some(Made::Group(group) | Made::Found(group)) => Some(group),
        _ => None,
    }
}

/// Returns all steps of a creation, as far as these answers show them. Only people of a creation that was answered are
/// looked for: after a lost answer they may still join.
pub(super) fn steps<'a>(creation: &'a CreateGroup, answers: &'a [Made]) -> Vec<CreateStep<'a>> {
    let describe = creation.description.as_ref().map(CreateStep::Describe);
    let picture = creation.picture.as_ref().map(CreateStep::Picture);
    let find = matches!(answers.first(), Some(Made::Group(_))) && !creation.people.is_empty();
    let missing = answers.iter().find_map(Made::missing).filter(|missing| find && !missing.is_empty());
    let find = find.then_some(CreateStep::FindMissing);
    let ask = missing.map(CreateStep::AskMissing);
    [Some(CreateStep::Create), describe, picture, find, ask].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn names(creation: &CreateGroup, answers: &[Made]) -> Vec<&'static str> {
        let name = |step: &CreateStep<'_>| match step {
            CreateStep::Create => "create",
            CreateStep::Describe(_) => "describe",
            CreateStep::Picture(_) => "picture",
            CreateStep::FindMissing => "find",
            CreateStep::AskMissing(_) => "ask",
        };
        steps(creation, answers).iter().map(name).collect()
    }

    #[test]
    fn those_who_are_missing_are_asked_for_once() {
        let (group, ana): (GroupId, Person) = ("1@g.us".parse().unwrap(), "+5511999999999".parse().unwrap());
        let creation = |people: &[&Person], text: Option<&str>| {
            serde_json::from_value::<CreateGroup>(
                json!({ "session": "default", "name": "A", "people": people, "description": text }),
            )
            .unwrap()
        };
        let (group, described) = (|| Made::Group(group.clone()), || Made::Description(Part::Set));
        let missing = |people: &[&Person]| Made::Missing(Some(people.iter().copied().cloned().collect()));
        let found = Made::Found("1@g.us".parse().unwrap());
        for (creation, answers, expected) in [
            (creation(&[&ana], None), vec![], vec!["create"]),
            (creation(&[], None), vec![group()], vec!["create"]),
            (creation(&[&ana], None), vec![group()], vec!["create", "find"]),
            (creation(&[&ana], Some("x")), vec![group()], vec!["create", "describe", "find"]),
            (creation(&[&ana], Some("x")), vec![group(), described()], vec!["create", "describe", "find"]),
            (creation(&[&ana], None), vec![group(), missing(&[])], vec!["create", "find"]),
            (creation(&[&ana], None), vec![group(), Made::Missing(None)], vec!["create", "find"]),
            (creation(&[&ana], None), vec![group(), missing(&[&ana])], vec!["create", "find", "ask"]),
            (
                creation(&[&ana], None),
                vec![group(), missing(&[&ana]), Made::Asked(MissingAsked::NotAsked)],
                vec!["create", "find", "ask"],
            ),
            // After a lost answer they may still join.
            (creation(&[&ana], None), vec![found], vec!["create"]),
        ] {
            assert_eq!(names(&creation, &answers), expected, "{answers:?}");
        }
    }
}
