//! Passwords: from the first line of a file, or typed at a terminal that does not show them.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use zeroize::Zeroizing;

use super::args::Common;
use super::failure::{Done, Failure};
use crate::text::{Shown, Texts};
use crate::text_id;

/// More than any password has, in bytes.
const LONGEST: u64 = 4096;

/// The password of the person who signs in.
pub fn current(texts: &Texts, common: &Common) -> Done<Zeroizing<String>> {
    match &common.password_file {
        Some(file) => first_line(file),
        None => prompt(&texts.get(text_id!("password-current"))),
    }
}

/// A new password: typed twice where there is no file.
pub fn new(texts: &Texts, file: Option<&Path>) -> Done<Zeroizing<String>> {
    if let Some(file) = file {
        return first_line(file);
    }
    let password = prompt(&texts.get(text_id!("password-new")))?;
    let again = prompt(&texts.get(text_id!("password-again")))?;
    if *password == *again { Ok(password) } else { Err(Failure::own(4, "password.differs")) }
}

fn first_line(file: &Path) -> Done<Zeroizing<String>> {
    let unreadable = || Failure::own(4, "file.unreadable").with("file", file.to_string_lossy());
    let mut line = Zeroizing::new(String::with_capacity(256));
    let mut reader = BufReader::new(File::open(file).map_err(|_| unreadable())?.take(LONGEST));
    reader.read_line(&mut line).map_err(|_| unreadable())?;
    let end = line.trim_end_matches(['\r', '\n']).len();
    line.truncate(end);
    Ok(line)
}

fn prompt(words: &Shown) -> Done<Zeroizing<String>> {
    let password = rpassword::prompt_password(words).map_err(|_| Failure::usage("usage.password"))?;
    Ok(Zeroizing::new(password))
}
