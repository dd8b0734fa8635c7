//! Benches of operations that users wait for, each at its maximum supported size: `cargo bench --bench parts`.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use usher::access::{
    Actor, Capability, ChannelSetting, CountrySetting, Given, GuildId, InteractionId, ReasonsSetting, RoleId,
    RoleSetting, Scope, Server, Target, UserId,
};
use usher::discord::bench_support;
use usher::operations::{
    ExportMembers, GroupRef, GroupSummary, InviteShown, ListMembers, MembersExported, MembersListed, Operation,
    Outcome, ShowInvite,
};
use usher::services::{AccountNames, Done, NextSteps};
use whatsapp::people::{ReadOptions, read_file, read_text};
use whatsapp::{GroupId, InviteCode, Participant, Role, SessionName};

fn group(number: usize) -> anyhow::Result<GroupId> {
    Ok(format!("120363{number:012}@g.us").parse()?)
}

/// Parses the largest accepted file of people.
fn people(criterion: &mut Criterion) -> anyhow::Result<()> {
    let lines = (0..5_000).map(|number| format!("Person {number};+55 11 9{number:04}-{:04}\n", 9_999 - number));
    let file = std::iter::once("name;phone\n".to_owned()).chain(lines).collect::<String>().into_bytes();
    anyhow::ensure!(
        read_file(&file, ReadOptions::default()).is_ok_and(|list| list.found.len() == 5_000),
        "a file that is taken"
    );
    criterion.bench_function("read a file of 5,000 people", |bencher| {
        bencher.iter(|| read_file(black_box(&file), ReadOptions::default()));
    });
    Ok(())
}

/// Parses files made to take long, in three sizes: the time must grow at most linearly with the size.
fn hostile_files(criterion: &mut Criterion) -> anyhow::Result<()> {
    let options = ReadOptions { country: Some("BR".parse()?) };
    for kilobytes in [62, 250, 1_000] {
        // The widest and longest table within the limits of rows and cells.
        let (columns, rows) = (kilobytes * 400, kilobytes * 15);
        let wide = format!("{}\n{}", ",".repeat(columns), "a\n".repeat(rows)).into_bytes();
        criterion.bench_function(&format!("read {kilobytes} KB, wide and long"), |bencher| {
            bencher.iter(|| read_file(black_box(&wide), options));
        });
        // Every cell is a national number, so that each is looked up.
        let row = format!("x{}\n", ",11999999999".repeat(8));
        let numbers = row.repeat(kilobytes * 1_000 / row.len()).into_bytes();
        criterion.bench_function(&format!("read {kilobytes} KB of national numbers"), |bencher| {
            bencher.iter(|| read_file(black_box(&numbers), options));
        });
    }
    Ok(())
}

/// Parses the largest text of a `members` option, made to take long.
fn typed(criterion: &mut Criterion) -> anyhow::Result<()> {
    let options = ReadOptions { country: Some("BR".parse()?) };
    for (name, text) in [("digits", "1 ".repeat(3_000)), ("numbers", "11999999999 ".repeat(500))] {
        criterion.bench_function(&format!("read 6,000 typed characters of {name}"), |bencher| {
            bencher.iter(|| read_text(black_box(&text), options));
        });
    }
    Ok(())
}

/// Checks the access of a user with many roles in a server with very many grants, none of which applies.
fn access(criterion: &mut Criterion) -> anyhow::Result<()> {
    let session: SessionName = "default".parse()?;
    let mut server = Server {
        guild: GuildId(1),
        sessions: vec![session.clone()],
        grants: Vec::new(),
        log: ChannelSetting::default(),
        approvals: ChannelSetting::default(),
        approvals_role: RoleSetting::default(),
        alerts_role: None,
        country: CountrySetting::default(),
        invitation: None,
        reasons: ReasonsSetting::default(),
        sets: Vec::new(),
    };
    let mut given = Vec::new();
    for number in 0..1_000 {
        let scope = Scope { session: None, group: Some(group(number)?) };
        let role = RoleId(100 + u64::try_from(number % 200)?);
        given.push(Given { role, scope, capability: Capability::MembersAdd, needs_approval: false });
    }
    server.give(given);
    anyhow::ensure!(server.grants.len() == 1_000, "a grant for each role and group");
    let roles = (100..120).map(RoleId).collect();
    let asker = Actor { guild: GuildId(1), user: UserId(2), roles, administrator: false };
    let (own, other) = (group(0)?, group(5_000)?);
    for (name, group) in [("allow among 1,000 grants", own), ("refuse among 1,000 grants", other)] {
        criterion.bench_function(name, |bencher| {
            let reach = Target::of_group(&session, &group);
            bencher.iter(|| server.decide(black_box(&asker), Capability::MembersAdd, black_box(reach)));
        });
    }
    Ok(())
}

/// Renders a page of the largest group.
fn embed(criterion: &mut Criterion) -> anyhow::Result<()> {
    let mut members = Vec::new();
    for number in 0..1_024 {
        let phone = Some(format!("+5511{:09}", 900_000_000 + number).parse()?);
        members.push(Participant { phone, lid: Some(format!("{number:015}@lid").parse()?), role: Role::Member });
    }
    let at = GroupRef {
        session: "default".parse()?,
        group: group(1)?,
        name: Some("Alpha Team".to_owned()),
        is_name_secret: false,
    };
    let operation = Operation::ListMembers(ListMembers { at, page: 20 });
    let outcome = Outcome::ListMembers(MembersListed { members, unread: 0 });
    let done = Done {
        operation,
        outcome,
        shows_numbers: true,
        account: AccountNames::Hidden,
        stopped: None,
        interaction: InteractionId(9),
        next: NextSteps::default(),
    };
    criterion.bench_function("render a page of 1,024 members", |bencher| {
        bencher.iter(|| bench_support::answer(black_box(&done)));
    });
    Ok(())
}

/// Renders attachments of an answer: a QR code, and the largest group as a table.
fn attached(criterion: &mut Criterion) -> anyhow::Result<()> {
    let at = GroupRef {
        session: "default".parse()?,
        group: group(1)?,
        name: Some("Alpha Team".to_owned()),
        is_name_secret: false,
    };
    let code: InviteCode = "AbCdEfGhIjKlMnOpQrStUv".parse()?;
    let operation = Operation::ShowInvite(ShowInvite { at: at.clone(), to_send: false, invitation: None });
    let outcome = Outcome::ShowInvite(InviteShown { code: Some(code) });
    let invite = Done {
        operation,
        outcome,
        shows_numbers: true,
        account: AccountNames::Hidden,
        stopped: None,
        interaction: InteractionId(9),
        next: NextSteps::default(),
    };
    let mut members = Vec::new();
    for number in 0..1_024 {
        let phone = Some(format!("+5511{:09}", 900_000_000 + number).parse()?);
        members.push(Participant { phone, lid: Some(format!("{number:015}@lid").parse()?), role: Role::Member });
    }
    let operation = Operation::ExportMembers(ExportMembers { at });
    let outcome = Outcome::ExportMembers(MembersExported { members: members.len(), list: Some(members) });
    let table = Done {
        operation,
        outcome,
        shows_numbers: true,
        account: AccountNames::Hidden,
        stopped: None,
        interaction: InteractionId(9),
        next: NextSteps::default(),
    };
    for (name, done) in [("render a QR code", invite), ("render a table of 1,024 members", table)] {
        criterion.bench_function(name, |bencher| bencher.iter(|| bench_support::answer(black_box(&done))));
    }
    Ok(())
}

/// Completes a typed letter when the account is in very many groups.
fn autocomplete(criterion: &mut Criterion) -> anyhow::Result<()> {
    let mut groups = Vec::new();
    for number in 0..5_000 {
        groups.push(GroupSummary {
            id: group(number)?,
            name: format!("Neighbours {number}"),
            size: Some(100),
            created_at: None,
        });
    }
    criterion.bench_function("offer among 5,000 groups", |bencher| {
        bencher.iter_with_large_drop(|| bench_support::offer(black_box(&groups).clone(), black_box("ours 4")));
    });
    Ok(())
}

fn all(criterion: &mut Criterion) {
    for part in [people, hostile_files, typed, access, embed, attached, autocomplete] {
        part(criterion).unwrap_or_else(|error| unreachable!("what is measured is made right: {error}"));
    }
}

criterion_group!(benches, all);
criterion_main!(benches);
