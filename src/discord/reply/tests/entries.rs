//! The replies about entries of the audit log, and about operations that began by themselves.

use super::*;

/// Returns the replies about rows of the journal.
pub(super) fn of_rows(i18n: Language, samples: &[Done], all: &mut BTreeMap<String, Message>) {
    let (first, failure) = (&samples[4], Failure::new(ApiError::NotFound, Effect::No));
    let unknown = Failure::new(ApiError::Lost, Effect::Maybe);
    let ends = [
        AuditEnd::Failed { failure },
        AuditEnd::Failed { failure: unknown.clone() },
        AuditEnd::refused(Capability::GroupsEdit),
        AuditEnd::NotApproved { how: NotApproved::Denied { reason: Some("No.".to_owned()) } },
        AuditEnd::NotApproved { how: NotApproved::Denied { reason: None } },
        AuditEnd::NotApproved { how: NotApproved::Cancelled },
        AuditEnd::NotApproved { how: NotApproved::Expired },
        AuditEnd::Refused { needs: Capability::GroupsEdit, more: 37 },
    ];
    for (number, end) in ends.iter().enumerate() {
        all.insert(format!("case end {number}"), case_line(i18n, &row(&first.operation, Some(end))));
    }
    let mut masked = row(&first.operation, Some(&ends[0]));
    masked.detail = Some(json!({ "masked": true }));
    all.insert("case masked".to_owned(), case_line(i18n, &masked));
    let added = &samples[15];
    let whole = row(
        &added.operation,
        Some(&AuditEnd::Done { outcome: Box::new(added.outcome.as_written().into()), stopped: None }),
    );
    all.insert("more refusals".to_owned(), more_refusals(i18n, WHO, 37));
    all.insert("case shown masked".to_owned(), case_shown(i18n, &whole, false));
    all.insert("case shown".to_owned(), case_shown(i18n, &whole, true));
    let (page, filter) = (
        CasePage { rows: vec![whole, row(&first.operation, None)], newer: None, older: Some(AuditId(3)) },
        CaseFilter::default(),
    );
    all.insert("cases".to_owned(), cases(i18n, &page, &filter));
    let none = |newer| CasePage { rows: Vec::new(), newer, older: None };
    all.insert("cases none".to_owned(), cases(i18n, &none(None), &filter));
    all.insert("cases none near".to_owned(), cases(i18n, &none(Some(AuditId(9))), &filter));
    all.insert("exported".to_owned(), exported(i18n, Export { files: vec![Vec::new()], rows: 1, missing: 2 }));
    let (done, fault) = (Ok(done_of(done_samples().swap_remove(4))), Err(Unavailable::Internal.into()));
    for (how, result) in [("done", done), ("unknown", Err(unknown.into())), ("nothing", fault)] {
        all.insert(format!("late {how}"), told_late(i18n, WHO, Some(AuditId(3)), &result));
    }
    assert_eq!(AuditStatus::Done.name(), "done");
    told_about_the_rest(i18n, all);
}

/// Returns the reports of operations that began by themselves.
fn told_about_the_rest(i18n: Language, all: &mut BTreeMap<String, Message>) {
    let of = |operation: &Operation| matches!(operation, Operation::AddMembers(add) if add.rest_later);
    let mut samples = done_samples().into_iter().filter(|(operation, _)| of(operation)).map(done_of);
    let (more, last) = (samples.next().unwrap(), samples.next().unwrap());
    let nobody = json!({ "outcome": "added", "people": [], "invite": null });
    let nobody = (last.operation.clone(), serde_json::from_value(nobody).unwrap());
    let stopped = Done { stopped: Some(Stopped::NotAMember), ..done_of(nobody) };
    let results = [
        ("more", Ok(more)),
        ("last", Ok(last)),
        ("stopped", Ok(stopped)),
        ("unknown", Err(not_confirmed().swap_remove(0))),
        ("failed", Err(Failure::new(ApiError::NotFound, Effect::No).into())),
    ];
    for (how, result) in results {
        let message = told_scheduled(i18n, (WHO, InteractionId(9)), Some(AuditId(3)), &result);
        all.insert(format!("rest {how}"), message);
    }
}
