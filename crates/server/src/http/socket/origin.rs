//! Is the page that opens a socket ours?

use http::Uri;

/// Whether an `Origin` is that of the public address; or, on loopback, of the
/// very name that was called (`host`, which was checked to be ours before).
#[must_use]
pub(super) fn is_own(origin: &str, public_url: &str, host: &str) -> bool {
    let origin = origin.to_ascii_lowercase();
    let public = whole(public_url);
    let called = format!("http://{}", host.to_ascii_lowercase());
    public.as_deref() == Some(&*origin) || (on_loopback(host) && origin == called)
}

/// Scheme, name and port of an address, in lower case.
fn whole(address: &str) -> Option<String> {
    let uri: Uri = address.parse().ok()?;
    Some(format!("{}://{}", uri.scheme_str()?, uri.authority()?).to_ascii_lowercase())
}

fn on_loopback(host: &str) -> bool {
    let name = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()));
    let name = name.map_or(host, |(name, _)| name);
    matches!(name, "127.0.0.1" | "localhost" | "[::1]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_own_origin_is_own() {
        let own = |origin| is_own(origin, "https://stoa.example", "stoa.example");
        assert!(own("https://stoa.example") && own("HTTPS://Stoa.example"));
        for foreign in [
            "null",
            "",
            "http://stoa.example",
            "https://stoa.example.evil.test",
            "https://evil-stoa.example",
            "https://stoa.example:8443",
            "https://stoa.exampl",
            "https://evil.test/https://stoa.example",
            "https://stoa.example/",
            "stoa.example",
        ] {
            assert!(!own(foreign), "{foreign}");
        }
    }

    #[test]
    fn loopback_is_called_by_several_names() {
        let own = |origin, host| is_own(origin, "http://127.0.0.1:8080", host);
        assert!(own("http://localhost:8080", "localhost:8080"));
        assert!(own("http://[::1]:8080", "[::1]:8080"));
        assert!(!own("http://localhost:8080", "127.0.0.1:8080"));
        assert!(!own("http://localhost:9090", "localhost:8080"));
        assert!(!own("https://localhost:8080", "localhost:8080"));
        assert!(!own("http://stoa.test", "stoa.test"));
    }
}
