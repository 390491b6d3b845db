//! The filters that a person saved: chosen among the views of a list, saved from what is typed, forgotten.

use super::super::desk::Desk;
use super::super::widget::choice::Item;
use super::super::widget::form::{Button, Field};
use super::Message;
use super::form::FormLayer;
use super::pick::PickLayer;
use crate::service::view::List;
use crate::text::{Shown, show};

/// What is done about saved filters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Ask for the name under which that filter of a list is saved.
    Name(List, String),
    /// Save it.
    Keep {
        /// Of which list.
        list: List,
        /// Under which name.
        name: String,
        /// The filter.
        filter: String,
    },
    /// Ask which one of a list is to be forgotten.
    Choose(List),
    /// Forget that one.
    Forget(List, String),
}

/// The views of a list: those of the console, one's own, and what can be done about these. `typed`: the filter of now.
pub fn views(desk: &Desk, title: Shown, mut items: Vec<Item<Message>>, list: List, typed: &str) -> PickLayer {
    let texts = &desk.look.texts;
    let own: Vec<_> = desk.saved.iter().filter(|saved| saved.list == list.as_str()).collect();
    items.extend(
        own.iter().map(|saved| {
            Item::new(Message::Filter(saved.filter.clone()), show(&saved.name)).remark(show(&saved.filter))
        }),
    );
    let typed = typed.trim();
    if !typed.is_empty() && own.iter().all(|saved| saved.filter != typed) {
        let wish = Message::Saved(Saving::Name(list, typed.to_owned()));
        items.push(Item::new(wish, texts.get("saved-save")).remark(show(typed)));
    }
    if !own.is_empty() {
        items.push(Item::new(Message::Saved(Saving::Choose(list)), texts.get("saved-forget")));
    }
    PickLayer::new(title, texts.get("views-none"), items)
}

/// Asks for the name of a filter.
pub fn name(desk: &Desk, list: List, filter: String) -> FormLayer {
    let texts = &desk.look.texts;
    let fields = vec![Field::text("name", texts.field("name"), "").required()];
    let buttons = vec![(Button::Save, texts.get("columns-keep")), (Button::Cancel, texts.get("form-cancel"))];
    let intro = texts.with("saved-about", &[("filter", (&filter).into())]);
    let layer = FormLayer::asking(desk, texts.get("saved-title"), fields, buttons, move |form, _| {
        Message::Saved(Saving::Keep { list, name: form.text("name"), filter: filter.clone() })
    });
    layer.intro(intro)
}

/// Asks which filter is to be forgotten.
pub fn forget(desk: &Desk, list: List) -> PickLayer {
    let texts = &desk.look.texts;
    let item = |name: &str, filter: &str| {
        Item::new(Message::Saved(Saving::Forget(list, name.to_owned())), show(name)).remark(show(filter))
    };
    let own = desk.saved.iter().filter(|saved| saved.list == list.as_str());
    let items = own.map(|saved| item(&saved.name, &saved.filter)).collect();
    PickLayer::new(texts.get("saved-forget-title"), texts.get("views-none"), items)
}
