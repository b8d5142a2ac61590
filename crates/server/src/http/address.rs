//! Whom limits count and sessions show: the client's address, as far as it is believed.

use std::net::{IpAddr, SocketAddr};

use axum::extract::ConnectInfo;
use http::request::Parts;

/// The client's address for limits: IPv4 whole, IPv6 its /64 (a household's or
/// an office's net). `X-Forwarded-For` is read from its end, past trusted proxies alone.
#[must_use]
pub fn of(parts: &Parts, trusted: &[String]) -> String {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let Some(peer) = peer else {
        return "unknown".to_owned();
    };
    let forwarded = forwarded(parts);
    let believed = |ip: &IpAddr| trusted.iter().any(|known| known.parse() == Ok(*ip));
    let mut client = peer;
    for hop in forwarded.into_iter().rev() {
        if !believed(&client) {
            break;
        }
        client = hop;
    }
    net(client)
}

fn forwarded(parts: &Parts) -> Vec<IpAddr> {
    let headers = parts.headers.get_all("x-forwarded-for").iter();
    let texts = headers.filter_map(|value| value.to_str().ok());
    texts.flat_map(|text| text.split(',')).filter_map(|hop| hop.trim().parse().ok()).collect()
}

fn net(ip: IpAddr) -> String {
    match ip.to_canonical() {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

/// What a session keeps and shows: the first half of the address, enough to
/// tell home from office, too little to find a person (/16 and /32).
#[must_use]
pub fn prefix(address: &str) -> String {
    match address.split_once("::/64") {
        Some((v6, _)) => format!("{}::", v6.split(':').take(2).collect::<Vec<_>>().join(":")),
        None => format!("{}.*.*", address.split('.').take(2).collect::<Vec<_>>().join(".")),
    }
}
