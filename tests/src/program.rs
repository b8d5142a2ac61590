//! The real program as a process: started, asked, killed.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// How the program is to be started.
#[derive(Clone, Debug)]
pub struct Launch {
    binary: PathBuf,
    arguments: Vec<String>,
    environment: Vec<(String, String)>,
    core: Option<usize>,
    log: PathBuf,
}

impl Launch {
    /// `stoa` with these arguments; what it logs goes to `log`.
    #[must_use]
    pub fn new(binary: &Path, arguments: &[&str], log: &Path) -> Self {
        Self {
            binary: binary.to_owned(),
            arguments: arguments.iter().map(|argument| (*argument).to_owned()).collect(),
            environment: Vec::new(),
            core: None,
            log: log.to_owned(),
        }
    }

    /// Sets a variable of its environment.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.environment.retain(|(known, _)| known != name);
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Keeps it on one core.
    #[must_use]
    pub fn on_core(mut self, core: usize) -> Self {
        self.core = Some(core);
        self
    }

    fn command(&self) -> Command {
        let mut command = match self.core {
            Some(core) => {
                let mut pinned = Command::new("taskset");
                pinned.args(["-c", &core.to_string()]).arg(&self.binary);
                pinned
            }
            None => Command::new(&self.binary),
        };
        command.args(&self.arguments).envs(self.environment.iter().cloned());
        command
    }

    /// Starts it and waits until it listens.
    ///
    /// # Errors
    /// A sentence with what it logged when it ends or is not ready within 30 s.
    pub fn serve(&self) -> Result<Program, String> {
        let mut program = self.start()?;
        let deadline = Instant::now() + Duration::from_secs(30);
        loop {
            match program.said.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(line) => {
                    if let Some(url) = line.strip_prefix("listening http://") {
                        program.address =
                            url.parse().map_err(|error| format!("{line}: {error}"))?;
                        return Ok(program);
                    }
                    program.lines.push(line);
                }
                Err(_) => return Err(format!("not ready: {}", self.logged())),
            }
        }
    }

    /// Starts it without waiting, for a program that does not listen.
    ///
    /// # Errors
    /// A sentence when it cannot be started.
    pub fn start(&self) -> Result<Program, String> {
        let about = |error: std::io::Error| format!("{}: {error}", self.binary.display());
        let log = File::options().create(true).append(true).open(&self.log).map_err(about)?;
        let mut command = self.command();
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log);
        let mut child = command.spawn().map_err(about)?;
        let said = listen(&mut child);
        let address = SocketAddr::from(([127, 0, 0, 1], 0));
        Ok(Program { child, said, address, lines: Vec::new() })
    }

    /// Runs it to its end: what it printed, or what it logged when it failed.
    ///
    /// # Errors
    /// What it wrote to standard error.
    pub fn run(&self) -> Result<String, String> {
        self.run_with("")
    }

    /// Runs it to its end with something on its standard input.
    ///
    /// # Errors
    /// As [`Launch::run`].
    pub fn run_with(&self, input: &str) -> Result<String, String> {
        use std::io::Write;
        let about = |error: std::io::Error| format!("{}: {error}", self.binary.display());
        let mut command = self.command();
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(about)?;
        if let Some(mut stdin) = child.stdin.take() {
            stdin.write_all(input.as_bytes()).map_err(about)?;
        }
        let output = child.wait_with_output().map_err(about)?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            Err(String::from_utf8_lossy(&output.stderr).into_owned())
        }
    }

    fn logged(&self) -> String {
        let text = std::fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(20)..].join("\n")
    }
}

/// Passes the lines of standard output on, so that the pipe never fills.
fn listen(child: &mut Child) -> mpsc::Receiver<String> {
    let (send, said) = mpsc::channel();
    if let Some(output) = child.stdout.take() {
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                // Nobody listens any more: the lines are read all the same.
                let _ = send.send(line);
            }
        });
    }
    said
}

/// A running program. Dropping it kills it.
pub struct Program {
    child: Child,
    said: mpsc::Receiver<String>,
    /// Where it listens.
    pub address: SocketAddr,
    /// What it printed before it listened: lines `sign-in ROLE ADDRESS PASSWORD`.
    pub lines: Vec<String>,
}

impl Program {
    /// Its process number.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Ends it as a power cut would: no signal handler runs.
    pub fn kill(mut self) {
        self.child.kill().expect("the process is ours");
        self.child.wait().expect("the process is ours");
    }

    /// Asks it to end and waits; its exit code.
    ///
    /// # Errors
    /// A sentence when it still runs after `patience`.
    pub fn stop(mut self, patience: Duration) -> Result<Option<i32>, String> {
        let pid = self.pid().to_string();
        Command::new("kill").args(["-TERM", &pid]).status().map_err(|error| error.to_string())?;
        let deadline = Instant::now() + patience;
        while Instant::now() < deadline {
            if let Some(status) = self.child.try_wait().map_err(|error| error.to_string())? {
                return Ok(status.code());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Err(format!("still running {patience:?} after SIGTERM"))
    }

    /// Whether a connection of the loopback that begins at this port is the program's own.
    #[must_use]
    pub fn speaks_from(&self, port: u16) -> bool {
        let table = std::fs::read_to_string("/proc/net/tcp").unwrap_or_default();
        let mark = format!(":{port:04X}");
        let row = |line: &str| -> Option<String> {
            let fields: Vec<&str> = line.split_whitespace().collect();
            let ours = fields.get(1)?.ends_with(&mark);
            ours.then(|| fields.get(9).map(|inode| format!("socket:[{inode}]"))).flatten()
        };
        let sockets: Vec<String> = table.lines().filter_map(row).collect();
        let files = std::fs::read_dir(format!("/proc/{}/fd", self.pid()));
        files.into_iter().flatten().flatten().any(|file| {
            let leads = std::fs::read_link(file.path()).unwrap_or_default();
            sockets.iter().any(|socket| leads.as_os_str() == socket.as_str())
        })
    }

    /// Address and password of a role of the demonstration.
    ///
    /// # Panics
    /// When the program printed no such line.
    #[must_use]
    pub fn sign_in(&self, role: &str) -> (String, String) {
        let mark = format!("sign-in {role} ");
        let line = self.lines.iter().find_map(|line| line.strip_prefix(&mark));
        let (email, password) = line.and_then(|rest| rest.split_once(' ')).expect("a sign-in line");
        (email.to_owned(), password.to_owned())
    }

    /// CPU seconds used so far, of user and system.
    #[must_use]
    pub fn cpu(&self) -> f64 {
        let text =
            std::fs::read_to_string(format!("/proc/{}/stat", self.pid())).unwrap_or_default();
        let after = text.rsplit_once(") ").map_or("", |(_, rest)| rest);
        let field =
            |number: usize| after.split(' ').nth(number).and_then(|text| text.parse::<f64>().ok());
        // The kernel counts in hundredths of a second on every Linux we build for.
        (field(11).unwrap_or(0.0) + field(12).unwrap_or(0.0)) / 100.0
    }

    /// Anonymous resident memory, MiB.
    #[must_use]
    pub fn memory(&self) -> f64 {
        memory_of(self.pid())
    }
}

/// Anonymous resident memory of a process, MiB; not a number once it has ended.
#[must_use]
pub fn memory_of(pid: u32) -> f64 {
    let text = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("RssAnon:"));
    let kib = line
        .and_then(|rest| rest.trim().split(' ').next())
        .and_then(|text| text.parse::<f64>().ok());
    kib.unwrap_or(f64::NAN) / 1024.0
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to do.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The program beside the one that runs: `target/PROFILE/stoa`.
#[must_use]
pub fn binary_beside() -> PathBuf {
    let own = std::env::current_exe().expect("a program knows its path");
    let folder = own.parent().expect("a program stands in a folder");
    let folder = if folder.ends_with("deps") { folder.parent().unwrap_or(folder) } else { folder };
    folder.join("stoa")
}
