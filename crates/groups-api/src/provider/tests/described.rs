//! Holds every request against the published description of its provider, which `WAHA_OPENAPI` or `GOWA_OPENAPI` names.

use std::ffi::OsStr;

use saphyr::{LoadableYamlNode as _, Scalar, Yaml};
use serde_json::{Map, Value, json};

use super::gowa;
use super::*;

/// Returns the description in the file that the variable names.
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn description(variable: &str) -> Option<Value> {
    let Some(file) = std::env::var_os(variable) else {
        eprintln!("skipped: {variable} does not name a file: the requests were not held against a description");
        return None;
    };
    let text = std::fs::read_to_string(&file).unwrap();
    let is_yaml = std::path::Path::new(&file).extension() == Some(OsStr::new("yaml"));
    Some(if is_yaml { json_of(&Yaml::load_from_str(&text).unwrap()[0]) } else { serde_json::from_str(&text).unwrap() })
}

fn json_of(yaml: &Yaml<'_>) -> Value {
    match yaml {
        Yaml::Value(Scalar::Boolean(flag)) => json!(flag),
        Yaml::Value(Scalar::Integer(number)) => json!(number),
        Yaml::Value(Scalar::FloatingPoint(number)) => json!(number.into_inner()),
        Yaml::Value(Scalar::String(text)) => json!(text),
        Yaml::Sequence(all) => all.iter().map(json_of).collect(),
        Yaml::Mapping(fields) => {
            let name = |name: &Yaml<'_>| match json_of(name) {
                Value::String(name) => name,
                other => other.to_string(),
            };
            fields.iter().map(|(key, value)| (name(key), json_of(value))).collect::<Map<_, _>>().into()
        }
        _ => Value::Null,
    }
}

/// Returns the value, or the one to which it refers.
fn resolved<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    let Some(place) = value.get("$ref").and_then(Value::as_str) else { return value };
    resolved(document, document.pointer(place.trim_start_matches('#')).unwrap())
}

/// Returns why a value is not as a schema says: a required field is missing, or a field is not known.
fn lacks(document: &Value, schema: &Value, value: &Value) -> Option<String> {
    let schema = resolved(document, schema);
    for choices in ["oneOf", "anyOf"] {
        if let Some(all) = schema.get(choices).and_then(Value::as_array) {
            let lacking: Vec<String> = all.iter().filter_map(|one| lacks(document, one, value)).collect();
            return (lacking.len() == all.len()).then(|| lacking.join("; or "));
        }
    }
    match value {
        Value::Array(all) => {
            let items = schema.get("items")?;
            all.iter().find_map(|one| lacks(document, items, one))
        }
        Value::Object(fields) => {
            let required = schema.get("required").and_then(Value::as_array);
            let missing =
                required.into_iter().flatten().filter_map(Value::as_str).find(|name| !fields.contains_key(*name));
            if let Some(name) = missing {
                return Some(format!("{name} is missing"));
            }
            let Some(known) = schema.get("properties").and_then(Value::as_object) else {
                return Some("no object is expected".to_owned());
            };
            fields.iter().find_map(|(name, value)| match known.get(name) {
                Some(schema) => lacks(document, schema, value).map(|lack| format!("{name}: {lack}")),
                None => Some(format!("{name} is not known")),
            })
        }
        _ => None,
    }
}

/// Returns the operation of a method and a path. A part of the path in braces stands for any other.
fn operation<'a>(document: &'a Value, method: &str, path: &str) -> Option<&'a Value> {
    let fits = |template: &str| {
        let (parts, given): (Vec<&str>, Vec<&str>) = (template.split('/').collect(), path.split('/').collect());
        parts.len() == given.len()
            && parts.iter().zip(given).all(|(part, given)| part.starts_with('{') || *part == given)
    };
    let paths = document["paths"].as_object().unwrap();
    // A path without placeholders counts first.
    let exact = paths.get(path).and_then(|item| item.get(method));
    exact.or_else(|| paths.iter().filter(|(template, _)| fits(template)).find_map(|(_, item)| item.get(method)))
}

/// Fails unless the description knows the request.
fn check(document: &Value, request: &HttpRequest) {
    let HttpRequest { method, path, query, headers, content } = request;
    let method = method.as_str().to_lowercase();
    let operation = operation(document, &method, path).unwrap_or_else(|| panic!("{method} {path} is not described"));
    let parameters: Vec<&Value> = operation.get("parameters").and_then(Value::as_array).into_iter().flatten().collect();
    let parameters: Vec<&Value> = parameters.into_iter().map(|one| resolved(document, one)).collect();
    for (place, given) in [("query", query), ("header", headers)] {
        let of_place = || parameters.iter().filter(|one| one["in"] == place);
        let name = |one: &&&Value| one["name"].as_str().unwrap().to_lowercase();
        for (given, _) in given {
            assert!(
                of_place().any(|one| name(&one).eq_ignore_ascii_case(given)),
                "{method} {path}: {given} is not known"
            );
        }
        for one in of_place().filter(|one| one["required"] == true) {
            assert!(given.iter().any(|(given, _)| *given == name(&one)), "{method} {path}: {} is missing", name(&one));
        }
    }
    let (kind, body) = match content {
        RequestBody::None => {
            let body = operation.get("requestBody").map(|body| resolved(document, body));
            assert!(body.is_none_or(|body| body["required"] != true), "{method} {path}: the body is missing");
            return;
        }
        RequestBody::Json(body) => ("application/json", body.clone()),
        RequestBody::Form(form) => {
            let mut fields: Map<String, Value> =
                form.fields.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
            fields.insert(form.name.to_owned(), json!(""));
            ("multipart/form-data", fields.into())
        }
    };
    let schema = &resolved(document, &operation["requestBody"])["content"][kind]["schema"];
    assert!(!schema.is_null(), "{method} {path} has no body of the kind {kind}");
    let lack = lacks(document, schema, &body);
    assert_eq!(lack, None, "{method} {path}: {body}");
}

#[test]
fn waha_describes_every_request() {
    let Some(document) = description("WAHA_OPENAPI") else { return };
    let url = NewPicture::Url("https://example.com/a.png".parse().unwrap());
    for engine in [Engine::Noweb, Engine::Gows, Engine::Webjs] {
        for what in everything().into_iter().chain([What::SetPicture(group(), url.clone())]) {
            if let Ok(request) = Provider::Waha.dialect().request(&ask(what), engine) {
                check(&document, &request);
            }
        }
    }
}

#[test]
fn gowa_describes_every_request() {
    let Some(document) = description("GOWA_OPENAPI") else { return };
    for what in gowa::asked() {
        if let Ok(request) = Provider::Gowa.dialect().request(&ask(what), Engine::Only) {
            check(&document, &request);
        }
    }
}

#[test]
fn a_request_that_differs_from_a_description_is_found() {
    let document = json!({
        "paths": {"/a/{id}": {"post": {"parameters": [{"name": "q", "in": "query", "required": true}], "requestBody": {
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}}}}},
        "components": {"schemas": {"A": {"required": ["x"], "properties": {
            "x": {"type": "array", "items": {"required": ["id"], "properties": {"id": {}}}}, "y": {}}}}},
    });
    let request = |path: &str| HttpRequest::new(reqwest::Method::POST, path).with_query("q", "1");
    let fails = |request: HttpRequest| std::panic::catch_unwind(|| check(&document, &request)).is_err();
    check(&document, &request("/a/1").with_json(json!({"x": [{"id": 1}], "y": 1})));
    for wrong in [
        request("/b/1").with_json(json!({"x": []})),
        request("/a/1/2").with_json(json!({"x": []})),
        request("/a/1").with_query("z", "1").with_json(json!({"x": []})),
        HttpRequest::new(reqwest::Method::POST, "/a/1").with_json(json!({"x": []})),
        HttpRequest::new(reqwest::Method::PUT, "/a/1").with_query("q", "1").with_json(json!({"x": []})),
        request("/a/1").with_json(json!({})),
        request("/a/1").with_json(json!({"x": [], "z": 1})),
        request("/a/1").with_json(json!({"x": [{}]})),
        request("/a/1").with_json(json!({"x": [{"id": 1, "z": 1}]})),
    ] {
        assert!(fails(wrong));
    }
}
