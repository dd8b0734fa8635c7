//! Discord's REST API, limited to the endpoints that a bot of interactions needs. Every request is recorded, including
//! failed ones. A request without an endpoint here is recorded as unexpected.

mod body;
mod commands;
mod files;
mod guilds;
mod interactions;
mod messages;
mod route;

use std::sync::Arc;

use axum::Router;
use axum::body::to_bytes;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::{Map, Value, json};
use tokio::net::TcpListener;

use super::errors::ApiError;
use super::faults::Fault;
use super::gateway::{Hub, MAX_CONCURRENCY, STARTS_A_DAY};
use super::rules::Fields;
use super::world::Request;
use super::{Inner, Shared, World};
use body::{Body, File, Said};
use route::{Route, find};

/// Maximum size of a request (Message: 25 MiB), with room for the rest of the form.
const BODY_MAX: usize = 26 * 1024 * 1024;

/// The response to a successful request.
#[derive(Debug)]
enum Answer {
    Json(u16, Value),
    /// 204
    Nothing,
}

/// Serves requests until the stand-in stops.
pub(crate) async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    let stopped = shared.stop.clone();
    let router = Router::new()
        .route("/attachments/{channel}/{id}/{filename}", get(files::serve))
        .route("/ephemeral-attachments/{channel}/{id}/{filename}", get(files::serve))
        .fallback(handle)
        .with_state(shared);
    let served = axum::serve(listener, router).with_graceful_shutdown(stopped.clone().cancelled_owned());
    tokio::select! {
        ended = async { served.await } => {
            if let Err(error) = ended {
                tracing::warn!(%error, "the stand-in for Discord stopped");
            }
        }
        // Open keep-alive connections must not delay the stop.
        () = stopped.cancelled() => {}
    }
}

async fn handle(State(shared): State<Arc<Shared>>, request: axum::extract::Request) -> Response {
    let (head, body) = request.into_parts();
    let method = head.method.as_str().to_owned();
    let path = head.uri.path().to_owned();
    let query = head.uri.query().unwrap_or_default().to_owned();
    let found = find(&method, &path);
    let name = found.as_ref().map_or_else(|| format!("{method} {path}"), Route::name);

    // The time is read before the fault is taken, so that a later move of the clock also moves the end of the delay.
    let arrived = shared.clock.now();
    let plain = path.strip_prefix("/api/v10").unwrap_or(&path);
    let fault = shared.change(|inner| inner.world.faults.take(&name, &format!("{method} {plain}")));
    if let Some(Fault::Delay(pause)) = &fault {
        shared.clock.sleep_until(arrived + *pause).await;
    }
    let body = match to_bytes(body, BODY_MAX).await {
        Ok(bytes) => body::read(&head.headers, bytes, found.as_ref().is_none_or(Route::takes_files)).await,
        Err(_) => Err(ApiError::entity_too_large()),
    };
    let (json, files) = match &body {
        Ok(body) => (body.json.clone(), body.files.iter().map(|file| file.filename.clone()).collect()),
        Err(_) => (Value::Null, Vec::new()),
    };
    let answer = match &fault {
        Some(Fault::RateLimited { retry_after, global }) => Err(limited(retry_after.as_secs_f64(), *global)),
        Some(Fault::ServerError(status)) => Err(Refused::Page(*status)),
        Some(Fault::Refused { status, code }) => Err(ApiError::of(*status, *code).into()),
        _ if found.is_none() && route::is_known(&path) => Err(ApiError::http(405, "Method Not Allowed").into()),
        _ => carry_out(&shared, found.as_ref(), &head.headers, &query, body),
    };
    let answer = match (fault, answer) {
        (Some(Fault::LostAnswer(status)), Ok(_)) => Err(Refused::Page(status)),
        (_, answer) => answer,
    };
    let (status, error) = match &answer {
        Ok(Answer::Json(status, _)) | Err(Refused::Page(status)) => (*status, None),
        Ok(Answer::Nothing) => (204, None),
        Err(Refused::Api(error)) => (error.status, Some(error.body())),
        Err(Refused::Limited { .. }) => (429, None),
    };
    let record = Request {
        at: shared.clock.now_utc(),
        method,
        path,
        route: name,
        body: json,
        files,
        status,
        error,
        unexpected: found.is_none(),
    };
    shared.change(|inner| inner.world.remember_request(record));
    let mut response = respond(answer);
    // The time of Discord's world, which a test may have moved.
    let now = httpdate::fmt_http_date(shared.clock.now_utc().into());
    if let Ok(date) = HeaderValue::from_str(&now) {
        response.headers_mut().insert(header::DATE, date);
    }
    response
}

/// The reason why a request gets an error or another kind of answer.
#[derive(Debug)]
enum Refused {
    Api(ApiError),
    Limited {
        retry_after: f64,
        global: bool,
    },
    /// An HTML error page of the proxy in front of Discord.
    Page(u16),
}

impl From<ApiError> for Refused {
    fn from(error: ApiError) -> Self {
        Self::Api(error)
    }
}

fn limited(retry_after: f64, global: bool) -> Refused {
    Refused::Limited { retry_after, global }
}

fn carry_out(
    shared: &Shared,
    route: Option<&Route>,
    headers: &HeaderMap,
    query: &str,
    body: Result<Body, ApiError>,
) -> Result<Answer, Refused> {
    let route = route.ok_or_else(ApiError::not_found)?;
    if !route.carries_its_token() {
        let authorized = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok())
            == Some(&format!("Bot {}", shared.token));
        if !authorized {
            return Err(ApiError::unauthorized().into());
        }
        let now = shared.clock.now_utc();
        if let Some(wait) = shared.change(|inner| inner.world.faults.over_global_limit(now)) {
            return Err(limited(wait.as_secs_f64(), true));
        }
    }
    let body = body?;
    shared.change(|inner| dispatch(shared, inner, route, query, body)).map_err(Refused::from)
}

fn dispatch(shared: &Shared, inner: &mut Inner, route: &Route, query: &str, body: Body) -> Result<Answer, ApiError> {
    let Inner { world, hub } = inner;
    let Body { json: body, files } = body;
    match route {
        Route::Gateway => Ok(Answer::Json(200, json!({ "url": shared.gateway }))),
        Route::GatewayBot => Ok(Answer::Json(200, gateway_bot(shared, world, hub))),
        Route::Me => Ok(Answer::Json(200, world.own_user_json())),
        Route::OwnGuilds => guilds::own(world, query),
        Route::Application | Route::OauthApplication => Ok(Answer::Json(200, world.application_json())),
        Route::Commands { application, guild } => commands::all(world, *application, *guild),
        Route::CommandsCreate { application, guild } => commands::create(world, *application, *guild, &fields(body)?),
        Route::CommandsOverwrite { application, guild } => commands::overwrite(world, *application, *guild, &body),
        Route::Command { application, guild, id } => commands::one(world, *application, *guild, *id),
        Route::CommandEdit { application, guild, id } => {
            commands::edit(world, *application, *guild, *id, &fields(body)?)
        }
        Route::CommandDelete { application, guild, id } => commands::delete(world, *application, *guild, *id),
        Route::Callback { interaction, token } => {
            interactions::callback(shared, inner, (*interaction, token), (&fields(body)?, &files), query)
        }
        Route::Followup { application, token } => {
            interactions::follow_up(shared, inner, *application, token, said(&fields(body)?, &files))
        }
        Route::Reply { application, token, message } => {
            interactions::read(shared, world, *application, token, *message)
        }
        Route::ReplyEdit { application, token, message } => {
            interactions::edit(shared, inner, (*application, token), *message, said(&fields(body)?, &files))
        }
        Route::ReplyDelete { application, token, message } => {
            interactions::delete(shared, inner, *application, token, *message)
        }
        Route::DirectChannel => messages::direct_channel(world, &fields(body)?),
        Route::Channel { channel } => messages::channel(world, *channel),
        Route::Messages { channel } => messages::create(shared, inner, *channel, said(&fields(body)?, &files)),
        Route::Message { channel, message } => messages::read(shared, world, *channel, *message),
        Route::MessageEdit { channel, message } => {
            messages::edit(shared, inner, *channel, *message, said(&fields(body)?, &files))
        }
        Route::MessageDelete { channel, message } => messages::delete(inner, *channel, *message),
        Route::Guild { guild } => {
            let guild = world.guilds.get(guild).filter(|guild| guild.members.contains_key(&world.application.bot));
            Ok(Answer::Json(200, world.guild_json(guild.ok_or_else(ApiError::unknown_guild)?)))
        }
        Route::Member { guild, user } => {
            let guild = world.guilds.get(guild).filter(|guild| guild.members.contains_key(&world.application.bot));
            let guild = guild.ok_or_else(ApiError::unknown_guild)?;
            Ok(Answer::Json(200, world.member_json(guild, *user).ok_or_else(ApiError::unknown_member)?))
        }
        Route::GuildRoles { guild } => {
            let guild = world.guilds.get(guild).ok_or_else(ApiError::unknown_guild)?;
            Ok(Answer::Json(200, world.guild_json(guild).get("roles").cloned().unwrap_or_default()))
        }
    }
}

fn said<'a>(fields: &'a Fields, files: &'a [File]) -> Said<'a> {
    Said { fields, files, path: "" }
}

/// Returns the fields of the body, which must be an object. An absent body is an empty object.
fn fields(body: Value) -> Result<Fields, ApiError> {
    match body {
        Value::Object(fields) => Ok(fields),
        Value::Null => Ok(Map::new()),
        _ => Err(ApiError::bad_json()),
    }
}

fn gateway_bot(shared: &Shared, world: &World, hub: &Hub) -> Value {
    json!({
        "url": shared.gateway,
        "shards": world.application.shards,
        "session_start_limit": {
            "total": STARTS_A_DAY, "remaining": hub.starts_left, "reset_after": 86_400_000, "max_concurrency": MAX_CONCURRENCY,
        },
    })
}

fn respond(answer: Result<Answer, Refused>) -> Response {
    match answer {
        Ok(Answer::Nothing) => StatusCode::NO_CONTENT.into_response(),
        Ok(Answer::Json(code, body)) => (status(code), axum::Json(body)).into_response(),
        Err(Refused::Api(error)) => (status(error.status), axum::Json(error.body())).into_response(),
        Err(Refused::Page(code)) => {
            (status(code), [(header::CONTENT_TYPE, "text/html")], "<html>upstream error</html>").into_response()
        }
        Err(Refused::Limited { retry_after, global }) => {
            let body =
                json!({ "message": "You are being rate limited.", "retry_after": retry_after, "global": global });
            let mut response = (StatusCode::TOO_MANY_REQUESTS, axum::Json(body)).into_response();
            let headers = response.headers_mut();
            // The header is in whole seconds, the body is exact (Rate Limits).
            let seconds = retry_after.ceil().to_string();
            for (name, value) in
                [("retry-after", seconds.as_str()), ("x-ratelimit-scope", if global { "global" } else { "user" })]
            {
                if let Ok(value) = HeaderValue::from_str(value) {
                    headers.insert(name, value);
                }
            }
            if global {
                headers.insert("x-ratelimit-global", HeaderValue::from_static("true"));
            }
            response
        }
    }
}

fn status(code: u16) -> StatusCode {
    StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Returns the base address of the files of messages.
fn files_at(shared: &Shared) -> &str {
    &shared.api
}
