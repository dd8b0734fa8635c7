//! The guilds that the bot is in.

use serde_json::{Value, json};

use super::Answer;
use crate::errors::{ApiError, invalid};
use crate::world::World;

/// Most guilds in one answer, and as many as without a limit (User, "Get Current User Guilds").
const MOST: usize = 200;

/// Returns a page of the bot's guilds, in the order of their ids.
pub(super) fn own(world: &World, query: &str) -> Result<Answer, ApiError> {
    let given = |key: &str| query.split('&').filter_map(|pair| pair.split_once('=')).find(|(name, _)| *name == key);
    let number = |key: &str, without: u64| match given(key) {
        None => Ok(without),
        Some((_, text)) => {
            text.parse().map_err(|_| invalid(key, "NUMBER_TYPE_COERCE", &format!("Value \"{text}\" is not int.")))
        }
    };
    let after = number("after", 0)?;
    let limit = match usize::try_from(number("limit", 200)?) {
        Ok(limit) if (1..=MOST).contains(&limit) => limit,
        _ => return Err(invalid("limit", "NUMBER_TYPE_MAX", "int value should be less than or equal to 200.")),
    };
    let mut mine: Vec<_> =
        world.guilds.values().filter(|guild| guild.members.contains_key(&world.application.bot)).collect();
    mine.sort_unstable_by_key(|guild| guild.id.0);
    let page = mine.into_iter().filter(|guild| guild.id.0 > after).take(limit);
    let page: Vec<Value> = page
        .map(|guild| {
            json!({
                "id": guild.id, "name": guild.name, "icon": null, "banner": null, "owner": false,
                "permissions": "0", "features": [],
            })
        })
        .collect();
    Ok(Answer::Json(200, Value::Array(page)))
}
