//! Tests of each fault, from the view of a client.

use std::sync::Arc;
use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::{Answer, Api, encoded};
use crate::whatsapp::{Fault, FaultRule, Operation, World};

impl Api {
    fn rename(&self, name: &str) -> reqwest::RequestBuilder {
        let body = json!({"session": "default", "subject": name});
        self.request(Method::PUT, &format!("/{}/subject", encoded(&self.club))).json(&body)
    }

    async fn struck(&self, fault: Fault) -> Answer {
        self.stand_in.inject(FaultRule::next(fault));
        self.send(self.rename("New")).await
    }

    fn renamed(&self) -> bool {
        self.name_of(&self.club) == "New"
    }

    /// Makes the call in a separate task, because its answer takes long.
    fn start_rename(self: &Arc<Self>) -> JoinSet<Answer> {
        let (api, mut tasks) = (Arc::clone(self), JoinSet::new());
        tasks.spawn(async move { api.send(api.rename("New")).await });
        tasks
    }
}

#[tokio::test]
async fn a_status_is_answered_without_doing_anything() {
    let api = Api::start().await;
    for status in [500, 502, 503] {
        let answer = api.struck(Fault::Status(status)).await;
        assert_eq!((answer.status, api.renamed()), (status, false));
        assert!(answer.error().contains("injected"));
    }
    assert_eq!(api.send(api.rename("New")).await.status, 200, "each rule was for one call");
}

#[tokio::test]
async fn a_status_is_answered_although_it_was_done() {
    let api = Api::start().await;
    let answer = api.struck(Fault::StatusAfter(502)).await;
    assert_eq!((answer.status, api.renamed()), (502, true));
}

#[tokio::test]
async fn a_connection_is_dropped_without_an_answer() {
    let api = Api::start().await;
    for (fault, done) in [(Fault::Drop, false), (Fault::DropAfter, true)] {
        // The connection has been used before, so that a client could retry the request on it.
        assert_eq!(api.get("").await.status, 200);
        api.stand_in.inject(FaultRule::next(fault));
        let error = api.rename("New").send().await.unwrap_err();
        assert!(error.is_request() && !error.is_timeout() && !error.is_connect(), "{error:?}");
        assert_eq!(api.renamed(), done);
    }
    let calls = api.stand_in.calls();
    assert_eq!(calls.iter().map(|call| call.status).collect::<Vec<_>>(), [Some(200), None, Some(200), None]);
}

#[tokio::test]
async fn a_call_is_met_with_silence() {
    let api = Arc::new(Api::start().await);
    api.stand_in.inject(FaultRule::next(Fault::Silence));
    let mut waiting = api.start_rename();
    api.stand_in.until_call(|call| call.operation == Some(Operation::UpdateSubject)).await;
    // Later calls are answered; this one is not.
    assert_eq!(api.get("").await.status, 200);
    assert!(waiting.try_join_next().is_none());
    waiting.shutdown().await;
    assert_eq!((api.stand_in.calls()[0].status, api.renamed()), (None, false));
}

#[tokio::test]
async fn a_call_is_done_and_met_with_silence() {
    let api = Arc::new(Api::start().await);
    api.stand_in.inject(FaultRule::next(Fault::SilenceAfter));
    let mut waiting = api.start_rename();
    api.stand_in.until(|world| world.group(&api.club).is_some_and(|club| club.name == "New")).await;
    assert_eq!(api.get("").await.status, 200);
    assert!(waiting.try_join_next().is_none());
    waiting.shutdown().await;
}

#[tokio::test]
async fn a_stand_in_that_stops_waits_for_no_silent_call() {
    let api = Api::start().await;
    api.stand_in.inject(FaultRule::next(Fault::Silence));
    let mut waiting = JoinSet::new();
    waiting.spawn(api.rename("New").send());
    api.stand_in.until_call(|call| call.status.is_none()).await;
    api.stand_in.stop().await;
    assert!(waiting.join_next().await.unwrap().unwrap().is_err());
}

#[tokio::test]
async fn a_delay_goes_by_the_clock() {
    let api = Arc::new(Api::start().await);
    api.stand_in.inject(FaultRule::next(Fault::Delay(Duration::from_secs(3_600))));
    let mut waiting = api.start_rename();
    api.stand_in.until_call(|call| call.operation == Some(Operation::UpdateSubject)).await;
    assert_eq!(api.get("").await.status, 200);
    assert!(waiting.try_join_next().is_none() && !api.renamed());
    api.clock.advance(Duration::from_secs(3_600));
    assert_eq!(waiting.join_next().await.unwrap().unwrap().status, 200);
    assert!(api.renamed());
    assert!(api.stand_in.calls()[0].took >= Some(Duration::from_secs(3_600)));
}

#[tokio::test]
async fn latency_holds_for_every_call() {
    let api = Arc::new(Api::start().await);
    api.stand_in.world(|world| world.settings.latency = Duration::from_secs(60));
    let mut waiting = api.start_rename();
    api.stand_in.until_call(|call| call.status.is_none()).await;
    api.clock.advance(Duration::from_secs(60));
    assert_eq!(waiting.join_next().await.unwrap().unwrap().status, 200);
}

#[tokio::test]
async fn a_proxy_answers_html() {
    let api = Api::start().await;
    let answer = api.struck(Fault::Html(502)).await;
    assert_eq!((answer.status, api.renamed()), (502, false));
    assert!(answer.headers["content-type"].to_str().unwrap().starts_with("text/html"));
    assert!(answer.text.contains("<h1>") && !answer.headers.contains_key("x-ratelimit-limit"));
}

#[tokio::test]
async fn the_json_of_an_answer_is_cut_short() {
    let api = Api::start().await;
    let answer = api.struck(Fault::Truncated).await;
    assert_eq!((answer.status, api.renamed()), (200, true));
    assert!(!answer.text.is_empty() && serde_json::from_str::<Value>(&answer.text).is_err());
}

#[tokio::test]
async fn a_call_is_redirected() {
    let api = Api::start().await;
    let answer = api.struck(Fault::Redirect("https://elsewhere.example/".to_owned())).await;
    assert_eq!((answer.status, api.renamed()), (301, false));
    assert_eq!(answer.headers["location"], "https://elsewhere.example/");
}

#[tokio::test]
async fn an_answer_is_huge() {
    let api = Api::start().await;
    let answer = api.struck(Fault::Huge).await;
    assert_eq!((answer.status, api.renamed()), (200, true));
    assert!(answer.text.len() > 8 * 1024 * 1024);
    assert_eq!(answer.data()["id"], api.club);
}

#[tokio::test]
async fn a_rate_limit_is_claimed() {
    let api = Api::start().await;
    let answer = api.struck(Fault::RateLimited { retry_after: 7 }).await;
    assert_eq!((answer.status, answer.header("retry-after"), api.renamed()), (429, 7, false));
    assert_eq!(answer.header("x-ratelimit-remaining"), 0);
}

#[tokio::test]
async fn a_rule_hits_the_calls_it_is_for_as_often_as_it_says() {
    let api = Api::start().await;
    api.stand_in.inject(FaultRule::next(Fault::Status(503)).of(Operation::UpdateSubject).times(2));
    api.stand_in.inject(FaultRule::always(Fault::Status(500)).by(Method::GET));
    api.stand_in.inject(FaultRule::next(Fault::Status(502)).times(0));
    let mut seen = Vec::new();
    for _ in 0..3 {
        seen.push((api.send(api.rename("New")).await.status, api.get("").await.status));
    }
    assert_eq!(seen, [(503, 500), (503, 500), (200, 500)]);
    assert_eq!(api.stand_in.world(|world| world.faults().len()), 1);
    api.stand_in.world(World::clear_faults);
    assert_eq!(api.get("").await.status, 200);
}
