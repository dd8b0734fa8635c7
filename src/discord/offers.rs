//! What is offered while somebody types: groups and sessions in their scope, from what is known, so that a slow API never
//! makes the offer late.

use std::time::Duration;

use serenity::all::{AutocompleteChoice, CreateAutocompleteResponse};

use super::visit::asker;
use super::{Context, reply};
use crate::access::{Capability, Groups, Reach};
use crate::operations::{GroupLine, Perform, journalled};

/// Discord, "Autocomplete": at most 25 choices, and 100 characters in each; an answer after 3 s is lost.
const CHOICES_MAX: usize = 25;
const CHOICE_CHARS_MAX: usize = 100;
const PATIENCE: Duration = Duration::from_millis(1_500);

/// The groups on which the asker may do `O`, whose name or id contains what was typed.
pub(crate) async fn group<O: Perform>(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    groups(ctx, O::NEEDS, typed).await
}

/// The groups whose cases the asker may see.
pub(crate) async fn audited_group(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    groups(ctx, Capability::AuditRead, typed).await
}

/// The operations that cases are about.
pub(crate) async fn audited_operation(_ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let typed = typed.trim().to_lowercase();
    let mut names = journalled();
    names.sort_unstable();
    let choices = names
        .into_iter()
        .filter(|name| name.contains(&typed))
        .take(CHOICES_MAX)
        .map(|name| AutocompleteChoice::new(name, name));
    CreateAutocompleteResponse::new().set_choices(choices.collect())
}

async fn groups(ctx: Context<'_>, needs: Capability, typed: &str) -> CreateAutocompleteResponse {
    let Some(asker) = asker(ctx.interaction.guild_id, ctx.interaction.member.as_deref()) else {
        return CreateAutocompleteResponse::new();
    };
    let mut groups = ctx.data().desk.offers(&asker, needs, PATIENCE).await;
    let typed = typed.trim().to_lowercase();
    groups.retain(|line| line.name.to_lowercase().contains(&typed) || line.id.as_str().contains(&typed));
    // What begins with the text typed comes first.
    groups.sort_by_cached_key(|line| (!line.name.to_lowercase().starts_with(&typed), line.name.to_lowercase()));
    let choices =
        groups.iter().take(CHOICES_MAX).map(|line| AutocompleteChoice::new(choice(line, &groups), line.id.as_str()));
    CreateAutocompleteResponse::new().set_choices(choices.collect())
}

/// The server's sessions in which the asker may do `O`.
pub(crate) async fn session<O: Perform>(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let asker = asker(ctx.interaction.guild_id, ctx.interaction.member.as_deref());
    let desk = &ctx.data().desk;
    let Some((asker, server)) = asker.and_then(|asker| desk.server(&asker).ok().map(|server| (asker.clone(), server)))
    else {
        return CreateAutocompleteResponse::new();
    };
    let typed = typed.trim().to_lowercase();
    let choices = server
        .sessions
        .iter()
        .filter(|session| session.as_str().to_lowercase().contains(&typed))
        .filter(|session| {
            let reach = Reach { session: Some(session), groups: Groups::InScope };
            server.decide(&asker, O::NEEDS, reach).is_ok()
        })
        .take(CHOICES_MAX)
        .map(|session| AutocompleteChoice::new(session.as_str(), session.as_str()));
    CreateAutocompleteResponse::new().set_choices(choices.collect())
}

/// The group's name; with the end of its id where another group has the same.
fn choice(line: &GroupLine, among: &[GroupLine]) -> String {
    let name = match reply::plain(&line.name) {
        name if name.is_empty() => line.id.as_str().to_owned(),
        name => name,
    };
    let namesakes = among.iter().filter(|other| other.name.eq_ignore_ascii_case(&line.name)).count();
    if namesakes < 2 {
        return reply::clamp(&name, CHOICE_CHARS_MAX);
    }
    let digits: Vec<char> = line.id.as_str().trim_end_matches("@g.us").chars().collect();
    let end: String = digits.iter().skip(digits.len().saturating_sub(6)).collect();
    format!("{} (…{end})", reply::clamp(&name, CHOICE_CHARS_MAX - 10))
}
