//! Invented names, French and English: every pair of a first and a last name comes once before any comes again.

use crate::domain::norm::fold;

const FRENCH: Pool = Pool {
    first: &[
        "Élise",
        "Maëlle",
        "Zoé",
        "Chloé",
        "Léa",
        "Inès",
        "Anaïs",
        "Noémie",
        "Gaëlle",
        "Aurélie",
        "Béatrice",
        "Céline",
        "Françoise",
        "Geneviève",
        "Hélène",
        "Joséphine",
        "Laurence",
        "Mireille",
        "Océane",
        "Solène",
        "Thérèse",
        "Valérie",
        "Marie-Ève",
        "Anne-Sophie",
        "Marie-Hélène",
        "Rose-Aimée",
        "Claire",
        "Sylvie",
        "Nathalie",
        "Josiane",
        "Étienne",
        "François",
        "Loïc",
        "Joël",
        "Noël",
        "Rémi",
        "Cédric",
        "Frédéric",
        "Gaétan",
        "Hervé",
        "Jérôme",
        "Mathéo",
        "Raphaël",
        "Stéphane",
        "Théo",
        "Benoît",
        "Jean-Marc",
        "Pierre-Luc",
        "Louis-Philippe",
        "Jean-François",
        "Luc",
        "Marcel",
        "Olivier",
        "Pascal",
        "Sylvain",
        "Yannick",
        "Xavier",
        "Guillaume",
        "Antoine",
        "Maxence",
    ],
    last: &[
        "Tremblay",
        "Gagnon",
        "Côté",
        "Bouchard",
        "Lefèvre",
        "Bélanger",
        "Lévesque",
        "Pelletier",
        "Gauthier",
        "Morin",
        "Ouellet",
        "Bégin",
        "Thériault",
        "Boisvert",
        "Dubé",
        "Garçon",
        "Besançon",
        "Desrosiers",
        "D'Amours",
        "L'Écuyer",
        "L'Heureux",
        "D'Astous",
        "Saint-Pierre",
        "Saint-Onge",
        "Lecœur",
        "Sacré-Cœur",
        "Bonnœuvre",
        "Beaulieu-Roy",
        "Gagné-Fortin",
        "Émond",
        "Étienne-Dufour",
        "Hébert",
        "Préfontaine",
        "Lachance",
        "Villeneuve",
        "Châteauneuf",
        "Forêt",
        "Labbé",
        "Legaré",
        "Rhéaume",
        "Thibodeau",
        "Vaillancourt",
        "Arsenault",
        "LeBlanc",
        "Cormier",
        "Haché",
        "Maillet",
        "Savoie",
        "Charbonneau",
        "Deschênes",
        "Duchêne",
        "Grandmaison",
        "Lafrenière",
        "Laliberté",
        "Lamothe",
        "Langlois",
        "Marcotte",
        "Paquette",
        "Quesnel",
        "Rivard",
        "Sénécal",
        "Turcotte",
        "Vézina",
        "Zampini",
        "Bérubé",
        "Crête",
        "Fréchette",
        "Guérin",
        "Jolicœur",
        "Ménard",
    ],
};

const ENGLISH: Pool = Pool {
    first: &[
        "Abigail",
        "Bridget",
        "Charlotte",
        "Dorothy",
        "Eleanor",
        "Fiona",
        "Grace",
        "Hannah",
        "Imogen",
        "Josephine-Anne",
        "Katherine",
        "Lucy",
        "Margaret",
        "Nora",
        "Olivia",
        "Phoebe",
        "Rosalind",
        "Siobhan",
        "Tamsin",
        "Wendy",
        "Zara",
        "Mary-Jane",
        "Aaron",
        "Benjamin",
        "Callum",
        "Duncan",
        "Edward",
        "Fergus",
        "Graham",
        "Henry",
        "Isaac",
        "James",
        "Keith",
        "Liam",
        "Malcolm",
        "Nathaniel",
        "Owen",
        "Patrick",
        "Rory",
        "Simon",
        "Thomas",
        "William",
        "Iñigo",
        "Begoña",
        "Noah",
        "John-Paul",
        "Zachary",
        "Ruth",
    ],
    last: &[
        "O'Neil",
        "O'Connor",
        "O'Brien",
        "MacDonald",
        "McAllister",
        "Smith",
        "Brown",
        "Taylor",
        "Wilson",
        "Thompson",
        "Walker",
        "Wright",
        "Robinson",
        "Whitfield",
        "Ashworth",
        "Blackwood",
        "Carmichael",
        "Davenport",
        "Ellsworth",
        "Fairbanks",
        "Greenwood",
        "Hawthorne",
        "Ingram",
        "Jefferson",
        "Kensington",
        "Lancaster",
        "Montgomery",
        "Northcote",
        "Oakley",
        "Pemberton",
        "Quincy",
        "Radcliffe",
        "Sinclair",
        "Thornbury",
        "Underhill",
        "Vickers",
        "Winterbourne",
        "Yardley",
        "Smith-Jones",
        "Parker-Bowes",
        "Lloyd-Evans",
        "Muñoz",
        "Ibáñez",
        "Núñez",
        "Nguyen",
        "Singh",
        "Kaur",
        "Chen",
        "Okafor",
        "Kowalski",
        "Petrov",
        "Haddad",
        "Rossi",
        "Schäfer",
        "Sørensen",
        "van der Berg",
    ],
};

/// Names that no column holds whole.
const LONG: [(&str, &str); 6] = [
    ("Marie-Antoinette Joséphine Éléonore", "de La Bruère-Desrosiers de Saint-Hyacinthe"),
    ("Jean-Baptiste-Amédée", "L'Archevêque-Beauchesne dit Lafontaine du Sault-au-Récollet"),
    ("Wilhelmina Philippa Rosalind Constance", "Featherstonehaugh-Cholmondeley of Ravensthorpe"),
    ("Bartholomew Montgomery", "Wolfeschlegelsteinhausen-Bergerdorff"),
    ("María de los Ángeles Concepción", "Fernández de Córdoba y Peñalver-Ibáñez"),
    ("Cœlestine", "Œuvrard-Lhœst"),
];

struct Pool {
    first: &'static [&'static str],
    last: &'static [&'static str],
}

/// A person, as names go.
pub(super) struct Name {
    pub first: &'static str,
    pub last: &'static str,
    /// What stands before the @, of this person alone.
    pub mailbox: String,
    pub french: bool,
}

impl Name {
    pub(super) fn display(&self) -> String {
        [self.first, " ", self.last].concat()
    }
}

/// Gives out names, none twice with the same mailbox.
#[derive(Default)]
pub(super) struct Names {
    french: usize,
    english: usize,
    long: usize,
}

impl Names {
    /// The next French or English name.
    pub(super) fn next(&mut self, french: bool) -> Name {
        let (pool, given) = if french { (&FRENCH, &mut self.french) } else { (&ENGLISH, &mut self.english) };
        let pairs = pool.first.len() * pool.last.len();
        let (round, place) = (*given / pairs, *given % pairs);
        *given += 1;
        // A stride without a common factor visits every pair, neighbours far apart.
        let pair = place * coprime(pairs) % pairs;
        name(pool.first[pair % pool.first.len()], pool.last[pair / pool.first.len()], round, french)
    }

    /// The next very long name.
    pub(super) fn next_long(&mut self) -> Name {
        let (first, last) = LONG[self.long % LONG.len()];
        let round = self.long / LONG.len();
        let french = self.long % LONG.len() < 2;
        self.long += 1;
        name(first, last, round, french)
    }
}

fn name(first: &'static str, last: &'static str, round: usize, french: bool) -> Name {
    let plain = |name: &str| fold(name).replace(' ', "-").replace('\'', "");
    let mut mailbox = [&plain(first), ".", &plain(last)].concat();
    mailbox.truncate(56);
    if round > 0 {
        mailbox.push_str(&(round + 1).to_string());
    }
    Name { first, last, mailbox, french }
}

/// A stride of about the golden section of a count that shares no factor with it.
fn coprime(count: usize) -> usize {
    let common = |mut a: usize, mut b: usize| {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    };
    (count * 618 / 1000 + 1..).find(|stride| common(*stride, count) == 1).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_mailbox_is_given_twice() {
        let mut names = Names::default();
        let mut seen = HashSet::new();
        for at in 0..20_000 {
            let name = if at % 300 == 0 { names.next_long() } else { names.next(at % 5 < 3) };
            assert!(name.mailbox.is_ascii() && name.mailbox.len() <= 64, "{}", name.mailbox);
            assert!(seen.insert(name.mailbox.clone()), "{}", name.mailbox);
        }
    }

    #[test]
    fn the_letters_that_cause_trouble_are_there() {
        let all: String = [&FRENCH, &ENGLISH].iter().flat_map(|p| p.first.iter().chain(p.last)).copied().collect();
        for letter in ['é', 'è', 'ç', 'œ', 'ñ', 'ï', 'ë', '-', '\'', 'É'] {
            assert!(all.contains(letter), "{letter}");
        }
    }
}
