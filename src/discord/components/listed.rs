//! The buttons of a request in the answer to `/wa-request list`.

use std::fmt;
use std::str::FromStr;

use serenity::all::ModalInteraction;

use super::custom_id::{CustomId, UnknownCustomId};
use super::{refuse_unknown, typed};
use crate::discord::Error;
use crate::discord::approvals::{self, PressedOn};
use crate::discord::interaction::Responder;
use crate::store::{Digest, RequestId};

/// A press on a button of a listed request. It changes the list too, which shows this page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ListedPress {
    pub(crate) page: usize,
    pub(crate) request: RequestId,
    pub(crate) effect: ListedEffect,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ListedEffect {
    /// Approves the request, as for the button of its post.
    Approve(Digest),
    /// Opens the modal for the reason of a denial; the modal has the same id.
    Deny,
    Withdraw,
}

impl fmt::Display for ListedPress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { page, request, effect } = self;
        match effect {
            ListedEffect::Approve(shown) => write!(f, "{page}:{request}:approve:{shown}"),
            ListedEffect::Deny => write!(f, "{page}:{request}:deny"),
            ListedEffect::Withdraw => write!(f, "{page}:{request}:withdraw"),
        }
    }
}

impl FromStr for ListedPress {
    type Err = UnknownCustomId;

    fn from_str(text: &str) -> Result<Self, UnknownCustomId> {
        let parts: Vec<&str> = text.split(':').collect();
        let (page, request, effect) = match parts.as_slice() {
            [page, request, "approve", shown] => {
                (page, request, ListedEffect::Approve(shown.parse().map_err(|()| UnknownCustomId)?))
            }
            [page, request, "deny"] => (page, request, ListedEffect::Deny),
            [page, request, "withdraw"] => (page, request, ListedEffect::Withdraw),
            _ => return Err(UnknownCustomId),
        };
        let page = page.parse().map_err(|_| UnknownCustomId)?;
        Ok(Self { page, request: request.parse().map_err(|_| UnknownCustomId)?, effect })
    }
}

pub(super) async fn pressed(responder: Responder, press: ListedPress) -> Result<(), Error> {
    let ListedPress { page, request, effect } = press;
    let on = PressedOn::List { page };
    match effect {
        ListedEffect::Approve(shown) => approvals::approve_pressed(responder, request, Some(shown), on).await,
        ListedEffect::Deny => approvals::ask_for_reason(responder, request, on).await,
        ListedEffect::Withdraw => approvals::withdraw(responder, request, page).await,
    }
}

pub(super) async fn submitted(responder: Responder, press: ListedPress, modal: &ModalInteraction) -> Result<(), Error> {
    let ListedPress { page, request, effect } = press;
    let on = PressedOn::List { page };
    match effect {
        ListedEffect::Approve(shown) => {
            let typed = typed(modal, &CustomId::NameField);
            approvals::approve_named(responder, request, Some(shown), typed, on).await
        }
        ListedEffect::Deny => approvals::deny(responder, request, typed(modal, &CustomId::ReasonField), on).await,
        // Forged: no modal withdraws a request.
        ListedEffect::Withdraw => refuse_unknown(responder).await,
    }
}
