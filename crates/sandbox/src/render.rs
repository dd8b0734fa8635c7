//! Draws messages as text, as Discord would show them. It interprets Discord's Markdown as Discord does: text that the
//! bot has escaped is shown plain, and unescaped Markdown becomes visible.

use serde_json::Value;

/// Maximum characters of a line before it is wrapped.
const WIDTH: usize = 96;

/// Draws a message with its embeds and buttons. `note` names its audience. `names` replaces mentions by names.
pub(super) fn message(
    content: &str,
    embeds: &[Value],
    components: &[Value],
    note: &str,
    names: impl Fn(&str) -> Option<String>,
) -> String {
    let mut lines = Vec::new();
    lines.extend(wrapped(&readable(content, &names)));
    for embed in embeds {
        embed_lines(embed, &names, &mut lines);
    }
    let buttons: Vec<String> = components
        .iter()
        .flat_map(|row| row["components"].as_array().into_iter().flatten())
        .filter_map(control)
        .collect();
    if !buttons.is_empty() {
        lines.push(buttons.join(" "));
    }
    framed(note, lines)
}

/// Draws a button by its label, and a menu by its placeholder.
fn control(component: &Value) -> Option<String> {
    let disabled = if component["disabled"] == true { " (disabled)" } else { "" };
    match (component["label"].as_str(), component["placeholder"].as_str()) {
        (Some(label), _) => Some(format!("[{label}]{disabled}")),
        (None, Some(placeholder)) => Some(format!("[{placeholder} ▾]{disabled}")),
        (None, None) => None,
    }
}

fn framed(head: &str, lines: Vec<String>) -> String {
    let mut drawn = vec![format!("  ╭─ {head}")];
    drawn.extend(lines.into_iter().map(|line| format!("  │ {line}")));
    drawn.push("  ╰─\n".to_owned());
    drawn.join("\n")
}

/// Draws a modal, with the labels of its fields.
pub(super) fn modal(modal: &Value) -> String {
    let rows = modal["components"].as_array().into_iter().flatten();
    let inputs = rows.flat_map(|row| row["components"].as_array().into_iter().flatten());
    let line = |input: &Value| {
        let text = |key: &str| input[key].as_str().unwrap_or_default().to_owned();
        // The field's value, or else its placeholder.
        let shown = Some(text("value")).filter(|value| !value.is_empty()).unwrap_or_else(|| text("placeholder"));
        format!("{}: [{shown}]", text("label"))
    };
    framed(&format!("modal: {}", modal["title"].as_str().unwrap_or_default()), inputs.map(line).collect())
}

fn embed_lines(embed: &Value, names: &impl Fn(&str) -> Option<String>, lines: &mut Vec<String>) {
    let text = |value: &Value| readable(value.as_str().unwrap_or_default(), names);
    let title = text(&embed["title"]);
    if !title.is_empty() {
        lines.push(format!("▌ {title}"));
    }
    lines.extend(wrapped(&text(&embed["description"])));
    for field in embed["fields"].as_array().into_iter().flatten() {
        let (name, value) = (text(&field["name"]), text(&field["value"]));
        if value.contains('\n') {
            lines.push(format!("{name}:"));
            lines.extend(wrapped(&value).map(|line| format!("  {line}")));
        } else {
            lines.extend(wrapped(&format!("{name}: {value}")));
        }
    }
    if let Some(url) = embed.pointer("/image/url").and_then(Value::as_str) {
        lines.push(format!("(picture: {url})"));
    }
    if let Some(footer) = embed.pointer("/footer/text").and_then(Value::as_str) {
        lines.push(format!("· {footer}"));
    }
}

/// Returns Markdown as it looks without colours: escapes resolved, emphasis dropped, mentions and times by name.
fn readable(text: &str, names: &impl Fn(&str) -> Option<String>) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        match c {
            '\\' => {
                let escaped = rest.chars().next().unwrap_or('\\');
                shown.push(escaped);
                rest = rest.get(escaped.len_utf8()..).unwrap_or_default();
            }
            '*' | '`' | '\u{200b}' => {}
            '<' => match rest.split_once('>').and_then(|(mention, after)| Some((names(mention)?, after))) {
                Some((name, after)) => {
                    shown.push_str(&name);
                    rest = after;
                }
                None => shown.push('<'),
            },
            _ => shown.push(c),
        }
    }
    shown
}

fn wrapped(text: &str) -> impl Iterator<Item = String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > WIDTH {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines.into_iter()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn escapes_come_out_plain_and_mentions_by_name() {
        let names = |mention: &str| (mention == "@&7").then(|| "@Moderator".to_owned());
        assert_eq!(readable("**a** \\*b\\* `c` <@&7> \\<@\u{200b}1\\> <x", &names), "a *b* c @Moderator <@1> <x");
    }

    #[test]
    fn a_message_is_drawn_with_its_buttons() {
        let embed = json!({ "title": "Alpha", "description": "Sure?", "footer": { "text": "60 s" } });
        let row = json!({ "type": 1, "components": [{ "type": 2, "label": "Yes" }, { "type": 2, "label": "No" }] });
        let drawn = message("", &[embed], &[row], "only moderator sees this", |_| None);
        let menu = json!({ "type": 1, "components": [{ "type": 8, "placeholder": "Log channel", "disabled": true }] });
        assert!(message("", &[], &[menu], "", |_| None).contains("[Log channel ▾] (disabled)"));
        assert_eq!(drawn, "  ╭─ only moderator sees this\n  │ ▌ Alpha\n  │ Sure?\n  │ · 60 s\n  │ [Yes] [No]\n  ╰─\n");
    }
}
