//! The figures to reach, the figures reached, and the figures that the page shows.

use crate::Outcome;
use crate::program::Reading;
use std::fs;

const GATES: &str = "crates/core/tests/gates.tsv";
const SHOWN: &str = "crates/core/data/accuracy.tsv";

/// A figure as measured now. All are the better the higher they are.
pub struct Measure {
    pub key: String,
    pub value: f64,
}

/// A line of the file of gates: key, words, figure to reach, gate, and where the page shows it, its words there.
struct Gate {
    key: String,
    words: String,
    goal: f64,
    gate: f64,
    shown: String,
}

pub struct Gates {
    head: String,
    lines: Vec<Gate>,
}

impl Gates {
    pub fn read() -> Outcome<Gates> {
        let file = fs::read_to_string(GATES)?;
        let (head, lines): (Vec<&str>, Vec<&str>) = file.lines().partition(|line| line.starts_with('#'));
        let lines = lines.into_iter().map(Gate::parse).collect::<Outcome<_>>()?;
        Ok(Gates { head: head.join("\n"), lines })
    }

    /// The table for people.
    pub fn print(&self, found: &[Measure]) {
        println!("{:60} {:>7} {:>7} {:>7}", "measure", "aim", "gate", "reached");
        for gate in &self.lines {
            let Gate { words, goal, gate: least, .. } = gate;
            match gate.among(found) {
                Some(value) => {
                    let verdict = if value < *least { "  BELOW THE GATE" } else { "" };
                    let short = if verdict.is_empty() && value < *goal { "  short of the aim" } else { "" };
                    println!("{words:60} {goal:7.1} {least:7.1} {value:7.1}{verdict}{short}");
                }
                None => println!("{words:60} {goal:7.1} {least:7.1} skipped"),
            }
        }
    }

    /// Whether nothing fell below its gate.
    pub fn hold(&self, found: &[Measure]) -> bool {
        self.lines.iter().all(|gate| gate.among(found).is_none_or(|value| value >= gate.gate))
    }

    /// Takes what is better than before for the new gates, and writes the page's figures.
    pub fn raise(&mut self, found: &[Measure]) -> Outcome<()> {
        for gate in &mut self.lines {
            gate.gate = gate.among(found).map_or(gate.gate, |value| value.max(gate.gate));
        }
        let lines = self.lines.iter().map(Gate::spelled);
        fs::write(GATES, format!("{}\n{}", self.head, lines.collect::<String>()))?;
        fs::write(SHOWN, self.shown(found, &fs::read_to_string(SHOWN)?))?;
        Ok(())
    }

    /// Whether the page shows just these figures.
    pub fn figures_are_shown(&self, found: &[Measure]) -> Outcome<bool> {
        let file = fs::read_to_string(SHOWN)?;
        let same = self.shown(found, &file) == file;
        if !same {
            println!("\n{SHOWN} holds other figures: `cargo xtask score --update` writes them");
        }
        Ok(same)
    }

    /// The page's file: words, figure by rules, figure by the model. What was not measured now stays as it is in
    /// `before`.
    fn shown(&self, found: &[Measure], before: &str) -> String {
        let mut file = "# measure\tby rules\tby the model\n".to_owned();
        for gate in self.lines.iter().filter(|gate| !gate.shown.is_empty()) {
            let old: Vec<&str> = before
                .lines()
                .find_map(|line| line.strip_prefix(&gate.shown)?.strip_prefix('\t'))
                .map(|values| values.split('\t').collect())
                .unwrap_or_default();
            file.push_str(&gate.shown);
            for (column, reading) in Reading::ALL.into_iter().enumerate() {
                // Names are recognised alike in both readings, and measured once.
                let of = |key: &str| found.iter().find(|measure| measure.key == key);
                let new = of(&reading.key(&gate.key)).or_else(|| of(&gate.key));
                let new = new.map(|measure| format!("{:.0} %", measure.value));
                let old = old.get(column).map(|value| (*value).to_owned());
                file.push('\t');
                file.push_str(&new.or(old).unwrap_or_default());
            }
            file.push('\n');
        }
        file
    }
}

impl Gate {
    fn parse(line: &str) -> Outcome<Gate> {
        let fields: Vec<&str> = line.split('\t').collect();
        let [key, words, goal, gate, shown] = fields[..] else {
            return Err(format!("{GATES}: not five fields: {line}").into());
        };
        Ok(Gate {
            key: key.to_owned(),
            words: words.to_owned(),
            goal: goal.parse()?,
            gate: gate.parse()?,
            shown: shown.to_owned(),
        })
    }

    fn spelled(&self) -> String {
        let Gate { key, words, goal, gate, shown } = self;
        format!("{key}\t{words}\t{goal}\t{gate:.1}\t{shown}\n")
    }

    fn among(&self, found: &[Measure]) -> Option<f64> {
        found.iter().find(|measure| measure.key == self.key).map(|measure| measure.value)
    }
}
