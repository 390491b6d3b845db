//! What is wrong with a text, as a code and its arguments.

use thiserror::Error;

/// Says why a text was refused; the sentence is written by the reader's language from [`NormError::code`].
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.code())]
pub enum NormError {
    /// Nothing is left once blanks are trimmed.
    Empty,
    /// More characters than the field holds.
    TooLong {
        /// The most that is accepted, in characters.
        max: usize,
    },
    /// A control character, or a line end in a field of one line.
    ControlCharacter {
        /// The character.
        character: char,
        /// Its line, from 1.
        line: usize,
        /// Its place in the line, in characters from 1.
        column: usize,
    },
    /// A character that draws nothing, or nothing that can be relied on: bidi control, zero width, tag, private use.
    HiddenCharacter {
        /// The character.
        character: char,
        /// Its line, from 1.
        line: usize,
        /// Its place in the line, in characters from 1.
        column: usize,
    },
    /// Only marks and blanks: nobody could read the name.
    NothingVisible,
    /// A user name of fewer than 2 or more than 32 characters.
    UsernameLength,
    /// A user name that does not start with a letter.
    UsernameStart,
    /// A character that user names do not have.
    UsernameCharacter {
        /// The character.
        character: char,
    },
    /// A user name whose letters come from several scripts.
    UsernameMixedScripts,
    /// Not an e-mail address.
    Email,
    /// Not an extension: 1 to 15 of `0-9`, `*`, `#`, not starting with `*`.
    Extension,
    /// Not a telephone number.
    Phone,
    /// Not a code: 1 to 16 of `a-z`, `0-9`, `-`.
    Code,
    /// A password of too few characters.
    PasswordTooShort {
        /// The least that is accepted, in characters.
        min: usize,
    },
    /// A password of too many characters or bytes.
    PasswordTooLong {
        /// The most that is accepted, in characters.
        max: usize,
    },
    /// A password with a control character, which no keyboard can type again.
    PasswordControlCharacter,
    /// A password that many people use, or an obvious extension of one.
    PasswordCommon,
    /// A password that is nothing but the name of the user, of a site or of the program.
    PasswordName,
    /// A password that repeats itself, or that runs along the alphabet, the digits or the keyboard.
    PasswordPattern,
}

impl NormError {
    /// Returns the stable code of the fault, such as `name.control_character`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "name.empty",
            Self::TooLong { .. } => "name.too_long",
            Self::ControlCharacter { .. } => "name.control_character",
            Self::HiddenCharacter { .. } => "name.hidden_character",
            Self::NothingVisible => "name.nothing_visible",
            Self::UsernameLength => "username.length",
            Self::UsernameStart => "username.start",
            Self::UsernameCharacter { .. } => "username.character",
            Self::UsernameMixedScripts => "username.mixed_scripts",
            Self::Email => "email.format",
            Self::Extension => "extension.format",
            Self::Phone => "phone.format",
            Self::Code => "code.format",
            Self::PasswordTooShort { .. } => "password.too_short",
            Self::PasswordTooLong { .. } => "password.too_long",
            Self::PasswordControlCharacter => "password.control_character",
            Self::PasswordCommon => "password.common",
            Self::PasswordName => "password.name",
            Self::PasswordPattern => "password.pattern",
        }
    }

    /// Returns the arguments of the sentence: names and values, characters written as `U+001B`.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match *self {
            Self::TooLong { max } | Self::PasswordTooLong { max } => vec![("max", max.to_string())],
            Self::PasswordTooShort { min } => vec![("min", min.to_string())],
            Self::ControlCharacter { character, line, column } | Self::HiddenCharacter { character, line, column } => {
                vec![("character", code_point(character)), ("line", line.to_string()), ("column", column.to_string())]
            }
            Self::UsernameCharacter { character } => {
                vec![(
                    "character",
                    if character.is_ascii_graphic() { character.to_string() } else { code_point(character) },
                )]
            }
            _ => Vec::new(),
        }
    }
}

fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}
