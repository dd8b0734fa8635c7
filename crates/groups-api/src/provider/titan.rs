//! Titan's groups API. Its contract leaves much open, so answers are read in every form that it allows.

use std::io::Read;

use reqwest::header::{AUTHORIZATION, HeaderMap};
use reqwest::{Method, StatusCode};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Map, Value, json};
use whatsapp::{GroupId, Person};

use super::{CallError, Dialect, Engine, FailedAnswer, FailureMeaning, Features, HttpRequest, NotOffered, segment};
use crate::ask::{Ask, What};
use crate::endpoints::NewPicture;
use crate::error::{ApiError, ApiMessage, SetupError};
use crate::model::Session;
use crate::retry::AttemptFailure;
use crate::wire::{self, ListPlace, Unread, Vocabulary};

#[derive(Debug)]
pub(super) struct Titan;

impl Dialect for Titan {
    fn headers(&self, key: &SecretString) -> Result<HeaderMap, SetupError> {
        super::signed(AUTHORIZATION, &format!("Bearer {}", key.expose_secret()))
    }

    fn features(&self, _engine: Engine) -> Features {
        Features {
            set_writers: false,
            set_editors: false,
            set_adders: false,
            set_join_approval: false,
            join_requests: false,
            ..Features::ALL
        }
    }

    fn request(&self, ask: &Ask, _engine: Engine) -> Result<HttpRequest, NotOffered> {
        let session = ask.session_name();
        let groups = format!("/api/sessions/{session}/groups");
        let of = |group: &GroupId, rest: &str| format!("{groups}/{}{rest}", segment(group.as_str()));
        let read = |path: String| HttpRequest::get(path);
        let change = |method: Method, path: String, body: Value| {
            let mut fields = Map::from_iter([("session".to_owned(), session.into())]);
            if let Value::Object(more) = body {
                fields.extend(more);
            }
            HttpRequest::new(method, path).with_json(fields.into())
        };
        let people = |all: &[Person]| json!({ "participants": jids(all) });
        Ok(match &ask.what {
            What::CreateGroup { name, people } => {
                change(Method::POST, groups, json!({ "name": name, "participants": jids(people) }))
            }
            What::Groups => read(groups),
            What::Group(group) => read(of(group, "")),
            What::SetSubject(group, subject) => {
                change(Method::PUT, of(group, "/subject"), json!({ "subject": subject }))
            }
            What::SetDescription(group, text) => {
                change(Method::PUT, of(group, "/description"), json!({ "description": text }))
            }
            What::SetPicture(group, picture) => {
                let picture = match picture {
                    NewPicture::Url(url) => json!({ "url": url.as_str() }),
                    NewPicture::Base64(image) => json!({ "base64": image }),
                };
                change(Method::PUT, of(group, "/picture"), picture)
            }
            What::Leave(group) => change(Method::POST, of(group, "/leave"), Value::Null),
            What::Delete(group) => change(Method::DELETE, of(group, ""), Value::Null),
            What::Participants(group) => read(of(group, "/participants")),
            What::Add(group, all) => change(Method::POST, of(group, "/participants"), people(all)),
            What::Remove(group, all) => change(Method::DELETE, of(group, "/participants"), people(all)),
            What::Promote(group, all) => change(Method::POST, of(group, "/participants/promote"), people(all)),
            What::Demote(group, all) => change(Method::POST, of(group, "/participants/demote"), people(all)),
            What::Invite(group) => read(of(group, "/invite")),
            What::RevokeInvite(group) => change(Method::DELETE, of(group, "/invite"), Value::Null),
            What::Join(code) => change(Method::POST, format!("{groups}/join"), json!({ "code": code.as_str() })),
            What::Preview(code) => read(format!("{groups}/join")).with_query("code", code.as_str()),
            What::ChangeSetting(..) => return Err(NotOffered::Settings),
            What::JoinRequests(_) | What::DecideJoinRequests(..) => return Err(NotOffered::JoinRequests),
            What::Sessions => read("/api/sessions".to_owned()),
            What::Session => read(format!("/api/sessions/{session}")),
            What::Version => return Err(NotOffered::Operation),
        })
    }

    fn vocabulary(&self, _engine: Engine) -> &'static Vocabulary {
        &wire::TITAN
    }

    fn list_place(&self, _ask: &Ask, _engine: Engine) -> ListPlace {
        ListPlace { path: &["data"], is_keyed: false }
    }

    fn read(&self, _ask: &Ask, _engine: Engine, body: &mut dyn Read) -> Result<Value, Unread> {
        wire::data(body)
    }

    fn done(&self, _ask: &Ask, _engine: Engine, body: &mut dyn Read) -> Result<Value, Unread> {
        wire::done(body)
    }

    fn session(&self, entry: &Value) -> Option<Session> {
        wire::session(entry)
    }

    fn failure(&self, ask: &Ask, _engine: Engine, answer: &FailedAnswer) -> FailureMeaning {
        FailureMeaning { error: error(ask, answer), signal: super::signal_of(answer.status) }
    }
}

fn error(ask: &Ask, answer: &FailedAnswer) -> CallError {
    let status = answer.status;
    let text = wire::error_text(&answer.body);
    match status {
        StatusCode::TOO_MANY_REQUESTS => AttemptFailure::RateLimited { retry_after: answer.retry_after }.into(),
        _ if status.is_server_error() => {
            // The API's own report of an error, rather than the page of a system in between.
            let own = matches!(status, StatusCode::INTERNAL_SERVER_ERROR | StatusCode::SERVICE_UNAVAILABLE);
            AttemptFailure::ServerError { status: status.as_u16(), in_own_words: own && text.is_some() }.into()
        }
        // A redirect would send the key to another address.
        _ if !status.is_client_error() => ApiError::Garbled.into(),
        // A system in between may have passed the change on before it answered by itself.
        _ if !ask.what.is_read() && text.is_none() => ApiError::Lost.into(),
        _ => refusal(ask, status, text.as_deref(), &answer.body).into(),
    }
}

fn refusal(ask: &Ask, status: StatusCode, text: Option<&str>, body: &[u8]) -> ApiError {
    let said = text.and_then(ApiMessage::from_text);
    match status {
        StatusCode::UNAUTHORIZED => ApiError::Unauthorized,
        StatusCode::FORBIDDEN => ApiError::Forbidden { said },
        StatusCode::NOT_FOUND => ApiError::NotFound,
        StatusCode::CONFLICT => ApiError::Conflict { said },
        _ => ApiError::BadRequest { said, named: wire::named_places(body, ask.what.people()) },
    }
}

fn jids(people: &[Person]) -> Value {
    people.iter().map(ToString::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breaker::HealthSignal;

    #[test]
    fn a_proxy_in_trouble_is_not_the_api() {
        for (status, signal) in [
            (301, HealthSignal::Trouble),
            (400, HealthSignal::Alive),
            (401, HealthSignal::KeyRefused),
            (403, HealthSignal::Alive),
            (429, HealthSignal::Alive),
            (500, HealthSignal::Trouble),
            (502, HealthSignal::Trouble),
            (503, HealthSignal::Trouble),
        ] {
            let status = StatusCode::from_u16(status).unwrap();
            let answer = FailedAnswer { status, retry_after: None, body: Vec::new() };
            assert_eq!(Titan.failure(&Ask::sessions(), Engine::Only, &answer).signal, signal, "{status}");
        }
    }
}
