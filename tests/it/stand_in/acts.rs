//! User actions at the stand-in for Discord, and how serenity parses them.

use std::time::Duration;

use discord_stand_in::{ClientError, InteractionId};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use serenity::all::{
    CommandInteraction, ComponentInteraction, ComponentInteractionDataKind, ResolvedTarget, ResolvedValue,
};

use super::Services;

/// Registers commands in place of all existing ones.
async fn register(services: &Services, commands: Value) {
    let (status, answer) = services.as_bot(Method::PUT, &services.commands(), commands).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
}

/// Parses an interaction as serenity does.
fn read_by_serenity(services: &Services, interaction: InteractionId) -> CommandInteraction {
    let payload = services.discord().world(|world| world.interactions[&interaction].payload.clone());
    serde_json::from_value(payload).unwrap()
}

#[tokio::test]
async fn what_a_command_names_comes_with_it_resolved() {
    let services = Services::new().await;
    let option = |(kind, name): (u8, &str)| json!({ "type": kind, "name": name, "description": "Any" });
    let options: Vec<Value> =
        [(6, "user"), (7, "channel"), (8, "role"), (9, "either"), (11, "file")].map(option).into();
    register(&services, json!([{ "name": "all", "description": "Takes everything", "options": options }])).await;
    let (who, channel) = (services.stand_ins.people.owner, services.stand_ins.channel);
    let file = services.discord().upload(who, "a.txt", "text/plain; charset=utf-8", b"hello".to_vec());
    let channel_name = services.discord().world(|world| world.channels[&channel].name.clone());
    let given = [
        ("user", services.stand_ins.people.visitor.to_string()),
        ("channel", format!("#{channel_name}")),
        ("role", "Moderator".to_owned()),
        ("either", "Owner".to_owned()),
        ("file", file.to_string()),
    ];
    let given = given.map(|(name, value)| (name.to_owned(), json!(value)));
    let sent = services.discord().command(who, channel, "all", &given).unwrap();

    let read = read_by_serenity(&services, sent);
    let values = read.data.options();
    assert!(
        matches!(values[0].value, ResolvedValue::User(user, Some(_)) if user.id.get() == services.stand_ins.people.visitor.0)
    );
    assert!(matches!(values[1].value, ResolvedValue::Channel(found) if found.id.get() == channel.0));
    assert!(matches!(values[2].value, ResolvedValue::Role(role) if role.name == "Moderator"));
    assert!(matches!(values[3].value, ResolvedValue::Role(role) if role.name == "Owner"));
    let ResolvedValue::Attachment(found) = values[4].value else { panic!("no file: {:?}", values[4]) };
    assert_eq!((found.filename.as_str(), found.size), ("a.txt", 5));
    services.stand_ins.clock.advance(Duration::from_secs(100 * 24 * 60 * 60));
    assert_eq!(services.download(&json!(found.url)).await, (StatusCode::OK, b"hello".to_vec()));

    // A user cannot attach another user's file, or a file that does not exist.
    let wrong = |who, name: &str, value: &str| {
        let given = [(name.to_owned(), json!(value))];
        services.discord().command(who, channel, "all", &given).unwrap_err()
    };
    for (who, name, value) in [
        (services.stand_ins.people.visitor, "file", file.to_string()),
        (who, "user", "1".into()),
        (who, "role", "none".into()),
    ] {
        assert_eq!(wrong(who, name, &value), ClientError::BadValue { option: name.to_owned() });
    }
}

#[tokio::test]
async fn commands_in_menus_come_with_what_they_are_used_on() {
    let services = Services::new().await;
    register(&services, json!([{ "name": "Greet them", "type": 2 }, { "name": "Quote", "type": 3 }])).await;
    let (who, other, channel) =
        (services.stand_ins.people.moderator, services.stand_ins.people.visitor, services.stand_ins.channel);
    let message = services.discord().world(|world| world.add_message(other, channel, "hello"));

    let greet = services.discord().user_command(who, channel, "Greet them", other).unwrap();
    let read = read_by_serenity(&services, greet);
    assert!(matches!(read.data.target(), Some(ResolvedTarget::User(user, Some(_))) if user.id.get() == other.0));
    let quote = services.discord().message_command(who, channel, "Quote", message).unwrap();
    let read = read_by_serenity(&services, quote);
    assert!(matches!(read.data.target(), Some(ResolvedTarget::Message(found)) if found.content == "hello"));
    assert_eq!(
        services.callback(quote, json!({ "type": 4, "data": { "content": "ok" } })).await.0,
        StatusCode::NO_CONTENT
    );

    let nobody = services.discord().user_command(who, channel, "Greet them", discord_stand_in::UserId(1));
    assert_eq!(nobody.unwrap_err(), ClientError::NoTarget);
    let unknown = services.discord().message_command(who, channel, "Greet them", message);
    assert_eq!(unknown.unwrap_err(), ClientError::NoCommand("Greet them".to_owned()));
    for bad in [
        json!([{ "name": "Greet", "type": 2, "description": "None allowed" }]),
        json!([{ "name": "n".repeat(33), "type": 3 }]),
    ] {
        assert_eq!(services.as_bot(Method::PUT, &services.commands(), bad).await.0, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test]
async fn a_select_takes_its_own_options_and_as_many_as_it_allows() {
    let services = Services::new().await;
    let ping = services.ping();
    let option = |value: &str| json!({ "label": value.to_uppercase(), "value": value });
    let menu = json!({ "type": 3, "custom_id": "menu", "placeholder": "Pick", "min_values": 1, "max_values": 2,
        "options": [option("a"), option("b"), option("c")] });
    let data = json!({ "content": "Which?", "components": [{ "type": 1, "components": [menu] }] });
    assert_eq!(services.callback(ping, json!({ "type": 4, "data": data })).await.0, StatusCode::NO_CONTENT);
    let (who, message) = (services.stand_ins.people.visitor, services.original(ping).id);
    let choose = |values: &[&str]| {
        let values: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
        services.discord().select(who, message, "Pick", &values)
    };
    for bad in [&[][..], &["a", "b", "c"], &["a", "a"], &["d"]] {
        assert_eq!(choose(bad).unwrap_err(), ClientError::NoChoice, "{bad:?}");
    }
    let chosen = choose(&["c", "a"]).unwrap();
    let payload = services.discord().world(|world| world.interactions[&chosen].payload.clone());
    let read: ComponentInteraction = serde_json::from_value(payload).unwrap();
    let ComponentInteractionDataKind::StringSelect { values } = read.data.kind else { panic!("{:?}", read.data) };
    assert_eq!((read.data.custom_id.as_str(), values), ("menu", vec!["c".to_owned(), "a".to_owned()]));
}

#[tokio::test]
async fn untouched_fields_keep_their_value_and_required_are_filled() {
    let services = Services::new().await;
    let ping = services.ping();
    let field = |id: &str, value: &str| {
        let input = json!({ "type": 4, "custom_id": id, "style": 1, "label": id, "value": value, "min_length": 0 });
        json!({ "type": 1, "components": [input] })
    };
    let modal = json!({ "title": "t", "custom_id": "m", "components": [field("old", "before"), field("new", "")] });
    assert_eq!(services.callback(ping, json!({ "type": 9, "data": modal })).await.0, StatusCode::NO_CONTENT);
    let who = services.stand_ins.people.visitor;
    let submit = |fields: &[(&str, &str)]| {
        let fields: Vec<_> = fields.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        services.discord().submit_modal(who, ping, &fields)
    };
    assert_eq!(submit(&[]).unwrap_err(), ClientError::BadField("new".to_owned()));
    assert_eq!(submit(&[("new", "x"), ("none", "x")]).unwrap_err(), ClientError::BadField("none".to_owned()));
    let sent = submit(&[("new", "after")]).unwrap();
    let payload = services.discord().world(|world| world.interactions[&sent].payload.clone());
    let value = |row: usize| payload["data"]["components"][row]["components"][0]["value"].clone();
    assert_eq!((value(0), value(1)), (json!("before"), json!("after")));
}

#[tokio::test]
async fn role_and_channel_selects_include_resolved_objects() {
    let services = Services::new().await;
    let menu =
        |kind: u8, id: &str| json!({ "type": 1, "components": [{ "type": kind, "custom_id": id, "min_values": 0 }] });
    let menus = [menu(6, "role"), menu(8, "channel"), menu(5, "user")];
    let interaction = services.ping();
    services.callback(interaction, json!({ "type": 4, "data": { "content": "Choose", "components": menus } })).await;
    let (who, message) = (services.stand_ins.people.owner, services.original(interaction).id);
    let choose = |menu: &str, value: &[&str]| {
        let values: Vec<String> = value.iter().map(|value| (*value).to_owned()).collect();
        services.discord().select(who, message, menu, &values)
    };
    let read = |sent: InteractionId| {
        let payload = services.discord().world(|world| world.interactions[&sent].payload.clone());
        let resolved = payload["data"]["resolved"].clone();
        (serde_json::from_value::<ComponentInteraction>(payload).unwrap().data.kind, resolved)
    };
    let (role, resolved) = read(choose("role", &["Moderator"]).unwrap());
    let id = services.stand_ins.roles.moderator;
    assert!(matches!(role, ComponentInteractionDataKind::RoleSelect { values } if values[0].get() == id.0));
    assert_eq!(resolved["roles"][id.to_string()]["name"], "Moderator");
    let (channel, resolved) = read(choose("channel", &["#approvals"]).unwrap());
    let id = services.stand_ins.approvals;
    assert!(matches!(channel, ComponentInteractionDataKind::ChannelSelect { values } if values[0].get() == id.0));
    assert_eq!(resolved["channels"][id.to_string()]["name"], "approvals");
    let (user, _) = read(choose("user", &[]).unwrap());
    assert!(matches!(user, ComponentInteractionDataKind::UserSelect { values } if values.is_empty()));
    // A user cannot choose a missing item, nor more items than the menu allows.
    for wrong in [&["Nobody"][..], &["Moderator", "Owner"]] {
        assert_eq!(choose("role", wrong), Err(ClientError::NoChoice), "{wrong:?}");
    }
}

#[tokio::test]
async fn member_lookup_returns_roles_and_none_after_leaving() {
    let services = Services::new().await;
    let (guild, who) = (services.stand_ins.guild, services.stand_ins.people.helper);
    let path = |user: &str| format!("/guilds/{guild}/members/{user}");
    let (status, member) = services.as_bot(Method::GET, &path(&who.to_string()), Value::Null).await;
    assert_eq!(status, StatusCode::OK, "{member}");
    assert_eq!(
        (&member["roles"], &member["user"]["username"]),
        (&json!([services.stand_ins.roles.helper]), &json!("helper"))
    );
    services.discord().world(|world| world.leave(guild, who));
    for user in [who.to_string(), "1".to_owned()] {
        let (status, fault) = services.as_bot(Method::GET, &path(&user), Value::Null).await;
        assert_eq!((status, &fault["code"]), (StatusCode::NOT_FOUND, &json!(10_007)), "{fault}");
    }
    assert!(
        services.discord().command(who, services.stand_ins.channel, "ping", &[]).is_err(),
        "who has left uses nothing"
    );
}
