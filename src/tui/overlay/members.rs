//! The members of a group as a layer: added with a filtering picker, taken out with a key, staged one by one (U-62).

use std::rc::Rc;

use super::super::action::Action;
use super::super::canvas::Canvas;
use super::super::desk::Desk;
use super::super::event::Event;
use super::super::layer::{Answer, Layer};
use super::super::place::Place;
use super::super::theme::Tone;
use super::super::widget::choice::{Choice, Chosen, Item};
use super::super::widget::mark::{Lock, Standing};
use super::super::widget::sheet::{Sheet, SheetRow};
use super::{Message, name_of};
use crate::domain::command::{Ref, SetGroupMember};
use crate::domain::id::{GroupId, UserId};
use crate::service::view::{Filter, From, List, Query, Sort, UserRow, terms_of};
use crate::service::{Belonging, Console, Result};
use crate::text::{Shown, show};

/// How many members are shown, and how many users are offered at once.
const SHOWN: usize = 500;
const OFFERED: usize = 20;

/// The least rows and columns of the list.
const ROOM: (u16, u16) = (76, 18);

/// A user who is in the group, was, or will be.
#[derive(Clone, Debug)]
struct Member {
    user: UserId,
    name: String,
    stored: bool,
    now: bool,
}

/// The members of a group, and the picker of a user over them.
pub struct MembersLayer {
    group: (GroupId, String),
    members: Vec<Member>,
    more: usize,
    sheet: Sheet<UserId>,
    console: Rc<Console>,
    adding: Option<Choice<(UserId, String)>>,
    last: Option<UserId>,
    refusal: Option<Shown>,
}

/// Opens the members of a group, the draft on top.
///
/// # Errors
/// Not found, signed out, or the store.
pub fn open(desk: &Desk, group: GroupId) -> Result<MembersLayer> {
    let name = name_of(desk, group.subject())?;
    let found = desk.console.group_members(group, &desk.staged, SHOWN)?;
    let member = |member: Belonging<(UserId, String)>| {
        let (user, name) = member.of;
        Member { user, name, stored: member.stored > 0, now: member.rank > 0 }
    };
    let console = Rc::new(desk.console.again()?);
    let mut layer = MembersLayer {
        group: (group, name),
        members: found.members.into_iter().map(member).collect(),
        more: found.more,
        sheet: Sheet::default(),
        console,
        adding: None,
        last: None,
        refusal: None,
    };
    layer.fill();
    Ok(layer)
}

impl MembersLayer {
    fn fill(&mut self) {
        let row = |member: &Member| {
            let before = (member.stored != member.now).then_some(u8::from(member.stored));
            let standing = Standing { now: u8::from(member.now), before, lock: Lock::Free };
            let mark = (standing.switch(), standing.tone());
            SheetRow::toggle(member.user, mark, show(&member.name), Shown::default())
        };
        self.sheet.set(self.members.iter().map(row).collect());
    }

    fn set(&mut self, user: UserId, name: String, now: bool) -> Answer<Message> {
        match self.members.iter_mut().find(|member| member.user == user) {
            Some(member) => member.now = now,
            None => self.members.push(Member { user, name: name.clone(), stored: false, now }),
        }
        self.fill();
        let at = self.members.iter().position(|member| member.user == user);
        self.sheet.select(at.unwrap_or(0));
        self.last = Some(user);
        let group = Ref::pinned(self.group.1.clone(), self.group.0.0);
        let command = SetGroupMember { group, user: Ref::pinned(name, user.0), value: now };
        Answer::Say(Message::Replace { commands: vec![command.into()] })
    }

    fn turn(&mut self, to: Option<bool>) -> Answer<Message> {
        let selected = self.sheet.selected().and_then(|row| row.of);
        let member = selected.and_then(|user| self.members.iter().find(|member| member.user == user));
        let Some(Member { user, name, now, .. }) = member.cloned() else { return Answer::Used };
        match to.unwrap_or(!now) {
            to if to == now => Answer::Used,
            to => self.set(user, name, to),
        }
    }

    fn on_choice(&mut self, mut choice: Choice<(UserId, String)>, event: Event<'_>) -> Answer<Message> {
        match choice.on(event) {
            Chosen::Picked((user, name)) => self.set(user, name, true),
            Chosen::Closed => Answer::Used,
            Chosen::Used | Chosen::Passed => {
                self.adding = Some(choice);
                Answer::Used
            }
        }
    }
}

/// The users that fit what is typed.
fn offered(console: &Console, typed: &str) -> Vec<Item<(UserId, String)>> {
    let filter = Filter::parse(typed, terms_of(List::Users));
    let query = Query { list: List::Users, filter, sort: Sort::Name, descending: false };
    let rows = console.window::<UserRow>(&query, &From::Start, OFFERED).unwrap_or_default();
    let item = |row: UserRow| {
        let remark = row.extension.as_deref().map(show).unwrap_or_default();
        Item::new((row.id, row.display_name.clone()), show(&row.display_name)).remark(remark)
    };
    rows.into_iter().map(|(_, row)| item(row)).collect()
}

impl Layer<Message> for MembersLayer {
    fn place(&self) -> Place {
        if self.adding.is_some() { Place::Choice } else { Place::Members }
    }

    fn on(&mut self, event: Event<'_>) -> Answer<Message> {
        self.refusal = None;
        if let Some(choice) = self.adding.take() {
            return self.on_choice(choice, event);
        }
        let Event::Action(action) = event else { return Answer::Used };
        match action {
            Action::Back => Answer::Close,
            Action::Review => Answer::CloseWith(Message::Act(Action::Review)),
            Action::Toggle => self.turn(None),
            Action::TakeOut => self.turn(Some(false)),
            Action::AddToOrder => {
                let console = Rc::clone(&self.console);
                let lookup = Box::new(move |typed: &str| offered(&console, typed));
                self.adding = Some(Choice::with_lookup(Vec::new(), Some(lookup)));
                Answer::Used
            }
            Action::Quit | Action::Lock | Action::Help => Answer::Passed,
            moved => {
                self.sheet.on(moved);
                Answer::Used
            }
        }
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>) {
        let texts = &canvas.look.texts;
        let title = texts.with("members-title", &[("name", (&self.group.1).into())]);
        let none = texts.get("members-none");
        let add = texts.get("members-add");
        let foot = match (&self.refusal, self.more) {
            (Some(why), _) => Some((why.clone(), Tone::Refused)),
            (None, 0) => None,
            (None, more) => Some((texts.with("members-more", &[("count", more.into())]), Tone::Dim)),
        };
        let (width, height) = (canvas.width().saturating_sub(6).min(ROOM.0), canvas.height().saturating_sub(4));
        let mut popup = canvas.popup(width, height.min(ROOM.1), &title);
        let lines = foot.as_ref().map(|(text, _)| text.wrap(usize::from(popup.width()))).unwrap_or_default();
        let rows = popup.height().saturating_sub(u16::try_from(lines.len()).unwrap_or(0));
        for (y, line) in (rows..).zip(&lines) {
            popup.text(0, y, line, foot.as_ref().map_or(Tone::Dim, |(_, tone)| *tone));
        }
        let mut list = popup.part(0, 0, width, rows);
        if self.members.is_empty() {
            list.paragraph(0, &none, Tone::Dim);
        } else {
            self.sheet.draw(&mut list, true);
        }
        if let Some(choice) = &mut self.adding {
            let (width, height) = (canvas.width().saturating_sub(12).min(66), canvas.height().saturating_sub(6));
            choice.draw(&mut canvas.popup(width, height.min(14), &add), &none);
        }
    }

    /// What was refused is as it was.
    fn refused(&mut self, _field: Option<&str>, why: Shown) {
        if let Some(user) = self.last.take() {
            self.members.iter_mut().filter(|member| member.user == user).for_each(|member| member.now = !member.now);
            self.members.retain(|member| member.now || member.stored || member.user != user);
            self.fill();
        }
        self.refusal = Some(why);
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{EN, screen};
    use super::super::testing::{desk, keys, run, typed};
    use super::*;

    const PEOPLE: &str = r#"[
        {"do":"create_user","display_name":"Amélie Roy","site":"mtl"},
        {"do":"create_user","display_name":"Zoé Girard","site":"mtl"},
        {"do":"create_group","name":"Ventes"},
        {"do":"set_group_member","group":"Ventes","user":"Amélie Roy","value":true}
    ]"#;

    fn said(answer: Answer<Message>) -> String {
        let Answer::Say(Message::Replace { commands }) = answer else { panic!("{answer:?}") };
        serde_json::to_string(&commands).unwrap()
    }

    fn shown(layer: &mut MembersLayer) -> String {
        screen(EN, 80, 24, |canvas| layer.draw(canvas)).join("\n")
    }

    #[test]
    fn u_62_members_are_added_by_typing_and_taken_out_by_a_key() {
        let (_dir, mut desk) = desk(EN);
        run(&mut desk, PEOPLE);
        let mut layer = open(&desk, GroupId(1)).unwrap();
        assert!(shown(&mut layer).contains("> [x] Amélie Roy"), "{}", shown(&mut layer));
        assert!(said(keys(&mut layer, "d")).contains(r#""user":{"name":"Amélie Roy","number":1},"value":false"#));
        assert!(shown(&mut layer).contains("> [-] Amélie Roy"));
        assert!(said(keys(&mut layer, "Space")).contains(r#""value":true"#));
        keys(&mut layer, &format!("a {}", typed("zoe")));
        assert_eq!(layer.place(), Place::Choice);
        assert!(said(keys(&mut layer, "Enter")).contains(r#""user":{"name":"Zoé Girard","number":2},"value":true"#));
        assert!(shown(&mut layer).contains("> [+] Zoé Girard"), "{}", shown(&mut layer));
        layer.refused(None, show("Not now."));
        let after = shown(&mut layer);
        assert!(after.contains("Not now.") && !after.contains("Zoé"), "{after}");
        assert_eq!(keys(&mut layer, "w"), Answer::CloseWith(Message::Act(Action::Review)));
        assert_eq!(keys(&mut layer, "Esc"), Answer::Close);
    }
}
