//! What users do at the stand-in for Discord, and waiting for the answers.

use std::time::Duration;

use discord_stand_in::{Choice, InteractionId, Message, State, UserId};
use sandbox::whatsapp::{Call, Operation};
use serde_json::{Value, json};

use super::{Reply, TestBot, text_of};

/// Returns whether the bot looks at its accounts by this call, as it does all the time.
pub(crate) fn is_look(call: &Call) -> bool {
    call.operation == Some(Operation::ListSessions)
}

impl TestBot {
    pub(crate) fn person(&self, who: &str) -> UserId {
        self.discord.world(|world| world.member_named(self.guild, who)).unwrap()
    }

    /// Lets everybody see a command, as a server's owner may under Integrations.
    pub(crate) fn show_to_everyone(&self, name: &str) {
        self.discord.world(|world| {
            for command in world.commands.values_mut().filter(|command| command.name() == name) {
                command.json["default_member_permissions"] = Value::Null;
            }
        });
    }

    /// Sends a command and waits for the final answer:
    /// `bot.command("moderator", "wa-group show", &[("group", ALPHA)])`.
    pub(crate) async fn command(&self, who: &str, name: &str, options: &[(&str, &str)]) -> Reply {
        let interaction = self.send(who, name, options);
        self.reply(interaction).await
    }

    /// Sends a command without waiting.
    pub(crate) fn send(&self, who: &str, name: &str, options: &[(&str, &str)]) -> InteractionId {
        self.send_as(self.person(who), name, options)
    }

    pub(crate) fn send_as(&self, who: UserId, name: &str, options: &[(&str, &str)]) -> InteractionId {
        let options: Vec<_> = options.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
        self.discord.command(who, self.channel, name, &options).unwrap()
    }

    /// As [`Self::command`], with one more option that Discord's client would refuse. Sends the command without it before.
    pub(crate) async fn unchecked(
        &self,
        who: &str,
        name: &str,
        options: &[(&str, &str)],
        (option, value): (&str, &str),
    ) -> Reply {
        let sent = self.command(who, name, options).await.interaction;
        let mut raw = self.discord.world(|world| world.interactions[&sent].payload.clone());
        let mut given = &mut raw["data"]["options"];
        while matches!(given[0]["type"].as_u64(), Some(1 | 2)) {
            given = &mut given[0]["options"];
        }
        let given = given.as_array_mut().unwrap();
        given.retain(|one| one["name"] != option);
        given.push(json!({ "name": option, "type": 3, "value": value }));
        self.reply(self.discord.raw_interaction(raw)).await
    }

    /// As [`Self::command`], for a command whose only option is a number: `bot.numbered("owner", "wa-audit show", "case", 1)`.
    pub(crate) async fn numbered(&self, who: &str, name: &str, option: &str, number: i64) -> Reply {
        let interaction = self.send_numbered(self.person(who), name, option, number);
        self.reply(interaction).await
    }

    /// As [`Self::numbered`], without waiting.
    pub(crate) fn send_numbered(&self, who: UserId, name: &str, option: &str, number: i64) -> InteractionId {
        self.discord.command(who, self.channel, name, &[(option.to_owned(), json!(number))]).unwrap()
    }

    pub(crate) async fn press(&self, who: &str, on: &Reply, label: &str) -> Reply {
        let message = on.message.as_ref().unwrap().id;
        let interaction = self.discord.press(self.person(who), message, label).unwrap();
        self.reply(interaction).await
    }

    /// Fills the only field of the modal that `opened` opened.
    pub(crate) async fn fill_in(&self, who: &str, opened: &Reply, text: &str) -> Reply {
        let interaction = self.submit(who, opened, text);
        self.reply(interaction).await
    }

    /// Submits the modal as [`Self::fill_in`] does, without waiting.
    pub(crate) fn submit(&self, who: &str, opened: &Reply, text: &str) -> InteractionId {
        let field = self.discord.world(|world| match &world.interactions[&opened.interaction].state {
            State::Modal(modal) => modal["components"][0]["components"][0]["custom_id"].as_str().unwrap().to_owned(),
            other => panic!("no modal was opened: {other:?}"),
        });
        let fields = vec![(field, text.to_owned())];
        self.discord.submit_modal(self.person(who), opened.interaction, &fields).unwrap()
    }

    /// Returns the modal that `opened` opened.
    pub(crate) fn modal(&self, opened: &Reply) -> Value {
        self.discord.world(|world| match &world.interactions[&opened.interaction].state {
            State::Modal(modal) => modal.clone(),
            other => panic!("no modal was opened: {other:?}"),
        })
    }

    /// Returns the autocomplete choices for `option` with the input `typed`.
    pub(crate) async fn offers(&self, who: &str, command: &str, option: &str, typed: &str) -> Vec<Choice> {
        let options = vec![(option.to_owned(), json!(typed))];
        let typing = self.discord.autocomplete(self.person(who), self.channel, command, &options, option).unwrap();
        self.within(self.discord.choices(typing)).await.expect("the offer came in time")
    }

    /// Waits for the final answer.
    pub(crate) async fn reply(&self, interaction: InteractionId) -> Reply {
        let discord = &self.discord;
        self.within(discord.wait_until(|world| {
            let state = &world.interactions.get(&interaction)?.state;
            (!matches!(state, State::Waiting | State::Deferred { .. } | State::Updating)).then_some(())
        }))
        .await;
        self.within(self.app().idle()).await;
        discord.world(|world| {
            let asked = &world.interactions[&interaction];
            let payload = asked.payload["data"].to_string();
            let shows_sessions = payload.contains("wa-session") || payload.contains("setup");
            // The answer to a press is in the message with the button.
            let id = asked.original.or(asked.source);
            Reply {
                interaction,
                message: id.and_then(|id| world.messages.get(&id)).cloned(),
                notices: world.followups(interaction).into_iter().cloned().collect(),
                calls: self.groups.take_calls().into_iter().filter(|call| shows_sessions || !is_look(call)).collect(),
            }
        })
    }

    /// Waits as [`Self::reply`] does, and advances the clock with every groups API call, so that the test skips the
    /// pauses between attempts.
    pub(crate) async fn impatient_reply(&self, interaction: InteractionId) -> Reply {
        let moving = async {
            let mut seen = 0;
            loop {
                seen = self.groups.until_call(|call| call.number > seen).await.number;
                self.clock.advance(Duration::from_secs(5));
            }
        };
        tokio::select! {
            reply = self.reply(interaction) => reply,
            () = moving => unreachable!("the clock loop never ends"),
        }
    }

    /// Waits until the actor sees that Usher checks whether their change took effect.
    pub(crate) async fn checking(&self, interaction: InteractionId) {
        self.shown(interaction, "is checking").await;
    }

    /// Waits until the message that answers an interaction contains these words, and ignores other pending work.
    pub(crate) async fn shown(&self, interaction: InteractionId, words: &str) -> Message {
        let shown = self.discord.wait_until(|world| {
            let asked = &world.interactions[&interaction];
            let message = asked.original.or(asked.source).and_then(|id| world.messages.get(&id))?;
            text_of(message).contains(words).then(|| message.clone())
        });
        self.within(shown).await
    }

    /// Waits as [`Self::reply`] does, while the clock advances by some minutes each second.
    pub(crate) async fn hurried_reply(&self, interaction: InteractionId) -> Reply {
        let answered = self.discord.wait_until(|world| world.interactions[&interaction].answered_after);
        self.within(answered).await;
        self.hurried(self.reply(interaction)).await
    }

    /// Runs `work` while the clock advances by some minutes each second.
    pub(crate) async fn hurried<T>(&self, work: impl Future<Output = T>) -> T {
        let flying = async {
            loop {
                self.clock.advance(Duration::from_secs(1));
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::select! {
            done = work => done,
            () = flying => unreachable!("it never ends"),
        }
    }

    /// Returns the current text of the message that answered an interaction.
    pub(crate) fn text_now(&self, reply: &Reply) -> String {
        let id = reply.message.as_ref().unwrap().id;
        self.discord.world(|world| text_of(&world.messages[&id]))
    }
}
