//! Reads the lists of people that commands are given: typed, pasted or attached.

use serenity::all::Attachment;
use whatsapp::Person;
use whatsapp::people::{Country, FILE_BYTES_MAX, ReadOptions, UnreadableList, read_file, read_text};

use super::interaction::pipeline::try_on_group;
use super::interaction::{PipelineRequest, actor};
use super::{BotState, Context, Error, attachments, message_text};
use crate::access::{Actor, UserId};
use crate::compute::Weight;
use crate::error::{AccessError, InputError, UserError};
use crate::operations::{GroupRef, Labels, Operation, Perform};
use crate::people_list::{ListFile, ListSource, Planned, ReadList};

/// Returns the source of a list that a command was given, or `None` if neither a text nor a file is.
pub(crate) fn source(text: Option<&str>, file: Option<&Attachment>) -> Result<Option<ListSource>, UserError> {
    let file = file.map(|file| (file.url.clone(), u64::from(file.size)));
    listed(text.map(str::to_owned), file, false)
}

/// Returns the list in a message of Discord's API, which somebody else may have written: its text, and its first file.
pub(crate) fn source_of_message(message: &serde_json::Value) -> Result<Option<ListSource>, UserError> {
    let (text, file) = message_text::list_in(message);
    listed(Some(text), file, true)
}

/// Returns the source of a list. Checks the size of the file, given with its address, without downloading it. A text
/// without a letter or a digit is none.
fn listed(
    text: Option<String>,
    file: Option<(String, u64)>,
    is_of_others: bool,
) -> Result<Option<ListSource>, UserError> {
    if file.as_ref().is_some_and(|(_, bytes)| *bytes > FILE_BYTES_MAX as u64) {
        return Err(UnreadableList::TooLarge.into());
    }
    let text = text.filter(|text| text.contains(char::is_alphanumeric));
    let file = file.map(|(url, _)| ListFile { url });
    Ok((text.is_some() || file.is_some()).then_some(ListSource { text, file, is_of_others }))
}

/// Maximum length of a list of which the audit log shows the people if the request is refused.
const REFUSED_BYTES_MAX: usize = 1_000;

/// Runs an operation on one group with the people of a list. `build` creates the operation without them, and is an error
/// if the other options are invalid.
pub(crate) async fn on_people_of_group<O: Perform + Into<Operation>>(
    request: impl Into<PipelineRequest>,
    group: &str,
    source: Result<Option<ListSource>, UserError>,
    build: Result<impl FnOnce(GroupRef) -> O + Clone, UserError>,
) -> Result<(), Error> {
    let request = request.into();
    let (bot_state, actor) = (request.bot_state().clone(), request.actor());
    let given = source.and_then(|source| source.ok_or(InputError::NobodyNamed.into())).and_then(|source| {
        let build = build?;
        Ok((source, build))
    });
    let meant = given.as_ref().ok().cloned().map(|(source, build)| move |at| refused(build(at).into(), &source));
    let build = given.map(|(source, build)| {
        async move |at| Planned::with_list(build(at), read_for(&bot_state, &actor?, source).await?)
    });
    try_on_group::<O, _, _>(request, group, build, meant).await
}

/// Returns a refused operation with the people of a short text, as far as they are clear.
fn refused(operation: Operation, source: &ListSource) -> Option<Operation> {
    let text = source.text.as_deref().filter(|text| text.len() <= REFUSED_BYTES_MAX)?;
    let list = read_text(text, ReadOptions::default()).ok()?;
    let people: Vec<Person> = list.found.into_iter().map(|entry| entry.person).collect();
    (!people.is_empty()).then(|| operation.with_people(people, Labels::default()))
}

/// Returns the actor of a command.
pub(crate) fn actor_of(ctx: Context<'_>) -> Result<Actor, UserError> {
    actor(ctx.interaction.guild_id, ctx.interaction.member.as_deref()).ok_or(AccessError::NotInAServer.into())
}

/// Reads a list with the country of the actor's server.
pub(crate) async fn read_for(bot_state: &BotState, actor: &Actor, source: ListSource) -> Result<ReadList, UserError> {
    let country = bot_state.services.settings.get(actor.guild).await?.country();
    read(bot_state, actor.user, source, country).await
}

/// Reads a list. Numbers without a country code are read as numbers of `country`. A file is downloaded, and counts
/// towards the user's limit of lookups.
pub(crate) async fn read(
    bot_state: &BotState,
    user: UserId,
    source: ListSource,
    country: Option<Country>,
) -> Result<ReadList, UserError> {
    let BotState { services, rest, compute, .. } = bot_state;
    let options = ReadOptions { country };
    let text = match source.text.clone() {
        // Discord bounds a text, so it needs no place in the queue of files.
        Some(text) => Some(compute.try_run(move || Ok::<_, UserError>(read_text(&text, options)?)).await?),
        None => None,
    };
    let file = match &source.file {
        Some(file) => {
            services.lookups.count(user)?;
            let place = compute.place(Weight::File)?;
            let bytes = attachments::fetch(rest, &file.url, FILE_BYTES_MAX).await?.ok_or(UnreadableList::TooLarge)?;
            Some(place.read(move |_| Ok::<_, UserError>(read_file(&bytes, options)?)).await?)
        }
        None => None,
    };
    Ok(ReadList::new(source, country, text, file)?)
}
