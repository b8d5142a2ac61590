//! The disk is full: reading goes on, writing is answered with 503, and both
//! are well by themselves once there is room.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde_json::json;
use stoa_tests::wire::Client;

use crate::site::{Ground, Site, eventually, open, posts};
use crate::{Day, Outcome};

const SIZE: &str = "size=24m";

/// A small memory disk; it goes away with this value.
struct Small(PathBuf);

impl Small {
    /// `None` with a reason where this may not be done here.
    fn mount() -> Result<Self, String> {
        let place = std::env::temp_dir().join(format!("stoa-small-{}", std::process::id()));
        std::fs::create_dir_all(&place).map_err(|error| error.to_string())?;
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", SIZE, "none"]).arg(&place);
        let done = mount.output().map_err(|error| error.to_string())?;
        if done.status.success() {
            Ok(Self(place))
        } else {
            Err(String::from_utf8_lossy(&done.stderr).trim().to_owned())
        }
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        // Lazily: a process may still have its last file open.
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
        let _ = std::fs::remove_dir(&self.0);
    }
}

/// Fills the disk that SQLite stands on, and makes room again.
///
/// # Errors
/// What did not hold.
pub async fn run(_day: &Day) -> Outcome {
    let small = match Small::mount() {
        Ok(small) => small,
        Err(why) => {
            return Ok(format!("left out, no small disk can be mounted here: {why}"));
        }
    };
    let site = Site::within(&Ground::Sqlite, small.0.join("site")).await?;
    let program = site.serve()?;
    site.add("writer", "moderator")?;
    let mut writer = site.client("writer").await?;
    let thread = open(&mut writer, "Full").await?;
    write(&mut writer, &thread, "before", 201).await?;

    let ballast = fill(&small.0)?;
    full(&mut writer, &thread).await?;
    upload(&mut writer, 507).await?;
    std::fs::remove_file(&ballast).map_err(|error| error.to_string())?;
    eventually(Duration::from_secs(10), async || {
        // A client of its own: what is borrowed for one try cannot be kept for the next.
        let mut writer = site.client("writer").await?;
        write(&mut writer, &thread, "after", 201).await
    })
    .await?;
    upload(&mut writer, 201).await?;
    one_file(&mut writer).await?;

    let texts = posts(&mut writer, &thread).await?;
    if texts.len() != 3 {
        return Err(format!("{} posts, 3 were acknowledged", texts.len()));
    }
    // The log lies on the same disk: what could not be written there is lost, and nothing else.
    site.nothing_broke()?;
    site.check()?;
    program.kill();
    let program = site.serve()?;
    let kept = posts(&mut site.client("writer").await?, &thread).await?.len();
    if kept != 3 {
        return Err(format!("{kept} posts after a kill, 3 were acknowledged"));
    }
    program.stop(Duration::from_secs(30))?;
    drop(site);
    drop(small);
    Ok("reads 200, writes 503, files 507, /readyz says so, well again by itself".into())
}

/// A file larger than what is left on a full disk.
async fn upload(writer: &mut Client, wanted: u16) -> Result<(), String> {
    let table = "a,b\n".repeat(100_000);
    let reply = writer.upload("table.csv", table.as_bytes()).await;
    let reply = reply.map_err(|error| error.to_string())?;
    match reply.status == wanted {
        true => Ok(()),
        false => Err(format!("a file: {} instead of {wanted}: {}", reply.status, reply.text())),
    }
}

/// What could not be kept is not half there.
async fn one_file(writer: &mut Client) -> Result<(), String> {
    let listed = writer.api("GET", "/uploads", None, None).await;
    let listed = listed.map_err(|error| error.to_string())?.json();
    let count = listed["items"].as_array().map_or(0, Vec::len);
    if count == 1 { Ok(()) } else { Err(format!("{count} files, 1 was acknowledged: {listed}")) }
}

fn fill(place: &Path) -> Result<PathBuf, String> {
    use std::io::Write;
    let ballast = place.join("ballast");
    let mut file = std::fs::File::create(&ballast).map_err(|error| error.to_string())?;
    let block = vec![0_u8; 4096];
    while file.write_all(&block).is_ok() {}
    Ok(ballast)
}

async fn write(writer: &mut Client, thread: &str, text: &str, wanted: u16) -> Result<(), String> {
    let path = format!("/threads/{thread}/posts");
    // Large enough that no free page is left for it.
    let json = json!({ "body": format!("{text} {}", "and more ".repeat(6000)) });
    let reply = writer
        .api("POST", &path, Some(&json), Some(text))
        .await
        .map_err(|error| format!("{text}: {error}"))?;
    let again = reply.header("retry-after").is_some();
    if reply.status == wanted && (wanted != 503 || again) {
        return Ok(());
    }
    Err(format!(
        "{text}: {} instead of {wanted}, Retry-After {again}: {}",
        reply.status,
        reply.text()
    ))
}

async fn full(writer: &mut Client, thread: &str) -> Result<(), String> {
    for number in 0..3 {
        write(writer, thread, &format!("full{number}"), 503).await?;
        for path in ["/livez".to_owned(), "/".to_owned(), format!("/api/v1/threads/{thread}/posts")]
        {
            let reply = writer.get(&path).await.map_err(|error| format!("{path}: {error}"))?;
            if reply.status != 200 {
                return Err(format!("{path} on a full disk: {} {}", reply.status, reply.text()));
            }
        }
        let ready = writer.get("/readyz").await.map_err(|error| error.to_string())?;
        if ready.status != 200 || ready.json()["writes"] != false {
            return Err(format!("/readyz on a full disk: {} {}", ready.status, ready.text()));
        }
    }
    Ok(())
}
