//! `/wa-group invite show` and `/wa-group invite revoke`.

use sandbox::ALPHA;

use crate::harness::TestBot;

#[tokio::test]
async fn a_moderator_sees_the_link_in_private() {
    TestBot::run(async |bot| {
        let link = bot.groups.world(|world| world.group(ALPHA).unwrap().invite_link());
        let reply = bot.command("moderator", "wa-group invite show", &[("group", ALPHA)]).await;
        assert!(reply.is_private());
        assert!(reply.text().contains(&link), "{}", reply.text());
        assert_eq!(reply.notice(), "");
        assert_eq!(reply.calls(), ["GET /groups → 200", "GET /groups/120363000000000001%40g.us/invite → 200"]);
    })
    .await;
}

#[tokio::test]
async fn revocation_is_confirmed_done_once_and_logged_without_link() {
    TestBot::run(async |bot| {
        let old = bot.groups.world(|world| world.group(ALPHA).unwrap().invite.clone());
        let question = bot.command("moderator", "wa-group invite revoke", &[("group", "alpha team")]).await;
        assert_eq!(question.buttons(), ["Revoke", "Cancel"]);
        assert!(question.is_private());
        assert!(!question.calls().iter().any(|call| call.starts_with("DELETE")), "{:?}", question.calls());

        let reply = bot.press("moderator", &question, "Revoke").await;
        let new = bot.groups.world(|world| world.group(ALPHA).unwrap().invite.clone());
        assert_ne!(old, new);
        assert_eq!(reply.title(), "Alpha Team");
        assert!(reply.text().contains(&new) && !reply.text().contains(&old));
        assert_eq!(reply.buttons(), [""; 0]);
        let path = "/groups/120363000000000001%40g.us/invite";
        assert_eq!(reply.calls(), [format!("GET {path} → 200"), format!("DELETE {path} → 200")]);
        assert_eq!(reply.notices.len(), 1);
        assert!(!reply.notices[0].is_ephemeral());
        assert!(reply.notice().contains("revoked the invite link") && !reply.notice().contains(&new));
    })
    .await;
}
