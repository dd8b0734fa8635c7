//! Finds people in a list of members, under whichever of their ids the list shows them.

use std::collections::{HashMap, HashSet};

use crate::{Lid, LineKey, Participant, Person, PhoneNumber};

/// The members of a list by their ids. The exact id counts first: where a list shows both forms of a number, they are
/// two members. Otherwise a number also finds the only member whose number is its other form
/// ([`PhoneNumber::equivalents`]).
#[derive(Debug)]
pub struct MemberIndex<'a> {
    members: &'a [Participant],
    phones: HashMap<&'a PhoneNumber, usize>,
    lids: HashMap<&'a Lid, usize>,
    /// `None` for a line with several numbers in the list.
    lines: HashMap<LineKey, Option<usize>>,
}

impl<'a> MemberIndex<'a> {
    pub fn new(members: &'a [Participant]) -> Self {
        let mut index = Self { members, phones: HashMap::new(), lids: HashMap::new(), lines: HashMap::new() };
        for (place, member) in members.iter().enumerate() {
            if let Some(lid) = &member.lid {
                index.lids.entry(lid).or_insert(place);
            }
            let Some(phone) = &member.phone else { continue };
            if index.phones.contains_key(phone) {
                continue;
            }
            index.phones.insert(phone, place);
            index.lines.entry(phone.line_key()).and_modify(|only| *only = None).or_insert(Some(place));
        }
        index
    }

    /// Returns the member who is that person.
    pub fn find(&self, person: &Person) -> Option<&'a Participant> {
        self.members.get(self.place(person)?)
    }

    /// Returns the place in the list of the member who is that person.
    pub fn place(&self, person: &Person) -> Option<usize> {
        let by_line = || match person {
            Person::Phone(number) => self.line(number),
            Person::Lid(_) => None,
        };
        self.exact_place(person).or_else(by_line)
    }

    /// Returns the member with exactly this id.
    pub fn find_exact(&self, person: &Person) -> Option<&'a Participant> {
        self.members.get(self.exact_place(person)?)
    }

    /// Returns the member of this list who is the same person as `member` of an `earlier` one. A number that the
    /// earlier list shows for another member is not taken for the other form of this member's number.
    pub fn find_again(&self, member: &Participant, earlier: &MemberIndex<'_>) -> Option<&'a Participant> {
        let by_phone = member.phone.as_ref().and_then(|phone| self.phones.get(phone));
        let by_lid = member.lid.as_ref().and_then(|lid| self.lids.get(lid));
        if let Some(place) = by_phone.or(by_lid) {
            return self.members.get(*place);
        }
        let other = self.members.get(self.line(member.phone.as_ref()?)?)?;
        let has_other_lid = member.lid.is_some() && other.lid.is_some();
        let was_another = other.phone.as_ref().is_some_and(|phone| earlier.phones.contains_key(phone));
        (!has_other_lid && !was_another).then_some(other)
    }

    fn exact_place(&self, person: &Person) -> Option<usize> {
        match person {
            Person::Phone(number) => self.phones.get(number),
            Person::Lid(lid) => self.lids.get(lid),
        }
        .copied()
    }

    fn line(&self, number: &PhoneNumber) -> Option<usize> {
        self.lines.get(&number.line_key()).copied().flatten()
    }
}

/// Keeps the members who may be one of these people, by an exact id or by another form of a number.
pub fn retain_people(members: &mut Vec<Participant>, people: &[Person]) {
    let lines: HashSet<LineKey> = people.iter().map(Person::line_key).collect();
    members.retain(|member| {
        let phone = member.phone.as_ref().is_some_and(|phone| lines.contains(&phone.line_key()));
        phone || member.lid.clone().is_some_and(|lid| lines.contains(&Person::Lid(lid).line_key()))
    });
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Role;

    fn member(phone: Option<&str>, lid: Option<&str>) -> Participant {
        Participant {
            phone: phone.map(|phone| phone.parse().unwrap()),
            lid: lid.map(|lid| lid.parse().unwrap()),
            role: Role::Member,
        }
    }

    fn person(text: &str) -> Person {
        text.parse().unwrap()
    }

    #[test]
    fn a_person_is_found_under_the_number_that_the_list_shows() {
        for (asked, listed) in [
            ("+5531988880001", "+553188880001"),
            ("+553188880001", "+5531988880001"),
            ("+5511977770412", "+551177770412"),
            ("+5585999990001", "+558599990001"),
            ("+552169990001", "+5521969990001"),
            ("+5215512345678", "+525512345678"),
            ("+525512345678", "+5215512345678"),
            ("+5213312345678", "+523312345678"),
            ("+5491123456789", "+541123456789"),
            ("+541123456789", "+5491123456789"),
            ("+4915112345678", "+4915112345678"),
        ] {
            let members = [member(Some("+15550100"), Some("1@lid")), member(Some(listed), Some("2@lid"))];
            let found = MemberIndex::new(&members).find(&person(asked));
            assert_eq!(found, Some(&members[1]), "{asked}");
            assert_eq!(found.map(|found| found.id_of(&person(asked))), Some(person(listed)), "{asked}");
        }
    }

    #[test]
    fn another_number_is_another_person() {
        for (asked, listed) in [
            ("+551133334444", "+5511933334444"),
            ("+5531988880001", "+553188880002"),
            ("+5531988880001", "+552188880001"),
            ("+5531988880001", "+31988880001"),
            ("+4915112345678", "+49151123456789"),
            ("+15512345678", "+5215512345678"),
            ("+5511988880001", "+55119888800011"),
            ("+543512345678", "+5493512345679"),
            ("+351912345678", "+3519912345678"),
            ("2@lid", "+5531988880001"),
        ] {
            let members = [member(Some(listed), Some("7@lid"))];
            assert_eq!(MemberIndex::new(&members).find(&person(asked)), None, "{asked}");
        }
    }

    #[test]
    fn an_exact_number_is_the_only_one() {
        let (long, short) = ("+5531988880001", "+553188880001");
        for members in [
            [member(Some(long), None), member(Some(short), None)],
            [member(Some(short), Some("1@lid")), member(Some(long), Some("2@lid"))],
        ] {
            let index = MemberIndex::new(&members);
            for number in [long, short] {
                assert_eq!(index.find(&person(number)).and_then(|found| found.phone.clone()), number.parse().ok());
            }
        }
    }

    #[test]
    fn a_member_is_found_again_under_another_id() {
        let short = member(Some("+553188880001"), None);
        let long = member(Some("+5531988880001"), None);
        let with_lid = member(Some("+553188880001"), Some("1@lid"));
        let lid = member(None, Some("1@lid"));
        let other = member(Some("+5531988880001"), Some("2@lid"));
        for (before, member, now, found) in [
            (vec![short.clone()], &short, vec![short.clone()], Some(0)),
            (vec![short.clone()], &short, vec![long.clone()], Some(0)),
            (vec![with_lid.clone()], &with_lid, vec![lid.clone()], Some(0)),
            (vec![lid.clone()], &lid, vec![with_lid.clone()], Some(0)),
            (vec![short.clone()], &short, vec![other.clone()], Some(0)),
            // They were two members before.
            (vec![short.clone(), long.clone()], &short, vec![long.clone()], None),
            (vec![short.clone(), long.clone()], &short, vec![long.clone(), short.clone()], Some(1)),
            // Their LIDs differ.
            (vec![with_lid.clone()], &with_lid, vec![other.clone()], None),
            (vec![lid.clone()], &lid, vec![other.clone()], None),
            (vec![short.clone()], &short, vec![lid.clone()], None),
        ] {
            let index = MemberIndex::new(&now);
            let again = index.find_again(member, &MemberIndex::new(&before));
            assert_eq!(again, found.map(|place: usize| &now[place]), "{before:?} {now:?}");
        }
    }

    #[test]
    fn members_who_may_be_one_of_the_people_are_kept() {
        let (long, short) = (member(Some("+5531988880001"), None), member(Some("+553188880001"), None));
        let (lid, other) = (member(None, Some("1@lid")), member(Some("+15550100"), Some("2@lid")));
        let mut members = vec![long.clone(), short.clone(), lid.clone(), other];
        retain_people(&mut members, &[person("+5531988880001"), person("1@lid")]);
        assert_eq!(members, [long, short, lid]);
    }

    /// Numbers of a few lines, so that two forms of one line often meet.
    fn number() -> impl Strategy<Value = String> {
        prop_oneof!["5531[9]?[89]888000[0-2]", "52[1]?551234567[0-2]", "54[9]?112345678[0-2]", "49151123456[0-2]",]
    }

    proptest! {
        #[test]
        fn who_is_found_is_of_the_line_and_the_exact_one_if_listed(
            listed in proptest::collection::vec(number(), 0..12), asked in number(),
        ) {
            let members: Vec<_> = listed.iter().map(|number| member(Some(number), None)).collect();
            let asked: PhoneNumber = asked.parse().unwrap();
            let found = MemberIndex::new(&members).find(&Person::Phone(asked.clone()));
            let found = found.and_then(|found| found.phone.clone());
            if members.iter().any(|member| member.phone.as_ref() == Some(&asked)) {
                prop_assert_eq!(found, Some(asked));
            } else {
                let of_line = members.iter().find(|member| member.phone.as_ref().unwrap().line_key() == asked.line_key());
                prop_assert_eq!(found, of_line.and_then(|member| member.phone.clone()));
            }
        }
    }
}
