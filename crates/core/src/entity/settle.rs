//! The last step of recognition: entities that nothing mentions go, the others get their mentions.

use super::{Entities, Mention};
use crate::id::{EntityId, Id, MentionId};

/// Gives each entity its mentions and leaves out those without any.
pub(super) fn settle(entities: Entities) -> Entities {
    let mut used = vec![false; entities.entities.len()];
    for mention in entities.mentions.iter() {
        used[mention.entity.index()] = true;
        for (id, _) in &mention.readings {
            used[id.index()] = true;
        }
    }
    for at in 0..used.len() {
        // Members have no members themselves.
        if used[at] {
            for member in &entities.entities[EntityId::from_index(at)].members {
                used[member.index()] = true;
            }
        }
    }
    let mut settled = Entities::default();
    let mut map = vec![EntityId(0); used.len()];
    for ((at, entity), _) in entities.entities.into_iter().enumerate().zip(&used).filter(|(_, used)| **used) {
        map[at] = settled.entities.push(entity);
    }
    for id in settled.entities.ids() {
        for member in &mut settled.entities[id].members {
            *member = map[member.index()];
        }
    }
    let mut mentions: Vec<Mention> = entities.mentions.into_iter().collect();
    let mut counts = vec![0_u32; settled.entities.len()];
    for mention in &mut mentions {
        mention.entity = map[mention.entity.index()];
        counts[mention.entity.index()] += 1;
    }
    for (id, count) in settled.entities.ids().zip(counts) {
        settled.entities[id].mentions.reserve_exact(count as usize);
    }
    for (at, mention) in mentions.iter_mut().enumerate() {
        for (id, _) in &mut mention.readings {
            *id = map[id.index()];
        }
        settled.entities[mention.entity].mentions.push(MentionId::from_index(at));
    }
    settled.mentions = mentions.into();
    settled
}
