//! `/api/docs`: the OpenAPI document as a page that loads nothing from elsewhere.

use askama::Template;
use serde_json::Value;
use utoipa::openapi::OpenApi as Document;

use crate::app::App;
use crate::http::{Refusal, Visitor};
use crate::pages::chrome::Chrome;

struct Field {
    name: String,
    place: String,
    required: bool,
    shape: String,
}

struct Answer {
    status: String,
    words: String,
    shape: String,
}

struct Operation {
    method: String,
    path: String,
    summary: String,
    fields: Vec<Field>,
    body: String,
    answers: Vec<Answer>,
}

#[derive(Template)]
#[template(path = "api/docs.html")]
struct Page {
    chrome: Chrome,
    operations: Vec<Operation>,
    schemas: Vec<(String, String)>,
}

/// Renders the page.
///
/// # Errors
/// A refusal with status 500 when the document or the template fails.
pub async fn page(
    app: &App,
    visitor: &Visitor,
    document: &Document,
) -> Result<axum::response::Html<String>, Refusal> {
    let json = serde_json::to_value(document).map_err(stoa_kernel::Fault::broken)?;
    let page = Page {
        chrome: Chrome::of(app, visitor).await?,
        operations: operations(&json),
        schemas: schemas(&json),
    };
    Ok(axum::response::Html(page.render()?))
}

fn operations(document: &Value) -> Vec<Operation> {
    let paths = document.get("paths").and_then(Value::as_object);
    let each = paths.into_iter().flatten().flat_map(|(path, methods)| {
        let methods = methods.as_object().into_iter().flatten();
        methods.map(move |(method, operation)| operation_of(path, method, operation))
    });
    each.collect()
}

fn operation_of(path: &str, method: &str, operation: &Value) -> Operation {
    let fields = operation.get("parameters").and_then(Value::as_array);
    let answers = operation.get("responses").and_then(Value::as_object);
    Operation {
        method: method.to_uppercase(),
        path: path.to_owned(),
        summary: sentences(&text(operation, "summary"), &text(operation, "description")),
        fields: fields.into_iter().flatten().map(field_of).collect(),
        body: operation.pointer("/requestBody/content").map(shape_of_content).unwrap_or_default(),
        answers: answers
            .into_iter()
            .flatten()
            .map(|(status, answer)| Answer {
                status: status.clone(),
                words: text(answer, "description").replace('`', ""),
                shape: answer.get("content").map(shape_of_content).unwrap_or_default(),
            })
            .collect(),
    }
}

/// A summary and what is said below it, as sentences beside each other.
fn sentences(summary: &str, description: &str) -> String {
    let stop = if summary.ends_with('.') || description.is_empty() { "" } else { "." };
    format!("{summary}{stop} {description}").trim().replace('`', "")
}

fn field_of(parameter: &Value) -> Field {
    Field {
        name: text(parameter, "name"),
        place: text(parameter, "in"),
        required: parameter.get("required").and_then(Value::as_bool).unwrap_or(false),
        shape: parameter.get("schema").map(shape).unwrap_or_default(),
    }
}

fn text(value: &Value, key: &str) -> String {
    value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn shape_of_content(content: &Value) -> String {
    let first = content.as_object().and_then(|kinds| kinds.values().next());
    first.and_then(|kind| kind.get("schema")).map(shape).unwrap_or_default()
}

/// A schema in one line: a reference's name, an array's items, a type.
fn shape(schema: &Value) -> String {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        return reference.rsplit('/').next().unwrap_or_default().to_owned();
    }
    if let Some(items) = schema.get("items") {
        return format!("[{}]", shape(items));
    }
    match schema.get("type") {
        Some(Value::String(name)) => name.clone(),
        Some(Value::Array(names)) => {
            names.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" | ")
        }
        _ => String::new(),
    }
}

fn schemas(document: &Value) -> Vec<(String, String)> {
    let all = document.pointer("/components/schemas").and_then(Value::as_object);
    let pretty = |schema: &Value| serde_json::to_string_pretty(schema).unwrap_or_default();
    all.into_iter().flatten().map(|(name, schema)| (name.clone(), pretty(schema))).collect()
}
