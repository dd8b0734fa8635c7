//! The directory: the people on WhatsApp that this world knows.

use std::collections::HashMap;

use super::ids::PersonJid;

/// Maximum number of people added by requests. Seeds may exceed it.
const PEOPLE_MAX: usize = 100_000;

/// The id of a person in the directory of one world.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonId(usize);

/// The result of an attempt to add a person to a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Adding {
    #[default]
    Allowed,
    /// Their privacy setting does not allow it. They need the invite link. 403
    Forbidden,
    /// The number is not on WhatsApp. 404
    NotOnWhatsApp,
    /// They left recently, in any group. 408
    LeftRecently,
    /// The API refuses every request that names them, with 400. `named`: the refusal names them.
    Refused { named: bool },
}

/// The visibility of a person's phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Number {
    #[default]
    Shown,
    /// Visible until they are removed from a group or demoted in one; then [`Number::Hidden`].
    HidesLater,
    /// Only their LID is visible.
    Hidden,
}

/// A person who can be in groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Digits, with the country code first, without `+`.
    pub phone: Option<String>,
    /// Digits. If it is empty, it is derived from the phone number.
    pub lid: String,
    pub name: Option<String>,
    pub adding: Adding,
    pub number: Number,
    /// Digits of the other number under which WhatsApp lists them, if it does. The API knows a member by this one.
    pub listed_as: Option<String>,
}

impl Person {
    /// Returns a person with this number, in any format.
    pub fn phone(number: &str) -> Self {
        let phone = Some(digits(number));
        let (adding, number) = (Adding::default(), Number::default());
        Self { phone, lid: String::new(), name: None, adding, number, listed_as: None }
    }

    /// Returns a person who is known only by LID.
    pub fn lid(lid: &str) -> Self {
        let (adding, number) = (Adding::default(), Number::Hidden);
        Self { phone: None, lid: digits(lid), name: None, adding, number, listed_as: None }
    }

    #[must_use]
    pub fn named(self, name: &str) -> Self {
        Self { name: Some(name.to_owned()), ..self }
    }

    #[must_use]
    pub fn forbids_adding(self) -> Self {
        Self { adding: Adding::Forbidden, ..self }
    }

    #[must_use]
    pub fn not_on_whatsapp(self) -> Self {
        Self { adding: Adding::NotOnWhatsApp, ..self }
    }

    #[must_use]
    pub fn left_recently(self) -> Self {
        Self { adding: Adding::LeftRecently, ..self }
    }

    /// Makes the API refuse every request that names them. `named`: the refusal names them.
    #[must_use]
    pub fn refused(self, named: bool) -> Self {
        Self { adding: Adding::Refused { named }, ..self }
    }

    /// Lists them under this number, in any format, which is another form of their own.
    #[must_use]
    pub fn listed_as(self, number: &str) -> Self {
        Self { listed_as: Some(digits(number)), ..self }
    }

    /// Hides the number once they are removed from a group or demoted in one.
    #[must_use]
    pub fn hides_phone(self) -> Self {
        Self { number: Number::HidesLater, ..self }
    }

    /// Hides the number always.
    #[must_use]
    pub fn lid_only(self) -> Self {
        Self { number: Number::Hidden, ..self }
    }

    /// Returns `+5511…`, if others see the number.
    pub fn visible_phone(&self) -> Option<String> {
        let phone = self.listed_phone()?;
        (self.number != Number::Hidden).then(|| format!("+{phone}"))
    }

    /// Returns the digits of the number in lists of members.
    pub(super) fn listed_phone(&self) -> Option<&String> {
        self.listed_as.as_ref().or(self.phone.as_ref())
    }

    /// Returns `<digits>@lid`.
    pub fn lid_jid(&self) -> String {
        format!("{}@lid", self.lid)
    }

    /// Returns the JID that others see.
    pub fn jid(&self) -> String {
        match self.listed_phone() {
            Some(phone) if self.number != Number::Hidden => format!("{phone}@s.whatsapp.net"),
            _ => self.lid_jid(),
        }
    }

    pub(super) fn hide(&mut self) {
        if self.number == Number::HidesLater {
            self.number = Number::Hidden;
        }
    }
}

#[derive(Debug, Default)]
pub(super) struct People {
    all: Vec<Person>,
    by_phone: HashMap<String, PersonId>,
    by_lid: HashMap<String, PersonId>,
}

impl People {
    /// Adds a person. A person with a known number or LID replaces the existing one, and keeps the LID.
    pub(super) fn add(&mut self, mut person: Person) -> PersonId {
        let by_phone = person.phone.as_ref().and_then(|phone| self.by_phone.get(phone));
        let known = by_phone.or_else(|| self.by_lid.get(&person.lid)).copied();
        if person.lid.is_empty() {
            let kept = known.and_then(|id| self.get(id)).map(|known| known.lid.clone());
            person.lid = kept.unwrap_or_else(|| self.free_lid(person.phone.as_deref().unwrap_or_default()));
        }
        let id = known.unwrap_or(PersonId(self.all.len()));
        if let Some(before) = self.get(id) {
            let numbers = [before.phone.clone(), before.listed_as.clone()];
            let lid = before.lid.clone();
            self.by_lid.remove(&lid);
            for phone in numbers.into_iter().flatten() {
                self.by_phone.remove(&phone);
            }
        }
        self.by_lid.insert(person.lid.clone(), id);
        for phone in [&person.phone, &person.listed_as].into_iter().flatten() {
            self.by_phone.insert(phone.clone(), id);
        }
        match self.all.get_mut(id.0) {
            Some(place) => *place = person,
            None => self.all.push(person),
        }
        id
    }

    pub(super) fn get(&self, id: PersonId) -> Option<&Person> {
        self.all.get(id.0)
    }

    pub(super) fn get_mut(&mut self, id: PersonId) -> Option<&mut Person> {
        self.all.get_mut(id.0)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = (PersonId, &Person)> {
        self.all.iter().enumerate().map(|(at, person)| (PersonId(at), person))
    }

    pub(super) fn find(&self, jid: &PersonJid) -> Option<PersonId> {
        match jid {
            PersonJid::Phone(phone) => self.by_phone.get(phone).copied(),
            PersonJid::Lid(lid) => self.by_lid.get(lid).copied(),
        }
    }

    /// Returns a person as [`People::find`] does. An unknown number becomes a new person on WhatsApp. An unknown LID
    /// returns `None`.
    pub(super) fn meet(&mut self, jid: &PersonJid) -> Option<PersonId> {
        let known = self.find(jid);
        match jid {
            PersonJid::Phone(phone) if known.is_none() && self.all.len() < PEOPLE_MAX => {
                Some(self.add(Person::phone(phone)))
            }
            _ => known,
        }
    }

    /// Returns a free LID. It is the same for the same number, so that tests are repeatable.
    fn free_lid(&self, phone: &str) -> String {
        // FNV-1a is used because the standard library's hashes differ from release to release. Any uniform hash is
        // enough.
        let hash = phone
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
        let mut lid = 100_000_000_000_000 + hash % 900_000_000_000_000;
        while self.by_lid.contains_key(&lid.to_string()) {
            lid += 1;
        }
        lid.to_string()
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
