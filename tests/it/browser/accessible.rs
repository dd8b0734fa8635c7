//! Checks the page with axe-core, in its common states. Skipped if the script is not available.

use serde_json::Value;

use super::driver::{Browser, Window};
use crate::harness::together;

/// Returns the path of axe-core's `axe.min.js`, if available.
fn axe() -> Option<String> {
    let Some(path) = std::env::var_os("USHER_TEST_AXE") else {
        eprintln!("Skipped: USHER_TEST_AXE does not name axe-core's axe.min.js.");
        return None;
    };
    Some(std::fs::read_to_string(path).unwrap())
}

#[tokio::test]
async fn axe_finds_no_serious_violation_in_any_theme_or_size() {
    let _turn = together().await;
    let Some(axe) = axe() else { return };
    let day = Window::default();
    for window in [day, Window { dark: true, ..day }, Window { width: 360, height: 740, ..day }] {
        let Some(browser) = Browser::open(window).await else { return };
        browser.visit("/").await;
        held_against(&browser, &axe, &format!("welcome, {window:?}")).await;

        browser.click("#composer").await;
        browser.type_in("/").await;
        browser.until("document.querySelector('#offers [role=option]')").await;
        held_against(&browser, &axe, &format!("the list of commands, {window:?}")).await;
        browser.type_in("wa-group create ").await;
        browser.until("document.querySelector('[data-option]')").await;
        held_against(&browser, &axe, &format!("a command's options, {window:?}")).await;

        for scene in ["setup", "remove", "request"] {
            browser.play(scene).await;
            held_against(&browser, &axe, &format!("scene {scene}, {window:?}")).await;
        }
        browser.play("approval").await;
        browser.now("document.querySelector('#scenes-open').click()").await;
        browser.until("document.querySelector('#scenes').open").await;
        held_against(&browser, &axe, &format!("the list of scenes, {window:?}")).await;
        browser.click("#scenes-close").await;
        browser.now("document.querySelector('#start-over').click()").await;
        browser.until("document.querySelector('#new-world').open").await;
        held_against(&browser, &axe, &format!("the question before a new world, {window:?}")).await;
        browser.click("#new-world-cancel").await;
        browser.visit("/?scene=approval").await;
        browser.waits("approval", 1).await;
        held_against(&browser, &axe, &format!("a scene that waits, {window:?}")).await;
        browser.close().await;
    }
}

async fn held_against(browser: &Browser, axe: &str, state: &str) {
    browser.driver.execute(axe, Vec::new()).await.unwrap();
    let run = "const done = arguments[arguments.length - 1];
               axe.run(document, { resultTypes: ['violations'] }).then(
                   (found) => done(found.violations.map((one) => ({
                       id: one.id, impact: one.impact, help: one.help, where: one.nodes.map((node) => node.html),
                   }))),
                   (error) => done(String(error)),
               );";
    let found = browser.driver.execute_async(run, Vec::new()).await.unwrap().json().clone();
    let found: Vec<Value> = serde_json::from_value(found).unwrap();
    let serious: Vec<&Value> =
        found.iter().filter(|one| one["impact"] == "serious" || one["impact"] == "critical").collect();
    assert!(serious.is_empty(), "{state}: {serious:#?}");
}
