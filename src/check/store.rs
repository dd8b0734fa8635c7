//! The store. It may be in use by a running bot, so it is neither locked nor changed.

use super::CheckLine;
use crate::config::Config;
use crate::store::{self, StoreSurvey};

pub(super) async fn check(config: &Config) -> CheckLine {
    let found = match store::survey(&config.store.url).await {
        Ok(found) => found,
        Err(error) => return CheckLine::new("store", Err(format!("{error:#}"))),
    };
    match found {
        StoreSurvey::Memory => CheckLine::warning("store", "in memory: everything is lost when the bot stops"),
        StoreSurvey::New { folder } => {
            CheckLine::new("store", Ok(format!("does not exist yet; `usher run` creates it in {}", folder.display())))
        }
        StoreSurvey::Opened { newer, .. } if newer > 0 => {
            CheckLine::new("store", Err("a newer version of Usher has changed its tables".to_owned()))
        }
        StoreSurvey::Opened { missing, is_in_use, .. } => {
            let mut words = "can be read".to_owned();
            if is_in_use {
                words.push_str("; a running bot uses it");
            }
            if missing > 0 {
                words.push_str("; `usher run` brings its tables up to date");
            }
            CheckLine::new("store", Ok(words))
        }
    }
}
