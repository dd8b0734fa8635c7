//! How groups and members are called in an answer. Providers pass on the names of the library beneath them, so that one
//! vocabulary serves several providers.

/// The names of fields. Of several names, the first one that is present and can be read counts.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    pub(crate) group: GroupNames,
    pub(crate) member: MemberNames,
}

/// The names of a group's fields.
#[derive(Debug)]
pub(crate) struct GroupNames {
    pub(crate) id: FieldNames,
    pub(crate) name: FieldNames,
    pub(crate) description: FieldNames,
    pub(crate) owner: FieldNames,
    pub(crate) created_at: FieldNames,
    pub(crate) members: FieldNames,
    /// The number of members, for an answer without the members.
    pub(crate) size: FieldNames,
    /// Who created an invite, in its preview.
    pub(crate) inviter: FieldNames,
    pub(crate) settings: SettingNames,
    /// The community that the group belongs to.
    pub(crate) community: FieldNames,
    /// An object with further fields of the same group.
    pub(crate) inside: Option<&'static str>,
}

/// The names of a group's settings. Flags, but for [`Self::adders`].
#[derive(Debug)]
pub(crate) struct SettingNames {
    /// True if only admins may write.
    pub(crate) announce: FieldNames,
    /// True if only admins may edit the group.
    pub(crate) locked: FieldNames,
    /// True, or a word for all, if every member may add others.
    pub(crate) adders: FieldNames,
    /// True if an admin must approve who joins.
    pub(crate) join_approval: FieldNames,
}

/// The names of the fields of a request to join.
#[derive(Debug)]
pub(crate) struct JoinRequestNames {
    pub(crate) person: MemberNames,
    pub(crate) requested_at: FieldNames,
}

/// The names of a member's fields.
#[derive(Debug)]
pub(crate) struct MemberNames {
    /// A phone number, in any notation or as a JID.
    pub(crate) phone: FieldNames,
    /// A LID, with or without its suffix.
    pub(crate) lid: FieldNames,
    /// A JID of either kind.
    pub(crate) id: FieldNames,
    pub(crate) role: RoleNames,
}

/// Where a member's role stands.
#[derive(Debug)]
pub(crate) enum RoleNames {
    /// Two flags: admin, and creator.
    Flags { admin: &'static str, super_admin: &'static str },
    /// A word: `admin`, `superadmin`, or anything else (also `null`) for a member.
    Word(&'static str),
}

pub(crate) type FieldNames = &'static [&'static str];

/// Titan's contract, with what it leaves open.
pub(crate) static TITAN: Vocabulary = Vocabulary {
    group: GroupNames {
        id: &["id"],
        name: &["name"],
        description: &["description"],
        owner: &["ownerLid"],
        created_at: &["createdAt"],
        members: &["participants"],
        size: &["size", "participantCount", "participantsCount", "memberCount"],
        inviter: &["inviterLid", "ownerLid"],
        settings: SettingNames { announce: &[], locked: &[], adders: &[], join_approval: &[] },
        community: &[],
        inside: None,
    },
    member: MemberNames {
        phone: &["phoneNumber"],
        lid: &["lid"],
        id: &["id", "jid", "participant"],
        role: RoleNames::Flags { admin: "isAdmin", super_admin: "isSuperAdmin" },
    },
};

/// Baileys: Evolution API, and WAHA with the engine NOWEB.
pub(crate) static BAILEYS: Vocabulary = Vocabulary {
    group: GroupNames {
        id: &["id", "groupJid"],
        name: &["subject"],
        description: &["desc"],
        owner: &["owner"],
        created_at: &["creation"],
        members: &["participants"],
        size: &["size"],
        inviter: &[],
        settings: SettingNames {
            announce: &["announce"],
            locked: &["restrict"],
            adders: &["memberAddMode"],
            join_approval: &["joinApprovalMode"],
        },
        community: &["linkedParent"],
        inside: None,
    },
    member: MemberNames { phone: &["phoneNumber"], lid: &["lid"], id: &["id"], role: RoleNames::Word("admin") },
};

/// whatsmeow, whose Go names come through unchanged, and what providers put beside them: GOWA, and WAHA with the engine
/// GOWS.
pub(crate) static WHATSMEOW: Vocabulary = Vocabulary {
    group: GroupNames {
        id: &["JID", "group_id", "id"],
        name: &["Name", "name"],
        description: &["Topic", "topic"],
        owner: &["OwnerPN", "OwnerJID"],
        created_at: &["GroupCreated", "created_at"],
        members: &["Participants"],
        size: &["ParticipantCount", "participant_count"],
        inviter: &[],
        settings: SettingNames {
            announce: &["IsAnnounce"],
            locked: &["IsLocked"],
            adders: &["MemberAddMode"],
            join_approval: &["IsJoinApprovalRequired"],
        },
        community: &["LinkedParentJID"],
        inside: None,
    },
    member: MemberNames {
        phone: &["PhoneNumber"],
        lid: &["LID"],
        id: &["JID"],
        role: RoleNames::Flags { admin: "IsAdmin", super_admin: "IsSuperAdmin" },
    },
};

/// whatsapp-web.js: WAHA with the engine WEBJS. Its ids are objects whose text is in `_serialized`.
pub(crate) static WWEBJS: Vocabulary = Vocabulary {
    group: GroupNames {
        id: &["id", "gid"],
        name: &["name", "subject", "title"],
        description: &["desc", "description"],
        owner: &["owner"],
        created_at: &["creation", "createdAt"],
        members: &["participants"],
        size: &["size"],
        inviter: &[],
        settings: SettingNames {
            announce: &["announce"],
            locked: &["restrict"],
            adders: &["memberAddMode"],
            join_approval: &["membershipApprovalMode"],
        },
        community: &["parentGroup"],
        inside: Some("groupMetadata"),
    },
    member: MemberNames {
        phone: &[],
        lid: &[],
        id: &["id"],
        role: RoleNames::Flags { admin: "isAdmin", super_admin: "isSuperAdmin" },
    },
};

/// WAHA's own list of members, which is the same for all engines (`participants/v2`).
pub(crate) static WAHA_MEMBERS: MemberNames =
    MemberNames { phone: &["pn"], lid: &[], id: &["id"], role: RoleNames::Word("role") };

/// GOWA's list of members. Its groups have the names of whatsmeow.
pub(crate) static GOWA_MEMBERS: MemberNames = MemberNames {
    phone: &["phone_number"],
    lid: &["lid"],
    id: &["jid"],
    role: RoleNames::Flags { admin: "is_admin", super_admin: "is_super_admin" },
};

/// `OpenWA`, which has names of its own for all of its libraries.
pub(crate) static OPENWA: Vocabulary = Vocabulary {
    group: GroupNames {
        id: &["id", "groupId"],
        name: &["name"],
        description: &["description"],
        owner: &["owner"],
        created_at: &["createdAt"],
        members: &["participants"],
        size: &["participantCount", "participantsCount"],
        inviter: &[],
        settings: SettingNames {
            announce: &["announce"],
            locked: &["locked"],
            adders: &["memberAddMode"],
            join_approval: &[],
        },
        community: &["linkedParentJID"],
        inside: None,
    },
    member: MemberNames {
        phone: &[],
        lid: &[],
        id: &["id"],
        role: RoleNames::Flags { admin: "isAdmin", super_admin: "isSuperAdmin" },
    },
};

/// A request to join, as the providers that list them call its fields.
pub(crate) static JOIN_REQUEST: JoinRequestNames = JoinRequestNames {
    person: MemberNames {
        phone: &["phone_number"],
        lid: &[],
        id: &["jid", "participantId"],
        role: RoleNames::Word("role"),
    },
    requested_at: &["requested_at", "requestedAt"],
};

impl GroupNames {
    /// Returns whether a list of groups needs the field of that name.
    pub(crate) fn has(&self, field: &str) -> bool {
        [self.id, self.name, self.owner, self.created_at, self.members, self.size, self.settings.join_approval]
            .iter()
            .any(|all| all.contains(&field))
    }
}

impl MemberNames {
    pub(crate) fn has(&self, field: &str) -> bool {
        [self.phone, self.lid, self.id].iter().any(|all| all.contains(&field)) || self.role.has(field)
    }
}

impl RoleNames {
    fn has(&self, field: &str) -> bool {
        match self {
            Self::Flags { admin, super_admin } => [*admin, *super_admin].contains(&field),
            Self::Word(name) => *name == field,
        }
    }
}
