//! The circuit breakers of the API as a whole and of each account. Pure data: the caller passes the time.
//!
//! A server error (5xx), a proxy's page in its place and a lost answer concern the requested account: its runner may be
//! gone (contract, "Status codes": 502) while the others work. The breaker of the API as a whole opens if no connection
//! can be made, if the API rejects the key, which all accounts share, or if [`SEVERAL`] accounts fail and none answers.
//! Even then requests for an account that has not failed itself are sent; its first failure stops them.

use std::collections::{HashMap, HashSet};

use tokio::time::Instant;
use whatsapp::SessionName;

use super::HealthSignal;
use super::state::{BreakerState, Cause, FAILURES, Observation};
use crate::error::ApiError;

/// Number of failing accounts, with no answer of any account in between, that opens the breaker of the API as a whole.
/// If fewer accounts are configured, all of them must fail.
const SEVERAL: usize = 3;
/// Number of accounts that are tracked. The failures of others are not counted.
const ACCOUNTS_MAX: usize = 1_000;

/// The account of a request; `None` for a request of no particular account.
pub(crate) type AccountKey = Option<SessionName>;

/// The breakers for which an attempt is the probe.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Probes {
    api: bool,
    account: bool,
}

#[derive(Debug)]
pub(super) struct ServiceHealth {
    api: BreakerState,
    /// The accounts that have failed since they last answered.
    accounts: HashMap<AccountKey, BreakerState>,
    /// The accounts whose breaker was open at some time since any account last answered.
    in_trouble: HashSet<AccountKey>,
    /// Number of accounts in the configuration.
    configured: usize,
}

impl ServiceHealth {
    pub(super) fn new(configured: usize) -> Self {
        let (accounts, in_trouble) = (HashMap::new(), HashSet::new());
        Self { api: BreakerState::CLOSED, accounts, in_trouble, configured: configured.max(1) }
    }

    pub(super) fn set_configured(&mut self, accounts: usize) {
        self.configured = accounts.max(1);
    }

    /// Returns why no request is sent now, or `None` if one may be.
    pub(super) fn refusal(&self, account: &AccountKey, now: Instant) -> Option<ApiError> {
        let of_api = if self.is_exempt(account) { None } else { self.api.refusal(now) };
        let of_account = self.of(account).refusal(now);
        match (of_api, of_account) {
            // The longer of the two waits: a retry after it is not refused again.
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

    /// Lets one attempt through, or returns why it is refused.
    pub(super) fn let_through(&mut self, account: &AccountKey, now: Instant) -> Result<Probes, ApiError> {
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

    /// Records the result of an attempt.
    pub(super) fn tell(&mut self, account: &AccountKey, sign: HealthSignal, probes: Probes, now: Instant) {
        match sign {
            HealthSignal::KeyRefused | HealthSignal::Unreachable => {
                self.tell_of_api(sign, probes, now);
                // The attempt showed nothing about the account.
                self.abandon(account, Probes { api: false, ..probes }, now);
            }
            HealthSignal::Alive => {
                self.api = self.api.after(Observation::Answer, probes.api, FAILURES, now);
                self.set(account, self.of(account).after(Observation::Answer, probes.account, FAILURES, now));
                self.in_trouble.clear();
            }
            HealthSignal::Trouble => {
                let patience = if self.has_failed_accounts() { 1 } else { FAILURES };
                self.api = self.api.reached(probes.api, now);
                let after = self.of(account).after(Observation::Failure, probes.account, patience, now);
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

    /// Records the result of a request that needed no account.
    pub(super) fn tell_of_api(&mut self, sign: HealthSignal, probes: Probes, now: Instant) {
        let is_key = self.api.cause() == Some(Cause::Key);
        self.api = match sign {
            HealthSignal::KeyRefused => self.api.after(Observation::KeyRefused, probes.api, FAILURES, now),
            // Requests for healthy accounts are sent only as long as a connection can be made.
            HealthSignal::Unreachable if self.has_failed_accounts() && !probes.api => {
                BreakerState::CLOSED.after(Observation::Failure, false, 1, now)
            }
            HealthSignal::Unreachable => self.api.after(Observation::Failure, probes.api, FAILURES, now),
            HealthSignal::Alive if is_key => self.api.after(Observation::Answer, probes.api, FAILURES, now),
            // The result of the attempt itself is recorded later.
            HealthSignal::Alive | HealthSignal::Trouble => self.api.reached(false, now),
        };
    }

    /// Records that an attempt was given up before it had a result: the next one is the probe.
    pub(super) fn abandon(&mut self, account: &AccountKey, probes: Probes, now: Instant) {
        if probes.api {
            self.api = self.api.abandoned(now);
        }
        if probes.account {
            self.set(account, self.of(account).abandoned(now));
        }
    }

    pub(super) fn api(&self) -> BreakerState {
        self.api
    }

    pub(super) fn of(&self, account: &AccountKey) -> BreakerState {
        self.accounts.get(account).copied().unwrap_or(BreakerState::CLOSED)
    }

    fn set(&mut self, account: &AccountKey, state: BreakerState) {
        if state == BreakerState::CLOSED {
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

    /// Returns whether this account stays available despite the failures of other accounts.
    fn is_exempt(&self, account: &AccountKey) -> bool {
        let is_well = account.is_some() && self.of(account).cause().is_none();
        is_well && self.has_failed_accounts() && self.configured > 1
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use proptest::prelude::*;

    use super::*;
    use crate::breaker::state::FIRST_REST;

    use HealthSignal::{Alive, KeyRefused, Trouble, Unreachable};

    fn account(number: usize) -> AccountKey {
        format!("account-{number}").parse().ok()
    }

    fn ask(health: &mut ServiceHealth, of: &AccountKey, sign: HealthSignal, now: Instant) -> Result<(), ApiError> {
        let probes = health.let_through(of, now)?;
        health.tell(of, sign, probes, now);
        Ok(())
    }

    fn is_refused(health: &ServiceHealth, of: &AccountKey, now: Instant) -> bool {
        health.refusal(of, now).is_some()
    }

    /// Returns, after five of `sign` by the accounts 0 to `failing` - 1, whether requests of those, of another account,
    /// and of no account are refused.
    #[test]
    fn what_fails_stops_what_it_is_about() {
        for (configured, failing, sign, expected) in [
            (5, 1, Trouble, (true, false, false)),
            (5, 2, Trouble, (true, false, false)),
            // Several accounts failed: the API's own breaker opens, except for healthy accounts.
            (5, 3, Trouble, (true, false, true)),
            (2, 2, Trouble, (true, false, true)),
            // The only configured account failed.
            (1, 1, Trouble, (true, true, true)),
            (5, 1, Unreachable, (true, true, true)),
            (1, 1, Unreachable, (true, true, true)),
        ] {
            let (mut health, now) = (ServiceHealth::new(configured), Instant::now());
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
            assert_eq!(health.api() != BreakerState::CLOSED, expected.2, "{configured} {failing} {sign:?}");
        }
    }

    #[test]
    fn a_refusal_names_the_account_or_the_service() {
        let (mut health, now) = (ServiceHealth::new(5), Instant::now());
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
    fn any_success_closes_circuit_while_open_one_failure_suffices() {
        let (mut health, now) = (ServiceHealth::new(9), Instant::now());
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
        // The account is tried again after its own pause.
        ask(&mut health, &account(5), Alive, now + FIRST_REST).unwrap();
        assert!(!is_refused(&health, &account(5), now));
    }

    #[test]
    fn sessionless_requests_prove_only_that_the_api_is_reachable() {
        let (mut health, now) = (ServiceHealth::new(5), Instant::now());
        for _ in 0..5 {
            let probes = health.let_through(&account(0), now).unwrap();
            health.tell_of_api(Alive, probes, now);
            health.tell(&account(0), Trouble, probes, now);
        }
        assert!(is_refused(&health, &account(0), now) && !is_refused(&health, &account(1), now));
    }

    #[test]
    fn what_is_remembered_is_bounded() {
        let (mut health, now) = (ServiceHealth::new(5_000), Instant::now());
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
        /// A request of one of the failing accounts shows this sign; or one of no account does.
        Bad(usize, HealthSignal),
        Nobodys(HealthSignal),
        GiveUp(usize),
        Wait(u64),
        /// The healthy account is used.
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
        /// Runs the step, unless the step uses the healthy account: then returns `true`, and the test sends the
        /// request.
        fn carry_out(self, health: &mut ServiceHealth, now: &mut Instant) -> bool {
            match self {
                // A refused request is not sent.
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
        /// An account that answers is never refused, whatever the other accounts' requests show.
        #[test]
        fn an_account_that_is_well_is_never_stopped_by_others(
            configured in 2_usize..9,
            acts in proptest::collection::vec(act(), 0..200),
        ) {
            let (mut health, mut now) = (ServiceHealth::new(configured), Instant::now());
            let (well, quiet) = (account(0), account(7));
            for act in acts {
                if act.carry_out(&mut health, &mut now) {
                    prop_assert_eq!(ask(&mut health, &well, Alive, now), Ok(()));
                }
                // One account that was never used, and one that is used in between.
                prop_assert_eq!((health.refusal(&quiet, now), health.refusal(&well, now)), (None, None));
            }
        }

        /// After any failures, every account is tried again at some time.
        #[test]
        fn nothing_is_left_alone_for_good(
            configured in 1_usize..9,
            acts in proptest::collection::vec(act(), 0..100),
        ) {
            let (mut health, mut now) = (ServiceHealth::new(configured), Instant::now());
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
