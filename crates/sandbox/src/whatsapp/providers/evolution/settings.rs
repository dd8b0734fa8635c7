//! The settings of a group, which are changed one by one, each by two words. They are read with the group.

use serde_json::{Value, json};

use super::super::Answered;
use super::super::asked::json;
use super::super::handlers::SettingsHandlers;
use super::{Call, refusals};
use crate::whatsapp::world::{GroupSettings, World};

impl SettingsHandlers for Call<'_> {
    fn change_settings(&self, world: &mut World) -> Answered {
        let group = self.group()?;
        let change: fn(&mut GroupSettings) = match self.body.get("action").and_then(Value::as_str) {
            Some("announcement") => |settings| settings.announce = true,
            Some("not_announcement") => |settings| settings.announce = false,
            Some("locked") => |settings| settings.locked = true,
            Some("unlocked") => |settings| settings.locked = false,
            _ => {
                let message = "action is not one of enum values: announcement,not_announcement,locked,unlocked";
                return Err(refusals::invalid(&json!([{ "property": "action", "message": message }])));
            }
        };
        world.change_settings(self.session(), &group, change)?;
        Ok(json(201, &json!({ "updateSetting": {} })))
    }
}
