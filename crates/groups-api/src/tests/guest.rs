//! Tests of the client while the API, or one of its sessions, fails.

use super::*;

fn down() -> Step {
    say(503, "", r#"{"error": "the session is not connected"}"#)
}

fn logged_out() -> Step {
    ok(&json!({"name": "default", "status": "DISCONNECTED", "statusReason": "LOGGED_OUT"}))
}

fn not_connected() -> ApiError {
    ApiError::NotConnected { status: SessionStatus::Disconnected, reason: Some(DisconnectReason::LoggedOut) }
}

fn is_resting(result: &Result<(), ApiError>) -> bool {
    matches!(result, Err(ApiError::Resting { .. }))
}

#[tokio::test]
async fn five_consecutive_failures_stop_requests_and_fail_callers() {
    let server = Server::new((0..5).map(|_| Step::HangUp).chain([ok(&json!([])), ok(&json!([]))]).collect());
    let api = server.client();
    assert_eq!(get(&api).await, Err(ApiError::Unavailable));
    assert!(api.reached_lately().asked, "four failures");
    let result = get(&api).await;
    assert!(is_resting(&result), "stops asking again: {result:?}");
    assert_eq!(result.unwrap_err().changed(), Effect::No);
    let other = "other".parse().unwrap();
    for result in [post(&api).await, put(&api).await, api.groups(&other).await.map(drop)] {
        assert!(is_resting(&result), "{result:?}");
    }
    assert_eq!(api.reached_lately(), Reached { answered_ago: None, asked: false });
    assert_eq!(server.heard().len(), 5);
    api.inner.clock.advance(Duration::from_secs(10));
    assert_eq!(get(&api).await, Ok(()));
    assert!(api.reached_lately().asked && api.reached_lately().answered_ago.is_some());
    assert_eq!(get(&api).await, Ok(()));
}

#[tokio::test]
async fn a_failed_probe_is_the_only_request_and_makes_the_rest_longer() {
    let server = Server::new((0..7).map(|_| Step::HangUp).collect());
    let api = server.client();
    assert!(get(&api).await.is_err() && get(&api).await.is_err());
    api.inner.clock.advance(Duration::from_secs(10));
    assert_eq!(api.groups(&session()).await, Err(ApiError::Resting { retry_after: Duration::from_secs(20) }));
    assert_eq!(server.heard().len(), 6);
}

#[tokio::test]
async fn open_circuit_still_reports_an_unknown_effect_as_unknown() {
    let server = Server::new((0..9).map(|_| Step::HangUp).collect());
    let api = server.client();
    assert_eq!(get(&api).await, Err(ApiError::Unavailable));
    assert_eq!(put(&api).await, Err(ApiError::Lost));
    assert!(!api.reached_lately().asked);
    assert_eq!(server.heard().len(), 5);
}

#[tokio::test]
async fn refusals_and_the_rate_limit_show_that_the_api_is_alive() {
    let steps = [400, 403, 404, 409, 422, 429, 400, 404].map(|status| say(status, "retry-after: 99\r\n", ""));
    let server = Server::new(steps.into_iter().chain([ok(&json!([]))]).collect());
    let api = server.client();
    for _ in 0..8 {
        assert!(get(&api).await.is_err());
    }
    assert_eq!(get(&api).await, Ok(()));
}

#[tokio::test]
async fn a_refused_key_is_not_shown_again_for_a_minute() {
    let server = Server::new(vec![failure(401), ok(&json!([]))]);
    let api = server.client();
    assert_eq!(get(&api).await, Err(ApiError::Unauthorized));
    api.inner.clock.advance(Duration::from_secs(50));
    assert_eq!((get(&api).await, post(&api).await), (Err(ApiError::Unauthorized), Err(ApiError::Unauthorized)));
    assert_eq!(server.heard().len(), 1);
    api.inner.clock.advance(Duration::from_secs(10));
    assert_eq!(get(&api).await, Ok(()));
}

#[tokio::test]
async fn open_circuit_refuses_queued_requests_at_once() {
    let server = Server::new(vec![failure(401), ok(&json!([]))]);
    let api = GroupsApi::new(ClientSettings { concurrency: 1, ..server.settings() }).unwrap();
    let (first, second) = (session(), session());
    let (first, second) = tokio::join!(api.groups(&first), api.groups(&second));
    assert_eq!((first, second), (Err(ApiError::Unauthorized), Err(ApiError::Unauthorized)));
    assert_eq!((server.heard().len(), api.waiting()), (1, 0));
}

#[tokio::test]
async fn a_session_that_is_not_connected_is_named_as_the_cause() {
    for step in [failure(500), failure(502), down(), failure(504), failure(409)] {
        let server = Server::with_session(vec![step, ok(&json!([]))], logged_out);
        assert_eq!(get(&server.client()).await, Err(not_connected()));
        assert_eq!((server.heard().len(), server.asked_of_session()), (1, 1));
    }
    assert_eq!(not_connected().changed(), Effect::No);
}

#[tokio::test]
async fn a_change_is_certainly_not_carried_out_only_if_it_was_refused() {
    let server = Server::with_session(vec![failure(409), ok(&json!({}))], logged_out);
    assert_eq!(post(&server.client()).await, Err(not_connected()));
    let server = Server::with_session(vec![down(), down(), ok(&json!({}))], logged_out);
    let api = server.client();
    assert_eq!(post(&api).await, Err(ApiError::Lost));
    assert_eq!(put(&api).await, Err(ApiError::Lost));
    assert_eq!((server.heard().len(), server.asked_of_session()), (2, 2), "a PUT is not sent again in vain");
}

#[tokio::test]
async fn disconnected_session_does_not_block_other_sessions() {
    let server = Server::with_session((0..10).map(|_| down()).chain([ok(&json!([]))]).collect(), logged_out);
    let api = server.client();
    for _ in 0..10 {
        assert_eq!(get(&api).await, Err(not_connected()));
    }
    assert!(api.groups(&"other".parse().unwrap()).await.is_ok());
}

#[tokio::test]
async fn connected_or_unknown_session_keeps_the_original_failure() {
    let connected = || ok(&json!({"name": "default", "status": "CONNECTED"}));
    let unsaid = || ok(&json!({"name": "default"}));
    let forbidden = || failure(403);
    let broken = || failure(500);
    let sessions: [fn() -> Step; 4] = [connected, unsaid, forbidden, broken];
    for session in sessions {
        let server = Server::with_session(vec![down(), ok(&json!([]))], session);
        assert_eq!(get(&server.client()).await, Ok(()), "asked again");
        assert_eq!(server.asked_of_session(), 1);
        let server = Server::with_session(vec![failure(409), ok(&json!([]))], session);
        assert_eq!(
            get(&server.client()).await,
            Err(ApiError::Conflict { said: ApiMessage::from_text("out of order") })
        );
    }
}

#[tokio::test]
async fn a_session_is_asked_about_once_in_a_request() {
    let server = Server::new((0..5).map(|_| down()).collect());
    assert_eq!(get(&server.client()).await, Err(ApiError::Unavailable));
    assert_eq!((server.heard().len(), server.asked_of_session()), (4, 1));
}

/// The client has one account, whose failures count as those of the API.
#[tokio::test]
async fn looks_that_fail_are_one_attempt_and_stop_nothing() {
    let server = Server::new((0..20).map(|_| down()).chain([ok(&json!([]))]).collect());
    let api = server.client();
    for _ in 0..20 {
        assert_eq!(api.look_at_sessions().await, Err(ApiError::Unavailable));
    }
    assert_eq!(server.heard().len(), 20);
    assert_eq!(get(&api).await, Ok(()));
}

#[tokio::test]
async fn exhausted_rate_limit_spaces_requests_by_a_second() {
    let told = |remaining| say(200, &format!("x-ratelimit-limit: 600\r\nx-ratelimit-remaining: {remaining}\r\n"), "{}");
    let server = Server::new(vec![told(0), told(0), told(600), told(600), told(600)]);
    let api = server.client();
    let (session, group) = (session(), group());
    let other = "other".parse().unwrap();
    // One figure covers all sessions.
    api.leave(&other, &group).await.unwrap();
    api.leave(&session, &group).await.unwrap();
    let mut third = pin!(api.leave(&session, &group));
    assert!(poll!(&mut third).is_pending());
    assert_eq!(api.waiting(), 1);
    api.inner.clock.advance(Duration::from_secs(1));
    third.await.unwrap();
    api.leave(&session, &group).await.unwrap();
    api.leave(&session, &group).await.unwrap();
}

#[tokio::test]
async fn a_copy_on_behalf_of_somebody_shares_the_limits() {
    let server = Server::new(vec![Step::Silence]);
    let api = GroupsApi::new(ClientSettings { concurrency: 1, ..server.settings() }).unwrap();
    let (session, group) = (session(), group());
    let job = api.on_behalf_of(Lane { server: 7, urgency: Urgency::Bulk });
    let mut in_flight = pin!(job.leave(&session, &group));
    let mut waiting = pin!(api.leave(&session, &group));
    assert!(poll!(&mut in_flight).is_pending() && poll!(&mut waiting).is_pending());
    assert_eq!((api.waiting(), job.waiting()), (1, 1));
}
