//! The report: the assumptions, and the tables.

use std::time::Duration;

use crate::{
    ACTIVITY, BULK_REQUESTS, BULKS, BURST_COMMANDS, BURSTS, Class, Day, IN_FLIGHT, KEY_LIMIT, KEY_USABLE, LATENCY,
    MINUTE, Micros, PLACES, REQUESTS, Request, SECOND, SEED, STARTS, is_last, most_within,
};

/// Commands that one process acknowledges in a second; the figure comes from the `roundtrip` bench.
const COMMANDS_A_SECOND_ONE_CORE: usize = 3_000;
/// Discord's limit of servers in a shard, and the number of servers from which Discord sets the number of shards.
const SERVERS_A_SHARD: usize = 2_500;
const LARGE_SHARDING_FROM: usize = 150_000;

/// The classes whose waits are reported separately, and the label of their command count.
const GROUPS: [(&str, &[Class]); 5] = [
    ("People: commands", &PEOPLE),
    ("People, servers in a burst: commands", &[Class::Burst]),
    ("People, all other servers: commands", &[Class::Beside, Class::Calm]),
    ("  of these while a burst is on: commands", &[Class::Beside]),
    ("Bulk: commands", &[Class::Bulk]),
];
pub(crate) const PEOPLE: [Class; 3] = [Class::Burst, Class::Beside, Class::Calm];

/// Returns the waits for starts: median, p95, p99 and maximum.
pub(crate) fn waits(days: &[Vec<Request>], whose: &[Class]) -> [Micros; 4] {
    let requests = days.iter().flatten().filter(|request| whose.contains(&request.command.class));
    let mut waits: Vec<_> = requests.filter_map(|one| Some(one.sent?.0 - one.came)).collect();
    waits.sort_unstable();
    let last = waits.len().saturating_sub(1);
    [500, 950, 990, 1_000].map(|of_1000| waits.get(last * of_1000 / 1_000).copied().unwrap_or_default())
}

/// Returns a wait in seconds.
pub(crate) fn seconds(wait: Micros) -> String {
    format!("{:.2}", Duration::from_micros(wait).as_secs_f64())
}

/// A column of a table, with the label of each line.
pub(crate) type Column = Vec<(&'static str, String)>;

/// Returns the commands of each class, the share of refused ones, and the waits of their requests.
pub(crate) fn waiting(days: &[Vec<Request>]) -> Column {
    let mut column = Column::new();
    for (commands, whose) in GROUPS {
        let ended = || days.iter().flatten().filter(|one| is_last(one) && whose.contains(&one.command.class));
        let (all, refused) = (ended().count(), ended().filter(|one| one.sent.is_none()).count());
        let of_10_000 = refused * 10_000 / all.max(1);
        let share = format!("{}.{:02}", of_10_000 / 100, of_10_000 % 100);
        column.extend([(commands, all.to_string()), ("    refused as busy, %", share)]);
        let names = ["    wait, median", "    wait, p95", "    wait, p99", "    wait, longest"];
        column.extend(names.into_iter().zip(waits(days, whose).map(seconds)));
    }
    column
}

/// Returns the load, and the capacity that it needs at the groups API and at Discord.
pub(crate) fn load(servers: &[Day], days: &[Vec<Request>]) -> Column {
    let mut commands: Vec<_> = servers.iter().flatten().collect();
    commands.sort_unstable();
    let came: Vec<_> = commands.iter().map(|(at, _)| *at).collect();
    let wanted: Vec<_> = commands.iter().flat_map(|(at, command)| (0..command.left).map(|_| *at)).collect();
    let mut sent: Vec<_> = days.iter().flatten().filter_map(|request| Some(request.sent?.0)).collect();
    sent.sort_unstable();
    let sent = most_within(&sent, MINUTE);
    let lines = [
        ("Servers", servers.len()),
        ("Sessions", days.len()),
        ("Commands in the day", came.len()),
        ("Commands in the peak minute", most_within(&came, MINUTE)),
        ("Requests a second needed in the peak minute", most_within(&wanted, MINUTE).div_ceil(60)),
        ("Requests a second allowed", days.len() * STARTS),
        ("Requests sent in the busiest minute", sent),
        ("API keys for as many", sent.div_ceil(KEY_USABLE)),
        ("Acknowledgements in the peak second", most_within(&came, SECOND)),
        ("Acknowledgements a second, one process", COMMANDS_A_SECOND_ONE_CORE),
        ("Shards", servers.len().div_ceil(SERVERS_A_SHARD)),
    ];
    lines.map(|(what, figure)| (what, figure.to_string())).to_vec()
}

/// Prints a table of these columns.
pub(crate) fn print_table(title: &str, columns: Vec<Column>) {
    println!("\n{title}\n");
    let mut columns: Vec<_> = columns.into_iter().map(Vec::into_iter).collect();
    loop {
        let cells: Vec<_> = columns.iter_mut().filter_map(Iterator::next).collect();
        let Some((what, _)) = cells.first() else { break };
        let figures: Vec<_> = cells.iter().map(|(_, figure)| format!("{figure:>8}")).collect();
        println!("{what:<44}{}", figures.concat());
    }
}

/// Prints what the simulation assumes.
pub(crate) fn print_assumptions() {
    let ((answer, _, timeout), (commands, _, at_most)) = (LATENCY, ACTIVITY);
    let (bursts, bulks) = (1_000.0 * BURSTS, 1_000.0 * BULKS);
    let [requests, crowd] = [REQUESTS, BURST_COMMANDS].map(|few| format!("{} to {}", few.start(), few.end()));
    println!(
        "A day of servers that use the bot, in virtual time; seed {SEED}. Assumed:
- a session has a gate of its own: {STARTS} starts in any one second, {IN_FLIGHT} requests in flight, {PLACES} waiting;
- a key may make {KEY_LIMIT} requests a minute, and gates slow down above {KEY_USABLE}: counted here, not played out;
- an answer takes {answer} s (median; p99 ten times that; {timeout} s at most); none fails, so nothing is sent again;
- a server has {commands} commands in the day (median; p99 forty times that; {at_most} at most);
- a command is {requests} requests, one after another; where one is refused as busy it ends, and nobody tries again;
- there is a daily wave, highest at 20 h local time, in four time zones; each session has servers of all four;
- {bursts} of 1,000 servers have a burst: {crowd} commands in a minute, half of them in its first quarter;
- {bulks} of 1,000 add 1,000 people: {BULK_REQUESTS} requests, one after another; the limit on adds a day is lifted;
- Discord has at most {SERVERS_A_SHARD} servers in a shard; from {LARGE_SHARDING_FROM} on it sets the number of shards.
Waits are a request's, from its coming to its start, in seconds. Shares refused are of commands."
    );
}
