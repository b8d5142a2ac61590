//! The floor programs: the least that could be done for the same end.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use http::{HeaderMap, HeaderName, HeaderValue};
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement,
};
use tokio::net::TcpListener;

/// Threads and posts of the floor's database.
const THREADS: u32 = 2_500;
const POSTS: u32 = 20;

/// `page FILE` serves a saved answer, `posts FILE SIZE` reads and formats 20
/// posts a request, `inserts FILE SECONDS TASKS` writes durable rows.
///
/// # Errors
/// A sentence.
pub async fn run(arguments: &[String]) -> Result<bool, String> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["page", file] => page(file).await?,
        ["posts", file, size] => {
            posts(file, size.parse().map_err(|_| "posts: SIZE is a number")?, false).await?
        }
        ["posts", file, size, "gzip"] => {
            posts(file, size.parse().map_err(|_| "posts: SIZE is a number")?, true).await?
        }
        ["inserts", file, seconds, tasks] => {
            let span = Duration::from_secs_f64(
                seconds.parse().map_err(|_| "inserts: SECONDS is a number")?,
            );
            println!(
                "{}",
                inserts(file, span, tasks.parse().map_err(|_| "inserts: TASKS is a number")?)
                    .await?
            );
        }
        _ => {
            return Err(
                "floor page FILE | posts FILE SIZE [gzip] | inserts FILE SECONDS TASKS".into()
            );
        }
    }
    Ok(true)
}

async fn serve(router: Router) -> Result<(), String> {
    let listener = TcpListener::bind("127.0.0.1:0").await.map_err(|error| error.to_string())?;
    println!("listening http://{}", listener.local_addr().map_err(|error| error.to_string())?);
    axum::serve(listener, router).await.map_err(|error| error.to_string())
}

#[derive(Clone)]
struct Saved {
    headers: HeaderMap,
    body: Bytes,
}

/// The same bytes and headers as the program's answer, from memory.
async fn page(file: &str) -> Result<(), String> {
    let head =
        std::fs::read_to_string(format!("{file}.head")).map_err(|error| error.to_string())?;
    let body = Bytes::from(std::fs::read(file).map_err(|error| error.to_string())?);
    let mut headers = HeaderMap::new();
    for (name, value) in head.lines().filter_map(|line| line.split_once(": ")) {
        let name: HeaderName = name.parse().map_err(|_| format!("{name} is no header"))?;
        // The server writes length, date and framing itself.
        if !["content-length", "date", "transfer-encoding", "connection"].contains(&name.as_str()) {
            headers.append(name, HeaderValue::from_str(value).map_err(|error| error.to_string())?);
        }
    }
    let saved = async |State(saved): State<Saved>| -> Response {
        (saved.headers, saved.body).into_response()
    };
    serve(Router::new().fallback(saved).with_state(Saved { headers, body })).await
}

fn options(file: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(format!("sqlite://{file}?mode=rwc"));
    options
        .max_connections(connections)
        .min_connections(1)
        .sqlx_logging(false)
        .test_before_acquire(false);
    options.map_sqlx_sqlite_opts(|sqlite| {
        sqlite
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .statement_cache_capacity(64)
    });
    options
}

async fn open(file: &str, connections: u32) -> Result<DatabaseConnection, String> {
    Database::connect(options(file, connections)).await.map_err(|error| error.to_string())
}

async fn execute(db: &DatabaseConnection, sql: &str) -> Result<(), String> {
    db.execute_unprepared(sql).await.map(|_| ()).map_err(|error| error.to_string())
}

async fn fill(db: &DatabaseConnection, size: usize) -> Result<(), String> {
    execute(db, "CREATE TABLE posts (id INTEGER PRIMARY KEY, thread INTEGER NOT NULL, number INTEGER NOT NULL, \
                 author TEXT NOT NULL, at INTEGER NOT NULL, html TEXT NOT NULL)").await?;
    let body = "A sentence of a post, as people write them. ".repeat(size / 44 + 1);
    let rows = format!(
        "WITH RECURSIVE n(x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM n WHERE x < {}) \
         INSERT INTO posts (thread, number, author, at, html) \
         SELECT x % {THREADS}, x / {THREADS} + 1, 'Author ' || (x % 997), 1700000000 + x, '<p>{body}</p>' FROM n",
        THREADS * POSTS - 1
    );
    execute(db, &rows).await?;
    execute(db, "CREATE INDEX posts_thread ON posts (thread, number)").await
}

#[derive(Clone)]
struct Posts {
    db: DatabaseConnection,
    packed: bool,
    next: Arc<std::sync::atomic::AtomicU32>,
}

/// Reads 20 posts through the index and formats them.
async fn posts(file: &str, size: usize, packed: bool) -> Result<(), String> {
    let fresh = !Path::new(file).exists();
    let db = open(file, 4).await?;
    if fresh {
        fill(&db, size / POSTS as usize).await?;
    }
    let state = Posts { db, packed, next: Arc::default() };
    serve(Router::new().fallback(read).with_state(state)).await
}

async fn read(State(state): State<Posts>) -> Result<Response, http::StatusCode> {
    // A step that has no factor in common with the number of threads visits them all.
    let thread = state.next.fetch_add(1_237, std::sync::atomic::Ordering::Relaxed) % THREADS;
    let sql =
        "SELECT number, author, at, html FROM posts WHERE thread = ? ORDER BY number LIMIT 20";
    let statement = Statement::from_sql_and_values(DbBackend::Sqlite, sql, [thread.into()]);
    let rows = state
        .db
        .query_all_raw(statement)
        .await
        .map_err(|_| http::StatusCode::SERVICE_UNAVAILABLE)?;
    let mut page = String::with_capacity(48 * 1024);
    page.push_str("<!doctype html><html><head><title>floor</title></head><body>");
    for row in rows {
        let read = (|| {
            let number: i64 = row.try_get_by_index(0)?;
            let author: String = row.try_get_by_index(1)?;
            let at: i64 = row.try_get_by_index(2)?;
            let html: String = row.try_get_by_index(3)?;
            Ok::<_, sea_orm::DbErr>((number, author, at, html))
        })();
        let (number, author, at, html) =
            read.map_err(|_| http::StatusCode::INTERNAL_SERVER_ERROR)?;
        page.push_str(&format!(
            "<article id=\"p{number}\"><h2>{author}</h2><time>{at}</time>{html}</article>"
        ));
    }
    page.push_str("</body></html>");
    Ok(if state.packed { packed(&page) } else { Html(page).into_response() })
}

/// The page as the fastest gzip makes it.
fn packed(page: &str) -> Response {
    use std::io::Write;
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    // Writing into memory does not fail.
    let bytes = writer.write_all(page.as_bytes()).and_then(|()| writer.finish());
    let coded = [(http::header::CONTENT_ENCODING, "gzip")];
    (coded, bytes.unwrap_or_default()).into_response()
}

/// Durable single rows by one writer, asked for by many tasks: rows a second
/// and the time within which 99 of 100 were acknowledged, in milliseconds.
async fn inserts(file: &str, span: Duration, tasks: usize) -> Result<String, String> {
    let db = open(file, 1).await?;
    execute(
        &db,
        "CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, thread INTEGER NOT NULL, \
                  at INTEGER NOT NULL, body TEXT NOT NULL)",
    )
    .await?;
    execute(&db, "CREATE INDEX IF NOT EXISTS rows_thread ON rows (thread, at)").await?;
    let (until, began) = (Instant::now() + span, Instant::now());
    let mut running = tokio::task::JoinSet::new();
    for task in 0..tasks {
        running.spawn(insert_until(db.clone(), task, until));
    }
    let mut micros: Vec<u128> = Vec::new();
    while let Some(done) = running.join_next().await {
        micros.extend(done.map_err(|error| error.to_string())??);
    }
    micros.sort_unstable();
    let rate = micros.len() as f64 / began.elapsed().as_secs_f64();
    let p99 = micros.get(micros.len() * 99 / 100).copied().unwrap_or(0) as f64 / 1000.0;
    Ok(format!("{rate} {p99}"))
}

async fn insert_until(
    db: DatabaseConnection,
    task: usize,
    until: Instant,
) -> Result<Vec<u128>, String> {
    let body = "x".repeat(600);
    let thread = i64::try_from(task).unwrap_or(0);
    let mut micros = Vec::new();
    while Instant::now() < until {
        let asked = Instant::now();
        let sql = "INSERT INTO rows (thread, at, body) VALUES (?, ?, ?)";
        let at = i64::try_from(micros.len()).unwrap_or(0);
        let values = [thread.into(), at.into(), body.clone().into()];
        let statement = Statement::from_sql_and_values(DbBackend::Sqlite, sql, values);
        db.execute_raw(statement).await.map_err(|error| error.to_string())?;
        micros.push(asked.elapsed().as_micros());
    }
    Ok(micros)
}
