//! Fault injection between a client and the API, to test how a client handles failures.

use std::time::Duration;

use axum::http::Method;

use super::operation::Operation;

/// A fault of one call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The call waits for this time, and is then applied and answered, even if the client has disconnected meanwhile.
    Delay(Duration),
    /// The call is answered with this status, and not applied.
    Status(u16),
    /// The call is applied, but answered with this status.
    StatusAfter(u16),
    /// The connection is closed without an answer, and the call is not applied.
    Drop,
    /// The call is applied, and then the connection is closed without an answer.
    DropAfter,
    /// The call is never answered, and not applied.
    Silence,
    /// The call is applied, and never answered.
    SilenceAfter,
    /// The call is answered with an HTML page with this status, as from a proxy, and not applied.
    Html(u16),
    /// The call is applied, and the answer is the first half of its JSON.
    Truncated,
    /// The call is answered with a 301 to this URL, and not applied.
    Redirect(String),
    /// The call is applied, and the answer is larger than 8 MiB.
    Huge,
    /// The call is applied and answered. Later connections are refused.
    LastAnswer,
    /// The call is answered with 200 and this body, which may be anything, and not applied.
    Answer(String),
    /// The call is applied, and answered with 200 and this body.
    AnswerAfter(String),
    /// The call is answered with 429 and `Retry-After` in seconds, and not applied.
    RateLimited { retry_after: u64 },
}

/// The calls that a fault applies to, and their number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultRule {
    fault: Fault,
    operation: Option<Operation>,
    method: Option<Method>,
    session: Option<String>,
    /// `None` for no limit.
    times: Option<u32>,
}

impl FaultRule {
    /// Returns a rule for the next call of any kind.
    pub fn next(fault: Fault) -> Self {
        Self { fault, operation: None, method: None, session: None, times: Some(1) }
    }

    /// Returns a rule for every call from now on.
    pub fn always(fault: Fault) -> Self {
        Self { times: None, ..Self::next(fault) }
    }

    /// Limits the rule to this many calls.
    #[must_use]
    pub fn times(self, times: u32) -> Self {
        Self { times: Some(times), ..self }
    }

    /// Limits the rule to calls of this operation.
    #[must_use]
    pub fn of(self, operation: Operation) -> Self {
        Self { operation: Some(operation), ..self }
    }

    /// Limits the rule to calls with this method.
    #[must_use]
    pub fn by(self, method: Method) -> Self {
        Self { method: Some(method), ..self }
    }

    /// Limits the rule to calls about this session.
    #[must_use]
    pub fn in_session(self, session: &str) -> Self {
        Self { session: Some(session.to_owned()), ..self }
    }

    fn hits(&self, operation: Option<Operation>, method: &Method, session: Option<&str>) -> bool {
        (self.session.is_none() || self.session.as_deref() == session)
            && self.operation.is_none_or(|wanted| operation == Some(wanted))
            && self.method.as_ref().is_none_or(|wanted| method == wanted)
    }
}

/// The remaining rules, oldest first.
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

    /// Returns the fault for this call, and uses it up.
    pub(super) fn strike(
        &mut self,
        operation: Option<Operation>,
        method: &Method,
        session: Option<&str>,
    ) -> Option<Fault> {
        let at = self.0.iter().position(|rule| rule.hits(operation, method, session))?;
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
