use serenity::all::Attachment;

use crate::access::Groups;
use crate::discord::interaction::pipeline::try_on_session;
use crate::discord::{Context, Error, attachments, autocomplete};
use crate::error::UserError;
use crate::operations::{CreateGroup, Description, GroupName, PEOPLE_PER_REQUEST};

#[expect(clippy::too_many_arguments, reason = "the command has so many options")]
/// Create a WhatsApp group, with members if you like
#[poise::command(slash_command)]
pub(super) async fn create(
    ctx: Context<'_>,
    #[description = "Name of the group, up to 25 characters"] name: String,
    #[description = "Phone numbers with country code, separated by commas"] members: Option<String>,
    #[description = "People to add: a text or CSV file"] file: Option<Attachment>,
    #[description = "What the group is about"] description: Option<String>,
    #[description = "Picture of the group: PNG, JPEG, WebP or GIF"] picture: Option<Attachment>,
    #[description = "WhatsApp account that creates it; without it, this server's default"]
    #[autocomplete = "autocomplete::session::<CreateGroup>"]
    session: Option<String>,
) -> Result<(), Error> {
    let read = async {
        let name = GroupName::parse(&name, ctx.data().services.name_chars())?;
        let description = description.as_deref().map(Description::parse).transpose()?;
        let description = description.filter(|text| !text.as_str().is_empty());
        let people = attachments::People::named::<CreateGroup>(ctx, members.as_deref(), file.as_ref()).await?;
        Ok::<_, UserError>((name, description, people))
    };
    let new_group = read.await.map(|(name, description, people)| {
        async move |session| {
            let people = people.read().await?;
            if people.len() > PEOPLE_PER_REQUEST {
                return Err(UserError::TooManyPeople { given: people.len(), max: PEOPLE_PER_REQUEST });
            }
            let picture = match &picture {
                Some(file) => Some(attachments::picture(ctx, file).await?),
                None => None,
            };
            Ok(CreateGroup { session, name, people, description, picture })
        }
    });
    try_on_session(ctx, session.as_deref(), Groups::Any, new_group).await
}
