//! How well the extraction does, and how that was measured.

use crate::markup::html;
use crate::ui::Dialog;
use yew::prelude::*;

/// The figures that the project's scorer wrote: measure, value by rules, value by the model, with tabulators.
pub const MEASURES: &str = include_str!("../../crates/core/data/accuracy.tsv");

/// The figures in the order of the file, by rules and by the model; lines that begin with `#` say nothing.
pub fn measures(file: &str) -> impl Iterator<Item = (&str, [&str; 2])> {
    file.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let (name, values) = line.split_once('\t')?;
        let (rules, model) = values.split_once('\t')?;
        Some((name, [rules, model]))
    })
}

/// The panel.
pub fn accuracy_panel(on_close: Callback<()>) -> Html {
    let rows: Vec<_> = measures(MEASURES).collect();
    html! {
        <Dialog title="How it was measured" {on_close}>
            <p>{ "A program read these reports by rules and word lists, and, as soon as that is loaded, by a model that learned from annotated articles. It errs: it misses what was said, cuts the words too short or too long, or names the wrong speaker. Each quotation opens the sentence that it comes from, with the reason why this speaker was named. Check it there." }</p>
            <p>{ "Two yardsticks were used. The five embedded reports were annotated by hand: each quotation with its words, its verb and its speaker, each name with who or what is meant. And articles of PolNeAR, a public collection of news annotated with attributions, were read by the same program; the text of its development part was never looked at, and is no part of what the model learned from; some thresholds were set by its figures and those of the five reports." }</p>
            <p>{ "Found means that an annotated quotation was given with the same words; precision is the share of what the program gave that is right, recall the share of what is there that it gave, and F1 their harmonic mean." }</p>
            if rows.is_empty() {
                <p class="note">{ "This build carries no figures. The command “cargo xtask score” measures and prints them." }</p>
            } else {
                <table class="measures">
                    <caption class="vh">{ "Measured accuracy" }</caption>
                    <thead><tr><td></td><th scope="col">{ "Rules" }</th><th scope="col">{ "Model" }</th></tr></thead>
                    <tbody>{ for rows.into_iter().map(|(name, [rules, model])| html! {
                        <tr key={name}><th scope="row">{ name }</th><td>{ rules }</td><td>{ model }</td></tr>
                    }) }</tbody>
                </table>
            }
        </Dialog>
    }
}

#[cfg(test)]
mod tests {
    use super::measures;

    #[test]
    fn comments_and_lines_without_a_value_are_no_figures() {
        let file =
            "# measure\tvalues\nQuotations found\t96 %\t95 %\n\nhalf a line\nSpeaker right\t97 %\t98 %\n";
        let figures: Vec<_> = measures(file).collect();
        assert_eq!(figures, [("Quotations found", ["96 %", "95 %"]), ("Speaker right", ["97 %", "98 %"])]);
    }
}
