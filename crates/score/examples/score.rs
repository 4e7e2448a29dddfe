//! Prints the whole table: `score GOLD.jsonl PREDICTIONS.jsonl`.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut paths = std::env::args().skip(1);
    let (Some(gold), Some(predicted)) = (paths.next(), paths.next()) else {
        return Err("usage: score GOLD.jsonl PREDICTIONS.jsonl".into());
    };
    let gold = readout_score::read(&std::fs::read_to_string(gold)?)?;
    let predicted = readout_score::read(&std::fs::read_to_string(predicted)?)?;
    println!("{}", readout_score::score(&gold, &predicted)?.report());
    Ok(())
}
