//! Lights what a filter matched, on whole characters as people see them.

use unicode_segmentation::UnicodeSegmentation;

use super::super::canvas::Canvas;
use super::super::theme::Tone;
use crate::domain::norm::fold;
use crate::text::{Shown, show};

/// Splits a text into pieces that match one of the folded words, and pieces that do not.
pub fn pieces(text: &Shown, words: &[String]) -> Vec<(Shown, bool)> {
    let clusters: Vec<&str> = text.as_str().graphemes(true).collect();
    let lit = lit(&clusters, words);
    let mut pieces: Vec<(String, bool)> = Vec::new();
    for (cluster, lit) in clusters.into_iter().zip(lit) {
        match pieces.last_mut() {
            Some((piece, same)) if *same == lit => piece.push_str(cluster),
            _ => pieces.push((cluster.to_owned(), lit)),
        }
    }
    // Safe already; a second time changes nothing.
    pieces.into_iter().map(|(piece, lit)| (show(&piece), lit)).collect()
}

/// Says of each cluster whether a word covers it. A match is found in the folded text and led back to its clusters.
fn lit(clusters: &[&str], words: &[String]) -> Vec<bool> {
    let mut folded = String::new();
    let mut origin = Vec::new();
    for (index, cluster) in clusters.iter().enumerate() {
        let piece = if cluster.trim().is_empty() { " ".to_owned() } else { fold(cluster) };
        origin.resize(origin.len() + piece.len(), index);
        folded.push_str(&piece);
    }
    let mut lit = vec![false; clusters.len()];
    for word in words.iter().filter(|word| !word.is_empty()) {
        for (at, found) in folded.match_indices(word.as_str()) {
            origin[at..at + found.len()].iter().for_each(|index| lit[*index] = true);
        }
    }
    lit
}

/// Writes a text cut to a width, with what matches lit, and returns the column after the width.
pub fn cell(canvas: &mut Canvas<'_>, x: u16, width: u16, text: &Shown, tone: Tone, words: &[String]) -> u16 {
    if words.is_empty() {
        return canvas.cell(x, 0, width, text, tone);
    }
    let mut part = canvas.part(x, 0, width, 1);
    let fitted = part.look.fit(text, part.width());
    let mut at = 0;
    for (piece, lit) in pieces(&fitted, words) {
        at = part.text(at, 0, &piece, if lit { Tone::Match } else { tone });
    }
    x.saturating_add(width)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, words: &[&str]) -> String {
        let words: Vec<String> = words.iter().map(|word| fold(word)).collect();
        let piece = |(piece, lit): (Shown, bool)| if lit { format!("[{piece}]") } else { piece.into() };
        pieces(&show(text), &words).into_iter().map(piece).collect()
    }

    #[test]
    fn accents_and_case_are_ignored_and_characters_stay_whole() {
        assert_eq!(marked("Chloé Leroy", &["roy"]), "Chloé Le[roy]");
        assert_eq!(marked("Ame\u{301}lie Roy", &["mel", "RO"]), "A[me\u{301}l]ie [Ro]y");
        assert_eq!(marked("Œuvre", &["oe"]), "[Œ]uvre");
        assert_eq!(marked("Cœur d’or", &["e"]), "C[œ]ur d’or");
        assert_eq!(marked("Zoé Roy", &["e r"]), "Zo[é R]oy");
        assert_eq!(marked("👩🏽\u{200d}🔧 Léa", &["lea"]), "👩🏽\u{200d}🔧 [Léa]");
    }

    #[test]
    fn nothing_is_lit_without_a_word() {
        assert_eq!(marked("Roy", &[]), "Roy");
        assert_eq!(marked("Roy", &["", "x"]), "Roy");
        assert_eq!(marked("", &["x"]), "");
    }
}
