//! The breakers of the API as a whole and of each account. Pure data: it is told the time.
//!
//! An error of the server (5xx), a page in its place and a lost answer are about the account that was asked: its runner may
//! be gone (contract, "Status codes": 502), while the others are well. The API as a whole is left alone where no connection
//! can be made, where it refuses the key, which is one for all accounts, and where [`SEVERAL`] accounts fail and none
//! answers. Even then an account that is not in trouble itself may be asked; its first failure is enough to stop that.

use std::collections::{HashMap, HashSet};

use tokio::time::Instant;

use super::Sign;
use super::state::{Cause, FAILURES, Found, State};
use crate::groups_api::error::ApiError;
use crate::groups_api::ids::SessionName;

/// So many accounts in trouble, with no answer of any between, are the API's trouble; all of them, where fewer are
/// configured.
const SEVERAL: usize = 3;
/// Accounts that are remembered. The failures of others are not counted.
const ACCOUNTS_MAX: usize = 1_000;

/// Whom a request is about; `None`: no account in particular.
pub(in crate::groups_api) type Account = Option<SessionName>;

/// Which breakers an attempt is to find out about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Probes {
    api: bool,
    account: bool,
}

#[derive(Debug)]
pub(super) struct Health {
    api: State,
    /// Those that have failed since they last answered.
    accounts: HashMap<Account, State>,
    /// Those that were in trouble at some time since any account last answered.
    in_trouble: HashSet<Account>,
    /// Accounts in the configuration.
    configured: usize,
}

impl Health {
    pub(super) fn new(configured: usize) -> Self {
        let (accounts, in_trouble) = (HashMap::new(), HashSet::new());
        Self { api: State::CLOSED, accounts, in_trouble, configured: configured.max(1) }
    }

    /// Why nothing is sent now; `None`: something may be.
    pub(super) fn refusal(&self, account: &Account, now: Instant) -> Option<ApiError> {
        let of_api = if self.is_exempt(account) { None } else { self.api.refusal(now) };
        let of_account = self.of(account).refusal(now);
        match (of_api, of_account) {
            // Of two waits the longer one: who comes back after it is not refused again.
            (Some(ApiError::Resting { retry_after: one }), Some(ApiError::Resting { retry_after: other })) => {
                Some(ApiError::Resting { retry_after: one.max(other) })
            }
            (Some(refusal), _) => Some(refusal),
            (None, Some(ApiError::Resting { retry_after })) => Some(match account {
                Some(session) => ApiError::AccountResting { session: session.clone(), retry_after },
                None => ApiError::Resting { retry_after },
            }),
            (None, refusal) => refusal,
        }
    }

    /// Lets one attempt through, or says why not.
    pub(super) fn let_through(&mut self, account: &Account, now: Instant) -> Result<Probes, ApiError> {
        if let Some(refusal) = self.refusal(account, now) {
            return Err(refusal);
        }
        let (api, own) = (self.api, self.of(account));
        if !self.is_exempt(account) {
            self.api = api.let_through();
        }
        self.set(account, own.let_through());
        Ok(Probes { api: self.api != api, account: self.of(account) != own })
    }

    /// An attempt has shown this.
    pub(super) fn tell(&mut self, account: &Account, sign: Sign, probes: Probes, now: Instant) {
        match sign {
            Sign::KeyRefused | Sign::Unreachable => {
                self.tell_of_api(sign, probes, now);
                // Nothing was learnt of the account.
                self.abandon(account, Probes { api: false, ..probes }, now);
            }
            Sign::Alive => {
                self.api = self.api.after(Found::Answer, probes.api, FAILURES, now);
                self.set(account, self.of(account).after(Found::Answer, probes.account, FAILURES, now));
                self.in_trouble.clear();
            }
            Sign::Trouble => {
                let patience = if self.has_failed_accounts() { 1 } else { FAILURES };
                self.api = self.api.reached(probes.api, now);
                let after = self.of(account).after(Found::Failure, probes.account, patience, now);
                self.set(account, after);
                if after.cause().is_some() && self.in_trouble.len() < SEVERAL {
                    self.in_trouble.insert(account.clone());
                }
                if self.in_trouble.len() >= SEVERAL.min(self.configured) {
                    self.api = self.api.accounts_failed(now);
                }
            }
        }
    }

    /// A request that was no account's work has shown this.
    pub(super) fn tell_of_api(&mut self, sign: Sign, probes: Probes, now: Instant) {
        let is_key = self.api.cause() == Some(Cause::Key);
        self.api = match sign {
            Sign::KeyRefused => self.api.after(Found::KeyRefused, probes.api, FAILURES, now),
            // Accounts that are well may be asked only as long as a connection can be made.
            Sign::Unreachable if self.has_failed_accounts() && !probes.api => {
                State::CLOSED.after(Found::Failure, false, 1, now)
            }
            Sign::Unreachable => self.api.after(Found::Failure, probes.api, FAILURES, now),
            Sign::Alive if is_key => self.api.after(Found::Answer, probes.api, FAILURES, now),
            // The attempt itself is still to be told of.
            Sign::Alive | Sign::Trouble => self.api.reached(false, now),
        };
    }

    /// An attempt was given up before it showed anything: the next one finds out.
    pub(super) fn abandon(&mut self, account: &Account, probes: Probes, now: Instant) {
        if probes.api {
            self.api = self.api.abandoned(now);
        }
        if probes.account {
            self.set(account, self.of(account).abandoned(now));
        }
    }

    pub(super) fn api(&self) -> State {
        self.api
    }

    pub(super) fn of(&self, account: &Account) -> State {
        self.accounts.get(account).copied().unwrap_or(State::CLOSED)
    }

    fn set(&mut self, account: &Account, state: State) {
        if state == State::CLOSED {
            self.accounts.remove(account);
        } else if let Some(known) = self.accounts.get_mut(account) {
            *known = state;
        } else if self.accounts.len() < ACCOUNTS_MAX {
            self.accounts.insert(account.clone(), state);
        }
    }

    fn has_failed_accounts(&self) -> bool {
        matches!(self.api.cause(), Some(Cause::Accounts { .. }))
    }

    /// Whether the trouble of other accounts does not keep this one from being asked.
    fn is_exempt(&self, account: &Account) -> bool {
        let is_well = account.is_some() && self.of(account).cause().is_none();
        is_well && self.has_failed_accounts() && self.configured > 1
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use proptest::prelude::*;

    use super::*;
    use crate::groups_api::breaker::state::FIRST_REST;

    use Sign::{Alive, KeyRefused, Trouble, Unreachable};

    fn account(number: usize) -> Account {
        format!("account-{number}").parse().ok()
    }

    fn ask(health: &mut Health, of: &Account, sign: Sign, now: Instant) -> Result<(), ApiError> {
        let probes = health.let_through(of, now)?;
        health.tell(of, sign, probes, now);
        Ok(())
    }

    fn is_refused(health: &Health, of: &Account, now: Instant) -> bool {
        health.refusal(of, now).is_some()
    }

    /// After five of `sign` by the accounts 0 to `failing` - 1: whether those, another one, and requests of no account are
    /// refused.
    #[test]
    fn what_fails_stops_what_it_is_about() {
        for (configured, failing, sign, expected) in [
            (5, 1, Trouble, (true, false, false)),
            (5, 2, Trouble, (true, false, false)),
            // Several: the API itself is left alone, but for accounts that are well.
            (5, 3, Trouble, (true, false, true)),
            (2, 2, Trouble, (true, false, true)),
            // The only one.
            (1, 1, Trouble, (true, true, true)),
            (5, 1, Unreachable, (true, true, true)),
            (1, 1, Unreachable, (true, true, true)),
        ] {
            let (mut health, now) = (Health::new(configured), Instant::now());
            for number in 0..failing {
                for _ in 0..5 {
                    ask(&mut health, &account(number), sign, now).unwrap();
                }
            }
            let refused = (
                is_refused(&health, &account(0), now),
                is_refused(&health, &account(9), now),
                is_refused(&health, &None, now),
            );
            assert_eq!(refused, expected, "{configured} {failing} {sign:?}");
            assert_eq!(health.api() != State::CLOSED, expected.2, "{configured} {failing} {sign:?}");
        }
    }

    #[test]
    fn a_refusal_names_the_account_or_the_service() {
        let (mut health, now) = (Health::new(5), Instant::now());
        for _ in 0..5 {
            ask(&mut health, &account(0), Trouble, now).unwrap();
        }
        let own = ApiError::AccountResting { session: account(0).unwrap(), retry_after: FIRST_REST };
        assert_eq!(ask(&mut health, &account(0), Alive, now), Err(own));
        ask(&mut health, &account(1), KeyRefused, now).unwrap();
        for any in [account(0), account(1), account(2), None] {
            assert_eq!(ask(&mut health, &any, Alive, now), Err(ApiError::Unauthorized));
        }
    }

    #[test]
    fn an_answer_of_any_account_opens_the_api_and_one_failure_is_enough_meanwhile() {
        let (mut health, now) = (Health::new(9), Instant::now());
        for number in 0..3 {
            for _ in 0..5 {
                ask(&mut health, &account(number), Trouble, now).unwrap();
            }
        }
        assert!(is_refused(&health, &None, now));
        ask(&mut health, &account(5), Trouble, now).unwrap();
        assert!(is_refused(&health, &account(5), now));
        ask(&mut health, &account(6), Alive, now).unwrap();
        assert!(!is_refused(&health, &None, now) && is_refused(&health, &account(5), now));
        // The account is asked again after its own rest.
        ask(&mut health, &account(5), Alive, now + FIRST_REST).unwrap();
        assert!(!is_refused(&health, &account(5), now));
    }

    #[test]
    fn requests_of_no_account_show_whether_the_api_can_be_reached_and_not_that_accounts_work() {
        let (mut health, now) = (Health::new(5), Instant::now());
        for _ in 0..5 {
            let probes = health.let_through(&account(0), now).unwrap();
            health.tell_of_api(Alive, probes, now);
            health.tell(&account(0), Trouble, probes, now);
        }
        assert!(is_refused(&health, &account(0), now) && !is_refused(&health, &account(1), now));
    }

    #[test]
    fn what_is_remembered_is_bounded() {
        let (mut health, now) = (Health::new(5_000), Instant::now());
        for number in 0..2 * ACCOUNTS_MAX {
            ask(&mut health, &account(number), Trouble, now).unwrap();
        }
        assert_eq!((health.accounts.len(), health.in_trouble.len()), (ACCOUNTS_MAX, 0));
        for number in 0..2 * ACCOUNTS_MAX {
            ask(&mut health, &account(number), Alive, now).unwrap();
        }
        assert!(health.accounts.is_empty());
    }

    #[derive(Debug, Clone)]
    enum Act {
        /// A request of one of the bad accounts shows that; one of no account does.
        Bad(usize, Sign),
        Nobodys(Sign),
        GiveUp(usize),
        Wait(u64),
        /// The account that is well is asked.
        Well,
    }

    fn act() -> impl Strategy<Value = Act> {
        let sign = || prop_oneof![Just(Trouble), Just(Alive)];
        prop_oneof![
            8 => (1_usize..6, sign()).prop_map(|(number, sign)| Act::Bad(number, sign)),
            1 => sign().prop_map(Act::Nobodys),
            1 => (1_usize..6).prop_map(Act::GiveUp),
            2 => (1_u64..200).prop_map(Act::Wait),
            2 => Just(Act::Well),
        ]
    }

    impl Act {
        /// Carries it out, unless the account that is well is asked: then returns `true`, and the test asks it.
        fn carry_out(self, health: &mut Health, now: &mut Instant) -> bool {
            match self {
                // What is refused is not sent.
                Self::Bad(number, sign) => drop(ask(health, &account(number), sign, *now)),
                Self::Nobodys(sign) => drop(ask(health, &None, sign, *now)),
                Self::GiveUp(number) => {
                    if let Ok(probes) = health.let_through(&account(number), *now) {
                        health.abandon(&account(number), probes, *now);
                    }
                }
                Self::Wait(seconds) => *now += Duration::from_secs(seconds),
                Self::Well => return true,
            }
            false
        }
    }

    proptest! {
        /// Whatever the others are answered, an account that answers is always asked.
        #[test]
        fn an_account_that_is_well_is_never_stopped_by_others(
            configured in 2_usize..9,
            acts in proptest::collection::vec(act(), 0..200),
        ) {
            let (mut health, mut now) = (Health::new(configured), Instant::now());
            let (well, quiet) = (account(0), account(7));
            for act in acts {
                if act.carry_out(&mut health, &mut now) {
                    prop_assert_eq!(ask(&mut health, &well, Alive, now), Ok(()));
                }
                // One that was never asked, and one that is used between.
                prop_assert_eq!((health.refusal(&quiet, now), health.refusal(&well, now)), (None, None));
            }
        }

        /// However it failed, everything is asked again at some time.
        #[test]
        fn nothing_is_left_alone_for_good(
            configured in 1_usize..9,
            acts in proptest::collection::vec(act(), 0..100),
        ) {
            let (mut health, mut now) = (Health::new(configured), Instant::now());
            for act in acts {
                if act.carry_out(&mut health, &mut now) {
                    drop(ask(&mut health, &account(0), Alive, now));
                }
            }
            now += Duration::from_secs(120);
            for number in 1..6 {
                prop_assert_eq!(ask(&mut health, &account(number), Alive, now), Ok(()));
            }
            prop_assert_eq!(ask(&mut health, &None, Alive, now), Ok(()));
        }
    }
}
