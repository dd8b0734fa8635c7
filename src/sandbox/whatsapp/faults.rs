//! What can be made to go wrong between a client and the API, so that a client can be seen to live with it.

use std::time::Duration;

use axum::http::Method;

use super::operation::Operation;

/// Something that goes wrong with one call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The call waits for so long, and is then carried out and answered, also if the client has gone meanwhile.
    Delay(Duration),
    /// Answered with this status; nothing is done.
    Status(u16),
    /// Carried out, and answered with this status all the same.
    StatusAfter(u16),
    /// The connection is closed without an answer; nothing is done.
    Drop,
    /// Carried out, and then the connection is closed without an answer.
    DropAfter,
    /// Never answered; nothing is done.
    Silence,
    /// Carried out, and never answered.
    SilenceAfter,
    /// A page of HTML with this status, as of a proxy in between; nothing is done.
    Html(u16),
    /// Carried out; the answer is the first half of its JSON.
    Truncated,
    /// 301 to this URL; nothing is done.
    Redirect(String),
    /// Carried out; the answer is over 8 MiB.
    Huge,
    /// Carried out and answered; from then on connecting is refused.
    LastAnswer,
    /// Answered with 200 and this body, which may be anything; nothing is done.
    Answer(String),
    /// Carried out, and answered with 200 and this body.
    AnswerAfter(String),
    /// 429, with `Retry-After` in seconds; nothing is done.
    RateLimited { retry_after: u64 },
}

/// Which calls a fault hits, and how many of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultRule {
    fault: Fault,
    operation: Option<Operation>,
    method: Option<Method>,
    session: Option<String>,
    /// `None`: for ever.
    times: Option<u32>,
}

impl FaultRule {
    /// Hits the next call, whichever it is.
    pub fn next(fault: Fault) -> Self {
        Self { fault, operation: None, method: None, session: None, times: Some(1) }
    }

    /// Hits every call from now on.
    pub fn always(fault: Fault) -> Self {
        Self { times: None, ..Self::next(fault) }
    }

    /// Hits that many calls.
    #[must_use]
    pub fn times(self, times: u32) -> Self {
        Self { times: Some(times), ..self }
    }

    /// Only calls of this operation.
    #[must_use]
    pub fn of(self, operation: Operation) -> Self {
        Self { operation: Some(operation), ..self }
    }

    /// Only calls by this method.
    #[must_use]
    pub fn by(self, method: Method) -> Self {
        Self { method: Some(method), ..self }
    }

    /// Only calls about this session.
    #[must_use]
    pub fn in_session(self, session: &str) -> Self {
        Self { session: Some(session.to_owned()), ..self }
    }

    fn hits(&self, operation: Option<Operation>, method: &Method, path: &str) -> bool {
        let session = path.split('/').nth(3);
        (self.session.is_none() || self.session.as_deref() == session)
            && self.operation.is_none_or(|wanted| operation == Some(wanted))
            && self.method.as_ref().is_none_or(|wanted| method == wanted)
    }
}

/// The rules that are left, the oldest first.
#[derive(Debug, Default)]
pub(super) struct Faults(Vec<FaultRule>);

impl Faults {
    pub(super) fn add(&mut self, rule: FaultRule) {
        if rule.times != Some(0) {
            self.0.push(rule);
        }
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    pub(super) fn left(&self) -> &[FaultRule] {
        &self.0
    }

    /// The fault of this call, which uses it up.
    pub(super) fn strike(&mut self, operation: Option<Operation>, method: &Method, path: &str) -> Option<Fault> {
        let at = self.0.iter().position(|rule| rule.hits(operation, method, path))?;
        let rule = self.0.get_mut(at)?;
        let fault = rule.fault.clone();
        match &mut rule.times {
            None => {}
            Some(times) if *times > 1 => *times -= 1,
            Some(_) => {
                self.0.remove(at);
            }
        }
        Some(fault)
    }
}
