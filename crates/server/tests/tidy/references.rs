//! docs/commands.md and docs/settings.md are made from the program itself. `TENURE_WRITE_DOCS=1` writes them anew.

use std::{env, fmt::Write as _, fs};

use clap::{Arg, Command, CommandFactory as _};

use crate::{read, root};

const HOW: &str = "<!-- Generated: TENURE_WRITE_DOCS=1 cargo test -p tenure --test tidy -->";

/// The page must be as it is made; or is written so.
#[track_caller]
fn compare(path: &str, made: &str) {
    if env::var_os("TENURE_WRITE_DOCS").is_some() {
        fs::write(root().join(path), made).unwrap();
    }
    let page = fs::read_to_string(root().join(path)).unwrap_or_default();
    let differing =
        made.lines().zip(page.lines().chain(std::iter::repeat(""))).find(|(made, page)| made != page);
    assert!(
        page == made,
        "{path} is not as the program has it; TENURE_WRITE_DOCS=1 writes it anew. First: {differing:?}"
    );
}

#[test]
fn the_page_of_commands_is_true() {
    let mut tenure = tenure::cli::Cli::command().term_width(0);
    tenure.build();
    let mut page = format!("# Commands\n\n{HOW}\n\n{}\n\nEvery command takes:\n\n", about(&tenure));
    table(&mut page, tenure.get_arguments().filter(|arg| arg.is_global_set()));
    page.push_str(
        "\nThey stand before or after the command. Exit status: 0 done, 1 refused or failed, 2 wrong usage; an import answers\n\
         0 when every row went in, 2 when some were rejected, 1 when none went in.\n",
    );
    for command in tenure.get_subcommands().filter(|command| command.get_name() != "help") {
        describe(&mut page, command, "tenure");
    }
    compare("docs/commands.md", &page);
}

fn about(command: &Command) -> String {
    command
        .get_about()
        .map(|about| format!("{}.", about.to_string().trim_end_matches('.')))
        .unwrap_or_default()
}

fn describe(page: &mut String, command: &Command, above: &str) {
    let name = format!("{above} {}", command.get_name());
    let own = || {
        command
            .get_arguments()
            .filter(|arg| !arg.is_global_set() && !matches!(arg.get_id().as_str(), "help" | "version"))
    };
    let depth = if above.contains(' ') { "###" } else { "##" };
    let mut usage = String::new();
    for arg in own() {
        let value = value_of(arg);
        let shown = match arg.get_long() {
            Some(long) if value.is_empty() => format!("--{long}"),
            Some(long) => format!("--{long} {value}"),
            None => value,
        };
        write!(usage, " {}", if arg.is_required_set() { shown } else { format!("[{shown}]") }).unwrap();
    }
    let below: Vec<&Command> =
        command.get_subcommands().filter(|command| command.get_name() != "help").collect();
    let choice = if below.is_empty() { "" } else { " …" };
    write!(page, "\n{depth} `{name}{usage}{choice}`\n\n{}\n", about(command)).unwrap();
    if own().next().is_some() {
        page.push('\n');
        table(page, own());
    }
    for command in below {
        describe(page, command, &name);
    }
}

fn table<'a>(page: &mut String, args: impl Iterator<Item = &'a Arg>) {
    page.push_str("| | |\n|---|---|\n");
    for arg in args {
        let value = value_of(arg);
        let name = arg
            .get_long()
            .map_or_else(|| value.clone(), |long| format!("--{long} {value}").trim_end().to_owned());
        let defaults: Vec<String> =
            arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
        let default = if defaults.is_empty() || value.is_empty() {
            String::new()
        } else {
            format!(" Default: `{}`.", defaults.join(" "))
        };
        let values: Vec<String> =
            arg.get_possible_values().iter().map(|value| format!("`{}`", value.get_name())).collect();
        let values = if values.is_empty() || value.is_empty() {
            String::new()
        } else {
            format!(" One of {}.", values.join(", "))
        };
        let help = arg
            .get_help()
            .map(|help| format!("{}.", help.to_string().trim_end_matches('.')))
            .unwrap_or_default();
        writeln!(page, "| `{name}` | {}{values}{default} |", help.replace('|', "\\|")).unwrap();
    }
}

/// What stands for the value of an argument; nothing for a switch.
fn value_of(arg: &Arg) -> String {
    let names = arg.get_value_names().unwrap_or_default();
    if arg.get_action().takes_values() {
        names.iter().map(|name| format!("<{name}>")).collect::<Vec<_>>().concat()
    } else {
        String::new()
    }
}

#[test]
fn the_openapi_document_is_in_the_tree() {
    compare("docs/openapi.json", tenure::api::openapi());
}

/// The first two cells of the rows of docs/api.md that begin with a code.
fn told(section: &str) -> Vec<(String, String)> {
    let page = read("docs/api.md");
    let section = page.split(&format!("## {section}\n")).nth(1).unwrap().split("\n## ").next().unwrap();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` | "));
    rows.map(|(code, rest)| (code.to_owned(), rest.split(" |").next().unwrap().to_owned())).collect()
}

#[test]
fn the_page_of_the_api_lists_every_problem_and_every_scope() {
    let meant: Vec<(String, String)> = tenure::api::PROBLEMS
        .iter()
        .map(|(code, status, _)| ((*code).to_owned(), status.to_string()))
        .collect();
    assert_eq!(told("Problems"), meant);
    let scopes =
        tenure_domain::token::Scope::ALL.map(|scope| (scope.code().to_owned(), scope.about().to_owned()));
    assert_eq!(told("Tokens"), scopes);
}

#[test]
fn every_refusal_is_a_problem_of_the_api() {
    let source = read("crates/domain/src/refusal.rs");
    let codes = source.split("pub const fn code").nth(1).unwrap().split('"').skip(1).step_by(2);
    let known: Vec<&str> = tenure::api::PROBLEMS.iter().map(|(code, ..)| *code).collect();
    let missing: Vec<&str> = codes.filter(|code| !known.contains(code)).collect();
    assert_eq!(missing, [""; 0], "PROBLEMS of api/problem.rs lacks them");
}

#[test]
fn the_page_of_settings_is_true() {
    let mut page = format!("# Settings\n\n{HOW}\n\n");
    let (mut section, mut comment) = (String::new(), String::new());
    for line in tenure::config::DEFAULT_SETTINGS.lines() {
        if let Some(words) = line.strip_prefix('#') {
            comment.push_str(words.trim());
            comment.push(' ');
        } else if let Some(name) = line.strip_prefix('[') {
            name.trim_end_matches(']').clone_into(&mut section);
            write!(page, "\n## [{section}]\n\n{HEAD}").unwrap();
        } else if let Some((key, value)) = line.split_once(" = ") {
            if section.is_empty() {
                write!(page, "\n{HEAD}").unwrap();
            }
            let place = if section.is_empty() { key.to_owned() } else { format!("{section}.{key}") };
            let variable = format!("TENURE__{}", place.replace('.', "__").to_uppercase());
            writeln!(page, "| `{place}` | `{value}` | {} | `{variable}` |", comment.trim()).unwrap();
            comment.clear();
        } else if !comment.is_empty() {
            writeln!(page, "{}", comment.trim()).unwrap();
            comment.clear();
        }
    }
    compare("docs/settings.md", &page);
    assert!(read("docs/operating.md").contains("settings.md"), "whoever operates is led to the settings");
}

const HEAD: &str = "| setting | default | | variable |\n|---|---|---|---|\n";
