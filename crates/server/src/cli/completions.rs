//! `tenure completions` and `tenure man`, made from the commands themselves.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::CommandFactory as _;
use clap_complete::Shell;

use super::Cli;

#[derive(clap::Args)]
pub struct Args {
    /// Which shell.
    shell: Shell,
}

#[derive(clap::Args)]
pub struct ManArgs {
    /// The folder to write a page for each command into; left out: the main page goes to standard output.
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// Writes completions to standard output.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "tenure", &mut text);
    std::io::Write::write_all(&mut std::io::stdout(), &text)?;
    Ok(())
}

/// Writes the manual pages.
pub fn man(args: &ManArgs) -> anyhow::Result<()> {
    let Some(folder) = &args.folder else {
        let mut text = Vec::new();
        clap_mangen::Man::new(Cli::command()).render(&mut text)?;
        std::io::Write::write_all(&mut std::io::stdout(), &text)?;
        return Ok(());
    };
    std::fs::create_dir_all(folder)?;
    clap_mangen::generate_to(Cli::command(), folder)
        .with_context(|| format!("cannot write into {}", folder.display()))
}
