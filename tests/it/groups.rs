//! Operations on groups: create, list, show, rename, describe, picture, leave, delete.

use sandbox::whatsapp::{GroupSeed, Provider};
use sandbox::{ALPHA, ANA, BETA, BRUNO, NEIGHBOURS, NOBODY, OPEN, SHY};
use serde_json::json;

use crate::harness::TestBot;

/// Read once, for the name of a group that is given by its id.
const NAMES: &str = "GET /groups → 200";
const GROUP: &str = "/groups/120363000000000001%40g.us";

#[tokio::test]
async fn a_new_group_is_reported_person_by_person() {
    TestBot::with(|_| {})
        .not_on(Provider::Gowa)
        .not_on(Provider::OpenWa)
        .run(async |bot| {
            let people = format!("{OPEN}, {SHY}; {NOBODY}");
            let options =
                [("name", "Summer Picnic"), ("members", people.as_str()), ("description", "Saturday at noon")];
            let reply = bot.command("owner", "wa-group create", &options).await;
            let (id, invite, members, description) = bot.groups.world(|world| {
                let group = world.group_named("Summer Picnic").unwrap();
                (group.id.clone(), group.invite_link(), group.members.len(), group.description.clone())
            });
            assert_eq!((members, description.as_deref()), (2, Some("Saturday at noon")));
            let text = reply.text();
            assert_eq!(reply.title(), "Summer Picnic");
            assert!(text.contains("Added 1 of 3 people"), "{text}");
            for (words, person) in [("**Added** (1)", OPEN), ("privacy settings", SHY)] {
                assert!(text.lines().any(|line| line.contains(words) && line.contains(person)), "{words}: {text}");
            }
            assert!(text.contains(&id) && text.contains(&invite), "{text}");
            let notice = reply.notice();
            assert!(notice.contains("created this group") && notice.contains("+55 ••••• 0001"), "{notice}");
            assert!(!notice.contains(OPEN) && !notice.contains(&invite), "{notice}");
            let path = format!("/groups/{}", id.replace('@', "%40"));
            assert_eq!(
                reply.calls(),
                [
                    "GET /groups → 200".to_owned(),
                    "POST /groups → 201".to_owned(),
                    format!("PUT {path}/description → 200"),
                    format!("GET {path}/participants → 200"),
                    // Usher looks at the account before it adds more people.
                    "GET  → 200".to_owned(),
                    // Those who are missing are asked for once more, for the reason.
                    format!("POST {path}/participants → 200"),
                    format!("GET {path}/participants → 200"),
                    format!("GET {path}/invite → 200"),
                ]
            );
            assert_eq!(reply.calls[1].body.as_ref().unwrap()["session"], "default");
            assert_eq!(reply.calls[1].body.as_ref().unwrap()["participants"][0], "5521988880001@s.whatsapp.net");
        })
        .await;
}

#[tokio::test]
async fn a_list_is_sorted_by_name_and_narrowed_by_search() {
    TestBot::run(async |bot| {
        let reply = bot.command("moderator", "wa-group list", &[]).await;
        let text = reply.text();
        let places: Vec<_> = ["Alpha Team", "Beta Readers", "Neighbours"].map(|name| text.find(name).unwrap()).into();
        assert!(places.is_sorted(), "{text}");
        assert!(text.contains("3 groups") && text.contains("10 members"), "{text}");
        assert!(reply.is_private() && reply.notices.is_empty());
        assert_eq!(reply.calls(), ["GET /groups → 200"]);
        let reply = bot.command("moderator", "wa-group list", &[("search", "BETA")]).await;
        assert!(reply.text().contains("Beta Readers") && !reply.text().contains("Alpha"), "{}", reply.text());
        let reply = bot.command("moderator", "wa-group list", &[("search", "nothing like it")]).await;
        assert!(reply.text().contains("No group"), "{}", reply.text());
    })
    .await;
}

#[tokio::test]
async fn a_group_is_shown_with_owner_size_and_admins() {
    TestBot::run(async |bot| {
        let reply = bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
        let text = reply.text();
        assert_eq!(reply.title(), "Alpha Team");
        for part in ["Be kind.", ALPHA, "<t:1700000000:D>", "10", BRUNO, "+5511900000000"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(reply.embed().get("footer").is_none(), "the server has one account: {}", reply.text());
        assert_eq!(reply.calls(), [format!("GET {GROUP} → 200")]);
    })
    .await;
}

#[tokio::test]
async fn a_new_name_is_told_beside_the_old_one() {
    TestBot::run(async |bot| {
        let reply = bot.command("moderator", "wa-group rename", &[("group", ALPHA), ("name", "Alpha *2*")]).await;
        assert_eq!(bot.groups.world(|world| world.group(ALPHA).unwrap().name.clone()), "Alpha *2*");
        assert!(reply.text().contains("**Alpha Team** → **Alpha \\*2\\***"), "{}", reply.text());
        assert!(reply.notice().contains("renamed **Alpha Team** to **Alpha \\*2\\***"), "{}", reply.notice());
        assert_eq!(reply.calls(), [NAMES, &format!("GET {GROUP} → 200"), &format!("PUT {GROUP}/subject → 200")]);
        assert_eq!(reply.calls[2].body.clone().unwrap(), json!({ "session": "default", "subject": "Alpha *2*" }));
    })
    .await;
}

#[tokio::test]
async fn a_new_description_is_shown() {
    TestBot::run(async |bot| {
        let reply =
            bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "New <@1> rules")]).await;
        assert!(reply.text().contains("New \\<@\u{200b}1\\> rules"), "{}", reply.text());
        assert_eq!(reply.calls(), [NAMES, &format!("GET {GROUP} → 200"), &format!("PUT {GROUP}/description → 200")]);
    })
    .await;
}

#[tokio::test]
async fn an_empty_description_takes_it_away() {
    TestBot::with(|_| {})
        .needs(|can| can.remove_description)
        .run(async |bot| {
            let modal = bot.command("moderator", "wa-group describe", &[("group", ALPHA)]).await;
            let reply = bot.fill_in("moderator", &modal, "").await;
            assert!(reply.text().contains("Description removed"), "{}", reply.text());
            assert_eq!(bot.groups.world(|world| world.group(ALPHA).unwrap().description.clone()), None);
        })
        .await;
}

#[tokio::test]
async fn a_picture_is_passed_on_by_its_address_and_shown() {
    TestBot::with(|_| {})
        .needs(|can| can.picture_by_url)
        .run(async |bot| {
            let url = "https://pictures.example/a.png?x=1";
            let reply = bot.command("moderator", "wa-group picture", &[("group", ALPHA), ("url", url)]).await;
            assert_eq!(reply.embed()["image"]["url"], url);
            assert_eq!(reply.calls(), [NAMES, &format!("PUT {GROUP}/picture → 200")]);
            assert_eq!(reply.calls[1].body.clone().unwrap(), json!({ "session": "default", "url": url }));
            for bad in ["http://pictures.example/a.png", "https://me:secret@pictures.example/a.png", "nonsense"] {
                let reply = bot.command("moderator", "wa-group picture", &[("group", ALPHA), ("url", bad)]).await;
                assert!(reply.text().contains("https://") && reply.calls.is_empty(), "{bad}: {}", reply.text());
            }
        })
        .await;
}

#[tokio::test]
async fn a_group_is_left_after_a_press() {
    TestBot::run(async |bot| {
        let question = bot.command("owner", "wa-group leave", &[("group", "neighbours")]).await;
        assert_eq!(question.title(), "Neighbours");
        let reply = bot.press("owner", &question, "Leave").await;
        assert!(reply.text().contains("Usher left") && reply.notice().contains("leave"), "{}", reply.text());
        assert_eq!(reply.calls(), ["POST /groups/120363000000000003%40g.us/leave → 200"]);
        // Autocomplete no longer suggests a group that the account has left.
        let offered = bot.offers("owner", "wa-group show", "group", "").await;
        assert!(offered.iter().all(|choice| choice.value != json!(NEIGHBOURS)), "{offered:?}");
    })
    .await;
}

#[tokio::test]
async fn a_group_is_deleted_after_its_name_was_typed() {
    TestBot::with(|_| {})
        .on_titan()
        .run(async |bot| {
            let question = bot.command("owner", "wa-group delete", &[("group", BETA)]).await;
            assert_eq!(question.buttons(), ["Delete…", "Cancel"]);
            let opened = bot.press("owner", &question, "Delete…").await;
            let reply = bot.fill_in("owner", &opened, " Beta Readers ").await;
            assert!(reply.text().contains("Group deleted"), "{}", reply.text());
            assert!(reply.notice().contains("deleted this group"), "{}", reply.notice());
            assert_eq!(reply.calls(), ["DELETE /groups/120363000000000002%40g.us → 200"]);
            assert!(bot.groups.world(|world| world.group(BETA).is_none()));
        })
        .await;
}

#[tokio::test]
async fn another_name_deletes_nothing() {
    TestBot::with(|_| {})
        .on_titan()
        .run(async |bot| {
            let question = bot.command("owner", "wa-group delete", &[("group", BETA)]).await;
            let opened = bot.press("owner", &question, "Delete…").await;
            let reply = bot.fill_in("owner", &opened, "Alpha Team").await;
            assert!(reply.text().contains("Nothing was deleted"), "{}", reply.text());
            assert!(reply.calls.is_empty() && reply.notices.is_empty());
            // The user can type the name again.
            assert!(reply.text().contains("Beta Readers"), "{}", reply.text());
            assert_eq!(reply.buttons(), ["Delete…", "Cancel"]);
            assert!(bot.groups.world(|world| world.group(BETA).is_some()));
        })
        .await;
}

#[tokio::test]
async fn what_a_group_is_called_has_no_effect_in_an_answer() {
    let name = "@everyone **b** [x](http://e)";
    TestBot::with(|scene| {
        let account = scene.whatsapp.find_person("5511900000000").unwrap();
        scene.whatsapp.add_group(GroupSeed::new(name, account).id("120363000000000009@g.us"));
    })
    .run(async |bot| {
        let escaped = "@\u{200b}everyone \\*\\*b\\*\\* \\[x\\]\\(http\\://e\\)";
        let reply = bot.command("moderator", "wa-group show", &[("group", "120363000000000009@g.us")]).await;
        assert_eq!(reply.title(), escaped);
        let reply = bot.command("moderator", "wa-group list", &[]).await;
        assert!(reply.text().contains(escaped), "{}", reply.text());
        let offered = bot.offers("moderator", "wa-group show", "group", "everyone").await;
        assert_eq!(offered[0].name, name.replace('@', "@\u{200b}"));
        let long = format!("{ANA}, {BRUNO}");
        let reply =
            bot.command("moderator", "wa-group members add", &[("group", name), ("members", long.as_str())]).await;
        assert_eq!(reply.title(), escaped);
        assert!(!reply.notice().contains("@everyone"), "{}", reply.notice());
    })
    .await;
}
