//! What the program tells about itself.

use std::process::Output;

use tokio::process::Command;

async fn usher(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_usher")).args(arguments).env_clear().output().await.unwrap()
}

async fn printed(arguments: &[&str]) -> String {
    let output = usher(arguments).await;
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[tokio::test]
async fn version_names_the_commit() {
    let expected = format!("usher {} ({})\n", env!("CARGO_PKG_VERSION"), usher::COMMIT);
    assert_eq!(printed(&["--version"]).await, expected);
}

#[tokio::test]
async fn completions_and_manual_name_every_program() {
    // Neither needs a configuration.
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = printed(&["completions", shell]).await;
        for program in ["run", "check", "health", "completions", "man"] {
            assert!(script.contains(program), "{shell}: {program}");
        }
    }
    let page = printed(&["man"]).await;
    assert!(page.contains(".TH usher 1") && page.contains("check"), "{page}");
    let page = printed(&["man", "check"]).await;
    assert!(page.contains("usher\\-check") && page.contains("json"), "{page}");
    assert_eq!(usher(&["man", "dance"]).await.status.code(), Some(1));
}
