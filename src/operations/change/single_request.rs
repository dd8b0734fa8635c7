//! Changes of one request.

use std::future::Future;

use groups_api::{ApiError, GroupsApi};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Change, Repetition, Verification};
use crate::operations::{Failure, Perform};

/// A change that is one request, or none if the state is already as requested.
pub trait SingleRequest: Perform + Sync {
    /// As in [`Change`].
    type Before: Serialize + DeserializeOwned + Send + Sync;
    /// As in [`Change`].
    type Answer: Serialize + DeserializeOwned + Send + Sync;
    /// As in [`Change`].
    const IDEMPOTENT: bool;
    /// As in [`Change`].
    const REPETITION: Repetition = Repetition::SameState;

    /// Reads the state; sends no change.
    fn snapshot(&self, api: &GroupsApi) -> impl Future<Output = Result<Self::Before, Failure>> + Send;

    /// Returns whether the state is already as requested.
    fn is_done(&self, _before: &Self::Before) -> bool {
        false
    }

    /// Sends the request.
    fn send(&self, api: &GroupsApi) -> impl Future<Output = Result<Self::Answer, ApiError>> + Send;

    /// Reads whether the request, whose answer is unknown, took effect.
    fn verify(
        &self,
        api: &GroupsApi,
        before: &Self::Before,
    ) -> impl Future<Output = Result<Verification<Self::Answer>, ApiError>> + Send;

    fn outcome(&self, exchange: Exchange<Self::Before, Self::Answer>) -> Self::Outcome;

    /// As in [`Change`].
    fn repeats(&self, other: &Self) -> bool;
}

/// The state before a request, and its answer.
pub struct Exchange<B, A> {
    pub before: B,
    /// `None` if no request was needed.
    pub answer: Option<A>,
}

impl<T: SingleRequest> Change for T {
    type Before = T::Before;
    type Answer = T::Answer;
    const IDEMPOTENT: bool = T::IDEMPOTENT;
    const REPETITION: Repetition = T::REPETITION;

    async fn snapshot(&self, api: &GroupsApi) -> Result<T::Before, Failure> {
        SingleRequest::snapshot(self, api).await
    }

    fn requests(&self, before: &T::Before, _answers: &[T::Answer]) -> usize {
        usize::from(!self.is_done(before))
    }

    async fn send(&self, api: &GroupsApi, _before: &T::Before, _answers: &[T::Answer]) -> Result<T::Answer, ApiError> {
        SingleRequest::send(self, api).await
    }

    async fn verify(
        &self,
        api: &GroupsApi,
        before: &T::Before,
        _answers: &[T::Answer],
    ) -> Result<Verification<T::Answer>, ApiError> {
        SingleRequest::verify(self, api, before).await
    }

    /// A single request that fails ends the operation without an outcome.
    async fn outcome(
        &self,
        _api: &GroupsApi,
        before: T::Before,
        mut answers: Vec<T::Answer>,
        _stopped: Option<&Failure>,
    ) -> Result<T::Outcome, Failure> {
        Ok(SingleRequest::outcome(self, Exchange { before, answer: answers.pop() }))
    }

    fn repeats(&self, other: &Self) -> bool {
        SingleRequest::repeats(self, other)
    }
}

/// A [`SingleRequest`] that does not depend on the state before it. Carrying it out twice ends in the same state.
pub trait DirectRequest: Perform + Sync {
    /// Sends the request.
    fn send(&self, api: &GroupsApi) -> impl Future<Output = Result<(), ApiError>> + Send;

    /// Reads whether the request, whose answer is unknown, took effect.
    fn verify(&self, api: &GroupsApi) -> impl Future<Output = Result<Verification<()>, ApiError>> + Send;

    fn outcome(&self) -> Self::Outcome;

    /// As in [`Change`].
    fn repeats(&self, other: &Self) -> bool;
}

impl<T: DirectRequest> SingleRequest for T {
    type Before = ();
    type Answer = ();
    const IDEMPOTENT: bool = true;

    async fn snapshot(&self, _api: &GroupsApi) -> Result<(), Failure> {
        Ok(())
    }

    async fn send(&self, api: &GroupsApi) -> Result<(), ApiError> {
        DirectRequest::send(self, api).await
    }

    async fn verify(&self, api: &GroupsApi, (): &()) -> Result<Verification<()>, ApiError> {
        DirectRequest::verify(self, api).await
    }

    fn outcome(&self, _exchange: Exchange<(), ()>) -> T::Outcome {
        DirectRequest::outcome(self)
    }

    fn repeats(&self, other: &Self) -> bool {
        DirectRequest::repeats(self, other)
    }
}
