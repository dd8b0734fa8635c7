//! `/wa-group picture`

use super::shared::picture_file;
use super::{AuditLine, Phrasing, Present, Reader};
use crate::discord::reply::card::{Card, Tone};
use crate::discord::reply::help::Topic;
use crate::discord::reply::outcomes::title_of_group;
use crate::discord::reply::request_line::RequestLine;
use crate::language::Language;
use crate::operations::{Perform as _, PictureFrom, PictureSet, SetPicture, URL_CHARS_MAX};

impl Present for SetPicture {
    const COMMANDS: &'static [&'static str] = &["wa-group picture"];
    const TOPIC: Topic = Topic::Groups;
    const AUDIT_LINE: Option<AuditLine<Self>> = Some(|i18n, _, who| i18n.deed_picture(who));

    fn action(i18n: Language) -> String {
        i18n.action_picture()
    }

    fn result(&self, Reader { i18n, .. }: Reader, PictureSet { url }: &PictureSet) -> Card {
        let card = Card::new(Tone::Done, title_of_group(&self.at)).text(i18n.picture_set());
        // Discord refuses the whole answer if the address is longer.
        let shown = url.as_ref().filter(|url| url.as_str().len() <= URL_CHARS_MAX);
        match (shown, self.picture()) {
            (Some(url), _) => card.image(url.clone()),
            (None, Some(image)) => card.picture(picture_file(i18n, image)),
            (None, None) => card,
        }
    }

    fn takes_long(_outcome: &PictureSet) -> bool {
        true
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        let i18n = phrasing.i18n;
        let line = RequestLine::of(i18n.wish_picture_file());
        match &self.picture {
            PictureFrom::Url(url) => line.text(i18n.field_new_picture(), url.as_url().as_str()),
            PictureFrom::Image(_) | PictureFrom::Forgotten => line,
        }
    }
}
