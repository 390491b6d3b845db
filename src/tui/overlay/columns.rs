//! The columns of a list, chosen by whoever looks at it.

use super::super::desk::Desk;
use super::super::widget::form::{Button, Field, Value};
use super::super::widget::table::Column;
use super::Message;
use super::form::FormLayer;
use crate::service::view::List;

/// Offers the columns of a list that can be chosen; the others always stand there.
pub fn choose(desk: &Desk, list: List, columns: Vec<Column>) -> FormLayer {
    let texts = &desk.look.texts;
    let field = |column: &Column| Field::switch(column.id, column.title.clone(), desk.columns.has(list, column));
    let fields = columns.iter().map(field).collect();
    let buttons = vec![
        (Button::Save, texts.get("columns-keep")),
        (Button::StageOnly, texts.get("columns-usual")),
        (Button::Cancel, texts.get("form-cancel")),
    ];
    let layer = FormLayer::asking(desk, texts.get("columns-title"), fields, buttons, move |form, button| {
        let on = |(id, value): (&str, Value)| matches!(value, Value::On(true)).then(|| id.to_owned());
        let chosen = (button == Button::Save).then(|| form.values().filter_map(on).collect());
        Message::Columns(list, chosen)
    });
    layer.intro(texts.get("columns-about"))
}
