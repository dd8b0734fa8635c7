//! The documents' pictures: the result of each line of a scene, as the page shows it. The test writes them if
//! `USHER_PICTURES` is set (`docs/pictures/make`); otherwise it only checks that every scene has its picture.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use image::{DynamicImage, GenericImage as _, ImageFormat, Rgba, RgbaImage};
use serde_json::{Value, json};
use thirtyfour::extensions::cdp::ChromeDevTools;
use thirtyfour::prelude::*;

use super::driver::{Browser, Window};
use crate::harness::together;

/// Expression for each message and its text, without times, because they change.
const WHAT_THEY_SAY: &str = "[...document.querySelectorAll('article[data-message]')].map(one => {
    const own = one.querySelector('.message-body').cloneNode(true);
    own.querySelectorAll('time').forEach(time => time.remove());
    return [one.dataset.message, own.textContent];
})";
/// Script that shows every time as the same one, so that a picture changes only with its content.
const SAME_TIMES: &str = "
    const noon = new Date(Date.UTC(2026, 10, 2, 12));
    const { DateTimeFormat, RelativeTimeFormat } = Intl;
    Intl.DateTimeFormat = class extends DateTimeFormat {
        constructor(locale, options) { super(locale, { ...options, timeZone: 'UTC' }); }
        format() { return super.format(noon); }
    };
    Intl.RelativeTimeFormat = class extends RelativeTimeFormat {
        format(value, unit) {
            if (value <= 0) return super.format(-1, 'minute');
            return unit === 'day' && value === 1 ? super.format(24, 'hour') : super.format(value, unit);
        }
    };";
/// The gap between two parts of a picture, in pixels.
const BETWEEN: u32 = 8;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures")
}

#[tokio::test]
async fn every_scene_has_a_picture_for_moderators() {
    let _turn = together().await;
    let scenes = crate::page::scenes().await;
    if std::env::var_os("USHER_PICTURES").is_some() {
        make(&scenes).await;
    }
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/moderators.md")).unwrap();
    for scene in scenes {
        let name = format!("{scene}.png");
        assert!(folder().join(&name).exists(), "docs/pictures/make has not made {name}");
        assert!(page.contains(&format!("](pictures/{name})")), "docs/moderators.md does not show {name}");
    }
}

/// Opens a browser that shows every time as the same one.
async fn open(window: Window) -> Option<Browser> {
    let browser = Browser::open(window).await?;
    let tools = ChromeDevTools::new(browser.driver.handle.clone());
    let script = json!({ "source": SAME_TIMES });
    tools.execute_cdp_with_params("Page.addScriptToEvaluateOnNewDocument", script).await.unwrap();
    Some(browser)
}

async fn make(scenes: &[String]) {
    make_page().await;
    let Some(browser) = open(Window { width: 640, height: 1_400, dark: false }).await else { return };
    for scene in scenes {
        // In the other scenes, the log channel gets its entry later, and is no part of the scene.
        let sees_log = scene == "account";
        let mut camera = Camera { browser: &browser, sees_log, seen: HashMap::new(), parts: Vec::new() };
        browser.visit(&format!("/?scene={scene}&view=channel")).await;
        let mut step = camera.next_step(scene, "0").await;
        camera.look_around(None).await;
        while step.waits {
            let who = step.who;
            camera.look_as(&who).await;
            browser.until("document.querySelector('#scene-next')").await;
            browser.now("document.querySelector('#scene-next').click()").await;
            step = camera.next_step(scene, &step.number).await;
            camera.look_around(Some(&who)).await;
        }
        let file = folder().join(format!("{scene}.png"));
        stacked(camera.parts).save_with_format(file, ImageFormat::Png).unwrap();
    }
    browser.close().await;
}

/// Takes a picture of the whole page, during a confirmation.
async fn make_page() {
    let Some(browser) = open(Window { height: 800, ..Window::default() }).await else { return };
    browser.visit("/?scene=revoke").await;
    browser.waits("revoke", 1).await;
    browser.now("document.querySelector('#scene-next').click()").await;
    browser.waits("revoke", 2).await;
    browser.press("Revoke").await;
    browser.embed("The old link no longer works").await;
    std::fs::write(folder().join("page.png"), browser.driver.screenshot_as_png().await.unwrap()).unwrap();
    browser.close().await;
}

/// A camera that takes pictures of the changes by a line of a scene, for all viewers.
struct Camera<'a> {
    browser: &'a Browser,
    /// True if the messages of the log channel are part of the scene.
    sees_log: bool,
    /// The last seen text of each message.
    seen: HashMap<String, String>,
    parts: Vec<RgbaImage>,
}

/// The position in a scene.
struct At {
    number: String,
    who: String,
    waits: bool,
}

impl Camera<'_> {
    /// Waits for the step after this one, or for the end.
    async fn next_step(&self, name: &str, after: &str) -> At {
        let scene = "document.querySelector('#scene').dataset";
        let is_next = format!("{scene}.waits === 'true' && {scene}.step !== '{after}'");
        let is_over = format!("{scene}.playing === 'false'");
        let at = format!("{scene}.name === '{name}' && ({is_next} || {is_over}) && {{ ...{scene} }}");
        let at = self.browser.until(&at).await;
        let text = |key: &str| at[key].as_str().unwrap_or_default().to_owned();
        At { number: text("step"), who: text("who"), waits: text("waits") == "true" }
    }

    /// Views every channel as every person, the actor first. It takes a picture of each new message if there is an
    /// actor.
    async fn look_around(&mut self, actor: Option<&str>) {
        let others = ["owner", "moderator", "helper"].into_iter().filter(|name| Some(*name) != actor);
        for person in actor.into_iter().chain(others) {
            self.look_as(person).await;
            if Some(person) == actor
                && let Ok(modal) = self.browser.driver.find(By::Css("dialog#modal[open]")).await
            {
                self.parts.push(shot(&modal).await);
            }
            let channels = self
                .browser
                .now("[...document.querySelectorAll('[data-channel]')].map(one => one.dataset.channel)")
                .await;
            for channel in channels.as_array().unwrap().iter().filter_map(Value::as_str) {
                if channel != "usher-log" || self.sees_log {
                    self.look(channel, actor.is_some()).await;
                }
            }
        }
    }

    /// Switches the viewer. With only the channel in view, the list of people is invisible, but its controls still
    /// work.
    async fn look_as(&self, person: &str) {
        let chosen = format!("document.querySelector('input[name=person][data-person={person}]')");
        self.browser.until(&chosen).await;
        self.browser.now(&format!("{chosen}.click()")).await;
        self.browser.until(&format!("document.documentElement.dataset.person === '{person}'")).await;
    }

    async fn look(&mut self, channel: &str, takes: bool) {
        let selector = Value::from(format!("[data-channel={channel:?}]"));
        self.browser.now(&format!("document.querySelector({selector}).click()")).await;
        self.browser.until(&format!("document.querySelector({selector}).ariaCurrent")).await;
        let driver = &self.browser.driver;
        let mut titled = channel == "whatsapp";
        let messages: Vec<(String, String)> = serde_json::from_value(self.browser.now(WHAT_THEY_SAY).await).unwrap();
        for (id, says) in messages {
            let selector = format!("article[data-message='{id}']");
            let is_news = self.seen.insert(id, says.clone()).is_none_or(|before| before != says);
            if !takes || !is_news {
                continue;
            }
            if !titled {
                self.parts.push(shot(&driver.find(By::Id("channel-title")).await.unwrap()).await);
                titled = true;
            }
            self.parts.push(shot(&driver.find(By::Css(selector)).await.unwrap()).await);
        }
    }
}

async fn shot(element: &WebElement) -> RgbaImage {
    let bytes = element.screenshot_as_png().await.unwrap();
    image::load_from_memory(&bytes).unwrap().into_rgba8()
}

/// Stacks the parts vertically.
fn stacked(parts: Vec<RgbaImage>) -> DynamicImage {
    let width = parts.iter().map(RgbaImage::width).max().unwrap();
    let height = parts.iter().map(|part| part.height() + BETWEEN).sum();
    let mut all = RgbaImage::from_pixel(width, height, Rgba([255, 255, 255, 255]));
    let mut at = 0;
    for part in parts {
        all.copy_from(&part, 0, at).unwrap();
        at += part.height() + BETWEEN;
    }
    DynamicImage::from(all)
}
