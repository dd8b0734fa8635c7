//! Checks where a secret may be sent. Pure: no name is resolved.

use url::{Host, Url};

use crate::ask::Ask;
use crate::provider::{Engine, Provider};

/// Why a secret may not be sent to a base URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadAddress {
    #[error("must begin with https:// (http:// only for localhost, 127.0.0.0/8 and [::1])")]
    Insecure,
    #[error("must be a plain address, without user name, password, query or fragment")]
    NotBare,
}

/// The hosts for which `http://` is accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Http {
    /// To this machine only.
    Loopback,
    /// To any machine: the operator trusts the network, for example inside a compose network.
    Anywhere,
}

/// Checks the base URL of an API that receives a secret: it must be encrypted or local, and have no extra parts. Both
/// APIs ignore the environment variables that name a proxy.
pub fn check_base_url(url: &Url, http: Http) -> Result<(), BadAddress> {
    let is_safe = match url.scheme() {
        "https" => url.has_host(),
        "http" => is_loopback(url) || (http == Http::Anywhere && url.has_host()),
        _ => false,
    };
    if !is_safe {
        return Err(BadAddress::Insecure);
    }
    let bare = url.username().is_empty() && url.password().is_none() && url.query().is_none();
    if bare && url.fragment().is_none() { Ok(()) } else { Err(BadAddress::NotBare) }
}

/// Returns an address below `base` that the provider answers to anybody, if only with a refusal. It shows whether the
/// provider can be reached.
pub fn probe(base: &Url, provider: Provider) -> Url {
    let mut url = base.clone();
    let path = provider.dialect().request(&Ask::sessions(), Engine::Only).map(|request| request.path);
    url.set_path(&format!("{}{}", base.path().trim_end_matches('/'), path.unwrap_or_default()));
    url
}

/// Returns whether the host is this machine.
pub fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_goes_over_https_or_stays_on_this_machine() {
        for (address, http, result) in [
            ("https://api.example.com", Http::Loopback, Ok(())),
            ("https://x/titan/", Http::Loopback, Ok(())),
            ("http://localhost:1", Http::Loopback, Ok(())),
            ("http://127.9.9.9", Http::Loopback, Ok(())),
            ("http://[::1]:8", Http::Loopback, Ok(())),
            ("http://api.example.com", Http::Loopback, Err(BadAddress::Insecure)),
            ("http://10.0.0.1", Http::Loopback, Err(BadAddress::Insecure)),
            ("http://localhost.example", Http::Loopback, Err(BadAddress::Insecure)),
            ("http://titan:8080", Http::Anywhere, Ok(())),
            ("ftp://localhost", Http::Anywhere, Err(BadAddress::Insecure)),
            ("file:///x", Http::Anywhere, Err(BadAddress::Insecure)),
            ("https://a:b@x", Http::Anywhere, Err(BadAddress::NotBare)),
            ("http://a@titan", Http::Anywhere, Err(BadAddress::NotBare)),
            ("https://x/?q", Http::Loopback, Err(BadAddress::NotBare)),
            ("https://x/#f", Http::Loopback, Err(BadAddress::NotBare)),
        ] {
            assert_eq!(check_base_url(&address.parse().unwrap(), http), result, "{address}, {http:?}");
        }
    }
}
