//! Autocomplete: groups, sessions and other values in the actor's scope. The choices come from the cache, so that a
//! slow API does not delay them.

use std::time::Duration;

use serenity::all::{AutocompleteChoice, CreateAutocompleteResponse};
use whatsapp::SessionName;
use whatsapp::unicode::match_key;

use super::interaction::{actor, log_problem};
use super::{Context, reply};
use crate::access::{Capability, DETAIL_MARK, Groups, Target};
use crate::language::Language;
use crate::operations::{GroupSummary, Perform, journalled};
use crate::services::{ChoiceRoom, OfferedEntries, OfferedEntry, OfferedGroup, OfferedWhat, WantedGroups};
use crate::store::{AuditId, AuditSubject};

/// The value for all capabilities that a grant names.
pub(crate) const ALL: &str = "all";

/// Discord, "Autocomplete": at most 25 choices, and 100 characters in each; a response after 3 s is lost.
const CHOICES_MAX: usize = 25;
const CHOICE_CHARS_MAX: usize = 100;
/// The value of the choice that only says that there are more groups. No group has this name in a list.
const MORE: &str = "…";
const PATIENCE: Duration = Duration::from_millis(1_500);

/// Offers the groups on which the actor may do `O` and whose name or id contains the typed text.
pub(crate) async fn group<O: Perform>(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    groups(ctx, WantedGroups::of::<O>(), typed).await
}

/// Offers the groups whose cases the actor may see.
pub(crate) async fn audited_group(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    groups(ctx, WantedGroups::needing(Capability::AuditRead), typed).await
}

/// Offers the operations that appear in the audit log.
pub(crate) async fn audited_operation(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let i18n = Language::of_locale(&ctx.interaction.locale);
    let typed = typed.trim().to_lowercase();
    let mut names = journalled();
    names.sort_unstable();
    let choices = names.into_iter().map(|name| (reply::action(i18n, name).unwrap_or_default(), name.to_owned()));
    named(choices.filter(|(label, name)| label.to_lowercase().contains(&typed) || name.contains(&typed)))
}

async fn groups(ctx: Context<'_>, wanted: WantedGroups, typed: &str) -> CreateAutocompleteResponse {
    let Some(actor) = actor(ctx.interaction.guild_id, ctx.interaction.member.as_deref()) else {
        return CreateAutocompleteResponse::new();
    };
    let services = &ctx.data().services;
    let Ok(settings) = services.settings.get(actor.guild).await else { return CreateAutocompleteResponse::new() };
    let groups = services.groups.choices(&settings, &actor, wanted, PATIENCE).await;
    of_groups(Language::of_locale(&ctx.interaction.locale), groups, typed)
}

/// Returns those of the groups whose name or id contains the typed text: those whose name starts with it come first, and
/// those in which the account is no admin come last.
pub(super) fn of_groups(i18n: Language, groups: Vec<OfferedGroup>, typed: &str) -> CreateAutocompleteResponse {
    let typed = match_key(typed);
    let keyed = groups.into_iter().map(|offered| (match_key(&offered.group.name), offered));
    let (mut fitting, others): (Vec<(String, OfferedGroup)>, Vec<_>) =
        keyed.partition(|(key, offered)| key.contains(&typed) || offered.group.id.as_str().contains(&typed));
    fitting.sort_by_key(|(key, offered)| (offered.lacks_admin, !key.starts_with(&typed)));
    // The last choice says that there are more.
    let shown = if fitting.len() > CHOICES_MAX { CHOICES_MAX - 1 } else { fitting.len() };
    let hidden = fitting.split_off(shown);
    let more = hidden.len();
    let offered: Vec<&GroupSummary> = fitting.iter().map(|(_, offered)| &offered.group).collect();
    let others: Vec<&GroupSummary> = hidden.iter().chain(&others).map(|(_, offered)| &offered.group).collect();
    let mark = format!(" · {}", i18n.choice_not_admin());
    let is_marked = fitting.iter().any(|(_, offered)| offered.lacks_admin);
    let room = if is_marked { CHOICE_CHARS_MAX.saturating_sub(mark.chars().count()) } else { CHOICE_CHARS_MAX };
    let labels = reply::group_choices(i18n, &offered, &others, room);
    let choices = labels.into_iter().zip(&fitting).map(|(label, (_, OfferedGroup { group, lacks_admin }))| {
        let label = if *lacks_admin { format!("{label}{mark}") } else { label };
        AutocompleteChoice::new(label, group.id.as_str())
    });
    let more = (more > 0).then(|| AutocompleteChoice::new(i18n.choices_more(more), MORE));
    CreateAutocompleteResponse::new().set_choices(choices.chain(more).collect())
}

/// Offers the server's sessions in which the actor may do `O` or request it.
pub(crate) async fn session<O: Perform>(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    sessions(ctx, O::NEEDS, typed).await
}

/// Offers the sessions in which the actor manages access.
pub(crate) async fn managed_session(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    sessions(ctx, Capability::AccessManage, typed).await
}

/// Offers the groups in which the actor manages access.
pub(crate) async fn managed_group(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    groups(ctx, WantedGroups::needing(Capability::AccessManage), typed).await
}

/// Offers groups and sets in which the actor manages access. Completes the last one of a list separated by commas.
pub(crate) async fn managed_groups(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    group_list(ctx, WantedGroups::needing(Capability::AccessManage), typed).await
}

/// Offers the sets with groups in which the actor manages access.
pub(crate) async fn managed_set(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let Some(actor) = actor(ctx.interaction.guild_id, ctx.interaction.member.as_deref()) else {
        return CreateAutocompleteResponse::new();
    };
    let services = &ctx.data().services;
    let Ok(settings) = services.settings.get(actor.guild).await else { return CreateAutocompleteResponse::new() };
    let sets = tokio::time::timeout(PATIENCE, services.sets.in_scope(&settings, &actor)).await;
    let sets = sets.unwrap_or_else(|_| Ok(Vec::new())).unwrap_or_else(|problem| {
        log_problem(&problem);
        Vec::new()
    });
    let typed = match_key(typed);
    let names = sets.iter().map(|set| set.name.as_str()).filter(|name| match_key(name).contains(&typed));
    named(names.map(|name| (reply::plain(name), name.to_owned())))
}

/// Offers completions of a list of groups and sets: each choice is the whole list with another entry. Groups on which
/// the actor may do what is `wanted`, and sets that have such groups.
pub(crate) async fn group_list(ctx: Context<'_>, wanted: WantedGroups, typed: &str) -> CreateAutocompleteResponse {
    let Some(actor) = actor(ctx.interaction.guild_id, ctx.interaction.member.as_deref()) else {
        return CreateAutocompleteResponse::new();
    };
    let services = &ctx.data().services;
    let Ok(settings) = services.settings.get(actor.guild).await else { return CreateAutocompleteResponse::new() };
    let room = ChoiceRoom { patience: PATIENCE, most: CHOICES_MAX, chars_max: CHOICE_CHARS_MAX };
    let offered = services.groups.list_choices(&settings, &actor, wanted, typed, room).await;
    of_group_list(Language::of_locale(&ctx.interaction.locale), offered, typed)
}

/// Returns the completions as choices. A name is a list too, and reads back as the same as its value: if somebody types
/// on after a choice, Discord's client sends the name and not the value.
fn of_group_list(i18n: Language, offered: OfferedEntries, typed: &str) -> CreateAutocompleteResponse {
    let OfferedEntries { mut entries, mut more, too_long } = offered;
    let is_note_shown = more > 0 || too_long > 0;
    while is_note_shown && entries.len() >= CHOICES_MAX {
        entries.pop();
        more += 1;
    }
    let choice = |offered: &OfferedEntry| {
        let fits = |label: &String| label.chars().count() <= CHOICE_CHARS_MAX;
        let value = offered.value();
        let label = Some(reply::plain(&labelled(i18n, offered))).filter(fits);
        AutocompleteChoice::new(label.unwrap_or_else(|| reply::clamp(&reply::plain(&value), CHOICE_CHARS_MAX)), value)
    };
    let mut choices: Vec<AutocompleteChoice> = entries.iter().map(choice).collect();
    // Its value is what is typed already, so that nothing is lost.
    let note = if more > 0 { i18n.choices_more_in_list(more) } else { i18n.choices_too_long() };
    let is_kept = !typed.trim().is_empty() && typed.chars().count() <= CHOICE_CHARS_MAX;
    if is_note_shown && (is_kept || more > 0) {
        choices.push(AutocompleteChoice::new(note, if is_kept { typed } else { MORE }));
    }
    CreateAutocompleteResponse::new().set_choices(choices)
}

/// Returns the list with what its last entry is: the name of an id, the groups of a set, or the lack of an admin.
fn labelled(i18n: Language, offered: &OfferedEntry) -> String {
    let OfferedEntry { before, entry, what } = offered;
    let (entry, detail) = match what {
        OfferedWhat::Set { groups } => (entry.clone(), Some(i18n.groups_count(*groups))),
        OfferedWhat::Group { name_of_id, lacks_admin } => {
            let named = name_of_id.as_ref().map(|name| format!("{name}{DETAIL_MARK}{entry}"));
            (named.unwrap_or_else(|| entry.clone()), lacks_admin.then(|| i18n.choice_not_admin()))
        }
    };
    // A comma would begin another entry.
    let detail = detail.map(|detail| format!("{DETAIL_MARK}{}", detail.replace(',', "")));
    format!("{before}{entry}{}", detail.unwrap_or_default())
}

/// Offers capabilities. Completes the last one of a list separated by commas.
pub(crate) async fn capability(_ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    named(capabilities(typed))
}

/// Offers what needs approval: all capabilities that the grant names, or single ones.
pub(crate) async fn needs_approval(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let i18n = Language::of_locale(&ctx.interaction.locale);
    let all = (format!("{ALL}: {}", i18n.choice_all()), ALL.to_owned());
    let all = Some(all).filter(|_| ALL.starts_with(&typed.trim().to_lowercase()));
    named(all.into_iter().chain(capabilities(typed)))
}

/// Offers the actor's open requests.
pub(crate) async fn own_request(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let Some(actor) = actor(ctx.interaction.guild_id, ctx.interaction.member.as_deref()) else {
        return CreateAutocompleteResponse::new();
    };
    let services = &ctx.data().services;
    let all = services.approvals.own_open(&actor).await.unwrap_or_else(|error| {
        log_problem(&error.into());
        Vec::new()
    });
    let i18n = Language::of_locale(&ctx.interaction.locale);
    let typed = typed.trim().trim_start_matches('#').to_lowercase();
    let choices = all
        .iter()
        .map(|request| (request.id, reply::clamp(&reply::request_choice(i18n, request), CHOICE_CHARS_MAX)))
        .filter(|(_, label)| label.to_lowercase().contains(&typed))
        .take(CHOICES_MAX)
        .map(|(id, label)| AutocompleteChoice::new(label, id.0));
    CreateAutocompleteResponse::new().set_choices(choices.collect())
}

/// Offers the jobs that the actor may stop, by number, operation and group.
pub(crate) async fn stoppable(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let Some(actor) = actor(ctx.interaction.guild_id, ctx.interaction.member.as_deref()) else {
        return CreateAutocompleteResponse::new();
    };
    let executor = &ctx.data().services.executor;
    let jobs = tokio::time::timeout(PATIENCE, executor.stoppable(&actor)).await;
    let jobs = jobs.unwrap_or_else(|_| Ok(Vec::new())).unwrap_or_else(|problem| {
        log_problem(&problem);
        Vec::new()
    });
    let typed = typed.trim().trim_start_matches('#').to_lowercase();
    let i18n = Language::of_locale(&ctx.interaction.locale);
    let label = |(case, what): &(AuditId, AuditSubject)| {
        let group = what.group_name.as_deref().unwrap_or_default();
        let action = reply::action(i18n, &what.operation).unwrap_or_default();
        let at = if group.is_empty() { String::new() } else { format!(" · {group}") };
        reply::clamp(&reply::plain(&format!("#{} {action}{at}", case.0)), CHOICE_CHARS_MAX)
    };
    let choices = jobs
        .iter()
        .map(|job| (job.0.0, label(job)))
        .filter(|(_, label)| label.to_lowercase().contains(&typed))
        .take(CHOICES_MAX)
        .map(|(case, label)| AutocompleteChoice::new(label, case))
        .collect();
    CreateAutocompleteResponse::new().set_choices(choices)
}

fn capabilities(typed: &str) -> impl Iterator<Item = (String, String)> {
    let (before, last) = typed.rsplit_once(',').map_or(("", typed), |(before, last)| (before, last));
    let (before, last) = (before.trim().to_owned(), last.trim().to_lowercase());
    Capability::ALL.into_iter().map(Capability::name).filter(move |name| name.contains(&last)).map(move |name| {
        let whole = if before.is_empty() { name.to_owned() } else { format!("{before}, {name}") };
        (whole.clone(), whole)
    })
}

/// Returns the choices without those that are too long for Discord.
fn named(choices: impl Iterator<Item = (String, String)>) -> CreateAutocompleteResponse {
    let fits = |text: &str| text.chars().count() <= CHOICE_CHARS_MAX;
    let choices = choices.filter(|(name, value)| fits(name) && fits(value));
    let choices = choices.take(CHOICES_MAX).map(|(name, value)| AutocompleteChoice::new(name, value));
    CreateAutocompleteResponse::new().set_choices(choices.collect())
}

async fn sessions(ctx: Context<'_>, needs: Capability, typed: &str) -> CreateAutocompleteResponse {
    let Some(actor) = actor(ctx.interaction.guild_id, ctx.interaction.member.as_deref()) else {
        return CreateAutocompleteResponse::new();
    };
    let Ok(settings) = ctx.data().services.settings.get(actor.guild).await else {
        return CreateAutocompleteResponse::new();
    };
    let typed = typed.trim().to_lowercase();
    let in_scope = |session: &&SessionName| {
        settings.decide(&actor, needs, Target { session: Some(session), groups: Groups::InScope }).may_request()
    };
    let sessions = settings.sessions.iter().filter(in_scope).map(|session| session.as_str().to_owned());
    let fits = |name: &String| name.to_lowercase().contains(&typed);
    named(sessions.filter(fits).map(|name| (name.clone(), name)))
}
