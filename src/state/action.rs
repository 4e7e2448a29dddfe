//! What can be done, and what comes of it.

use readout_core::query::{
    Blocker, Facet, GraphOptions, Group, HashIssue, Pin, Query, ReaderPlace, Selection, Sort, Sureness, View,
};
use std::rc::Rc;
use yew::Reducible;

/// What the page shows, and how the browser's history is to record it.
#[derive(Debug, Clone, PartialEq)]
pub struct ViewState {
    /// What is shown.
    pub query: Rc<Query>,
    /// How it came about.
    pub record: Record,
    /// How many steps led here that Back undoes. Of several changes between two drawings the last one's record is
    /// all that is seen; that a step was among them is seen here.
    pub steps: usize,
    /// What the link that opened the page said and nobody understood.
    pub issues: Rc<[HashIssue]>,
}

/// How a change enters the browser's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Record {
    /// A step that Back undoes.
    Push,
    /// Typing or stepping: one more stroke of the step before.
    Replace,
    /// It came from there.
    Restored,
}

/// One thing that the reader does.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Shows all as the page first opens.
    Home,
    /// Opens a view.
    Open(View),
    /// Chooses or drops a value of a facet.
    Toggle(Facet, String),
    /// Lifts what keeps quotations out.
    Lift(Blocker),
    /// Lets all quotations pass.
    ClearAll,
    /// Types into the search box.
    Search(String),
    /// Orders the quotations.
    Sort(Sort),
    /// Groups the quotations.
    Group(Group),
    /// Shows sure quotations, unsure ones, or both.
    Sureness(Sureness),
    /// Pins one thing alone.
    Select(Pin),
    /// Pins the next or previous thing, as with a key.
    Step(Pin),
    /// Pins one thing more, or lets it go.
    SelectMore(Pin),
    /// Pins just these, the focus first.
    Choose(Selection),
    /// Lets go of all.
    Deselect,
    /// Opens a report in the reader; its quotation, if one is named, is pinned.
    Read(ReaderPlace),
    /// The same for the next or previous quotation, as with a key.
    ReadOn(ReaderPlace),
    /// Shows the quotations that have one value of a facet, and no other filter.
    ShowOnly(Facet, String),
    /// Shows one entity in the graph.
    ShowInGraph(String),
    /// Changes what the graph shows.
    Graph(GraphOptions),
    /// Shows what the address bar says.
    Restore(Box<Query>, Rc<[HashIssue]>),
}

impl Action {
    /// The address that shows what comes of it.
    #[must_use]
    pub fn address(&self, query: &Query) -> String {
        let mut query = query.clone();
        self.clone().apply(&mut query);
        query.to_hash()
    }

    fn apply(self, query: &mut Query) -> Record {
        match self {
            Self::Home => *query = Query::default(),
            Self::Open(view) => query.view = view,
            Self::Toggle(facet, key) => query.filters.toggle(facet, &key),
            Self::Lift(blocker) => query.lift(blocker),
            Self::ClearAll => query.widen(),
            Self::Search(text) => {
                let first_stroke = query.text.is_empty();
                query.text = text;
                return if first_stroke { Record::Push } else { Record::Replace };
            }
            Self::Sort(sort) => query.sort = sort,
            Self::Group(group) => query.group = group,
            Self::Sureness(sureness) => query.sureness = sureness,
            Self::Select(pin) => pin_alone(query, pin),
            Self::Step(pin) => {
                pin_alone(query, pin);
                return Record::Replace;
            }
            Self::SelectMore(pin) => {
                query.selection.toggle(pin);
                query.reader = None;
            }
            Self::Choose(selection) => query.selection = selection,
            Self::Deselect => {
                query.selection = Selection::default();
                if let Some(place) = &mut query.reader {
                    (place.quotation, place.span) = (None, None);
                }
            }
            Self::Read(place) => read(query, place),
            Self::ReadOn(place) => {
                read(query, place);
                return Record::Replace;
            }
            Self::ShowOnly(facet, key) => {
                query.view = View::Wall;
                query.widen();
                query.filters.insert(facet, key);
            }
            Self::ShowInGraph(key) => {
                query.view = View::Graph;
                query.selection = Selection::only(Pin::Entity(key));
            }
            Self::Graph(options) => {
                // A slider tells each step of its way.
                let sliding = query.graph.min_support > 1 && options.min_support != query.graph.min_support;
                query.graph = options;
                return if sliding { Record::Replace } else { Record::Push };
            }
            Self::Restore(restored, _) => {
                *query = *restored;
                return Record::Restored;
            }
        }
        Record::Push
    }
}

/// The reader opens at what was chosen last, and no longer where it was before.
fn pin_alone(query: &mut Query, pin: Pin) {
    query.selection = Selection::only(pin);
    query.reader = None;
}

fn read(query: &mut Query, place: ReaderPlace) {
    query.view = View::Reader;
    if let Some(key) = &place.quotation {
        query.selection = Selection::only(Pin::Quotation(key.clone()));
    }
    query.reader = Some(place);
}

impl Reducible for ViewState {
    type Action = Action;

    /// A change that changes nothing returns the same state, and nothing is drawn or recorded.
    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let issues = match &action {
            Action::Restore(_, issues) => issues.clone(),
            _ => self.issues.clone(),
        };
        let mut query = (*self.query).clone();
        let record = action.apply(&mut query);
        if query == *self.query && issues == self.issues {
            return self;
        }
        let query = if query == *self.query { self.query.clone() } else { Rc::new(query) };
        let steps = self.steps + usize::from(record == Record::Push);
        Rc::new(Self { query, record, steps, issues })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> Rc<ViewState> {
        Rc::new(ViewState { query: Rc::default(), record: Record::Restored, steps: 0, issues: Rc::default() })
    }

    fn after(actions: impl IntoIterator<Item = Action>) -> Rc<ViewState> {
        actions.into_iter().fold(start(), ViewState::reduce)
    }

    fn place(quotation: Option<&str>) -> ReaderPlace {
        ReaderPlace { document: "report".into(), quotation: quotation.map(Into::into), span: None }
    }

    #[test]
    fn an_action_that_changes_nothing_keeps_the_state() {
        let state = start();
        assert!(Rc::ptr_eq(&state, &state.clone().reduce(Action::Deselect)));
        assert!(Rc::ptr_eq(&state, &state.clone().reduce(Action::Open(View::Wall))));
    }

    #[test]
    fn choosing_a_value_twice_drops_it() {
        let choose = || Action::Toggle(Facet::Kind, "direct".into());
        assert!(after([choose()]).query.filters.has(Facet::Kind, "direct"));
        assert!(after([choose(), choose()]).query.filters.is_empty());
    }

    #[test]
    fn only_the_first_stroke_of_a_search_is_a_step_of_its_own() {
        assert_eq!(after([Action::Search("j".into())]).record, Record::Push);
        let second = after([Action::Search("j".into()), Action::Search("jo".into())]);
        assert_eq!((second.record, second.steps), (Record::Replace, 1));
    }

    #[test]
    fn opening_a_quotation_in_its_report_pins_it() {
        let state = after([Action::Read(place(Some("q1")))]);
        assert_eq!(state.query.view, View::Reader);
        assert_eq!(state.query.selection.focus(), Some(&Pin::Quotation("q1".into())));
        assert_eq!(state.record, Record::Push);
    }

    #[test]
    fn opening_a_report_keeps_what_was_pinned() {
        let state = after([Action::Select(Pin::Entity("sofia-lind".into())), Action::Read(place(None))]);
        assert_eq!(state.query.selection.focus(), Some(&Pin::Entity("sofia-lind".into())));
    }

    #[test]
    fn the_reader_opens_at_what_was_chosen_last() {
        let pin = || Pin::Quotation("q2".into());
        for choose in [Action::Select(pin()), Action::Step(pin()), Action::SelectMore(pin())] {
            let state = after([Action::Read(place(Some("q1"))), Action::Open(View::Wall), choose]);
            assert_eq!(state.query.reader, None);
        }
    }

    #[test]
    fn letting_go_leaves_the_report_open_but_none_of_its_words_marked() {
        let words = ReaderPlace { span: Some(3..9), ..place(Some("q1")) };
        let state = after([Action::Read(words), Action::Deselect]);
        assert_eq!((state.query.selection.focus(), &state.query.reader), (None, &Some(place(None))));
    }

    #[test]
    fn showing_one_speaker_lifts_all_other_filters() {
        let state = after([
            Action::Toggle(Facet::Outlet, "post".into()),
            Action::Search("talks".into()),
            Action::ShowOnly(Facet::Speaker, "sofia-lind".into()),
        ]);
        let chosen: Vec<_> = state.query.filters.iter().collect();
        assert_eq!(chosen, [(Facet::Speaker, "sofia-lind")]);
        assert_eq!(state.query.text, "");
    }

    #[test]
    fn what_the_address_bar_restores_is_not_recorded_again() {
        let query = Query { view: View::Graph, ..Query::default() };
        let issues: Rc<[HashIssue]> = Rc::from([HashIssue::Setting("colour".into())]);
        let state = after([Action::Restore(Box::new(query.clone()), issues.clone())]);
        assert_eq!((&*state.query, state.record, &state.issues), (&query, Record::Restored, &issues));
    }

    #[test]
    fn the_way_home_is_a_step_that_back_undoes() {
        let state = after([Action::ShowOnly(Facet::Speaker, "sofia-lind".into()), Action::Home]);
        assert_eq!((&*state.query, state.record), (&Query::default(), Record::Push));
    }

    #[test]
    fn a_slider_on_its_way_is_one_step() {
        let to = |min_support| Action::Graph(GraphOptions { min_support, ..GraphOptions::default() });
        assert_eq!(after([to(2)]).record, Record::Push);
        assert_eq!(after([to(2), to(3)]).record, Record::Replace);
        assert_eq!(after([to(2), to(3), to(1)]).record, Record::Replace);
        let table = Action::Graph(GraphOptions { min_support: 2, table: true, ..GraphOptions::default() });
        assert_eq!(after([to(2), table]).record, Record::Push);
    }
}
