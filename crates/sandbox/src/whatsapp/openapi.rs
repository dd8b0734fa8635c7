//! The OpenAPI document, generated from the types and the handlers, and served without a key.

use std::sync::LazyLock;

use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::{Operation as Documented, Parameter, ParameterBuilder, ParameterIn, PathItem};
use utoipa::openapi::response::{Response, ResponseBuilder};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{ContentBuilder, Header, OpenApi, Ref, RefOr, Required};
use utoipa::{Modify, OpenApi as _};

use super::operation::Operation;
use super::routes::{groups, invites, participants, sessions};
use super::wire;

/// Returns the document, which is generated once.
pub(super) fn document() -> &'static OpenApi {
    static DOCUMENT: LazyLock<OpenApi> = LazyLock::new(Description::openapi);
    &DOCUMENT
}

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Groups API (stand-in)",
        version = "1",
        description = "One WhatsApp account (a *session*) creates and runs WhatsApp groups.\n\n\
            This document is served by a stand-in for the API, for those who develop a client of it. Successes are \
            `{\"data\": …}`, failures `{\"error\": …, \"docs\": …}`. Any 2xx is success: what `data` holds after a \
            change is open, down to 204 without a body. A client passes over fields that it does not know.\n\n\
            A person is `<E.164 digits>@s.whatsapp.net` (`@c.us` is the same person) or, by privacy id, `<digits>@lid`. \
            A group is `<digits>@g.us`, in paths percent-encoded: `120363012345678901%40g.us`.",
        license(name = "MIT", identifier = "MIT"),
    ),
    tags(
        (name = "groups", description = "Groups themselves."),
        (name = "participants", description = "The people in a group."),
        (name = "invites", description = "Invite links."),
        (name = "sessions", description = "The accounts."),
    ),
    paths(
        groups::create, groups::list, groups::read, groups::update_subject, groups::update_description,
        groups::set_picture, groups::leave, groups::remove,
        participants::list, participants::add, participants::remove, participants::promote, participants::demote,
        invites::read, invites::revoke, invites::join, invites::preview,
        sessions::list, sessions::read,
    ),
    components(schemas(wire::Error, wire::Envelope<wire::Accepted>)),
    modifiers(&Common),
)]
struct Description;

/// The parts that all operations share.
struct Common;

/// The error responses that every operation may send.
const FAILURES: [(u16, &str); 9] = [
    (400, "Invalid input."),
    (401, "Missing or invalid key."),
    (403, "The key lacks the scope, or the account is not the admin or the creator of the group."),
    (404, "No such session, group or invite; or the account is not in the group."),
    (409, "Conflict: the account is in the group already, or the group is full."),
    (429, "Too many requests."),
    (500, "The API failed."),
    (502, "The runner of the session cannot be reached."),
    (503, "Overload, or the session is not connected."),
];

impl Modify for Common {
    fn modify(&self, document: &mut OpenApi) {
        if let Some(components) = &mut document.components {
            let bearer = HttpBuilder::new()
                .scheme(HttpAuthScheme::Bearer)
                .description(Some(
                    "A key begins with `titan_` and carries scopes: `groups:read`, `groups:manage`, `sessions:read`, \
                     `webhooks:manage`, `*`.",
                ))
                .build();
            components.add_security_scheme("key", SecurityScheme::Http(bearer));
        }
        for operation in Operation::ALL {
            let item = document.paths.paths.get_mut(operation.path());
            if let Some(documented) = item.and_then(|item| of_method(item, operation)) {
                complete(documented, operation);
            }
        }
    }
}

fn of_method(item: &mut PathItem, operation: Operation) -> Option<&mut Documented> {
    match operation.method().as_str() {
        "GET" => item.get.as_mut(),
        "POST" => item.post.as_mut(),
        "PUT" => item.put.as_mut(),
        "DELETE" => item.delete.as_mut(),
        _ => None,
    }
}

fn complete(documented: &mut Documented, operation: Operation) {
    let scope = operation.scope().as_str();
    documented.security = Some(vec![SecurityRequirement::new("key", [scope])]);
    let description = documented.description.get_or_insert_default();
    let gap = if description.is_empty() { "" } else { "\n\n" };
    description.extend([gap, "Scope: `", scope, "`."]);

    let bodyless = [Operation::LeaveGroup, Operation::DeleteGroup, Operation::RevokeInvite];
    if let Some(RefOr::T(body)) = &mut documented.request_body
        && bodyless.contains(&operation)
    {
        body.required = Some(Required::False);
    }
    let parameters = documented.parameters.get_or_insert_default();
    if operation.path().contains("{session}") {
        parameters.insert(0, parameter("session", ParameterIn::Path, "The account's name.", "default").into());
    }
    if operation.path().contains("{groupId}") {
        let text = "The group's JID; its `@` is percent-encoded in the path.";
        parameters.insert(1, parameter("groupId", ParameterIn::Path, text, "120363012345678901@g.us").into());
    }
    let responses = &mut documented.responses.responses;
    if operation.changes() {
        let text = "`respond-async`: the answer is 202, and the result comes later as a `command.result` event.";
        parameters.push(parameter("Prefer", ParameterIn::Header, text, "respond-async").into());
        let accepted = answer("Taken on, with `Prefer: respond-async`.", "Envelope_Accepted");
        responses.insert("202".to_owned(), RefOr::T(accepted.build()));
        if operation != Operation::CreateGroup && operation != Operation::JoinGroup {
            let nothing = ResponseBuilder::new().description("Done, with nothing to tell.");
            responses.insert("204".to_owned(), RefOr::T(nothing.build()));
        }
    }
    for (status, text) in FAILURES {
        let mut failure = answer(text, "Error");
        if status == 429 {
            failure = failure.header("Retry-After", header("Seconds until the next request is taken."));
        }
        responses.insert(status.to_string(), RefOr::T(failure.build()));
    }
    for response in responses.values_mut() {
        if let RefOr::T(response) = response {
            tell_limits(response);
        }
    }
}

fn answer(description: &str, schema: &str) -> ResponseBuilder {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name(schema))).build();
    ResponseBuilder::new().description(description).content("application/json", content)
}

fn tell_limits(response: &mut Response) {
    let limit = header("Requests that the key may make within the window.");
    let remaining = header("Requests that it may still make now.");
    response.headers.insert("X-RateLimit-Limit".to_owned(), limit.into());
    response.headers.insert("X-RateLimit-Remaining".to_owned(), remaining.into());
}

fn header(description: &str) -> Header {
    let number = ObjectBuilder::new().schema_type(Type::Integer);
    HeaderBuilder::new().schema(Some(number)).description(Some(description)).build()
}

fn parameter(name: &str, place: ParameterIn, description: &str, example: &str) -> Parameter {
    let required = if place == ParameterIn::Path { Required::True } else { Required::False };
    let text = ObjectBuilder::new().schema_type(Type::String);
    ParameterBuilder::new()
        .name(name)
        .parameter_in(place)
        .required(required)
        .description(Some(description))
        .schema(Some(text))
        .example(Some(example.into()))
        .build()
}
