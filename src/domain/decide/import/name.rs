//! Whether two names shown can be one person: the question on which rights stay or do not follow.

use crate::domain::norm::fold;

/// The most letters by which two spellings of a name differ.
const SLIP: usize = 2;

/// Whether a new name may be the same person's: the same words in another order, more or fewer of them, the same given
/// name with another family name, or another spelling. A family name alone proves nothing.
pub(super) fn may_be_same_person(old: &str, new: &str) -> bool {
    let (before, after) = (words(old), words(new));
    if before.is_empty() || after.is_empty() {
        return false;
    }
    let within = |some: &[String], all: &[String]| some.iter().all(|word| all.contains(word));
    if within(&before, &after) || within(&after, &before) {
        return true;
    }
    let (given_before, given_after) = (fold(&given_name(old)), fold(&given_name(new)));
    if !given_before.is_empty() && given_before == given_after {
        return true;
    }
    is_slip(&before.concat(), &after.concat())
}

fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The given name: behind the comma in `Roy, Amélie`; what is not in capitals in `ROY Amélie`; else the first word.
fn given_name(name: &str) -> String {
    if let Some((_, given)) = name.split_once(',') {
        return given.split_whitespace().next().unwrap_or_default().to_owned();
    }
    let is_capitals =
        |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !word.chars().any(char::is_lowercase);
    let mut words = name.split_whitespace();
    let plain = name.split_whitespace().find(|word| !is_capitals(word) && word.chars().any(char::is_alphabetic));
    plain.or_else(|| words.next()).unwrap_or_default().to_owned()
}

/// Whether two texts differ by a few letters only, and by little for their length.
fn is_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let shorter = one.len().min(other.len());
    if shorter < 6 || one.len().abs_diff(other.len()) > SLIP || one.iter().any(char::is_ascii_digit) {
        return false;
    }
    distance(&one, &other) <= SLIP
}

/// How many letters have to be put in, taken out or replaced.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, left) in one.iter().enumerate() {
        let mut corner = row[0];
        row[0] = at + 1;
        for (to, right) in other.iter().enumerate() {
            let replaced = corner + usize::from(left != right);
            corner = row[to + 1];
            row[to + 1] = replaced.min(corner + 1).min(row[to] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_under_another_name_is_recognised() {
        for (old, new) in [
            ("Amélie Roy", "Amélie Tremblay"),
            ("Amélie Roy", "AMELIE ROY"),
            ("Amélie Roy", "Roy Amélie"),
            ("Amélie Roy", "Amélie Roy-Tremblay"),
            ("Roy, Amélie", "Tremblay, Amélie"),
            ("ROY Amélie", "TREMBLAY Amélie"),
            ("Tommy Briar", "Tommie Briar"),
            ("Reception", "Reception 2"),
        ] {
            assert!(may_be_same_person(old, new), "{old} -> {new}");
            assert!(may_be_same_person(new, old), "{new} -> {old}");
        }
    }

    #[test]
    fn somebody_else_is_not_taken_for_the_same_person() {
        for (old, new) in [
            ("Amélie Roy", "Jean Martin"),
            ("Amélie Tremblay", "Jean Tremblay"),
            ("TREMBLAY Amélie", "TREMBLAY Jean"),
            ("Tremblay, Amélie", "Tremblay, Jean"),
            ("7100", "7101"),
            ("Salle 1000001", "Poste 1000002"),
            ("Na Li", "Mo Li"),
            ("?", "!"),
        ] {
            assert!(!may_be_same_person(old, new), "{old} -> {new}");
        }
    }
}
