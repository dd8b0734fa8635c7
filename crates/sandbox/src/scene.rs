//! The scene: a server with four people, and a WhatsApp account with a few groups. Tests start from it and change what
//! they need; `usher sandbox` uses it as its world.

use std::fmt::Write as _;
use std::time::Duration;

use discord_stand_in::{ChannelId, GuildId, RoleId, UserId};
use usher_clock::{Clock, Timestamp};

use super::whatsapp::{self, GroupSeed, GroupSettings, JoinMethod, JoinRequest, Person, PersonId, Provider};

/// Both worlds before they are opened, and the configuration of the bot between them.
#[derive(Debug)]
pub struct Scene {
    pub clock: Clock,
    pub discord: discord_stand_in::World,
    pub whatsapp: whatsapp::World,
    pub guild: GuildId,
    pub channel: ChannelId,
    /// Two more channels, which the configuration does not name.
    pub approvals: ChannelId,
    pub log: ChannelId,
    pub people: People,
    pub roles: Roles,
    /// Error of the bot's time of day at its start, in ms.
    pub bot_clock_wrong_ms: i64,
    /// The location of the bot's store.
    pub store: String,
    /// The configuration apart from the addresses and `[[guilds]]`.
    pub settings: String,
    /// The keys of `[[guilds]]` apart from its id, and its grants.
    pub server: String,
}

/// The people of the server: `owner` has Discord's Administrator permission, `moderator` the preset of that name,
/// `helper` helps only in Alpha Team, `visitor` has no role.
#[derive(Debug, Clone, Copy)]
pub struct People {
    pub owner: UserId,
    pub moderator: UserId,
    pub helper: UserId,
    pub visitor: UserId,
}

#[derive(Debug, Clone, Copy)]
pub struct Roles {
    pub owner: RoleId,
    pub moderator: RoleId,
    pub helper: RoleId,
}

/// Alpha Team, in which `helper` helps.
pub const ALPHA: &str = "120363000000000001@g.us";
/// Beta Readers.
pub const BETA: &str = "120363000000000002@g.us";
/// Neighbours, in which the account is no admin.
pub const NEIGHBOURS: &str = "120363000000000003@g.us";
/// Street Party, in which the account is no member; its invite code is [`STREET_PARTY_CODE`].
pub const STREET_PARTY: &str = "120363000000000004@g.us";
pub const STREET_PARTY_CODE: &str = "TheStreetPartySummer26";

/// A person on WhatsApp whom everyone may add.
pub const OPEN: &str = "+5521988880001";
/// A person who does not allow others to add them.
pub const SHY: &str = "+5521988880002";
/// A number that is not on WhatsApp.
pub const NOBODY: &str = "+5521988880003";
/// A person who asks to join Alpha Team. Another one, whose number is hidden, does too.
pub const ASKING: &str = "+5521988880004";
/// A member of Alpha Team.
pub const ANA: &str = "+5511977770001";
/// An admin of Alpha Team.
pub const BRUNO: &str = "+5511977770002";

impl Scene {
    pub fn new(clock: &Clock) -> Self {
        let mut discord = discord_stand_in::World::new(clock);
        discord.name_bot("Usher");
        let guild = discord.add_guild("Harbour Community");
        let channel = discord.add_channel(guild, "whatsapp");
        let approvals = discord.add_channel(guild, "approvals");
        let log = discord.add_channel(guild, "usher-log");
        let roles = Roles {
            owner: discord.add_role(guild, "Owner", discord_stand_in::bits::ADMINISTRATOR),
            moderator: discord.add_role(guild, "Moderator", 0),
            helper: discord.add_role(guild, "Alpha Helper", 0),
        };
        let people = People {
            owner: discord.add_member(guild, "owner", &[roles.owner]),
            moderator: discord.add_member(guild, "moderator", &[roles.moderator]),
            helper: discord.add_member(guild, "helper", &[roles.helper]),
            visitor: discord.add_member(guild, "visitor", &[]),
        };
        for user in [people.owner, people.moderator, people.helper, people.visitor] {
            name_member(&mut discord, user);
        }
        let server = format!(
            "sessions = [\"default\"]\n\
             [[guilds.grants]]\nrole = \"{}\"\npreset = \"moderator\"\n\
             [[guilds.grants]]\nrole = \"{}\"\npreset = \"helper\"\ngroups = [\"{ALPHA}\"]\n",
            roles.moderator, roles.helper
        );
        let settings = String::new();
        let store = "sqlite://:memory:".to_owned();
        Self {
            clock: clock.clone(),
            discord,
            whatsapp: groups(clock.now_utc()),
            guild,
            channel,
            approvals,
            log,
            people,
            roles,
            bot_clock_wrong_ms: 0,
            store,
            settings,
            server,
        }
    }

    /// Returns the bot's configuration file.
    pub(super) fn config(&self, discord: &str, groups_api: &str, provider: Provider) -> String {
        let mut config = String::new();
        let Self { settings, server, store, guild, .. } = self;
        write!(
            config,
            "discord.api_url = \"{discord}\"\ndiscord.register = \"guilds\"\n\
             groups_api.provider = \"{}\"\ngroups_api.base_url = \"{groups_api}\"\nhttp.listen = \"127.0.0.1:0\"\n\
             store.url = \"{store}\"\n\
             {settings}\n[[guilds]]\nid = \"{guild}\"\n{server}",
            provider.configured()
        )
        .unwrap_or_default();
        config
    }

    /// Sets the language of the server and of everybody in it.
    pub(super) fn in_language(mut self, locale: &str) -> Self {
        if let Some(guild) = self.discord.guilds.get_mut(&self.guild) {
            locale.clone_into(&mut guild.locale);
        }
        for (word, _) in CAST {
            if let Some(user) = self.discord.member_named(self.guild, word) {
                self.discord.speak(user, locale);
            }
        }
        self
    }

    /// Adds another person: `teammate`, who may read the groups and change nothing.
    pub(super) fn with_teammate(mut self) -> Self {
        let team = self.discord.add_role(self.guild, "Team", 0);
        let teammate = self.discord.add_member(self.guild, "teammate", &[team]);
        name_member(&mut self.discord, teammate);
        let grant = format!("[[guilds.grants]]\nrole = \"{team}\"\npreset = \"viewer\"\n");
        self.server.push_str(&grant);
        self
    }
}

/// The people of the sandbox, in the order in which the page shows them: the word that names each at the prompt, which
/// is their unique name, and their display name.
pub(super) const CAST: [(&str, &str); 5] =
    [("owner", "Olivia"), ("moderator", "Mateo"), ("helper", "Hana"), ("teammate", "Tariq"), ("visitor", "Vera")];

/// Returns the word for a person, who is named by it or by their display name.
pub(super) fn word_for(name: &str) -> Option<&'static str> {
    let is_named = |(word, shown): &&(&str, &str)| *word == name || shown.eq_ignore_ascii_case(name);
    CAST.iter().find(is_named).map(|(word, _)| *word)
}

/// Returns a text that lists the people: their words, and their display names.
pub(super) fn everyone() -> String {
    CAST.map(|(word, name)| format!("{word} ({name})")).join(", ")
}

/// Gives a member of the sandbox their display name.
fn name_member(discord: &mut discord_stand_in::World, user: UserId) {
    let word = discord.users.get(&user).map(|user| user.name.clone());
    if let Some((_, name)) = CAST.iter().find(|(member, _)| word.as_deref() == Some(*member)) {
        discord.set_global_name(user, name);
    }
}

/// Returns the account's groups with their people.
fn groups(now: Timestamp) -> whatsapp::World {
    let mut world = whatsapp::World::new();
    let account = world.add_session("default", "+5511900000000");
    world.add_person(Person::phone(OPEN).named("Olga"));
    world.add_person(Person::phone(SHY).named("Sam").forbids_adding());
    world.add_person(Person::phone(NOBODY).not_on_whatsapp());
    let ana = world.add_person(Person::phone(ANA).named("Ana"));
    let bruno = world.add_person(Person::phone(BRUNO).named("Bruno"));
    let carla = world.add_person(Person::lid("987654321098765@lid").named("Carla"));
    let others: Vec<PersonId> =
        (0..8).map(|number| world.add_person(Person::phone(&format!("+55119777701{number:02}")))).collect();
    let alpha = GroupSeed::new("Alpha Team", account)
        .id(ALPHA)
        .description("Everything about the alpha release. Be kind.")
        .created_at(Timestamp::from_secs(1_700_000_000))
        .admin(bruno)
        .member(ana)
        .member(carla)
        .members(others.iter().copied().take(6))
        .settings(GroupSettings { locked: true, approval: true, ..GroupSettings::default() });
    world.add_group(alpha);
    let paula = world.add_person(Person::phone(ASKING).named("Paula"));
    let rui = world.add_person(Person::lid("876543210987654@lid").named("Rui"));
    for (person, minutes) in [(paula, 90), (rui, 4)] {
        let at = now.saturating_sub(Duration::from_secs(minutes * 60));
        world.add_request(ALPHA, JoinRequest { person, at, method: JoinMethod::InviteLink });
    }
    let beta = GroupSeed::new("Beta Readers", account)
        .id(BETA)
        .created_at(Timestamp::from_secs(1_710_000_000))
        .member(ana)
        .members(others);
    world.add_group(beta);
    let neighbours = GroupSeed::new("Neighbours", bruno)
        .id(NEIGHBOURS)
        .created_at(Timestamp::from_secs(1_600_000_000))
        .member(account)
        .member(ana);
    world.add_group(neighbours);
    let party = GroupSeed::new("Street Party", bruno)
        .id(STREET_PARTY)
        .created_at(Timestamp::from_secs(1_720_000_000))
        .invite(STREET_PARTY_CODE)
        .member(ana);
    world.add_group(party);
    world
}
