//! Tests that replies show users' texts exactly as written, and add nothing to them.

use proptest::prelude::*;
use serde_json::{Value, json};
use usher_clock::Timestamp;

use super::*;
use crate::access::{ChannelId, GuildId, InteractionId, UserId};
use crate::language::Language;
use crate::operations::Operation;
use crate::services::{AccountNames, Done, NextSteps};
use crate::store::{AccessRequest, Digest, RequestId, State};

const ACCOUNT: AccountNames = AccountNames::Hidden;

fn request(operation: Value, state: State, reason: Option<&str>) -> AccessRequest {
    let operation = serde_json::from_value(operation).unwrap();
    AccessRequest {
        id: RequestId(1),
        interaction: InteractionId(2),
        guild: GuildId(3),
        channel: ChannelId(4),
        actor: UserId(5),
        application: 6,
        token: String::new().into(),
        language: Language::English,
        digest: Digest::of_operation(&operation),
        operation,
        asked: Timestamp::default(),
        expires_at: Timestamp::from_secs(60),
        state,
        needs_two: false,
        first_approver: None,
        decided_by: Some(UserId(7)),
        decided: None,
        reason: reason.map(str::to_owned),
        posted: None,
        undeliverable: false,
        notified: false,
        owner: None,
    }
}

fn at(operation: &str, key: &str, value: &str) -> Value {
    let at = json!({ "session": "default", "group": "120363000000000001@g.us", "name": "Team" });
    json!({ "operation": operation, "at": at, key: value })
}

fn create(name: &str, text: &str) -> Value {
    json!({ "operation": "create_group", "session": "default", "name": name, "description": text, "people": [] })
}

/// Returns all text of a message.
fn said(message: &Message) -> String {
    fn collect(value: &Value, texts: &mut Vec<String>) {
        match value {
            Value::String(text) => texts.push(text.clone()),
            Value::Array(values) => values.iter().for_each(|value| collect(value, texts)),
            Value::Object(fields) => fields.values().for_each(|value| collect(value, texts)),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    collect(&serde_json::to_value(message).unwrap(), &mut texts);
    texts.join("\u{0}")
}

/// Returns the messages that show a request in full, in one language.
fn shown(i18n: Language, operation: &Value) -> Vec<Message> {
    let open = request(operation.clone(), State::Open, None);
    let expired = request(operation.clone(), State::Expired, None);
    vec![
        request_posted(i18n, &open, None, None, ACCOUNT),
        request_posted(i18n, &expired, None, None, ACCOUNT),
        request_details(i18n, &open, ACCOUNT),
        asked(i18n, &open, Posting::Done),
        request_told(i18n, &expired, None, "REF", ACCOUNT),
        request_told_in_public(i18n, &expired, None),
    ]
}

/// Returns whether a full stop follows a text, with any markup between.
fn is_stopped_again(said: &str, text: &str) -> bool {
    let plain: String = said.chars().filter(|c| !"*_`\\”“\"»’\n".contains(*c)).collect();
    let text: String = text.chars().filter(|c| !"*_`\\”“\"»’\n".contains(*c)).collect();
    let mut after = plain.split(&text).skip(1).map(|after| after.trim_start_matches([' ', '\u{a0}', '\u{202f}']));
    after.any(|after| after.starts_with(['.', '!', '?', '।', ';']))
}

#[test]
fn a_request_shows_the_text_that_is_carried_out() {
    for i18n in Language::ALL {
        for stop in [".", "!", "?", "…", "।", "。", "..", ";"] {
            let text = format!("Bring water{stop}");
            let operations = [
                at("rename_group", "name", &text),
                at("describe_group", "text", &text),
                create(&text, "Plain"),
                create("Plain", &text),
            ];
            for operation in operations {
                for message in shown(i18n, &operation) {
                    let said = said(&message);
                    assert!(said.contains(&format!("```\n{text}\n```")), "{i18n}: {said}");
                    assert!(!is_stopped_again(&said, &text), "{i18n}: {said}");
                }
            }
            let denied = request(at("leave_group", "name", "x"), State::Denied, Some(&text));
            let said = said(&request_posted(i18n, &denied, None, None, ACCOUNT));
            assert!(said.contains(&format!("\n> {text}")) && !is_stopped_again(&said, &text), "{i18n}: {said}");
        }
    }
}

#[test]
fn a_new_name_is_followed_by_no_stop() {
    for i18n in Language::ALL {
        for name in ["Readers.", "Readers!", "Readers?"] {
            let operation: Operation = serde_json::from_value(at("rename_group", "name", name)).unwrap();
            // The old name ends in the same way, because the same name would be no change.
            let before = format!("Old {name}");
            let outcome = json!({ "outcome": "renamed", "before": before, "after": name });
            let outcome = serde_json::from_value(outcome).unwrap();
            let renamed = Done {
                operation,
                outcome,
                shows_numbers: false,
                account: ACCOUNT,
                stopped: None,
                interaction: InteractionId(9),
                next: NextSteps::default(),
            };
            let request = request(at("rename_group", "name", name), State::Approved, None);
            let mut messages = vec![
                done(i18n, &renamed),
                announcement(i18n, &renamed, UserId(5)).unwrap(),
                approved_announcement(i18n, &renamed, &request).unwrap(),
            ];
            messages.push(request_posted(i18n, &request, Some(&Ok(renamed)), None, ACCOUNT));
            for message in messages {
                let said = said(&message);
                assert!(said.contains(name) && !is_stopped_again(&said, name), "{i18n}: {said}");
            }
        }
    }
}

proptest! {
    /// Reads text as Discord does: a code block lasts until the next three backticks, and disables all markup in it.
    #[test]
    fn a_description_stays_in_its_block(text in "[a-z`*_~|>#@<&:\\[\\]()/!?.\\\\ \\-\n]{1,200}") {
        prop_assume!(!text.trim().is_empty());
        let operation = at("describe_group", "text", &text);
        let request = request(operation, State::Open, None);
        let carried_out = match &request.operation {
            Operation::DescribeGroup(describe) => describe.text.as_str().to_owned(),
            other => panic!("{other:?}"),
        };
        prop_assume!(!carried_out.is_empty());
        let message = serde_json::to_value(request_details(Language::English, &request, ACCOUNT)).unwrap();
        let shown = message["embeds"][0]["description"].as_str().unwrap().to_owned();
        let block = shown.split_once("**Description**\n").unwrap().1;
        if carried_out.contains("```") {
            // Each line is quoted, and each markup character is escaped.
            for (shown, line) in block.split('\n').zip(carried_out.split('\n')) {
                let shown = shown.strip_prefix("> ").unwrap().replace("@\u{200b}", "@");
                let mut plain = String::new();
                let mut chars = shown.chars();
                while let Some(c) = chars.next() {
                    plain.push(if c == '\\' { chars.next().unwrap() } else { c });
                }
                prop_assert_eq!(plain, line);
            }
        } else {
            let inside = block.strip_prefix("```\n").unwrap().strip_suffix("\n```").unwrap();
            prop_assert_eq!(inside, carried_out);
        }
    }
}
