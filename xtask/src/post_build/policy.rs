//! The Content-Security-Policy: nothing from elsewhere, and no inline script but those that were built in.

use std::fmt;

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use super::html::{Document, Piece};

pub struct Policy {
    directives: Vec<(&'static str, String)>,
}

impl Policy {
    /// For the page on a server.
    pub fn served(page: &Document) -> Policy {
        Policy::new(
            page,
            "'self'",
            &[("connect-src", "'self'"), ("manifest-src", "'self'"), ("worker-src", "'self'")],
        )
    }

    /// For the page in one file, where nothing counts as its own origin: the glue is imported from a `blob:`.
    pub fn single_file(page: &Document) -> Policy {
        Policy::new(page, "blob:", &[])
    }

    fn new(page: &Document, scripts: &str, more: &[(&'static str, &str)]) -> Policy {
        let own = if scripts == "'self'" { "'self' " } else { "" };
        let mut directives = vec![
            ("default-src", "'none'".to_owned()),
            ("script-src", format!("{scripts} 'wasm-unsafe-eval'{}", hashes(page, "script"))),
            ("style-src-elem", format!("{own}{}", hashes(page, "style").trim_start())),
            // Attributes that the page sets itself, to place things. They can't fetch anything.
            ("style-src-attr", "'unsafe-inline'".to_owned()),
            ("img-src", format!("{own}data:")),
            ("base-uri", "'none'".to_owned()),
            ("form-action", "'none'".to_owned()),
        ];
        directives.extend(more.iter().map(|(name, value)| (*name, (*value).to_owned())));
        Policy { directives }
    }
}

impl Policy {
    /// The policy as the page carries it.
    pub fn tag(&self) -> Piece {
        Piece::Tag(format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{self}\">"))
    }
}

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.directives.iter().map(|(name, value)| format!("{name} {}", value.trim_end()));
        f.write_str(&all.collect::<Vec<_>>().join("; "))
    }
}

/// `sha256-…`, as policies and integrity attributes spell it.
pub fn sha256(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// ` 'sha256-…'` for each inline element of that name; data blocks don't run and need none.
fn hashes(page: &Document, element: &str) -> String {
    let inline = page.pieces().iter().filter_map(|piece| match piece {
        Piece::Raw { name, content, .. } if *name == element => {
            let runs = piece.attribute("type") != Some("text/plain") && piece.attribute("src").is_none();
            runs.then(|| format!(" '{}'", sha256(content.as_bytes())))
        }
        _ => None,
    });
    inline.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_scripts_are_named_by_their_hash() {
        let page =
            Document::parse("<script>1</script><script type=text/plain>2</script><script src=a></script>");
        assert_eq!(
            Policy::served(&page.unwrap()).to_string(),
            "default-src 'none'; \
             script-src 'self' 'wasm-unsafe-eval' 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='; \
             style-src-elem 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; \
             form-action 'none'; connect-src 'self'; manifest-src 'self'; worker-src 'self'"
        );
    }
}
