//! The closed-class words that the rules name, looked up once.

use crate::lexicon::{Lexicon, WordId};
use std::sync::OnceLock;

macro_rules! closed {
    ($($field:ident)*) => {
        /// Ids of closed-class words, each under its own spelling (a trailing underscore where Rust keeps the word).
        #[derive(Debug)]
        pub(super) struct Closed {
            $(pub $field: WordId,)*
        }

        impl Closed {
            fn read(lexicon: &Lexicon) -> Self {
                Self { $($field: lexicon.look_up(stringify!($field).trim_end_matches('_')),)* }
            }
        }
    };
}

closed! {
    about according and_ as_ at be been being but by for_ from he her herself him himself how if_ in_ it
    last me next not of on one or over she that them there they this to told tells tell upon us was we were
    what when whether which while_ who why with you is are after before during because since though although
    yet including both all some many most few another each neither either
}

impl Closed {
    /// The words of this build.
    pub fn shared() -> &'static Self {
        static CLOSED: OnceLock<Closed> = OnceLock::new();
        CLOSED.get_or_init(|| Self::read(Lexicon::shared()))
    }
}
