//! Tests of the OpenAPI document: it is complete, and every answer matches it.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::{Value, json};

use super::{Answer, Api};
use crate::whatsapp::{Operation, openapi};

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| serde_json::to_value(openapi::document()).unwrap());

fn documented(operation: Operation) -> &'static Value {
    &DOCUMENT["paths"][operation.path()][operation.method().as_str().to_lowercase()]
}

/// Checks that an answer is one that the document lists for this operation.
pub(super) fn check(operation: Operation, answer: &Answer) {
    let content_type = answer.headers.get("content-type").map(|value| value.to_str().unwrap());
    let status = answer.status.to_string();
    let response = &documented(operation)["responses"][&status];
    // An injected fault may answer anything.
    if serde_json::from_str::<Value>(&answer.text).is_err_and(|_| answer.status != 204) || answer.text.len() > 1 << 20 {
        return;
    }
    assert!(response.is_object(), "{operation:?} is not documented to answer {status}");
    for header in response["headers"].as_object().unwrap().keys() {
        assert!(answer.headers.contains_key(header.as_str()), "{operation:?} {status}: no {header}");
    }
    if answer.status == 204 {
        assert!(answer.text.is_empty() && response["content"].is_null());
        return;
    }
    assert_eq!(content_type, Some("application/json"));
    let mut schema = response["content"]["application/json"]["schema"].clone();
    // The references of the schema point here.
    schema["components"] = DOCUMENT["components"].clone();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<_> = validator.iter_errors(&answer.json()).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{operation:?} {status}: {errors:?} in {}", answer.text);
}

#[test]
fn each_operation_is_there_exactly_once() {
    let mut there = Vec::new();
    for (path, item) in DOCUMENT["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            there.push((method.to_uppercase(), path.clone(), operation["operationId"].as_str().unwrap().to_owned()));
        }
    }
    let contract =
        Operation::ALL.map(|one| (one.method().as_str().to_owned(), one.path().to_owned(), one.name().to_owned()));
    assert_eq!(there.len(), contract.len());
    assert_eq!(there.into_iter().collect::<BTreeSet<_>>(), contract.into_iter().collect());
    let numbers: Vec<u8> = Operation::ALL.into_iter().map(Operation::number).collect();
    assert_eq!(numbers, (1..=19).collect::<Vec<_>>());
}

#[test]
fn each_operation_documents_scope_failures_and_parameters() {
    for operation in Operation::ALL {
        let described = documented(operation);
        assert_eq!(described["security"][0]["key"], json!([operation.scope().as_str()]));
        for status in ["400", "401", "403", "404", "409", "429", "500", "502", "503"] {
            assert!(described["responses"][status].is_object(), "{operation:?} {status}");
        }
        let parameters: Vec<_> = described["parameters"].as_array().into_iter().flatten().collect();
        for name in ["session", "groupId"] {
            let given = parameters.iter().any(|parameter| parameter["name"] == name && parameter["in"] == "path");
            assert_eq!(given, operation.path().contains(name) && operation.path().contains(&format!("{{{name}}}")));
        }
        assert_eq!(described["responses"]["202"].is_object(), operation.changes());
        let bodyless = [Operation::LeaveGroup, Operation::DeleteGroup, Operation::RevokeInvite].contains(&operation);
        let has_body = operation.changes().then_some(!bodyless);
        assert_eq!(described["requestBody"].get("required").and_then(Value::as_bool), has_body, "{operation:?}");
        assert!(described["summary"].is_string() && described["description"].is_string());
    }
}

#[test]
fn every_reference_leads_somewhere() {
    fn look(value: &Value) {
        if let Some(to) = value["$ref"].as_str() {
            assert!(DOCUMENT.pointer(to.trim_start_matches('#')).is_some(), "{to}");
        }
        match value {
            Value::Object(fields) => fields.values().for_each(look),
            Value::Array(items) => items.iter().for_each(look),
            _ => {}
        }
    }
    look(&DOCUMENT);
    assert!(DOCUMENT["openapi"].as_str().unwrap().starts_with("3.1"));
    assert_eq!(DOCUMENT["components"]["securitySchemes"]["key"]["scheme"], "bearer");
}

#[test]
fn the_document_would_catch_a_wrong_answer() {
    let wrong = Answer {
        status: 200,
        headers: [("content-type", "application/json"), ("x-ratelimit-limit", "1"), ("x-ratelimit-remaining", "1")]
            .into_iter()
            .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()))
            .collect(),
        text: json!({"data": {"id": 7}}).to_string(),
    };
    assert!(std::panic::catch_unwind(|| check(Operation::GetGroup, &wrong)).is_err());
}

#[tokio::test]
async fn the_document_is_served_without_a_key() {
    let api = Api::start().await;
    let url = format!("{}/openapi.json", api.stand_in.base_url());
    let served: Value = api.client.get(url).send().await.unwrap().json().await.unwrap();
    assert_eq!(served, *DOCUMENT);
    assert!(api.stand_in.calls().is_empty(), "it is none of the API's operations");
}
