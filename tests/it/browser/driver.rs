//! Chromium, controlled through chromedriver. Without chromedriver, a test prints a line and passes.

use std::process::Stdio;

use serde_json::{Value, json};
use thirtyfour::TimeoutConfiguration;
use thirtyfour::prelude::*;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

use crate::page::{PATIENCE, Sandbox};

/// A sandbox and a browser that shows its page.
pub(crate) struct Browser {
    pub(crate) driver: WebDriver,
    pub(crate) sandbox: Sandbox,
    _chromedriver: Child,
}

/// Starts of chromedriver before a test fails.
const STARTS_MAX: usize = 3;
/// Chromium's minimum window width; phone screens are emulated.
const NARROWEST: u32 = 500;

/// The window's width, height and colour scheme.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Window {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) dark: bool,
}

impl Default for Window {
    fn default() -> Self {
        Self { width: 1_280, height: 900, dark: false }
    }
}

/// Starts chromedriver, and returns it with its port. Returns `None` if it is not installed. It chooses a free port and then
/// listens on it: if another program was faster, it ends, and is started again.
async fn chromedriver() -> Option<(Child, String)> {
    for _ in 0..STARTS_MAX {
        let mut command = Command::new("chromedriver");
        command.arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
        let mut child = command.spawn().ok()?;
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let port = async {
            while let Some(line) = lines.next_line().await.unwrap() {
                if let Some((_, port)) = line.split_once("started successfully on port ") {
                    return Some(port.trim_end_matches('.').to_owned());
                }
            }
            None
        };
        if let Some(port) = tokio::time::timeout(PATIENCE, port).await.expect("chromedriver starts, or ends") {
            return Some((child, port));
        }
    }
    panic!("chromedriver ended {STARTS_MAX} times before it listened");
}

impl Browser {
    /// Starts a browser. Returns `None` and prints a line if there is no chromedriver.
    pub(crate) async fn open(window: Window) -> Option<Self> {
        let Some((chromedriver, port)) = chromedriver().await else {
            eprintln!("Skipped: there is no chromedriver (Debian: chromium, chromium-driver).");
            return None;
        };
        let mut wanted = DesiredCapabilities::chrome();
        let size = format!("--window-size={},{}", window.width, window.height);
        let colours = format!("--blink-settings=preferredColorScheme={}", u8::from(!window.dark));
        // In a container Chromium cannot create its own sandbox, and shared memory is small.
        for argument in
            ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars", &size, &colours]
        {
            wanted.add_arg(argument).unwrap();
        }
        if window.width < NARROWEST {
            let screen = json!({ "width": window.width, "height": window.height, "pixelRatio": 1.0 });
            wanted.add_experimental_option("mobileEmulation", json!({ "deviceMetrics": screen })).unwrap();
        }
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), wanted).await.unwrap();
        driver.update_timeouts(TimeoutConfiguration::new(Some(PATIENCE), Some(PATIENCE), None)).await.unwrap();
        let browser = Self { driver, sandbox: Sandbox::open().await, _chromedriver: chromedriver };
        Some(browser)
    }

    /// Opens the page as a first-time visitor sees it.
    pub(crate) async fn at_home() -> Option<Self> {
        let browser = Self::open(Window::default()).await?;
        browser.visit("/").await;
        Some(browser)
    }

    /// Opens a path of the page, and waits until it is drawn.
    pub(crate) async fn visit(&self, path: &str) {
        self.driver.goto(format!("{}{path}", self.sandbox.url)).await.unwrap();
        self.until("document.documentElement.dataset.ready === 'true'").await;
    }

    /// Plays a scene by itself, and waits for its end.
    pub(crate) async fn play(&self, scene: &str) {
        self.visit(&format!("/?scene={scene}&auto")).await;
        let banner = "document.querySelector('#scene').dataset";
        self.until(&format!("{banner}.name === '{scene}' && {banner}.playing === 'false'")).await;
    }

    /// Evaluates an expression on each change of the page, and returns its first truthy value.
    pub(crate) async fn until(&self, expression: &str) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             const look = () => {{
                 const found = {expression};
                 if (!found) return;
                 changes.disconnect();
                 done(found);
             }};
             const changes = new MutationObserver(look);
             changes.observe(document, {{ subtree: true, childList: true, attributes: true, characterData: true }});
             look();"
        );
        let found = self.driver.execute_async(&script, Vec::new()).await;
        found.unwrap_or_else(|error| panic!("{expression}: {error}")).json().clone()
    }

    /// Returns the current value of an expression on the page.
    pub(crate) async fn now(&self, expression: &str) -> Value {
        let script = format!("return {expression};");
        self.driver.execute(&script, Vec::new()).await.unwrap().json().clone()
    }

    /// Types into the focused element.
    pub(crate) async fn type_in(&self, keys: impl Into<TypingData>) {
        self.driver.active_element().await.unwrap().send_keys(keys).await.unwrap();
    }

    /// Presses a key, also in a file input, in which nothing can be typed.
    pub(crate) async fn press_key(&self, key: Key) {
        self.driver.action_chain().send_keys(key).perform().await.unwrap();
    }

    /// Waits for the scene with this name to wait before a step.
    pub(crate) async fn waits(&self, scene: &str, step: usize) {
        let at = "document.querySelector('#scene').dataset";
        let is_there = format!("{at}.name === '{scene}' && {at}.waits === 'true' && {at}.step === '{step}'");
        self.until(&is_there).await;
    }

    /// Types a line into the message field, and sends it.
    pub(crate) async fn enter(&self, line: &str) {
        self.click("#composer").await;
        self.type_in(line).await;
        self.type_in(Key::Enter).await;
    }

    pub(crate) async fn click(&self, selector: &str) {
        self.until(&format!("document.querySelector({selector:?})")).await;
        self.driver.find(By::Css(selector)).await.unwrap().click().await.unwrap();
    }

    /// Presses a button of a message.
    pub(crate) async fn press(&self, label: &str) {
        let button =
            format!("[...document.querySelectorAll('article button')].find(one => one.textContent === '{label}')");
        self.until(&button).await;
        self.now(&format!("{button}.click()")).await;
    }

    /// Clicks one of the suggestions on the page.
    pub(crate) async fn take_offer(&self, title: &str) {
        self.now("document.querySelector('#help').click()").await;
        let card = format!("[...document.querySelectorAll('.try')].find(one => one.textContent.startsWith('{title}'))");
        self.until(&card).await;
        self.now(&format!("{card}.click()")).await;
    }

    /// Moves the focus backwards through the page until a control with this name has it.
    pub(crate) async fn tab_back_to(&self, name: &str) {
        for _ in 0..100 {
            self.type_in(Key::Shift + Key::Tab).await;
            if self.now("document.activeElement.textContent.trim()").await == name {
                return;
            }
        }
        panic!("the keyboard does not reach {name}");
    }

    /// Switches the viewer to another person.
    pub(crate) async fn look_as(&self, person: &str) {
        self.click(&format!("input[name=person][data-person={person}]")).await;
        self.until(&format!("document.documentElement.dataset.person === '{person}'")).await;
    }

    /// Waits for an embed that contains the text.
    pub(crate) async fn embed(&self, text: &str) {
        let text = Value::from(text);
        self.until(&format!(
            "[...document.querySelectorAll('article .embed')].some(embed => embed.textContent.includes({text}))"
        ))
        .await;
    }

    /// Waits until a group has this name.
    pub(crate) async fn group(&self, name: &str) {
        let name = Value::from(name);
        self.until(&format!(
            "[...document.querySelectorAll('[data-group]')].some(group => group.dataset.group === {name})"
        ))
        .await;
    }

    pub(crate) async fn close(self) {
        self.driver.quit().await.unwrap();
    }
}
