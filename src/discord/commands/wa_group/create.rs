use crate::access::Groups;
use crate::discord::road::on_session;
use crate::discord::{Context, Error, offers};
use crate::error::Problem;
use crate::groups_api::ids::SessionName;
use crate::operations::{CreateGroup, Description, GroupName, PEOPLE_PER_REQUEST, parse_members};

/// Create a WhatsApp group, with members if you like
#[poise::command(slash_command)]
pub(super) async fn create(
    ctx: Context<'_>,
    #[description = "Name of the group, up to 25 characters"] name: String,
    #[description = "Phone numbers with country code, separated by commas"] members: Option<String>,
    #[description = "What the group is about"] description: Option<String>,
    #[description = "WhatsApp account that creates it; without it, this server's default"]
    #[autocomplete = "offers::session::<CreateGroup>"]
    session: Option<String>,
) -> Result<(), Error> {
    let new_group = read(&name, members.as_deref(), description.as_deref(), ctx.data().desk.name_chars());
    on_session(ctx, session.as_deref(), Groups::Any, new_group).await
}

fn read(
    name: &str,
    members: Option<&str>,
    description: Option<&str>,
    name_chars: usize,
) -> Result<impl FnOnce(SessionName) -> CreateGroup, Problem> {
    let name = GroupName::parse(name, name_chars)?;
    let people = members.map(parse_members).transpose()?.unwrap_or_default();
    if people.len() > PEOPLE_PER_REQUEST {
        return Err(Problem::TooManyPeople { given: people.len(), max: PEOPLE_PER_REQUEST });
    }
    let description = description.map(Description::parse).transpose()?;
    Ok(move |session| CreateGroup { session, name, people, description })
}
