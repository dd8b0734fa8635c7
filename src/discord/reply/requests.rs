//! Requests for approval: what is posted for those who decide, and what the asker reads. What is posted is for all to read,
//! and so without phone numbers in full; the button for details shows them to whoever may decide.

use std::fmt;
use std::str::FromStr;

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton, CreateInputText, CreateModal, InputTextStyle};

use super::card::{Card, Message, Tone};
use super::notices::deed;
use super::outcomes::{code, done_card, name_or_id, title};
use super::people::{enumerate, person};
use super::problems::problem_card;
use super::text::{clamp, escape, escape_lines};
use crate::desk::Done;
use crate::error::Problem;
use crate::groups_api::Carried;
use crate::groups_api::ids::Person;
use crate::operations::{ChangeAdmins, Failure, Operation, Rank};
use crate::store::{AccessRequest, RequestId, State};

const REASON_FIELD: &str = "reason";
/// Characters of a reason, and of a description or a link that is asked for.
const REASON_MAX: u16 = 500;
const TEXT_MAX: usize = 1_000;
/// Requests in a list.
const LINES_MAX: usize = 20;

/// A button below a posted request, or the modal that one of them opens. It travels as the `custom_id`, which anybody can
/// forge: who may decide is looked up at the press.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Approve(RequestId),
    /// Opens the modal for the reason, which bears the same id.
    Deny(RequestId),
    Details(RequestId),
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Approve(id) => write!(f, "approve:{id}"),
            Self::Deny(id) => write!(f, "deny:{id}"),
            Self::Details(id) => write!(f, "details:{id}"),
        }
    }
}

impl FromStr for Verdict {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (kind, id) = text.split_once(':').ok_or(())?;
        let id = id.parse().map_err(|_| ())?;
        match kind {
            "approve" => Ok(Self::Approve(id)),
            "deny" => Ok(Self::Deny(id)),
            "details" => Ok(Self::Details(id)),
            _ => Err(()),
        }
    }
}

/// What became of posting a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Posting {
    Done,
    /// It is tried again.
    Later,
    /// Nobody can post there; it is tried again, and helps only once somebody mends it.
    Impossible,
}

/// The request as it is posted: for whoever may decide. `result`: of one that was approved, how it ended. `trouble`: what
/// stood in the way of the last press.
pub(crate) fn request_posted(
    request: &AccessRequest,
    result: Option<&Result<Done, Problem>>,
    trouble: Option<&Problem>,
) -> Message {
    let AccessRequest { id, asker, operation, state, .. } = request;
    let wish = wish(operation, Person::masked);
    let card = Card::new(tone(*state, result), title_of(operation));
    let footer = format!("Request {id}{}", session(operation));
    if *state != State::Open {
        let text = format!("<@{asker}> asked to {wish}.\n{}", ending(request, result));
        return card.text(text).footer(footer).into();
    }
    let trouble = trouble.map(|problem| format!("{} It can be approved again.", plain_words(problem)));
    let card = card
        .text(format!("<@{asker}> asks to {wish}."))
        .fact("Needs", code(operation.needs().name()))
        .fact("Asked in", format!("<#{}>", request.channel))
        .fact("Good until", until(request))
        .field("Not carried out", trouble.unwrap_or_default())
        .footer(footer);
    let button = |verdict: Verdict, style, label| CreateButton::new(verdict.to_string()).style(style).label(label);
    Message::from(card).with_row(CreateActionRow::Buttons(vec![
        button(Verdict::Approve(*id), ButtonStyle::Success, "Approve"),
        button(Verdict::Deny(*id), ButtonStyle::Danger, "Deny"),
        button(Verdict::Details(*id), ButtonStyle::Secondary, "Details"),
    ]))
}

/// In full, for somebody who may decide.
pub(crate) fn request_details(request: &AccessRequest) -> Message {
    let AccessRequest { id, asker, operation, .. } = request;
    // Of a group elsewhere, which is what somebody is to approve; the links of the server's own groups are not here.
    let invite = match operation {
        Operation::JoinGroup(join) => Some(&join.code),
        Operation::PreviewInvite(preview) => Some(&preview.code),
        _ => None,
    };
    Card::new(Tone::Shown, title_of(operation))
        .text(format!("<@{asker}> asks to {}.", wish(operation, person)))
        .field("Group id", operation.group().map(|at| code(at.group.as_str())).unwrap_or_default())
        .field("Invite link", invite.map(|code| escape(&code.link())).unwrap_or_default())
        .footer(format!("Request {id}{}", session(operation)))
        .into()
}

/// What the asker reads while it waits.
pub(crate) fn asked(request: &AccessRequest, posting: Posting) -> Message {
    let AccessRequest { id, operation, .. } = request;
    let where_it_is = match posting {
        Posting::Done => "It was posted for those who may decide. You will be told how it ends.",
        Posting::Later => "It could not be posted yet; Usher tries again. You will be told how it ends.",
        Posting::Impossible => {
            "**It cannot be posted:** Usher may not write to the channel for approvals, or the channel is gone. An \
             Administrator can mend that with `/wa-setup`; Usher keeps trying as long as the request is good."
        }
    };
    let tone = if posting == Posting::Impossible { Tone::Failed } else { Tone::Attention };
    Card::new(tone, title_of(operation))
        .text(format!(
            "This needs somebody's approval, so Usher has asked for you: to {}.\n{where_it_is}",
            wish(operation, person)
        ))
        .fact("Good until", until(request))
        .footer(format!("Request {id} · /wa-request cancel takes it back"))
        .into()
}

/// How it ended, for the asker alone.
pub(crate) fn request_told(
    request: &AccessRequest,
    result: Option<&Result<Done, Problem>>,
    reference: &str,
) -> Message {
    let footer = format!("Request {}{}", request.id, session(&request.operation));
    match result {
        Some(Ok(done)) => done_card(done).field("Approved by", by(request)).footer(footer).into(),
        Some(Err(problem)) => problem_card(problem, reference).field("Approved by", by(request)).into(),
        None => Card::new(tone(request.state, None), title_of(&request.operation))
            .text(format!("You asked to {}.\n{}", wish(&request.operation, person), ending(request, None)))
            .footer(footer)
            .into(),
    }
}

/// The same, where only the channel is left to tell it in.
pub(crate) fn request_told_in_public(request: &AccessRequest, result: Option<&Result<Done, Problem>>) -> Message {
    let text = format!("You asked to {}.\n{}", wish(&request.operation, Person::masked), ending(request, result));
    let card = Card::new(tone(request.state, result), title_of(&request.operation)).text(text);
    Message::from(card.footer(format!("Request {}", request.id))).pinging(request.asker)
}

/// The modal in which somebody says why not.
pub(crate) fn ask_for_reason(id: RequestId) -> CreateModal {
    let field = CreateInputText::new(InputTextStyle::Paragraph, "Why? The asker reads this (optional)", REASON_FIELD)
        .required(false)
        .max_length(REASON_MAX);
    CreateModal::new(Verdict::Deny(id).to_string(), "Deny this request")
        .components(vec![CreateActionRow::InputText(field)])
}

/// The reason, among the fields of the modal sent off.
pub(crate) fn reason_field<'a>(mut fields: impl Iterator<Item = (&'a str, &'a str)>) -> Option<String> {
    let reason = fields.find_map(|(id, value)| (id == REASON_FIELD).then_some(value.trim()));
    reason.filter(|reason| !reason.is_empty()).map(|reason| clamp(reason, REASON_MAX.into()))
}

/// One's own requests, or everybody's.
pub(crate) fn requests(all: &[AccessRequest]) -> Message {
    if all.is_empty() {
        let text = "There is no request of the last day. Who may do a thing only with somebody's approval simply uses \
                    its command: Usher then asks.";
        return Card::new(Tone::Shown, "Requests").text(text).into();
    }
    let line = |request: &AccessRequest| {
        let wish = clamp(&wish(&request.operation, Person::masked), 120);
        let state = match (request.state, request.posted) {
            (State::Open, None) => {
                let trouble = if request.undeliverable { "**it cannot be posted**" } else { "not posted yet" };
                format!("open, {trouble}, good until {}", until(request))
            }
            (State::Open, Some(_)) => format!("open, good until {}", until(request)),
            (state, _) => format!("{}{}", state.name(), by_whom(request)),
        };
        format!("**#{}** <@{}>: {wish} in **{}** · {state}", request.id, request.asker, title_of(&request.operation))
    };
    let lines: Vec<String> = all.iter().take(LINES_MAX).map(line).collect();
    Card::new(Tone::Shown, "Requests").text(lines.join("\n")).into()
}

pub(crate) fn request_cancelled(request: &AccessRequest) -> Message {
    let text = format!("Request {} was taken back. Nothing was changed.", request.id);
    Card::new(Tone::Shown, title_of(&request.operation)).text(text).into()
}

/// What a choice says of an open request.
pub(crate) fn request_choice(request: &AccessRequest) -> String {
    let at = request.operation.group().and_then(|at| at.name.as_deref()).unwrap_or_default();
    super::text::plain(&format!("#{} {} {at}", request.id, request.operation.name()))
}

/// What is asked for, to follow "asks to". Names and texts in it are escaped; people are named by `name`.
fn wish(operation: &Operation, name: impl Fn(&Person) -> String) -> String {
    let people = |people: &[Person]| enumerate(&people.iter().map(&name).collect::<Vec<_>>());
    match operation {
        Operation::CreateGroup(create) => {
            let with = people(&create.people);
            let with = if with.is_empty() { String::new() } else { format!(" with {with}") };
            let about = create.description.as_ref().map_or_else(String::new, |text| {
                format!(", described as “{}”", clamp(&escape(text.as_str()), TEXT_MAX))
            });
            format!("create the group **{}**{with}{about}", escape(create.name.as_str()))
        }
        Operation::RenameGroup(rename) => format!("rename this group to **{}**", escape(rename.name.as_str())),
        Operation::DescribeGroup(describe) if describe.text.as_str().is_empty() => {
            "take this group's description away".to_owned()
        }
        Operation::DescribeGroup(describe) => {
            format!("describe this group as:\n{}", clamp(&escape_lines(describe.text.as_str()), TEXT_MAX))
        }
        Operation::SetPicture(picture) => {
            format!("give this group the picture {}", clamp(&escape(picture.url.as_url().as_str()), TEXT_MAX))
        }
        Operation::LeaveGroup(_) => "make the account leave this group".to_owned(),
        Operation::DeleteGroup(_) => "**delete this group for all its members**".to_owned(),
        Operation::JoinGroup(_) => "make the account join a group by an invite link".to_owned(),
        Operation::AddMembers(add) => format!("add {} to this group", people(&add.people)),
        Operation::RemoveMembers(remove) => format!("remove {} from this group", people(&remove.people)),
        Operation::ChangeAdmins(ChangeAdmins { people: named, to: Rank::Admin, .. }) => {
            format!("make {} admin", people(named))
        }
        Operation::ChangeAdmins(ChangeAdmins { people: named, to: Rank::Member, .. }) => {
            format!("take the admin role from {}", people(named))
        }
        Operation::ShowInvite(_) => "see this group's invite link".to_owned(),
        Operation::RevokeInvite(_) => "revoke this group's invite link and make a new one".to_owned(),
        Operation::ShowGroup(_) => "see this group".to_owned(),
        Operation::ListMembers(_) => "see this group's members".to_owned(),
        Operation::ListGroups(_) => "see the list of groups".to_owned(),
        Operation::PreviewInvite(_) => "see where an invite link leads".to_owned(),
        Operation::ListSessions(_) => "see the WhatsApp accounts".to_owned(),
    }
}

/// How it ended, for others to read.
fn ending(request: &AccessRequest, result: Option<&Result<Done, Problem>>) -> String {
    let by = by(request);
    match (request.state, result) {
        (State::Open, _) => format!("It is open, and good until {}.", until(request)),
        (State::Approved, None) => format!("{by} approved it. It is being carried out."),
        (State::Approved, Some(Ok(done))) if !done.outcome.changed_something() => {
            format!("{by} approved it. It was carried out and changed nothing.")
        }
        (State::Approved, Some(Ok(done))) => match deed(done).filter(|_| done.operation.changes()) {
            Some(deed) => format!("{by} approved it: <@{}> {deed}.", request.asker),
            None => format!("{by} approved it. It was carried out."),
        },
        (State::Approved, Some(Err(problem))) => format!("{by} approved it. {}", plain_words(problem)),
        (State::Denied, _) => {
            let reason = request.reason.as_deref();
            let reason = reason.map_or_else(String::new, |reason| format!("\nWhy: {}", escape_lines(reason)));
            format!("{by} denied it. Nothing was changed.{reason}")
        }
        (State::Cancelled, _) => "It was taken back by who asked. Nothing was changed.".to_owned(),
        (State::Expired, _) => "Nobody decided in time. Nothing was changed.".to_owned(),
        (State::Void, _) => format!(
            "{by} approved it, and it is no longer possible: <@{}> may not even ask for it any more. Nothing was changed.",
            request.asker
        ),
    }
}

/// What went wrong, without what is for the asker alone.
fn plain_words(problem: &Problem) -> String {
    match problem {
        Problem::Failed(Failure { carried: Carried::Maybe, cause }) => {
            format!("**Nobody knows whether it was done** ({}). Check by hand.", escape(&cause.to_string()))
        }
        Problem::Failed(Failure { carried: Carried::No, cause }) => {
            format!("It failed ({}); nothing was changed.", escape(&cause.to_string()))
        }
        other => format!("It could not be carried out: {other}. Nothing was changed."),
    }
}

fn tone(state: State, result: Option<&Result<Done, Problem>>) -> Tone {
    match (state, result) {
        (State::Open, _)
        | (State::Approved, None | Some(Err(Problem::Failed(Failure { carried: Carried::Maybe, .. })))) => {
            Tone::Attention
        }
        (State::Approved, Some(Ok(_))) => Tone::Done,
        (State::Approved, Some(Err(_))) | (State::Denied | State::Void, _) => Tone::Failed,
        (State::Cancelled | State::Expired, _) => Tone::Shown,
    }
}

/// The group's name; for what is about none that is there, what it is about.
fn title_of(operation: &Operation) -> String {
    match operation {
        Operation::CreateGroup(create) => escape(create.name.as_str()),
        Operation::JoinGroup(_) | Operation::PreviewInvite(_) => "An invite".to_owned(),
        Operation::ListGroups(_) => "Groups".to_owned(),
        Operation::ListSessions(_) => "Sessions".to_owned(),
        _ => match operation.group() {
            Some(at) => name_or_id(at.name.as_deref(), &at.group),
            None => title(operation),
        },
    }
}

fn session(operation: &Operation) -> String {
    operation.session().map_or_else(String::new, |session| format!(" · Session {session}"))
}

fn by(request: &AccessRequest) -> String {
    request.decided_by.map_or_else(|| "Somebody".to_owned(), |by| format!("<@{by}>"))
}

fn by_whom(request: &AccessRequest) -> String {
    request.decided_by.map_or_else(String::new, |by| format!(" by <@{by}>"))
}

/// A time in the reader's own words (Discord, "Timestamps").
fn until(request: &AccessRequest) -> String {
    format!("<t:{0}:f> (<t:{0}:R>)", request.good_until.as_secs())
}
