//! Shell completions and manual pages, made from the command line's own definition.

use clap::Command;
use clap_complete::Shell;

/// Returns the script that completes `usher` in a shell.
pub(crate) fn completions(mut command: Command, shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "usher", &mut script);
    script
}

/// Returns the manual page of `usher`, or of one of its programs, as roff.
pub(crate) fn page(mut command: Command, program: Option<&str>) -> anyhow::Result<Vec<u8>> {
    // Gives the programs their full names and the global options.
    command.build();
    let shown = match program {
        None => command,
        Some(name) => {
            let found = command.get_subcommands().find(|known| known.get_name() == name).cloned();
            found.ok_or_else(|| anyhow::anyhow!("{name}: there is no such program"))?
        }
    };
    let mut page = Vec::new();
    clap_mangen::Man::new(shown).render(&mut page)?;
    Ok(page)
}
