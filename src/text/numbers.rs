//! Numbers for people.

use std::borrow::Cow;

use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentNumber;

use super::{Lang, Shown, Texts};

impl Texts {
    /// Returns a count with its groups: `1,204` in English, `1 204` in French (U+202F, one column wide).
    pub fn number(&self, number: impl Into<i64>) -> Shown {
        Shown::trusted(grouped(number.into(), self.lang()))
    }
}

fn grouped(number: i64, lang: Lang) -> String {
    let separator = match lang {
        Lang::En => ',',
        Lang::Fr => '\u{202f}',
    };
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() * 2);
    if number < 0 {
        text.push('-');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// Wraps a count for a sentence: it chooses the plural and is written with groups.
pub(super) fn value(number: i64) -> FluentValue<'static> {
    #[expect(clippy::cast_precision_loss, reason = "counts stay far under 2^53")]
    let number = FluentNumber::new(number as f64, fluent_bundle::types::FluentNumberOptions::default());
    FluentValue::Number(number)
}

/// Writes numbers inside sentences; anything else is left to fluent.
pub(super) fn formatter<M>(lang: Lang) -> fn(&FluentValue<'_>, &M) -> Option<String> {
    match lang {
        Lang::En => |value, _| format(value, Lang::En),
        Lang::Fr => |value, _| format(value, Lang::Fr),
    }
}

fn format(value: &FluentValue<'_>, lang: Lang) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    #[expect(clippy::cast_possible_truncation, reason = "made from an integer by `value`, or a literal in a text")]
    let whole = number.value as i64;
    Some(grouped(whole, lang))
}

/// The text as fluent takes it.
pub(super) fn text(shown: &Shown) -> FluentValue<'static> {
    FluentValue::String(Cow::Owned(shown.as_str().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_of_three() {
        for (number, en, fr) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1204, "1,204", "1\u{202f}204"),
            (-1_234_567, "-1,234,567", "-1\u{202f}234\u{202f}567"),
            (
                i64::MIN,
                "-9,223,372,036,854,775,808",
                "-9\u{202f}223\u{202f}372\u{202f}036\u{202f}854\u{202f}775\u{202f}808",
            ),
        ] {
            assert_eq!((grouped(number, Lang::En).as_str(), grouped(number, Lang::Fr).as_str()), (en, fr));
        }
    }
}
