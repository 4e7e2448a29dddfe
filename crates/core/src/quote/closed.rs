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
    a about according accordingly add adding also an and_ as_ asked at be been being but by call do_ for_ from had
    has have he her herself hers him himself his how i if_ in_ it its last like me my next not of on one or our out
    over per said say says saying she so such than that the their them there they this to told tells tell upon us was
    we were what when where_ whether which while_ who whom whose why will with would you your is are after before
    during because since though although until unless nor yet however against into through under without within
    between among toward towards both all some many most few others another each neither either
}

impl Closed {
    /// The words of this build.
    pub fn shared() -> &'static Self {
        static CLOSED: OnceLock<Closed> = OnceLock::new();
        CLOSED.get_or_init(|| Self::read(Lexicon::shared()))
    }
}
