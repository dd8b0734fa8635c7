//! `/wa-person`: people across the groups that the actor may use.

use tokio::sync::watch;
use whatsapp::Person;

use crate::access::Actor;
use crate::command_name::CommandName;
use crate::discord::interaction::PipelineRequest;
use crate::discord::interaction::Responder;
use crate::discord::interaction::pipeline::{RunningCommand, begin};
use crate::discord::lists;
use crate::discord::{BotState, Context, Error, reply};
use crate::error::{InputError, UserError};
use crate::people_list::Selection;
use crate::services::PersonFound;

/// Find people across your WhatsApp groups
#[poise::command(slash_command, guild_only, rename = "wa-person", subcommands("find"), subcommand_required)]
pub(super) async fn wa_person(_ctx: Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// Find the groups that a person is in
#[poise::command(slash_command)]
pub(super) async fn find(
    ctx: Context<'_>,
    #[description = "Phone number, for example +55 11 99999-9999"]
    #[min_length = 1]
    #[max_length = 60]
    person: String,
    #[description = "Read the members of all groups now, not those of some minutes ago"] refresh: Option<bool>,
) -> Result<(), Error> {
    let Some(command) = begin(ctx, CommandName::PersonFind).await? else { return Ok(()) };
    let typed = read_person(command.bot_state(), command.actor(), &person).await;
    show(command, typed, refresh.unwrap_or_default(), 0).await
}

/// Handles the button that shows another page.
pub(in crate::discord) async fn turn(responder: Responder, person: Person, page: usize) -> Result<(), Error> {
    let request = PipelineRequest::in_place(responder);
    let Some(command) = begin(request, CommandName::PersonFind).await? else { return Ok(()) };
    show(command, Ok(person), false, page).await
}

/// Handles the button that reads the members again.
pub(in crate::discord) async fn refresh(responder: Responder, person: Person) -> Result<(), Error> {
    let request = PipelineRequest::in_place(responder);
    let Some(command) = begin(request, CommandName::PersonFind).await? else { return Ok(()) };
    show(command, Ok(person), true, 0).await
}

async fn show(
    command: RunningCommand,
    person: Result<Person, UserError>,
    fresh: bool,
    page: usize,
) -> Result<(), Error> {
    let found = match person {
        Ok(person) => search(&command, &person, fresh).await,
        Err(problem) => Err(problem),
    };
    let shown = found.map(|found| reply::person_found(command.language(), &found, page));
    command.end(shown).await
}

/// Searches, and shows meanwhile how many groups were read.
async fn search(command: &RunningCommand, person: &Person, fresh: bool) -> Result<PersonFound, UserError> {
    command.services().lookups.count(command.actor().user)?;
    let (progress, read) = watch::channel(None);
    let search = command.services().memberships.find(command.actor(), person, fresh, progress);
    let (found, ()) = tokio::join!(search, command.show_progress(read, reply::reading_members));
    found
}

/// Reads the one person whom the text names, with the country of the server.
async fn read_person(bot_state: &BotState, actor: &Actor, text: &str) -> Result<Person, UserError> {
    let source = lists::source(Some(text), None)?.ok_or(InputError::NobodyNamed)?;
    let list = lists::read_for(bot_state, actor, source).await?;
    let (mut people, _labels) = list.select(Selection::All);
    match (people.pop(), people.len()) {
        (Some(person), 0) => Ok(person),
        (Some(_), others) => Err(InputError::OnePersonOnly { given: others + 1 }.into()),
        (None, _) => Err(InputError::NobodyFound(Box::new(list)).into()),
    }
}
