//! Whether an address can be reached, and if not, why. Sends no key and no token.

use std::error::Error;
use std::io;
use std::time::Duration;

use url::Url;

/// Requests the address, and returns why there was no answer, in words. Any answer counts, whatever its status.
pub(crate) async fn reach(url: &Url, within: Duration) -> Result<(), String> {
    let client = reqwest::Client::builder().timeout(within).redirect(reqwest::redirect::Policy::none()).no_proxy();
    let client = client.build().map_err(|_| "failed to build the HTTP client".to_owned())?;
    match client.get(url.clone()).send().await {
        Ok(_) => Ok(()),
        Err(error) => Err(format!("{}: {}", shown(url), cause(&error, url, within))),
    }
}

/// Returns the address without a path, which may hold a secret of a proxy.
pub(crate) fn shown(url: &Url) -> String {
    url.origin().ascii_serialization()
}

fn cause(error: &reqwest::Error, url: &Url, within: Duration) -> String {
    let mut causes: Vec<&(dyn Error + 'static)> = Vec::new();
    let mut next = error.source();
    while let Some(cause) = next {
        causes.push(cause);
        next = cause.source();
    }
    let innermost = causes.last().map_or_else(|| "unknown cause".to_owned(), ToString::to_string);
    let is_kind =
        |kind| causes.iter().any(|cause| cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == kind));
    let says = |word: &str| causes.iter().any(|cause| cause.to_string().contains(word));
    if says("dns error") {
        let host = url.host_str().unwrap_or_default();
        format!("DNS: the name {host} could not be resolved ({innermost})")
    } else if error.is_timeout() {
        format!("time-out: no answer within {}", humantime::format_duration(within))
    } else if is_kind(io::ErrorKind::ConnectionRefused) {
        "connection refused: no program listens at this port".to_owned()
    } else if is_kind(io::ErrorKind::ConnectionReset) {
        "the connection was closed by the other side".to_owned()
    } else if url.scheme() == "https" && error.is_connect() {
        format!("TLS: {innermost}")
    } else {
        innermost
    }
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpListener;

    use super::*;

    #[tokio::test]
    async fn a_failure_is_named_with_its_address() {
        let closed = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
        // Accepts connections by its queue, and never answers.
        let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let silent_at = silent.local_addr().unwrap();
        let plain = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let plain_at = plain.local_addr().unwrap();
        let answers = async {
            loop {
                let (mut stream, _) = plain.accept().await.unwrap();
                drop(tokio::io::AsyncReadExt::read(&mut stream, &mut [0; 1_000]).await);
                // No TLS.
                let answer = b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n";
                drop(tokio::io::AsyncWriteExt::write_all(&mut stream, answer).await);
            }
        };
        let check = async {
            let patience = Duration::from_secs(30);
            for (url, within, words) in [
                (format!("http://{closed}/secret"), patience, "connection refused"),
                (format!("http://{silent_at}/secret"), Duration::from_millis(50), "time-out"),
                (format!("https://{plain_at}/secret"), patience, "TLS"),
                ("http://groups.invalid/secret".to_owned(), patience, "DNS"),
            ] {
                let url: Url = url.parse().unwrap();
                let found = reach(&url, within).await.unwrap_err();
                assert!(found.starts_with(&shown(&url)) && found.contains(words), "{words}: {found}");
                assert!(!found.contains("secret"), "{found}");
            }
            reach(&format!("http://{plain_at}").parse().unwrap(), patience).await.unwrap();
        };
        tokio::select! {
            () = check => {}
            () = answers => {}
        }
    }
}
