//! Checks which hosts are public, and where Discord's token may be sent. Pure: no name is resolved.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use groups_api::address::{BadAddress, is_loopback};
use url::{Host, Url};

/// Checks the URL of Discord's gateway, which receives the token: `wss://`, or `ws://` to this machine.
pub(crate) fn check_gateway(url: &Url) -> Result<(), BadAddress> {
    let is_safe = match url.scheme() {
        "wss" => url.has_host(),
        "ws" => is_loopback(url),
        _ => false,
    };
    if is_safe { Ok(()) } else { Err(BadAddress::Insecure) }
}

/// Returns whether the host may be on the internet. Addresses of a machine itself, of its network or of several
/// machines are not public, and neither are names that only such a network resolves. In a URL of `https`, the parser
/// has normalised every form of an IPv4 address (`0x7f.1`, `2130706433`, `0177.0.0.1`, full-width digits) to four
/// numbers.
pub(crate) fn is_public(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => is_public_name(name),
        Some(Host::Ipv4(address)) => is_public_v4(address),
        Some(Host::Ipv6(address)) => is_public_v6(address),
        None => false,
    }
}

/// Returns whether a name is public. IANA, "Special-Use Domain Names", and names without a dot are not; `internal` is
/// ICANN's for private networks (2024).
fn is_public_name(name: &str) -> bool {
    const PRIVATE: [&str; 13] = [
        "localhost",
        "local",
        "localdomain",
        "internal",
        "intranet",
        "lan",
        "home",
        "corp",
        "private",
        "arpa",
        "test",
        "invalid",
        "onion",
    ];
    let name = name.strip_suffix('.').unwrap_or(name);
    // Some resolvers read a name as an address that another parser did not.
    let is_address = name.parse::<IpAddr>().is_ok();
    match name.rsplit_once('.') {
        Some((_, last)) => !is_address && !PRIVATE.contains(&last.to_ascii_lowercase().as_str()),
        None => false,
    }
}

/// Returns whether an address is public. IANA, "IPv4 Special-Purpose Address Registry" (RFC 6890): all that are not
/// globally reachable are excluded, and multicast.
fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let is_special = matches!(
        (a, b, c),
        (0 | 10 | 127 | 224..=255, ..)
            | (100, 64..=127, _)
            | (169, 254, _)
            | (172, 16..=31, _)
            | (192, 168, _)
            | (192, 0, 0 | 2)
            | (192, 88, 99)
            | (198, 18 | 19, _)
            | (198, 51, 100)
            | (203, 0, 113)
    );
    !is_special
}

/// Returns whether an address is public. IANA, "IPv6 Special-Purpose Address Registry": only global unicast
/// (`2000::/3`) is public, except its reserved parts and those that contain a private IPv4 address.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let segments = address.segments();
    let embedded = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match segments {
        // IPv4-mapped (::ffff:0:0/96), the well-known prefix for translation (64:ff9b::/96), and 6to4 (2002::/16).
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => {
            embedded(high, low)
        }
        // IETF protocol assignments with Teredo (2001::/23), documentation (2001:db8::/32, 3fff::/20).
        [0x2001, 0..=0x1ff | 0xdb8, ..] | [0x3fff, 0..=0xfff, ..] => false,
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        text.parse().unwrap()
    }

    #[test]
    fn the_token_goes_over_tls_or_stays_on_this_machine() {
        for (address, result) in [
            ("wss://gateway.discord.gg", Ok(())),
            ("ws://127.0.0.1:9", Ok(())),
            ("ws://[::1]:9", Ok(())),
            ("ws://localhost:9", Ok(())),
            ("ws://gateway.discord.gg", Err(BadAddress::Insecure)),
            ("ws://10.0.0.1", Err(BadAddress::Insecure)),
            ("http://127.0.0.1", Err(BadAddress::Insecure)),
        ] {
            assert_eq!(check_gateway(&url(address)), result, "{address}");
        }
    }

    const PUBLIC: &str = "example.com example.com. cdn.example.co.uk xn--bcher-kva.example 1.1.1.1 8.8.8.8 172.15.0.1 \
        172.32.0.1 192.167.0.1 100.63.0.1 100.128.0.1 198.17.0.1 223.255.255.255 [2606:4700::1111] \
        [::ffff:8.8.8.8] [64:ff9b::808:808] [2002:808:808::1] local.example localhost.example.com \
        homes.example";
    /// Names, IPv4 addresses in each form that the parser normalises, and IPv6 addresses.
    const PRIVATE: &str = "localhost LOCALHOST localhost. a.localhost printer.local Printer.LOCAL a.local. \
        metadata.google.internal db.internal. router.lan nas.home 1.168.192.in-addr.arpa titan titan. x.test \
        x.onion x.home.arpa ｌｏｃａｌｈｏｓｔ 127.0.0.1 127.1 2130706433 0x7f000001 0x7f.0.0.1 0177.0.0.1 \
        017700000001 127.0.0.1. １２７.0.0.1 0 0.0.0.0 10.0.0.1 10.1 100.64.0.1 169.254.169.254 0xa9fea9fe \
        2852039166 0251.0376.0251.0376 172.16.0.1 172.31.255.255 192.168.1.1 192.0.0.1 192.0.2.1 192.88.99.1 \
        198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 [::] [::1] \
        [0:0:0:0:0:0:0:1] [fe80::1] [febf::1] [fec0::1] [fc00::1] [fd12:3456::1] [ff02::1] \
        [::ffff:127.0.0.1] [::ffff:7f00:1] [::ffff:10.0.0.1] [::ffff:169.254.169.254] [::127.0.0.1] \
        [64:ff9b::7f00:1] [64:ff9b::a9fe:a9fe] [64:ff9b:1::1] [2002:7f00:1::] [2002:c0a8:101::1] [2001::1] \
        [2001:db8::1] [3fff::1] [100::1] [fd00:ec2::254]";

    #[test]
    fn only_hosts_of_the_internet_are_public() {
        for (hosts, is_expected) in [(PUBLIC, true), (PRIVATE, false)] {
            for host in hosts.split_whitespace() {
                let url = url(&format!("https://{host}/a.png"));
                assert_eq!(is_public(&url), is_expected, "{host}");
            }
        }
    }
}
