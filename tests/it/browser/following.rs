//! Scenes at the pace of their viewer, in the channel in which each step takes place.

use super::driver::{Browser, Window};
use crate::harness::together;

const SHOWN_CHANNEL: &str = "document.querySelector('[data-channel][aria-current]').dataset.channel";

#[tokio::test]
async fn a_scene_waits_for_next_and_shows_its_channel() {
    let _turn = together().await;
    let Some(browser) = Browser::open(Window::default()).await else { return };
    browser.visit("/?scene=approval").await;
    browser.waits("approval", 1).await;
    browser.until("document.documentElement.dataset.person === 'moderator'").await;
    browser.until(&format!("{SHOWN_CHANNEL} === 'approvals'")).await;
    browser.until("document.querySelector('.scene-next').textContent === 'Next, Mateo presses Approve'").await;
    browser.click("#scene-next").await;
    browser.group("Alpha Crew").await;
    browser.until("document.querySelector('#scene').dataset.playing === 'false'").await;
    assert_eq!(browser.now(SHOWN_CHANNEL).await, "approvals");
    browser.embed("Approved by @Mateo").await;
    browser.close().await;
}

#[tokio::test]
async fn the_next_scene_follows_and_turns_from_channel_to_channel() {
    let _turn = together().await;
    let Some(browser) = Browser::open(Window::default()).await else { return };
    browser.visit("/?scene=approval").await;
    browser.waits("approval", 1).await;
    browser.click("#next-scene").await;
    let expected =
        [("helper", "whatsapp"), ("moderator", "approvals"), ("moderator", "approvals"), ("moderator", "approvals")];
    for (step, (person, channel)) in expected.into_iter().enumerate() {
        browser.waits("denial", step + 1).await;
        browser.until(&format!("document.documentElement.dataset.person === '{person}'")).await;
        browser.until(&format!("{SHOWN_CHANNEL} === '{channel}'")).await;
        // The last step takes place in the modal, which covers the page.
        browser.now("document.querySelector('#scene-next').click()").await;
    }
    browser.until("document.querySelector('#scene').dataset.playing === 'false'").await;
    browser.embed("enied by").await;
    browser.close().await;
}
