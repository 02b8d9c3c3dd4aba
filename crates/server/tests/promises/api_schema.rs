//! The OpenAPI document, and whether an answer is as it says. What this reader does not know, it refuses.

use std::{collections::BTreeSet, fs, sync::LazyLock};

use serde_json::Value;

use crate::{
    door::{object, text},
    http::Answer,
};

/// The document in the tree.
pub(crate) static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/openapi.json");
    object(&fs::read_to_string(path).unwrap())
});

/// Every operation: its method, its path, and what is said of it.
pub(crate) fn operations() -> Vec<(String, &'static str, &'static Value)> {
    let paths = DOCUMENT["paths"].as_object().unwrap().iter();
    let of_path = |(path, item): (&'static String, &'static Value)| {
        item.as_object()
            .unwrap()
            .iter()
            .map(move |(method, operation)| (method.to_uppercase(), path.as_str(), operation))
    };
    paths.flat_map(of_path).collect()
}

/// Whether a path is one of a template.
fn fits(template: &str, path: &str) -> bool {
    let path = path.split('?').next().unwrap();
    let (of, given): (Vec<&str>, Vec<&str>) = (template.split('/').collect(), path.split('/').collect());
    of.len() == given.len() && of.iter().zip(&given).all(|(of, given)| of.starts_with('{') || of == given)
}

/// Compares an answer with what the document says of it.
#[track_caller]
pub(crate) fn check(method: &str, path: &str, answer: &Answer) {
    let operation = operations().into_iter().find(|(of, template, _)| of == method && fits(template, path));
    let problem = || DOCUMENT["paths"]["/v1/licenses"]["post"]["responses"]["default"].clone();
    let told = match operation {
        Some((_, _, operation)) => {
            let responses = &operation["responses"];
            let own = &responses[answer.status.to_string().as_str()];
            if own.is_null() {
                assert!(answer.status >= 400, "{method} {path}: {} is not in the document", answer.status);
                responses["default"].clone()
            } else {
                own.clone()
            }
        }
        None => problem(),
    };
    let content = answer.header("content-type").to_owned();
    let described = &told["content"][content.as_str()];
    assert!(!described.is_null(), "{method} {path}: {content} is not in the document for {}", answer.status);
    for header in told["headers"].as_object().into_iter().flatten().map(|(name, _)| name.to_lowercase()) {
        assert_ne!(answer.header(&header), "", "{header} is missing");
    }
    if content.ends_with("json") {
        let mut wrong = Vec::new();
        compare(&object(&answer.body), &described["schema"], "", &mut wrong);
        assert!(wrong.is_empty(), "{method} {path} {}: {wrong:?}\n{}", answer.status, answer.body);
    }
}

/// What of a value is not as its schema says.
pub(crate) fn compare(value: &Value, schema: &Value, at: &str, wrong: &mut Vec<String>) {
    let schema = resolve(schema);
    for (word, said) in schema.as_object().unwrap() {
        let is_right = match word.as_str() {
            "type" => is_of_type(value, said),
            "enum" => said.as_array().unwrap().contains(value),
            "minimum" => value.as_i64().is_none_or(|value| value >= said.as_i64().unwrap()),
            "maximum" => value.as_i64().is_none_or(|value| value <= said.as_i64().unwrap()),
            "format" => value.as_str().is_none_or(|value| is_of_format(value, said.as_str().unwrap())),
            "required" | "properties" | "items" | "allOf" | "description" | "additionalProperties" => true,
            word => panic!("the document uses `{word}`, which this reader does not know"),
        };
        if !is_right {
            wrong.push(format!("{at}: {value} is not {word} {said}"));
        }
    }
    if schema.get("properties").is_some() || schema.get("allOf").is_some() {
        compare_object(value, schema, at, wrong);
    }
    for (number, item) in value.as_array().into_iter().flatten().enumerate() {
        compare(item, &schema["items"], &format!("{at}/{number}"), wrong);
    }
}

/// Every field of an answer is described, and every described one is there, where it must be.
fn compare_object(value: &Value, schema: &Value, at: &str, wrong: &mut Vec<String>) {
    let parts: Vec<&Value> = match schema.get("allOf").and_then(Value::as_array) {
        Some(parts) => parts.iter().map(resolve).collect(),
        None => vec![schema],
    };
    let described = |name: &str| parts.iter().find_map(|part| part["properties"].get(name));
    for (name, field) in value.as_object().into_iter().flatten() {
        match described(name) {
            Some(schema) => compare(field, schema, &format!("{at}/{name}"), wrong),
            None => wrong.push(format!("{at}/{name} is not in the document")),
        }
    }
    let required: BTreeSet<&str> = parts
        .iter()
        .flat_map(|part| part["required"].as_array().into_iter().flatten())
        .filter_map(Value::as_str)
        .collect();
    wrong.extend(
        required
            .iter()
            .filter(|name| value.get(**name).is_none())
            .map(|name| format!("{at}/{name} is missing")),
    );
}

fn resolve(schema: &Value) -> &Value {
    match schema["$ref"].as_str() {
        Some(path) => {
            DOCUMENT.pointer(path.trim_start_matches('#')).unwrap_or_else(|| panic!("{path} is nowhere"))
        }
        None => schema,
    }
}

fn is_of_type(value: &Value, said: &Value) -> bool {
    let is = |kind: &str| match kind {
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "null" => value.is_null(),
        kind => panic!("the document uses the type `{kind}`"),
    };
    match said {
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).any(is),
        kind => is(kind.as_str().unwrap()),
    }
}

fn is_of_format(value: &str, format: &str) -> bool {
    match format {
        "date" => value.parse::<jiff::civil::Date>().is_ok(),
        "date-time" => value.parse::<jiff::Timestamp>().is_ok(),
        "int32" | "int64" | "email" => true,
        format => panic!("the document uses the format `{format}`"),
    }
}

/// The first field of a problem's errors, and every field in all.
pub(crate) fn fields(problem: &Value) -> Vec<&str> {
    problem["errors"].as_array().into_iter().flatten().map(|error| text(error, "field")).collect()
}
