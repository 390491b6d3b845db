//! The lines of the tree as far as it is unfolded: those below an administrator are read when they are asked for.

use std::collections::BTreeMap;

use super::super::super::desk::Desk;
use crate::domain::norm::sort_key;
use crate::domain::record::Admin;
use crate::service::Result;
use crate::service::view::{AdminRow, Cursor, Filter, From, List, Query, Sort};

/// How many of those below one administrator are read at a time; few in unit tests, so that a short branch has parts.
const CHUNK: usize = if cfg!(test) { 4 } else { 50 };

/// How many that a search found are shown.
pub const FOUND: usize = 200;

/// An administrator in the tree.
pub struct Node {
    /// The administrator, as the list has it.
    pub row: AdminRow,
    /// How many stand right below.
    pub below: usize,
    /// Whether those are shown.
    pub open: bool,
    /// For each level from the root: whether another one follows on that level, this one included.
    pub follows: Vec<bool>,
    cursor: Cursor,
}

/// A line of the tree.
pub enum Line {
    /// An administrator.
    Node(Box<Node>),
    /// Those who come after the last one read; how many, and their level.
    More(usize, usize),
}

impl Line {
    fn level(&self) -> usize {
        match self {
            Self::Node(node) => node.follows.len(),
            Self::More(_, level) => *level,
        }
    }
}

/// The lines.
#[derive(Default)]
pub struct Branches {
    lines: Vec<Line>,
}

impl Branches {
    /// The lines.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.lines.len()
    }

    fn node(&self, row: usize) -> Option<&Node> {
        match self.lines.get(row) {
            Some(Line::Node(node)) => Some(node),
            _ => None,
        }
    }

    /// The number of the administrator of a line.
    pub fn at(&self, row: usize) -> Option<i64> {
        self.node(row).map(|node| node.row.id.0)
    }

    /// The line of an administrator.
    pub fn line_of(&self, number: i64) -> Option<usize> {
        (0..self.lines.len()).find(|row| self.at(*row) == Some(number))
    }

    /// The line of the parent of a line.
    pub fn parent_line(&self, row: usize) -> Option<usize> {
        let level = self.lines.get(row)?.level();
        (0..row).rev().find(|above| self.lines[*above].level() < level)
    }

    /// Reads again what is unfolded, from the actor down.
    pub fn read(&mut self, desk: &Desk) -> Result<()> {
        let shown: BTreeMap<i64, usize> = (0..self.lines.len())
            .filter_map(|row| {
                let node = self.node(row).filter(|node| node.open)?;
                let level = node.follows.len();
                let own = self.lines[row + 1..].iter().take_while(|line| line.level() > level);
                Some((node.row.id.0, own.filter(|line| line.level() == level + 1).count().max(CHUNK)))
            })
            .collect();
        let first = self.lines.is_empty();
        self.lines.clear();
        let Some(root) = desk.actor.id else { return Ok(()) };
        let Some((cursor, row)) = desk.console.admin_row(root)? else { return Ok(()) };
        let below = desk.console.children(root)?;
        self.lines.push(Line::Node(Box::new(Node { row, below, open: false, follows: vec![false], cursor })));
        if first {
            return self.turn(desk, 0);
        }
        let mut row = 0;
        while row < self.lines.len() {
            let many = self.at(row).and_then(|number| shown.get(&number).copied());
            if let Some(many) = many {
                self.unfold(desk, row, many)?;
            }
            row += 1;
        }
        Ok(())
    }

    /// The administrators whom a filter lets through, by name, and the lines of them, each below those above them. At
    /// most [`FOUND`] of them, and one more where there are more.
    pub fn found(desk: &Desk, filter: Filter) -> Result<(Self, Vec<i64>)> {
        let query = Query { list: List::Admins, filter, sort: Sort::Name, descending: false };
        let hits = desk.console.admins(&query, &From::Start, FOUND + 1)?;
        let numbers = hits.iter().map(|(_, row)| row.id.0).collect();
        let mut kept: BTreeMap<i64, (Cursor, AdminRow)> = BTreeMap::new();
        let mut below: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
        for (cursor, row) in hits.into_iter().take(FOUND) {
            let mut number = row.id.0;
            kept.insert(number, (cursor, row));
            while Some(number) != desk.actor.id.map(|id| id.0) {
                let Some(parent) = desk.console.record::<Admin>(number)?.parent else { break };
                let own = below.entry(parent.0).or_default();
                if own.contains(&number) {
                    break;
                }
                own.push(number);
                number = parent.0;
                if !kept.contains_key(&number)
                    && let Some((cursor, row)) = desk.console.admin_row(parent)?
                {
                    kept.insert(number, (cursor, row));
                }
            }
        }
        let mut found = Self::default();
        if let Some(root) = desk.actor.id.filter(|root| kept.contains_key(&root.0)) {
            found.grow(desk, &mut kept, &below, root.0, vec![false]);
        }
        Ok((found, numbers))
    }

    /// Adds the lines of one that is kept and of those kept below it, by name.
    fn grow(
        &mut self,
        desk: &Desk,
        kept: &mut BTreeMap<i64, (Cursor, AdminRow)>,
        below: &BTreeMap<i64, Vec<i64>>,
        number: i64,
        follows: Vec<bool>,
    ) {
        let Some((cursor, row)) = kept.remove(&number) else { return };
        let mut own: Vec<i64> = below.get(&number).cloned().unwrap_or_default();
        own.sort_by_cached_key(|number| kept.get(number).map(|(_, row)| sort_key(&row.username)));
        let all = desk.console.children(row.id).unwrap_or(0);
        let node = Node { row, below: all, open: !own.is_empty(), follows: follows.clone(), cursor };
        self.lines.push(Line::Node(Box::new(node)));
        let last = own.len().saturating_sub(1);
        for (at, number) in own.into_iter().enumerate() {
            let follows = follows.iter().copied().chain([at < last]).collect();
            self.grow(desk, kept, below, number, follows);
        }
    }

    /// Unfolds a line, or folds it.
    pub fn turn(&mut self, desk: &Desk, row: usize) -> Result<()> {
        let Some(Line::Node(node)) = self.lines.get_mut(row) else { return Ok(()) };
        if !node.open {
            return self.unfold(desk, row, CHUNK);
        }
        node.open = false;
        let level = node.follows.len();
        let own = self.lines[row + 1..].iter().take_while(|line| line.level() > level).count();
        self.lines.drain(row + 1..=row + own);
        Ok(())
    }

    fn unfold(&mut self, desk: &Desk, row: usize, many: usize) -> Result<()> {
        let Some(Line::Node(node)) = self.lines.get_mut(row) else { return Ok(()) };
        if node.below == 0 {
            return Ok(());
        }
        node.open = true;
        let (parent, below, follows) = (node.row.username.clone(), node.below, node.follows.clone());
        let read = desk.console.below(&parent, None, many)?;
        let lines = lines(desk, read, below, &follows)?;
        self.lines.splice(row + 1..=row, lines);
        Ok(())
    }

    /// Reads the next ones where the line stands for them.
    pub fn more(&mut self, desk: &Desk, row: usize) -> Result<()> {
        let Some(Line::More(left, _)) = self.lines.get(row) else { return Ok(()) };
        let left = *left;
        let parent = self.parent_line(row).and_then(|parent| self.node(parent));
        let (Some(parent), Some(last)) = (parent, self.last_before(row)) else { return Ok(()) };
        let follows = parent.follows.clone();
        let read = desk.console.below(&parent.row.username, Some(&last.cursor), CHUNK)?;
        let lines = lines(desk, read, left, &follows)?;
        self.lines.splice(row..=row, lines);
        Ok(())
    }

    /// The last administrator read on the level of a line that stands for more.
    fn last_before(&self, row: usize) -> Option<&Node> {
        let level = self.lines.get(row)?.level();
        (0..row).rev().filter_map(|above| self.node(above)).find(|node| node.follows.len() == level)
    }

    /// Unfolds all that stand above an administrator.
    pub fn unfold_to(&mut self, desk: &Desk, number: i64) -> Result<()> {
        let mut above = Vec::new();
        let mut next: Option<Admin> = desk.console.record(number).ok();
        while let Some(parent) = next.and_then(|admin| admin.parent) {
            above.push(parent.0);
            next = desk.console.record(parent.0).ok();
        }
        for number in above.into_iter().rev() {
            let Some(row) = self.seek(desk, number)? else { continue };
            if self.node(row).is_some_and(|node| !node.open) {
                self.unfold(desk, row, CHUNK)?;
            }
        }
        self.seek(desk, number)?;
        Ok(())
    }

    /// The line of an administrator, reading on where it may be among those not read yet.
    fn seek(&mut self, desk: &Desk, number: i64) -> Result<Option<usize>> {
        loop {
            if let Some(row) = self.line_of(number) {
                return Ok(Some(row));
            }
            let more = self.lines.iter().rposition(|line| matches!(line, Line::More(..)));
            let Some(more) = more else { return Ok(None) };
            self.more(desk, more)?;
        }
    }
}

/// The lines of those below one, of whom so many are left.
fn lines(desk: &Desk, read: Vec<(Cursor, AdminRow)>, left: usize, above: &[bool]) -> Result<Vec<Line>> {
    let rest = left.saturating_sub(read.len());
    let last = read.len().saturating_sub(1);
    let mut lines = Vec::with_capacity(read.len() + 1);
    for (at, (cursor, row)) in read.into_iter().enumerate() {
        let mut follows = above.to_vec();
        follows.push(at < last || rest > 0);
        let below = desk.console.children(row.id)?;
        lines.push(Line::Node(Box::new(Node { row, below, open: false, follows, cursor })));
    }
    if rest > 0 && !lines.is_empty() {
        lines.push(Line::More(rest, above.len() + 1));
    }
    Ok(lines)
}
