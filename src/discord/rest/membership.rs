//! Reads a user's membership of a server: the roles, and whether they administer the server.

use reqwest::StatusCode;
use serde::Deserialize;
use serenity::all::Permissions;

use super::{Rest, RestError};
use crate::access::{GuildId, RoleId, UserId};
use crate::services::{Members, Membership};

/// Discord, "JSON Error Codes".
mod codes {
    pub(super) const UNKNOWN_GUILD: u64 = 10_004;
    pub(super) const UNKNOWN_MEMBER: u64 = 10_007;
    pub(super) const UNKNOWN_USER: u64 = 10_013;
    pub(super) const MISSING_ACCESS: u64 = 50_001;
}

#[derive(Deserialize)]
struct Member {
    roles: Vec<RoleId>,
}

#[derive(Deserialize)]
struct GuildRecord {
    owner_id: UserId,
    roles: Vec<RoleRecord>,
}

#[derive(Deserialize)]
struct RoleRecord {
    id: RoleId,
    permissions: Permissions,
}

impl GuildRecord {
    /// Returns whether the user administers the server. Discord, "Permissions": the owner and members with an
    /// Administrator role may do everything. All members have the role with the server's id.
    fn is_administered_by(&self, guild: GuildId, user: UserId, roles: &[RoleId]) -> bool {
        let administers = |role: &RoleRecord| {
            role.permissions.contains(Permissions::ADMINISTRATOR) && (role.id.0 == guild.0 || roles.contains(&role.id))
        };
        self.owner_id == user || self.roles.iter().any(administers)
    }
}

/// Returns whether Discord says that the bot is not in the server. A fault of Discord says nothing.
pub(super) fn is_elsewhere(error: &RestError) -> bool {
    matches!(
        error,
        RestError::Refused {
            status: StatusCode::NOT_FOUND | StatusCode::FORBIDDEN,
            code: codes::UNKNOWN_GUILD | codes::MISSING_ACCESS,
        }
    )
}

impl Members for Rest {
    type Error = RestError;

    async fn membership(&self, guild: GuildId, user: UserId) -> Result<Membership, RestError> {
        let read = async {
            let Member { roles } = self.read(&format!("/guilds/{guild}/members/{user}")).await?;
            let administrator =
                self.read::<GuildRecord>(&format!("/guilds/{guild}")).await?.is_administered_by(guild, user, &roles);
            Ok(Membership::Member { roles, administrator })
        };
        match read.await {
            Err(RestError::Refused { code: codes::UNKNOWN_MEMBER | codes::UNKNOWN_USER, .. }) => {
                Ok(Membership::NotAMember)
            }
            Err(error) if is_elsewhere(&error) => Ok(Membership::NoServer),
            read => read,
        }
    }
}
