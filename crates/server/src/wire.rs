//! `stoa.sock` in the data folder: commands of the same machine's operator,
//! carried out by the process that serves, so that it knows of them at once.

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{UnixListener, UnixStream};

use crate::app::App;
use crate::cli::admin::{self, Command};
use crate::config::Config;

/// What a command answers: lines for standard output, or what is wrong.
pub(crate) type Answer = Result<String, String>;

#[derive(Serialize, Deserialize)]
struct Wrapped {
    answer: Answer,
}

fn place(config: &Config) -> PathBuf {
    config.data.dir.join("stoa.sock")
}

/// Takes commands until the program stops.
pub(crate) async fn listen(app: App) {
    let path = place(&app.config);
    // A socket left by a process that was killed; the folder's lock says that none lives.
    let _ = std::fs::remove_file(&path);
    let bound = UnixListener::bind(&path).and_then(|listener| {
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).map(|()| listener)
    });
    let listener = match bound {
        Ok(listener) => listener,
        Err(error) => {
            tracing::warn!(%error, path = %path.display(), "commands cannot be taken");
            return;
        }
    };
    loop {
        tokio::select! {
            () = app.stop.cancelled() => break,
            taken = listener.accept() => match taken {
                Ok((stream, _)) => drop(tokio::spawn(serve(app.clone(), stream))),
                Err(error) => tracing::warn!(%error, "a command was lost"),
            },
        }
    }
    let _ = std::fs::remove_file(&path);
}

async fn serve(app: App, stream: UnixStream) {
    let (read, mut write) = stream.into_split();
    let mut line = String::new();
    if BufReader::new(read).read_line(&mut line).await.is_err() {
        return;
    }
    let answer = match serde_json::from_str::<Command>(&line) {
        Ok(command) => admin::run(&app, &command).await,
        Err(error) => Err(format!("this process does not know the command: {error}")),
    };
    let text = serde_json::to_string(&Wrapped { answer }).unwrap_or_default();
    if let Err(error) = write.write_all(text.as_bytes()).await {
        tracing::warn!(%error, "who commanded is gone");
    }
}

/// Hands a command to the process that serves; `None` when none runs.
pub(crate) async fn ask(config: &Config, command: &Command) -> Option<Answer> {
    let mut stream = UnixStream::connect(place(config)).await.ok()?;
    let line = serde_json::to_string(command).ok()? + "\n";
    stream.write_all(line.as_bytes()).await.ok()?;
    let mut text = String::new();
    BufReader::new(stream).read_line(&mut text).await.ok()?;
    let wrapped: Wrapped = serde_json::from_str(&text).ok()?;
    Some(wrapped.answer)
}
