//! The identity of an interaction: its reference for people, and its actor.

use serenity::all::{Member, Permissions};

use crate::access::{Actor, GuildId, InteractionId, RoleId, UserId};

/// Returns the name of an interaction in logs and error messages: its id in base 32.
pub(crate) fn reference(id: InteractionId) -> String {
    const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let mut rest = id.0;
    let mut reference = Vec::new();
    while rest > 0 {
        reference.extend(DIGITS.get((rest % 32) as usize));
        rest /= 32;
    }
    reference.reverse();
    String::from_utf8(reference).unwrap_or_default()
}

/// Returns the actor, with the roles and permissions that the interaction carries. Returns `None` outside a server.
pub(crate) fn actor(guild: Option<serenity::all::GuildId>, member: Option<&Member>) -> Option<Actor> {
    let (guild, member) = (guild?, member?);
    Some(Actor {
        guild: GuildId(guild.get()),
        user: UserId(member.user.id.get()),
        roles: member.roles.iter().map(|role| RoleId(role.get())).collect(),
        administrator: member.permissions.is_some_and(|permissions| permissions.contains(Permissions::ADMINISTRATOR)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_short_and_tells_interactions_apart() {
        assert_eq!(reference(InteractionId(31)), "Z");
        assert_eq!(reference(InteractionId(32)), "10");
        assert!(reference(InteractionId(u64::MAX)).len() <= 13);
    }
}
