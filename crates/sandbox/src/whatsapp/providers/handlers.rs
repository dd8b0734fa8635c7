//! The one table from operations to what a provider does for them. A provider implements the traits of the operations
//! that it has, and the rest is refused as a path that does not exist.

use super::Answered;
use crate::whatsapp::operation::Operation;
use crate::whatsapp::refusal::{Cause, Refusal};
use crate::whatsapp::world::{Action, Decision, World};

/// The reads of sessions, and of the provider itself.
pub(super) trait SessionHandlers {
    fn list_sessions(&self, world: &World) -> Answered;
    fn read_session(&self, world: &World) -> Answered;
    fn version(&self, world: &World) -> Answered;
}

/// Groups and their invites.
pub(super) trait GroupHandlers {
    fn create(&self, world: &mut World) -> Answered;
    fn list(&self, world: &World) -> Answered;
    fn read(&self, world: &World) -> Answered;
    fn set_subject(&self, world: &mut World) -> Answered;
    fn set_description(&self, world: &mut World) -> Answered;
    fn set_picture(&self, world: &mut World) -> Answered;
    fn leave(&self, world: &mut World) -> Answered;
    fn delete(&self, _world: &mut World) -> Answered {
        no_such_path()
    }
    fn invite(&self, world: &World) -> Answered;
    fn revoke(&self, world: &mut World) -> Answered;
    fn join(&self, world: &mut World) -> Answered;
    fn preview(&self, world: &World) -> Answered;
}

/// The people in a group.
pub(super) trait PeopleHandlers {
    fn participants(&self, _world: &World) -> Answered {
        no_such_path()
    }
    /// Adds people, or does something else with them.
    fn change_members(&self, world: &mut World, action: Option<Action>) -> Answered;
}

/// The settings of a group, and the requests to join it.
pub(super) trait SettingsHandlers {
    fn settings(&self, _world: &World) -> Answered {
        no_such_path()
    }
    fn change_settings(&self, world: &mut World) -> Answered;
    fn requests(&self, _world: &World) -> Answered {
        no_such_path()
    }
    fn decide(&self, _world: &mut World, _decision: Decision) -> Answered {
        no_such_path()
    }
}

/// Carries out an operation.
pub(super) fn carry_out<C>(call: &C, operation: Option<Operation>, world: &mut World) -> Answered
where
    C: SessionHandlers + GroupHandlers + PeopleHandlers + SettingsHandlers,
{
    let Some(operation) = operation else { return no_such_path() };
    match operation {
        Operation::ListSessions => call.list_sessions(world),
        Operation::GetSession => call.read_session(world),
        Operation::CreateGroup => call.create(world),
        Operation::ListGroups => call.list(world),
        Operation::GetGroup => call.read(world),
        Operation::UpdateSubject => call.set_subject(world),
        Operation::UpdateDescription => call.set_description(world),
        Operation::SetPicture => call.set_picture(world),
        Operation::LeaveGroup => call.leave(world),
        Operation::DeleteGroup => call.delete(world),
        Operation::ListParticipants => call.participants(world),
        Operation::AddParticipants => call.change_members(world, None),
        Operation::RemoveParticipants => call.change_members(world, Some(Action::Remove)),
        Operation::PromoteParticipants => call.change_members(world, Some(Action::Promote)),
        Operation::DemoteParticipants => call.change_members(world, Some(Action::Demote)),
        Operation::GetInvite => call.invite(world),
        Operation::RevokeInvite => call.revoke(world),
        Operation::JoinGroup => call.join(world),
        Operation::PreviewInvite => call.preview(world),
        Operation::GetSettings => call.settings(world),
        Operation::UpdateSettings => call.change_settings(world),
        Operation::ListJoinRequests => call.requests(world),
        Operation::ApproveJoinRequests => call.decide(world, Decision::Approve),
        Operation::DeclineJoinRequests => call.decide(world, Decision::Decline),
        Operation::GetVersion => call.version(world),
    }
}

fn no_such_path() -> Answered {
    Err(Refusal::not_found("no such path").because(Cause::NoRoute).into())
}
