//! Rendering of mentions and times, as in Discord's client.

use discord_stand_in::{ChannelId, GuildId, RoleId, UserId, World};

/// Returns the text that Discord shows for a mention or a time.
pub(super) fn name_of(world: &World, guild: GuildId, mention: &str) -> Option<String> {
    if let Some(role) = mention.strip_prefix("@&") {
        let id = RoleId(role.parse().ok()?);
        return Some(format!("@{}", world.guilds.get(&guild)?.roles.get(&id)?.name));
    }
    if let Some(user) = mention.strip_prefix('@') {
        let id = UserId(user.parse().ok()?);
        return Some(format!("@{}", world.users.get(&id)?.shown_name()));
    }
    if let Some(channel) = mention.strip_prefix('#') {
        let id = ChannelId(channel.parse().ok()?);
        return Some(format!("#{}", world.channels.get(&id)?.name));
    }
    let (seconds, style) = mention.strip_prefix("t:")?.split_once(':')?;
    let seconds: i64 = seconds.parse().ok()?;
    let at = time::OffsetDateTime::from_unix_timestamp(seconds).ok()?;
    let clock = || format!("{:02}:{:02}", at.hour(), at.minute());
    Some(match style {
        "R" => relative(seconds - world.clock.now_utc().as_secs()),
        "t" | "T" => clock(),
        "f" | "F" => format!("{} {}", at.date(), clock()),
        _ => at.date().to_string(),
    })
}

/// Formats a relative time as Discord does.
fn relative(seconds: i64) -> String {
    let (number, unit) = match seconds.unsigned_abs() {
        seconds @ 0..=90 => (seconds, "seconds"),
        seconds @ 91..=5_400 => (seconds / 60, "minutes"),
        seconds @ 5_401..=129_600 => ((seconds + 1_800) / 3_600, "hours"),
        seconds => (seconds / 86_400, "days"),
    };
    if seconds < 0 { format!("{number} {unit} ago") } else { format!("in {number} {unit}") }
}
