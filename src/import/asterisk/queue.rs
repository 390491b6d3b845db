//! Queues: which users answer them.

use std::collections::HashMap;

use super::super::message::Caution;
use super::super::place::{Place, Warning};
use super::super::record::Field;
use super::super::value::quoted;
use super::person::People;
use super::set::Set;
use super::setting::Key;

/// Gives every user the queues they are a member of.
pub(super) fn assign(people: &mut People<'_>, set: &Set<'_>) {
    if set.queues.is_empty() {
        return;
    }
    let mut by_device: HashMap<String, usize> = HashMap::new();
    let mut by_number: HashMap<String, usize> = HashMap::new();
    for (index, draft) in people.drafts.iter_mut().enumerate() {
        draft.user.columns = draft.user.columns.with(Field::Queues);
        by_device.extend(draft.user.devices.iter().map(|device| (device.id.to_ascii_uppercase(), index)));
        by_number.extend(draft.user.extension.clone().map(|extension| (extension, index)));
        by_number.insert(draft.user.key.clone(), index);
    }
    for queue in &set.queues {
        let section = &queue.section;
        for member in section.all(Key::Member) {
            // What follows the interface is a penalty, a name and a state.
            let interface = member.split(',').next().unwrap_or_default().trim();
            let number =
                interface.split_once('/').map_or(interface, |(_, id)| id.split('@').next().unwrap_or_default());
            let owner = by_device.get(&interface.to_ascii_uppercase()).or_else(|| by_number.get(number));
            match owner.map(|&index| &mut people.drafts[index].user.queues) {
                Some(queues) if queues.iter().any(|known| known == section.name) => {}
                Some(queues) => queues.push(section.name.to_owned()),
                None => {
                    let caution =
                        Caution::QueueMemberUnknown { queue: quoted(section.name), member: quoted(interface) };
                    people.warnings.push(Warning { place: Place::line(section.file, section.line), caution });
                }
            }
        }
    }
}
