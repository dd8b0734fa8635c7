//! The program's memory while many large items arrive at once.

use std::io::Cursor;

use discord_stand_in::InteractionId;
use image::{DynamicImage, ImageFormat, RgbImage};
use sandbox::whatsapp::{Fault, FaultRule, GroupSeed, Operation, Person};
use sandbox::{ALPHA, STREET_PARTY_CODE};
use serde_json::json;

use crate::audit::export::fill_audit_log;
use crate::load::hostile_files;
use crate::process::{Host, is_settled};

/// The maximum growth above the idle memory, in KiB. The idle release build uses 18 MiB (`benches/README.md`), and an
/// unoptimised build has more pages of code.
const GROWTH_MAX: u64 = 130 * 1_024;
const CROWDED: &str = "120363000000000088@g.us";

/// Returns a picture with the maximum number of pixels at three bytes per pixel.
fn largest_picture() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(RgbImage::new(4_100, 4_100)).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

fn with_file(host: &Host, command: &str, option: &str, (name, bytes): (&str, Vec<u8>)) -> InteractionId {
    let who = host.person("owner");
    let file = host.discord.upload(who, name, "application/octet-stream", bytes);
    let options = [("group".to_owned(), json!(ALPHA)), (option.to_owned(), json!(file.to_string()))];
    host.discord.command(who, host.channel, command, &options).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_at_once_takes_less_than_150_mebibytes() {
    Host::with(|scene| {
        let people: Vec<_> =
            (0..1_000).map(|of| scene.whatsapp.add_person(Person::phone(&format!("+55119{of:08}")))).collect();
        let account = scene.whatsapp.find_person("5511900000000").unwrap();
        let crowded = people.into_iter().fold(GroupSeed::new("Crowded", account).id(CROWDED), GroupSeed::admin);
        scene.whatsapp.add_group(crowded);
        // The stand-in is slow here, because it shares the machine.
        scene.settings = scene.settings.replace("\"2s\"", "\"30s\"").replace("\"4s\"", "\"60s\"");
    })
    .alone()
    .run(async |host| {
        fill_audit_log(host).await;
        let bot = host.start(None).await;
        let idle = bot.peak_memory();
        // The API answers every preview with more than 8 MiB.
        host.groups.inject(FaultRule::always(Fault::Huge).of(Operation::PreviewInvite));
        let picture = largest_picture();
        let (mut sent, files) = (Vec::new(), hostile_files());
        for round in 0..3 {
            sent.push(with_file(host, "wa-group picture", "image", ("picture.png", picture.clone())));
            sent.push(host.send("owner", "wa-audit export", &[]));
            for file in files.clone() {
                sent.push(with_file(host, "wa-group members add", "file", ("people.csv", file)));
            }
            for _ in 0..4 {
                sent.push(host.send("owner", "wa-group members export", &[("group", CROWDED)]));
                sent.push(host.send("owner", "wa-group members list", &[("group", CROWDED)]));
                sent.push(host.send("owner", "wa-group preview", &[("code", STREET_PARTY_CODE)]));
            }
            for number in 0..15 {
                let text = format!("{round}-{number} {}", "long ".repeat(100));
                sent.push(host.send("owner", "wa-group describe", &[("group", ALPHA), ("text", &text)]));
                sent.push(host.send("moderator", "wa-group show", &[("group", ALPHA)]));
            }
        }
        let settled = host.discord.wait_until(|world| {
            sent.iter().all(|interaction| is_settled(&world.interactions[interaction])).then_some(())
        });
        host.within(settled).await;
        let peak = bot.peak_memory();
        println!("resident at most: {} MiB idle, {} MiB with everything at once", idle / 1_024, peak / 1_024);
        assert!(peak - idle < GROWTH_MAX, "{idle} KiB, then {peak}");
        let shown = |of: usize| host.text(sent[of]);
        assert!(shown(0).contains("Picture changed"), "{}", shown(0));
        assert!(shown(1).contains("241 entries"), "{}", shown(1));
        assert!(bot.stop().await.success());
    })
    .await;
}
