//! The two settings of a group that WAHA has, each with a path of its own.

use serde_json::{Value, json};

use super::super::Answered;
use super::super::asked::json;
use super::super::handlers::SettingsHandlers;
use super::Call;
use crate::whatsapp::world::World;

impl SettingsHandlers for Call<'_> {
    fn settings(&self, world: &World) -> Answered {
        let settings = world.group_of(self.session(), self.group())?.settings;
        let admins_only = if self.is_about_messages() { settings.announce } else { settings.locked };
        Ok(json(200, &json!({ "adminsOnly": admins_only })))
    }

    fn change_settings(&self, world: &mut World) -> Answered {
        // As published, the setting is switched on where the body says nothing.
        let admins_only = self.body.get("adminsOnly").and_then(Value::as_bool).unwrap_or(true);
        world.change_settings(self.session(), self.group(), |settings| {
            *(if self.is_about_messages() { &mut settings.announce } else { &mut settings.locked }) = admins_only;
        })?;
        Ok(self.done())
    }
}

impl Call<'_> {
    fn is_about_messages(&self) -> bool {
        self.asked.path.ends_with("/messages-admin-only")
    }
}
