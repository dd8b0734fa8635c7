//! Unusable pictures are refused with an accurate reason.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use sandbox::ALPHA;
use sandbox::whatsapp::Picture;
use serde_json::json;

use crate::harness::{Reply, TestBot};

fn picture(format: ImageFormat) -> Vec<u8> {
    let noise = |x: u32, y: u32| u8::try_from((x * 31 + y * 17 + x * y) % 251).unwrap();
    let image = RgbImage::from_fn(160, 120, |x, y| Rgb([noise(x, y), noise(y, x), noise(x, x)]));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(image).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

async fn set(bot: &TestBot, bytes: &[u8]) -> Reply {
    let who = bot.person("owner");
    let file = bot.discord.upload(who, "picture", "application/octet-stream", bytes.to_vec());
    let options = [("group".to_owned(), json!(ALPHA)), ("image".to_owned(), json!(file.to_string()))];
    let sent = bot.discord.command(who, bot.channel, "wa-group picture", &options).unwrap();
    bot.reply(sent).await
}

fn put_up(bot: &TestBot) -> Option<Picture> {
    bot.groups.world(|world| world.group(ALPHA).unwrap().picture.clone())
}

#[tokio::test]
async fn a_picture_that_is_cut_off_is_refused() {
    TestBot::run(async |bot| {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
            let whole = picture(format);
            for length in [whole.len() / 2, whole.len() * 9 / 10, whole.len() - 1] {
                let reply = set(bot, &whole[..length]).await;
                assert!(reply.text().contains("This picture is incomplete"), "{format:?} {length}: {}", reply.text());
                assert!(reply.text().contains("Nothing changed") && reply.notices.is_empty(), "{}", reply.text());
                assert!(put_up(bot).is_none());
            }
        }
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
            let reply = set(bot, &picture(format)).await;
            assert_eq!(reply.notices.len(), 1, "{format:?}: {}", reply.text());
        }
    })
    .await;
}

#[tokio::test]
async fn an_address_too_long_for_discord_is_refused() {
    TestBot::with(|_| {})
        .needs(|can| can.picture_by_url)
        .run(async |bot| {
            let of_length = |length: usize| format!("https://example.com/{}", "a".repeat(length - 20));
            for length in [2_049, 5_000] {
                let url = of_length(length);
                let reply = bot.unchecked("owner", "wa-group picture", &[("group", ALPHA)], ("url", &url)).await;
                assert!(reply.text().contains("limit 2,048"), "{length}: {}", reply.text());
                assert!(reply.calls.is_empty() && put_up(bot).is_none());
            }
            let reply = bot.command("owner", "wa-group picture", &[("group", ALPHA), ("url", &of_length(2_048))]).await;
            assert!(reply.is_private() && reply.notices.len() == 1, "{}", reply.text());
            assert_eq!(reply.embed()["image"]["url"], of_length(2_048).as_str());
        })
        .await;
}
