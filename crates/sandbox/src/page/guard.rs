//! Access control for requests, and the security headers of every response.

use std::net::IpAddr;

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Only the page's own files run or are loaded, and text never becomes HTML.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
                      require-trusted-types-for 'script'";

/// Refuses requests that another site's page could have made, and restricts every response.
pub(super) async fn guard(request: Request, next: Next) -> Response {
    let headers = request.headers();
    let host = text(headers, &header::HOST).unwrap_or_default().to_owned();
    if !is_address(&host) {
        return (StatusCode::FORBIDDEN, "Open the page by its address, as in http://127.0.0.1:8700.").into_response();
    }
    // The `Origin` header is the only protection against another site's page that opens a WebSocket.
    let foreign = text(headers, &header::ORIGIN)
        .map_or(request.uri().path() == "/live", |origin| origin.strip_prefix("http://") != Some(host.as_str()));
    if foreign {
        return (StatusCode::FORBIDDEN, "Another page may not use this one.").into_response();
    }
    let mut answer = next.run(request).await;
    // Not every browser applies 'self' to WebSockets.
    let policy = format!("{POLICY}; connect-src 'self' ws://{host}");
    let headers = answer.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    for (name, value) in [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    answer
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// Returns whether a `Host` is `localhost` or a bare IP address. A site that attacks this one through a visitor's
/// browser (DNS rebinding) needs a name of its own.
fn is_address(host: &str) -> bool {
    let Ok(host) = host.parse::<axum::http::uri::Authority>() else { return false };
    let name = host.host();
    let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    bare == "localhost" || bare.parse::<IpAddr>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_and_localhost_are_hosts_of_the_page() {
        for host in ["127.0.0.1:8700", "localhost:8700", "localhost", "[::1]:8700", "192.168.1.9:80"] {
            assert!(is_address(host), "{host}");
        }
        for host in ["", "evil.example:8700", "127.0.0.1.evil.example", "localhost.evil.example:8700", "a b"] {
            assert!(!is_address(host), "{host}");
        }
    }
}
