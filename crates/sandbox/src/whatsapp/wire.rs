//! Wire types: requests and answers of the contract. The OpenAPI document is generated from these types, so their
//! comments are written for its readers.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The documentation that errors refer to.
pub(crate) const DOCS: &str = "https://docs.usetitan.app";

/// The problem.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Error {
    #[schema(example = "the account is not an admin of this group")]
    pub(crate) error: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = "uri", example = "https://docs.usetitan.app")]
    pub(crate) docs: Option<String>,
}

/// A success with a body.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Envelope<T> {
    pub(crate) data: T,
}

/// The request was accepted. Its result follows as a `command.result` event with the same id.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Accepted {
    #[schema(example = "7b0f3f0e-9f38-4d64-8f0b-0d5c2a1f6f5e")]
    pub(crate) correlation_id: String,
}

/// A request that names its session in the body.
pub(crate) trait InSession {
    fn session(&self) -> &str;
}

macro_rules! in_session {
    ($($request:ident),*) => {
        $(impl InSession for $request {
            fn session(&self) -> &str {
                &self.session
            }
        })*
    };
}
in_session!(CreateGroup, UpdateSubject, UpdateDescription, SetPicture, People, Join, Plain);

#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct CreateGroup {
    /// The session's name, equal to the one in the path.
    #[schema(example = "default")]
    session: String,
    #[schema(min_length = 1, max_length = 25, example = "Book club")]
    pub(crate) name: String,
    /// JIDs of people: `<digits>@s.whatsapp.net`, `<digits>@c.us` or `<digits>@lid`.
    #[schema(max_items = 256, example = json!(["5511988887777@s.whatsapp.net"]))]
    pub(crate) participants: Vec<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct UpdateSubject {
    /// The session's name, equal to the one in the path.
    #[schema(example = "default")]
    session: String,
    #[schema(min_length = 1, max_length = 25, example = "Book club 2")]
    pub(crate) subject: String,
}

#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct UpdateDescription {
    /// The session's name, equal to the one in the path.
    #[schema(example = "default")]
    session: String,
    /// An empty text removes the description.
    #[schema(max_length = 2048, example = "We meet on Thursdays.")]
    pub(crate) description: String,
}

/// Either `url` or `base64`.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct SetPicture {
    /// The session's name, equal to the one in the path.
    #[schema(example = "default")]
    session: String,
    /// An https URL.
    #[schema(format = "uri", example = "https://example.org/club.jpg")]
    pub(crate) url: Option<String>,
    /// The picture itself, in standard base64 with padding, without a `data:` prefix.
    pub(crate) base64: Option<String>,
}

/// People to add, remove, promote or demote.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct People {
    /// The session's name, equal to the one in the path.
    #[schema(example = "default")]
    session: String,
    /// JIDs of people: `<digits>@s.whatsapp.net`, `<digits>@c.us` or `<digits>@lid`.
    #[schema(min_items = 1, max_items = 256, example = json!(["5511988887777@s.whatsapp.net", "123456789012345@lid"]))]
    pub(crate) participants: Vec<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct Join {
    /// The session's name, equal to the one in the path.
    #[schema(example = "default")]
    session: String,
    /// The last segment of `https://chat.whatsapp.com/<code>`.
    #[schema(pattern = "^[A-Za-z0-9_-]{1,64}$", example = "F1nOpaqueCode00000000A")]
    pub(crate) code: String,
}

/// The body of a request that needs none.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct Plain {
    /// The session's name, equal to the one in the path.
    #[schema(example = "default")]
    session: String,
}

/// A group as the account sees it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Group {
    #[schema(example = "120363012345678901@g.us")]
    pub(crate) id: String,
    #[schema(example = "Book club")]
    pub(crate) name: String,
    /// May be null or absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "We meet on Thursdays.")]
    pub(crate) description: Option<Nullable>,
    /// Its creator.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "123456789012345@lid")]
    pub(crate) owner_lid: Option<String>,
    /// Unix seconds.
    #[schema(example = 1_767_225_600)]
    pub(crate) created_at: i64,
    /// May be absent in the list of groups.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) participants: Option<Vec<Participant>>,
}

/// A text or `null`, which differs from an absent value.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum Nullable {
    Text(String),
    Null,
}

/// A member of a group. At least one of `phoneNumber` and `lid` is present.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Participant {
    /// The JID; may be absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    /// The JID under another name; may be absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) jid: Option<String>,
    /// E.164; absent for a member whose number is hidden.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "+5511988887777")]
    pub(crate) phone_number: Option<String>,
    /// The privacy id; may be absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "123456789012345@lid")]
    pub(crate) lid: Option<String>,
    pub(crate) is_admin: bool,
    /// True if this member created the group. The creator is an admin too.
    pub(crate) is_super_admin: bool,
}

/// The group that was changed. Open in the contract: it may be empty.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Changed {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "120363012345678901@g.us")]
    pub(crate) id: Option<String>,
}

/// The results of an action for each person. Open in the contract: they may be empty; then read the participants
/// afterwards.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Outcomes {
    /// One result for each participant of the request, in the same order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) participants: Option<Vec<Outcome>>,
}

/// The result for one person.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Outcome {
    /// The JID as in the request.
    #[schema(example = "5511988887777@s.whatsapp.net")]
    pub(crate) id: String,
    /// WhatsApp's code. 200: done, or already the case. 403 when adding: this person does not allow others to add them;
    /// send them the invite link. 403 when removing or demoting: this person is the creator or the account itself. 404
    /// when adding: not on WhatsApp; otherwise: not a member. 408: left recently and cannot be added now. 409: already
    /// a member. 419: the group is full.
    #[schema(example = 403)]
    pub(crate) status: u16,
}

/// The invite of a group: an object with one of several fields, or the bare text.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum Invite {
    Fields(InviteFields),
    /// A code or a link.
    Bare(String),
}

/// At most one of these: a code, or a link that ends with it. After a revocation there may be none.
#[derive(Debug, Default, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct InviteFields {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "F1nOpaqueCode00000000A")]
    pub(crate) code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) invite_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) invite_link: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) link: Option<String>,
}

/// The group that was joined: all of it, or only its `id`.
#[derive(Debug, Default, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Joined {
    #[schema(example = "120363012345678901@g.us")]
    pub(crate) id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Book club")]
    pub(crate) name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "We meet on Thursdays.")]
    pub(crate) description: Option<Nullable>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "123456789012345@lid")]
    pub(crate) owner_lid: Option<String>,
    /// Unix seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) created_at: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) participants: Option<Vec<Participant>>,
}

/// The group of an invite.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct InvitePreview {
    #[schema(example = "120363012345678901@g.us")]
    pub(crate) id: String,
    #[schema(example = "Book club")]
    pub(crate) name: String,
    /// Number of members. It may have one of the three names below instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) size: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) participant_count: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) participants_count: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) member_count: Option<usize>,
    /// Unix seconds.
    pub(crate) created_at: i64,
    /// The creator of the invite. It may be called `ownerLid`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) inviter_lid: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) owner_lid: Option<String>,
    pub(crate) participants: Vec<Participant>,
}

/// One WhatsApp account.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Session {
    #[schema(pattern = "^[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}$", example = "default")]
    pub(crate) name: String,
    pub(crate) status: SessionStatus,
    /// The reason why it is not connected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) status_reason: Option<StatusReason>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "+5511911112222")]
    pub(crate) phone_number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) push_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) business_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) platform: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lid: Option<String>,
    /// Unix seconds.
    pub(crate) created_at: i64,
    /// Unix seconds.
    pub(crate) updated_at: i64,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum SessionStatus {
    Connecting,
    Connected,
    Disconnected,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum StatusReason {
    ScanQr,
    AutoReconnect,
    Failed,
    ManualStop,
    QrTimeout,
    LoggedOut,
    TemporaryBan,
    StreamError,
}
