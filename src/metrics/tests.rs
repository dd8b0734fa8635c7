use std::collections::BTreeSet;

use super::*;

/// Returns the metrics as `name | type | help`.
fn printed(text: &str) -> BTreeSet<String> {
    let value = |name: &str, word: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(&format!("# {word} {name} ")));
        line.unwrap_or_default().trim_end_matches('.').to_owned()
    };
    let names = text.lines().filter_map(|line| line.strip_prefix("# TYPE ")?.split(' ').next());
    names.map(|name| format!("{name} | {} | {}", value(name, "TYPE"), value(name, "HELP"))).collect()
}

/// Returns the rows of the tables in the page, in the same form.
fn documented(page: &str) -> BTreeSet<String> {
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `")?.strip_suffix(" |"));
    // The first table is about paths.
    let rows = rows.filter(|row| !row.starts_with('/'));
    let row = |row: &str| {
        let cells: Vec<&str> = row.split(" | ").collect();
        let [name, kind, _labels, help] = cells[..] else { panic!("four cells: {row}") };
        format!("{} | {kind} | {help}", name.trim_end_matches('`'))
    };
    rows.map(row).collect()
}

/// Returns metrics with at least one value each: those without are not printed.
fn used() -> Metrics {
    let metrics = Metrics::default();
    let session: SessionName = "default".parse().unwrap();
    metrics.answered("groups.show", "done");
    metrics.acknowledgement_failed("10062".to_owned());
    metrics.requested("groups", Some(200));
    metrics.set_sessions([session.clone()].into());
    metrics.account(&session, true);
    metrics.set_people_left(&[(session, 3)].into());
    metrics
}

#[test]
fn the_page_lists_exactly_what_is_printed() {
    let text = used().text();
    assert_eq!(documented(include_str!("../../docs/metrics.md")), printed(&text), "\n{text}");
}

#[test]
fn only_accounts_of_the_configuration_are_shown() {
    let metrics = Metrics::default();
    let (own, foreign): (SessionName, SessionName) = ("own".parse().unwrap(), "foreign".parse().unwrap());
    let shows = |session: &SessionName| metrics.text().contains(&format!("connected{{session=\"{session}\"}} 1"));
    metrics.set_sessions([own.clone()].into());
    metrics.account(&own, true);
    metrics.account(&foreign, true);
    assert!(shows(&own) && !shows(&foreign));
    metrics.set_sessions([foreign].into());
    assert!(!shows(&own));
}

#[test]
fn accounts_that_are_no_longer_named_disappear() {
    let metrics = Metrics::default();
    let (one, other): (SessionName, SessionName) = ("one".parse().unwrap(), "other".parse().unwrap());
    metrics.set_people_left(&[(one.clone(), 3), (other, 4)].into());
    metrics.set_people_left(&[(one, 2)].into());
    let text = metrics.text();
    assert!(text.contains("usher_account_people_left{session=\"one\"} 2\n") && !text.contains("other\""), "{text}");
}

#[test]
fn rules_and_dashboard_use_existing_metrics() {
    let known: BTreeSet<String> = {
        let text = used().text();
        text.lines().filter_map(|line| Some(line.strip_prefix("# TYPE ")?.split(' ').next()?.to_owned())).collect()
    };
    let files =
        [include_str!("../../deploy/prometheus/usher.rules.yml"), include_str!("../../deploy/grafana/usher.json")];
    let is_part = |c: char| c.is_ascii_lowercase() || c == '_';
    let used = files.iter().flat_map(|text| text.split(|c| !is_part(c)));
    let used: BTreeSet<&str> = used.filter(|word| word.starts_with("usher_") || word.starts_with("process_")).collect();
    assert!(used.len() > 15);
    for name in used {
        let family = ["_total", "_bucket", "_count", "_info"].iter().find_map(|end| name.strip_suffix(end));
        assert!(known.contains(family.unwrap_or(name)), "{name}");
    }
}
