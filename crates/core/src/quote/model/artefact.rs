//! The trained weights as a file: numbers for the whole model, then tables of weights, read in place.

use super::confidence::Calibration;
use super::frames::Model;
use super::parse::Parser;
use super::weights::{Table, Weights};

/// The first bytes of the file, with its version.
pub const MAGIC: [u8; 4] = *b"RDA2";

/// Widths of the tables in the order of the file: cues' emissions and edges, roles' emissions and edges,
/// stretches, their takers, the parser's actions and relations.
pub const WIDTHS: [usize; 8] = [1, 2, 2, 4, 1, 1, 4, 16];

/// How many numbers stand before the tables.
pub const NUMBERS: usize = 3 + Calibration::LENGTH;

impl<'a> Model<'a> {
    /// Reads a model in place; nothing if the bytes are no model of this version.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut rest = bytes.strip_prefix(&MAGIC)?;
        let mut numbers = [0.0; NUMBERS];
        for number in &mut numbers {
            *number = take_number(&mut rest)?;
        }
        let mut tables = [Table { bits: 0, scale: 0.0, rows: &[] }; WIDTHS.len()];
        for (table, width) in tables.iter_mut().zip(WIDTHS) {
            let (bits, after) = rest.split_first()?;
            rest = after;
            let scale = take_number(&mut rest)?;
            let (rows, after) = rest.split_at_checked(width.checked_shl(u32::from(*bits))?)?;
            rest = after;
            *table = Table { bits: u32::from(*bits), scale, rows };
        }
        let [cue, cue_edges, roles, role_edges, stretch, taker, actions, relations] = tables;
        let [cue_bias, second_bias, stretch_bias, calibration @ ..] = numbers;
        Some(Self {
            cue: Weights { emissions: cue, edges: cue_edges },
            roles: Weights { emissions: roles, edges: role_edges },
            stretch: Weights { emissions: stretch, edges: Table { bits: 0, scale: 0.0, rows: &[] } },
            taker,
            parser: Parser { actions, relations },
            cue_bias,
            second_bias,
            stretch_bias,
            calibration: Calibration(calibration),
        })
    }

    /// Writes the model as [`Model::read`] reads it.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        let head = [self.cue_bias, self.second_bias, self.stretch_bias];
        for number in head.iter().chain(&self.calibration.0) {
            bytes.extend(number.to_le_bytes());
        }
        let Self { cue, roles, stretch, taker, parser, .. } = self;
        for table in [
            cue.emissions,
            cue.edges,
            roles.emissions,
            roles.edges,
            stretch.emissions,
            *taker,
            parser.actions,
            parser.relations,
        ] {
            bytes.push(table.bits as u8);
            bytes.extend(table.scale.to_le_bytes());
            bytes.extend_from_slice(table.rows);
        }
        bytes
    }
}

fn take_number(rest: &mut &[u8]) -> Option<f32> {
    let (number, after) = rest.split_first_chunk::<4>()?;
    *rest = after;
    Some(f32::from_le_bytes(*number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_is_read_as_it_was_written() {
        let bytes = include_bytes!("../../../models/attribution.bin");
        let model = Model::read(bytes).expect("it is a model");
        let written = model.write();
        let read = Model::read(&written).expect("it is a model");
        assert_eq!(read.write(), written);
        assert!(Model::read(&written[..written.len() - 1]).is_none());
        assert!(Model::read(b"RDA1").is_none());
    }
}
