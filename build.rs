//! Generates a method of `Language` for every message in `languages/en`, with the English text as its documentation. A
//! missing message, a missing value and an unused message are then found at build time. The other languages may lack a
//! message, which is then shown in English; a test lists those, and checks that the others have the same values
//! (`src/language`). The descriptions of the commands and the messages without values become tables: the registration of
//! the commands needs some of every language, and must not parse them all.

#![expect(clippy::disallowed_methods, reason = "Cargo passes the paths of a build script in the environment")]

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};

#[path = "src/language/values.rs"]
mod values;

const LANGUAGES: &str = "languages";
/// The source language of the translations.
const SOURCE: &str = "en";
/// The values that are numbers. A method takes no text for them, so that a number and a text are never exchanged.
const NUMBERS: &[&str] = &[
    "added", "answered", "budget", "cells", "column", "columns", "count", "done", "given", "height", "joined", "left",
    "max", "members", "minutes", "more", "most", "open", "others", "page", "pages", "row", "rows", "seconds", "shown",
    "waiting", "width",
];
/// The descriptions of commands and options in each language. The English ones are in the code.
const COMMANDS: &str = "commands.ftl";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={LANGUAGES}");
    println!("cargo::rerun-if-changed=build.rs");
    commit();
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join(LANGUAGES);
    let mut source = String::new();
    let mut files =
        String::from("/// The files of a language, by its name.\npub(super) const FILES: &[(&str, &[&str])] = &[\n");
    let mut commands = String::from(
        "/// The descriptions of commands and options, by language; in the order of their ids.\n\
         pub(super) const COMMANDS: &[(&str, &[(&str, &str)])] = &[\n",
    );
    let mut plain = String::from(
        "/// The messages that are text alone, by language; in the order of their ids.\n\
         pub(super) const PLAIN: &[(&str, &[(&str, &str)])] = &[\n",
    );
    for language in sorted(&root)? {
        let name = language.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let (mut included, mut all) = (Vec::new(), String::new());
        for file in sorted(&language)? {
            if file.ends_with(COMMANDS) {
                let text = fs::read_to_string(&file)?;
                let described = described(&text).map_err(|error| format!("{name}: {error}"))?;
                writeln!(commands, "    ({name:?}, &{described:?}),")?;
                continue;
            }
            all.push_str(&fs::read_to_string(&file)?);
            all.push('\n');
            included.push(format!("include_str!({:?})", file.display().to_string()));
        }
        writeln!(files, "    ({name:?}, &[{}]),", included.join(", "))?;
        writeln!(plain, "    ({name:?}, &{:?}),", text_alone(&all).map_err(|error| format!("{name}: {error}"))?)?;
        if name == SOURCE {
            source = all;
        }
    }
    for table in [&mut files, &mut commands, &mut plain] {
        table.push_str("];\n");
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("files.rs"), files + &commands + &plain)?;
    fs::write(out.join("messages.rs"), methods(&source)?)?;
    Ok(())
}

/// Passes the commit to the program: that of the variable `USHER_COMMIT`, as for the image, or that of the repository. A
/// development build has none: it would be built again after each commit.
fn commit() {
    println!("cargo::rerun-if-env-changed=USHER_COMMIT");
    let given = env::var("USHER_COMMIT").ok().filter(|commit| !commit.is_empty());
    let commit = match given {
        None if env::var("PROFILE").is_ok_and(|profile| profile == "release") => of_repository(),
        given => given,
    };
    println!("cargo::rustc-env=USHER_COMMIT={}", commit.as_deref().unwrap_or("development"));
}

fn of_repository() -> Option<String> {
    // Git writes a line to the log of HEAD at each commit and checkout.
    for name in ["HEAD", "logs/HEAD"] {
        if let Some(path) = git(&["rev-parse", "--git-path", name]).filter(|path| Path::new(path).is_file()) {
            println!("cargo::rerun-if-changed={path}");
        }
    }
    git(&["rev-parse", "--short=12", "HEAD"])
}

/// Returns the output of git, or `None` without git or a repository.
fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8(output.stdout).ok()?.trim().to_owned()).filter(|text| !text.is_empty())
}

fn sorted(directory: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(directory)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// The id of a message, and its text; `None` if it has more than text.
type MessageText<'a> = (&'a str, Option<String>);

/// Returns each message with its text, in the order of their ids. Fails if one takes values.
fn described(source: &str) -> Result<Vec<(&str, String)>, Box<dyn Error>> {
    let mut all = BTreeMap::new();
    for (id, text) in texts(source)? {
        let text = text.ok_or_else(|| format!("{id}: a description takes no values"))?;
        if all.insert(id, text).is_some() {
            return Err(format!("duplicate message {id}").into());
        }
    }
    Ok(all.into_iter().collect())
}

/// Returns each message that is text alone, in the order of their ids.
fn text_alone(source: &str) -> Result<Vec<(&str, String)>, Box<dyn Error>> {
    let all: BTreeMap<_, _> = texts(source)?.into_iter().filter_map(|(id, text)| Some((id, text?))).collect();
    Ok(all.into_iter().collect())
}

/// Returns the messages with their texts.
fn texts(source: &str) -> Result<Vec<MessageText<'_>>, Box<dyn Error>> {
    let resource = fluent_syntax::parser::parse(source).map_err(|(_, errors)| format!("{errors:?}"))?;
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        Entry::Message(Message { id, value: Some(pattern), .. }) => {
            let text = pattern.elements.into_iter().map(|element| match element {
                PatternElement::TextElement { value } => Some(value),
                PatternElement::Placeable { .. } => None,
            });
            Some((id.name, text.collect()))
        }
        _ => None,
    });
    Ok(messages.collect())
}

fn methods(source: &str) -> Result<String, Box<dyn Error>> {
    let resource = fluent_syntax::parser::parse(source).map_err(|(_, errors)| format!("{SOURCE}: {errors:?}"))?;
    let mut code = String::from("impl Language {\n");
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let Some(pattern) = &message.value else { continue };
        let id = message.id.name;
        let values = values::values(pattern).map_err(|error| format!("{SOURCE}: {id}: {error}"))?;
        let name = id.replace('-', "_");
        let parameter = |value: &&str| {
            let kind = if NUMBERS.contains(value) { "FluentNumber" } else { "FluentValue<'a>" };
            format!("{}: impl Into<{kind}>", value.replace('-', "_"))
        };
        let parameters = values.iter().map(parameter).collect::<Vec<_>>().join(", ");
        let given: BTreeMap<&str, String> = values.iter().map(|value| (*value, passed(value))).collect();
        let given: Vec<String> = given.iter().map(|(value, into)| format!("({value:?}, {into})")).collect();
        let lifetime = if values.iter().all(|value| NUMBERS.contains(value)) { "" } else { "<'a>" };
        writeln!(code, "    /// ```text")?;
        for line in text(pattern).lines() {
            writeln!(code, "    /// {line}")?;
        }
        writeln!(code, "    /// ```")?;
        writeln!(
            code,
            "    pub(crate) fn {name}{lifetime}(self, {parameters}) -> String {{\n        self.say({id:?}, [{}])\n    }}",
            given.join(", ")
        )?;
    }
    code.push_str("}\n");
    Ok(code)
}

/// Returns the expression that passes a parameter on.
fn passed(value: &str) -> String {
    let name = value.replace('-', "_");
    if NUMBERS.contains(&value) { format!("FluentValue::Number({name}.into())") } else { format!("{name}.into()") }
}

/// Returns the text of a message. Where it depends on a number, returns the form for several.
fn text(pattern: &Pattern<&str>) -> String {
    let of_element = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => (*value).to_owned(),
        PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
            InlineExpression::VariableReference { id } => format!("{{ ${} }}", id.name),
            InlineExpression::StringLiteral { value } => (*value).to_owned(),
            // `values` rejects the other features of Fluent.
            _ => String::new(),
        },
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            variants.iter().find(|variant| variant.default).map_or_else(String::new, |variant| text(&variant.value))
        }
    };
    pattern.elements.iter().map(of_element).collect()
}
