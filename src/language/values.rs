//! Finds the values that a message needs. The build and the tests share this code.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

/// Returns the values of a message in order. A message may contain only values: other features of Fluent (terms,
/// functions and references) are errors.
pub(crate) fn values<'a>(pattern: &Pattern<&'a str>) -> Result<Vec<&'a str>, String> {
    let mut found = Vec::new();
    of_pattern(pattern, &mut found)?;
    Ok(found)
}

fn of_pattern<'a>(pattern: &Pattern<&'a str>, found: &mut Vec<&'a str>) -> Result<(), String> {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => of_inline(inline, found)?,
            Expression::Select { selector, variants } => {
                of_inline(selector, found)?;
                for variant in variants {
                    of_pattern(&variant.value, found)?;
                }
            }
        }
    }
    Ok(())
}

fn of_inline<'a>(inline: &InlineExpression<&'a str>, found: &mut Vec<&'a str>) -> Result<(), String> {
    match inline {
        InlineExpression::VariableReference { id } => {
            if !found.contains(&id.name) {
                found.push(id.name);
            }
            Ok(())
        }
        InlineExpression::StringLiteral { .. } => Ok(()),
        other => Err(format!("only values are put in, and this is {other:?}")),
    }
}
