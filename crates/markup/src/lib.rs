//! `html!` as Yew has it, for fewer bytes. Yew's expands each element into code that fills in its fields, some two
//! hundred bytes. This one writes all that never varies into one text, which packs as markup does, and a call for
//! each part that does vary; `src/markup.rs` of the page draws from both.

mod parse;
mod tree;

use proc_macro::TokenStream;

/// Elements, components, `{ … }`, `{ for … }`, `if`, and `<> … </>`, written as for Yew's macro of that name.
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    expand(input.into()).into()
}

fn expand(input: proc_macro2::TokenStream) -> proc_macro2::TokenStream {
    match parse::all(input) {
        Ok(tree) => tree.expression(),
        Err(error) => error.expression(),
    }
}

#[cfg(test)]
mod tests {
    fn expanded(source: &str) -> String {
        super::expand(source.parse().unwrap()).to_string()
    }

    #[test]
    fn what_never_varies_is_one_text() {
        let text = expanded(r#"<p class="note">{ "Nothing" }<br /></p>"#);
        assert!(
            text.contains(r#"concat ! ("\u{1}p" , "\u{2}class\u{3}" , "note" , "\u{5}" , "Nothing""#),
            "{text}"
        );
        assert!(!text.contains("attribute"), "{text}");
    }

    #[test]
    fn what_varies_is_a_call_in_its_order() {
        let text = expanded(r#"<button key={id} {title} onclick={press}>{ name }{ for rows }</button>"#);
        let calls =
            [". key (id)", ". attribute (title)", ". onclick (press)", ". child (name)", ". list (rows)"];
        let places: Vec<usize> = calls.iter().map(|call| text.find(call).expect(call)).collect();
        assert!(places.is_sorted(), "{text}");
    }

    #[test]
    fn a_component_is_left_to_yew() {
        let text = expanded(r#"<Dialog title="Help" {on_close}><p>{ words }</p></Dialog>"#);
        assert!(text.starts_with(r#":: yew :: html ! { < Dialog title = "Help" { on_close } >"#), "{text}");
        assert!(text.contains(". child (words)"), "{text}");
    }

    #[test]
    fn what_stands_wrong_is_told() {
        for (source, words) in [
            ("<p>{ a }</b>", "</p>"),
            ("<p", "the tag"),
            ("<p>", "</p>"),
            ("loose", "expected"),
            ("<p class>{ a }</p>", "a value"),
        ] {
            let text = expanded(source);
            assert!(text.contains("compile_error") && text.contains(words), "{source}: {text}");
        }
    }
}
