//! Which characters can be seen, and which only pretend to be nothing.

use icu_properties::props::{DefaultIgnorableCodePoint, ExtendedPictographic, GeneralCategory};
use icu_properties::{CodePointMapData, CodePointSetData};

/// Returns the general category of a character.
pub fn category(character: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(character)
}

/// Says whether a character is a control character or a line or paragraph separator.
pub fn is_control(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}')
}

/// Says whether a character draws nothing, or something that depends on the font alone: format characters (bidi
/// controls, zero width, tags), fillers, variation selectors, private use and noncharacters.
pub fn is_hidden(character: char) -> bool {
    if character.is_ascii() {
        return false;
    }
    // U+2800 is a symbol by its category, and a blank to the eye.
    character == '\u{2800}'
        || is_noncharacter(character)
        || matches!(category(character), GeneralCategory::Format | GeneralCategory::PrivateUse)
        || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(character)
}

/// Says whether a character is dropped from what people type or import: soft hyphen, zero width space, byte order mark.
pub fn is_dropped(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}' | '\u{feff}')
}

/// Says whether a character is a blank that takes room: the space and its wider, narrower and unbreakable kin.
pub fn is_blank(character: char) -> bool {
    character == ' ' || (!character.is_ascii() && category(character) == GeneralCategory::SpaceSeparator)
}

/// Says whether a character is drawn over the one before it.
pub fn is_mark(character: char) -> bool {
    character >= '\u{300}'
        && matches!(category(character), GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark)
}

/// Says whether a hidden character has its place between these two: a joiner inside an emoji, or the selector that
/// asks for the emoji form of the character before it.
pub fn joins_emoji(before: Option<char>, character: char, after: Option<char>) -> bool {
    let emoji = |c: char| CodePointSetData::new::<ExtendedPictographic>().contains(c);
    let modifier = |c: char| ('\u{1f3fb}'..='\u{1f3ff}').contains(&c);
    match character {
        '\u{200d}' => before.is_some_and(|c| emoji(c) || modifier(c) || c == '\u{fe0f}') && after.is_some_and(emoji),
        '\u{fe0f}' => {
            before.is_some_and(|c| emoji(c) || matches!(c, '0'..='9' | '*' | '#') && after == Some('\u{20e3}'))
        }
        _ => false,
    }
}

fn is_noncharacter(character: char) -> bool {
    let value = u32::from(character);
    value & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s_82_every_kind_of_hidden_character_is_known() {
        let hidden = [
            '\u{61c}',
            '\u{200e}',
            '\u{200f}',
            '\u{202a}',
            '\u{202e}',
            '\u{2066}',
            '\u{2069}', // bidi
            '\u{200b}',
            '\u{200c}',
            '\u{200d}',
            '\u{2060}',
            '\u{feff}',
            '\u{ad}', // zero width
            '\u{e0001}',
            '\u{e0041}',
            '\u{fe00}',
            '\u{e0100}',
            '\u{34f}', // tags and selectors
            '\u{115f}',
            '\u{1160}',
            '\u{3164}',
            '\u{ffa0}',
            '\u{2800}', // fillers
            '\u{e000}',
            '\u{f8ff}',
            '\u{10fffd}',
            '\u{fdd0}',
            '\u{ffff}',
            '\u{1fffe}',
        ];
        for character in hidden {
            assert!(is_hidden(character), "U+{:04X}", u32::from(character));
        }
        for character in ['a', 'é', '中', '\u{301}', '🎃', '\u{a0}', '…', 'ע'] {
            assert!(!is_hidden(character), "U+{:04X}", u32::from(character));
        }
    }

    #[test]
    fn s_71_a_joiner_has_its_place_inside_an_emoji_only() {
        assert!(joins_emoji(Some('👩'), '\u{200d}', Some('🔧')));
        assert!(joins_emoji(Some('🏽'), '\u{200d}', Some('🔧')));
        assert!(joins_emoji(Some('❤'), '\u{fe0f}', None));
        assert!(!joins_emoji(Some('a'), '\u{200d}', Some('b')));
        assert!(!joins_emoji(Some('👩'), '\u{200d}', None));
        assert!(!joins_emoji(Some('1'), '\u{fe0f}', None));
    }
}
