//! The condition of an account in each state that a provider tells.

use serde_json::json;

use super::*;
use crate::AccountCondition::{Banned, Connected, Disconnected, LoggedOut, Reconnecting, Stopped};

#[test]
fn each_state_of_each_provider_has_its_condition() {
    let titan = |status: &str, reason: Option<&str>| {
        (Provider::Titan, json!({ "name": "a", "status": status, "statusReason": reason }))
    };
    let waha = |status: &str| (Provider::Waha, json!({ "name": "a", "status": status }));
    let gowa = |state: &str, jid: &str| (Provider::Gowa, json!({ "id": "a", "state": state, "jid": jid }));
    let openwa = |status: &str| (Provider::OpenWa, json!({ "id": "a", "name": "a", "status": status }));
    let evolution = |status: &str, code: Option<u16>| {
        (Provider::Evolution, json!({ "name": "a", "connectionStatus": status, "disconnectionReasonCode": code }))
    };
    for ((provider, session), expected) in [
        (titan("CONNECTED", None), Some(Connected)),
        (titan("CONNECTING", None), Some(Reconnecting)),
        (titan("CONNECTING", Some("SCAN_QR")), Some(LoggedOut)),
        (titan("DISCONNECTED", None), Some(Disconnected)),
        (titan("DISCONNECTED", Some("AUTO_RECONNECT")), Some(Reconnecting)),
        (titan("DISCONNECTED", Some("STREAM_ERROR")), Some(Reconnecting)),
        (titan("DISCONNECTED", Some("FAILED")), Some(Disconnected)),
        (titan("DISCONNECTED", Some("SOMETHING_NEW")), Some(Disconnected)),
        (titan("DISCONNECTED", Some("MANUAL_STOP")), Some(Stopped)),
        (titan("DISCONNECTED", Some("SCAN_QR")), Some(LoggedOut)),
        (titan("DISCONNECTED", Some("QR_TIMEOUT")), Some(LoggedOut)),
        (titan("DISCONNECTED", Some("LOGGED_OUT")), Some(LoggedOut)),
        (titan("DISCONNECTED", Some("TEMPORARY_BAN")), Some(Banned)),
        (titan("NAPPING", None), None),
        (waha("WORKING"), Some(Connected)),
        (waha("STARTING"), Some(Reconnecting)),
        (waha("SCAN_QR_CODE"), Some(LoggedOut)),
        (waha("STOPPED"), Some(Stopped)),
        (waha("FAILED"), Some(Disconnected)),
        (waha("SOMETHING_NEW"), None),
        (gowa("logged_in", "5511@s.whatsapp.net"), Some(Connected)),
        (gowa("connecting", "5511@s.whatsapp.net"), Some(Reconnecting)),
        (gowa("connected", "5511@s.whatsapp.net"), Some(Reconnecting)),
        (gowa("disconnected", "5511@s.whatsapp.net"), Some(Disconnected)),
        (gowa("disconnected", ""), Some(LoggedOut)),
        (gowa("something_new", ""), None),
        (evolution("open", None), Some(Connected)),
        (evolution("connecting", None), Some(LoggedOut)),
        (evolution("close", None), Some(LoggedOut)),
        (evolution("close", Some(401)), Some(LoggedOut)),
        (evolution("close", Some(403)), Some(Banned)),
        (evolution("something_new", None), None),
        (openwa("ready"), Some(Connected)),
        (openwa("initializing"), Some(Reconnecting)),
        (openwa("connecting"), Some(Reconnecting)),
        (openwa("authenticating"), Some(Reconnecting)),
        (openwa("qr_ready"), Some(LoggedOut)),
        (openwa("failed"), Some(Disconnected)),
        (openwa("disconnected"), Some(Disconnected)),
        (openwa("stopped"), Some(Disconnected)),
        (openwa("created"), Some(Disconnected)),
        (openwa("something_new"), None),
    ] {
        let read = provider.dialect().session(&session).unwrap_or_else(|| panic!("{provider} {session}"));
        assert_eq!(read.condition(), expected, "{provider} {session}");
    }
}
