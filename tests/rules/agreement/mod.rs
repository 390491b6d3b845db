//! The engine and the reference, side by side over random steps: `GUICHET_STEPS` of them, or some thousand.

mod ops;

use guichet::domain::cell::{State as Cell, admin_cells};
use guichet::domain::engine::effective;
use guichet::domain::id::{AdminId, SiteId};
use guichet::domain::plan::Plan;
use guichet::domain::refusal::Refusal;
use guichet::domain::value::Status;
use serde_json::Value;

use self::ops::{Dice, Op, command, proposed, read};
use crate::reference::State;
use crate::undo::undo;
use crate::world::World;

/// One history: the engine's world, the reference's state, and what was done last.
struct History {
    world: World,
    state: State,
    last: Option<(Plan, State)>,
    made: (i64, i64),
    applied: usize,
    log: Vec<String>,
}

impl History {
    fn new() -> Self {
        let world = World::new();
        let state = read(&world);
        let made = (world.facts.admins.len() as i64, world.facts.roles.len() as i64);
        Self { world, state, last: None, made, applied: 0, log: Vec::new() }
    }

    fn op(&self, dice: &mut Dice, after: usize) -> Op {
        let people: Vec<i64> = self.state.people.keys().copied().chain([self.made.0 + 1]).collect();
        let roles: Vec<i64> = self.state.roles.keys().copied().collect();
        let (who, other, role) = (dice.one(&people), dice.one(&people), dice.one(&roles));
        let (key, site, on) = (dice.one(&self.state.resources), dice.below(3) as i64 + 1, dice.chance(2));
        let licence = dice.one(&[0, 0, 1, 1, 2]);
        match dice.below(24) {
            0..=5 => Op::ByHand(who, key, dice.one(&[None, Some(0), Some(1), Some(2)])),
            6..=7 => Op::Role(who, Some(role).filter(|_| !dice.chance(4))),
            8..=10 => Op::Site(who, site, on),
            11..=12 => Op::AllSites(who, on),
            13..=15 => Op::Under(who, other),
            16..=17 => Op::Enabled(who, on, dice.chance(2)),
            18 if after == 0 && people.len() < 14 => {
                let sites = if on { vec![site] } else { Vec::new() };
                Op::Make(self.made.0 + 1, sites, dice.chance(3))
            }
            19 => Op::Delete(who),
            20 if after == 0 => Op::Transfer(who),
            21 => Op::Licence(role, licence),
            22 if after == 0 && roles.len() < 8 => Op::MakeRole(self.made.1 + 1, licence),
            23 => Op::DropRole(role),
            _ => Op::Cell(role, key, dice.below(3) as u8),
        }
    }

    fn step(&mut self, dice: &mut Dice) {
        let people: Vec<i64> = self.state.people.keys().copied().collect();
        let actor = if dice.chance(3) { self.state.owner() } else { dice.one(&people) };
        let name = self.world.facts.admins[&actor].username.clone();
        if dice.chance(30) {
            return self.sign_in(dice.one(&people));
        }
        let (what, plan, after) = match self.last.take().filter(|_| dice.chance(6)) {
            Some((plan, was)) => {
                let comes_back = was.roles.keys().any(|id| !self.state.roles.contains_key(id));
                let signed_in =
                    |state: &State| state.people.iter().map(|(id, p)| (*id, p.signed_in)).collect::<Vec<_>>();
                debug_assert!(signed_in(&was).len() <= self.state.people.len() + 9);
                let after = Some(was).filter(|_| !comes_back);
                ("undo".to_owned(), undo(&self.world, &name, &plan), after)
            }
            None => self.batch(dice, actor, &name),
        };
        let after = after.filter(|after| self.state.may(actor, after));
        self.log.push(format!("{name}: {what} -> {}", if after.is_some() { "done" } else { "refused" }));
        match (plan, after) {
            (Ok(plan), Some(after)) => {
                let was = std::mem::replace(&mut self.state, after);
                if plan.changes.iter().any(|change| !change.effect) {
                    self.world.facts.apply(&plan);
                    self.last = Some((plan, was));
                    self.applied += 1;
                }
            }
            (Err(_), None) => {}
            (engine, _) => self.differ(&format!("the engine says {:?}", engine.map(|p| p.changes.len()))),
        }
        self.made.0 = self.made.0.max(self.world.facts.admins.keys().copied().max().unwrap_or(0));
        self.made.1 = self.made.1.max(self.world.facts.roles.keys().copied().max().unwrap_or(0));
        if read(&self.world) != self.state {
            self.differ("the records are not the same");
        }
    }

    /// One to three Commands at once, as an import or a draft sends them.
    fn batch(&self, dice: &mut Dice, actor: i64, name: &str) -> (String, Result<Plan, Refusal>, Option<State>) {
        let length = if dice.chance(4) { 1 + dice.below(3) } else { 1 };
        let mut ops: Vec<Op> = Vec::new();
        for at in 0..length {
            ops.push(self.op(dice, at));
            if matches!(ops[at], Op::Transfer(_)) {
                break;
            }
        }
        let after = ops.iter().try_fold(self.state.clone(), |state, op| proposed(&state, actor, op));
        let plan = self.world.plan(name, Value::Array(ops.iter().map(command).collect()));
        (format!("{ops:?}"), plan, after)
    }

    fn sign_in(&mut self, who: i64) {
        self.last = None;
        self.world.facts.signed_in.insert(AdminId(who));
        self.state.people.get_mut(&who).expect("one of them").signed_in = true;
        let admin = self.world.facts.admins.get_mut(&who).expect("one of them");
        if admin.status == Status::Invited {
            admin.status = Status::Active;
        }
    }

    /// What everybody holds, and what the cells of one say to another.
    fn compare(&self, dice: &mut Dice) {
        for (id, admin) in &self.world.facts.admins {
            let holds = effective(&self.world.facts, &self.world.catalogue, admin).expect("the memory always answers");
            for (key, level) in &holds.resources {
                if self.state.holds(*id, key.as_str()) != *level as u8 {
                    self.differ(&format!("{} holds {key} {level}", admin.username));
                }
            }
            let sites = (1..=3).map(|site| holds.sites.reaches(Some(SiteId(site)))).chain([holds.sites.reaches(None)]);
            let other = (1..=3).map(|site| self.state.reaches(*id, site)).chain([self.state.reaches(*id, 0)]);
            if !sites.eq(other) {
                self.differ(&format!("{} reaches {:?}", admin.username, holds.sites));
            }
        }
        let admins: Vec<_> = self.world.facts.admins.values().collect();
        let (admin, actor) = (dice.one(&admins), dice.one(&admins));
        let acting = self.world.actor(&actor.username);
        let holds = effective(&self.world.facts, &self.world.catalogue, admin).expect("the memory always answers");
        for cell in admin_cells(&self.world.facts, self.world.context(&acting), admin, &holds).expect("it answers") {
            let key = cell.key.to_string();
            let own = self.state.own(admin.id.0, &key);
            let free = (0..=2).filter(|level| *level != own).any(|level| {
                let op = Op::ByHand(admin.id.0, key.clone(), Some(level));
                proposed(&self.state, actor.id.0, &op).is_some_and(|after| self.state.may(actor.id.0, &after))
            });
            if free != (cell.state == Cell::Free) {
                self.differ(&format!("to {} the cell {key} of {} is {:?}", actor.username, admin.username, cell.state));
            }
        }
    }

    fn differ(&self, what: &str) -> ! {
        let from = self.log.len().saturating_sub(12);
        panic!("{what}\n{}\n{:#?}", self.log[from..].join("\n"), self.state.people);
    }
}

#[test]
fn a_09_s_20_the_engine_and_the_reference_agree() {
    let steps: usize = std::env::var("GUICHET_STEPS").ok().and_then(|text| text.parse().ok()).unwrap_or(1_600);
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut applied = 0;
    for _ in 0..steps.div_ceil(400) {
        let mut history = History::new();
        for at in 0..400 {
            history.step(&mut dice);
            if at % 20 == 0 {
                history.compare(&mut dice);
            }
        }
        applied += history.applied;
    }
    assert!(applied * 8 > steps, "of {steps} steps only {applied} changed anything");
}
