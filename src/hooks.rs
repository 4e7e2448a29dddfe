//! The hooks of the page, written as Yew's. Of Yew's, each type of a value and each closure makes a copy of much the
//! same code. Here all values lie in slots of one kind, all effects are run by one hook: what is compiled anew is what
//! differs.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::rc::Rc;
use yew::functional::{TearDown, UseForceUpdateHandle};
use yew::prelude::hook;
use yew::{Callback, NodeRef};

/// What a component keeps from one drawing to the next.
struct Slot(Rc<RefCell<Option<Rc<dyn Any>>>>);

#[hook]
fn use_slot() -> Slot {
    Slot(yew::use_mut_ref(|| None))
}

impl Slot {
    /// What lies in it, if it is of this type.
    fn kept<T: 'static>(&self) -> Option<Rc<T>> {
        self.content()?.downcast().ok()
    }

    #[inline(never)]
    fn content(&self) -> Option<Rc<dyn Any>> {
        self.0.borrow().clone()
    }

    #[inline(never)]
    fn keep(&self, made: Rc<dyn Any>) {
        self.0.replace(Some(made));
    }

    /// What was made when the component was drawn first.
    fn kept_or<T: 'static>(&self, make: impl FnOnce() -> T) -> Rc<T> {
        self.kept().unwrap_or_else(|| {
            let made = Rc::new(make());
            self.keep(made.clone());
            made
        })
    }
}

/// A value as it was when the component was drawn; setting another draws it again.
#[derive(Debug)]
pub struct State<T> {
    value: Rc<T>,
    setter: Setter<T>,
}

impl<T> State<T> {
    /// Sets the value, as the setter does.
    pub fn set(&self, value: T)
    where
        T: PartialEq,
    {
        self.setter.set(value);
    }

    /// The handle that sets the value.
    #[must_use]
    pub fn setter(&self) -> Setter<T> {
        self.setter.clone()
    }
}

impl<T> Clone for State<T> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), setter: self.setter() }
    }
}

impl<T> Deref for State<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

/// Sets a value, and has the component drawn again if it was another.
#[derive(Debug)]
pub struct Setter<T> {
    newest: Rc<RefCell<Rc<T>>>,
    draw: UseForceUpdateHandle,
}

impl<T> Setter<T> {
    /// Sets the value.
    pub fn set(&self, value: T)
    where
        T: PartialEq,
    {
        let value = Rc::new(value);
        let before = self.newest.replace(value.clone());
        if before != value {
            self.draw.force_update();
        }
    }
}

impl<T> Clone for Setter<T> {
    fn clone(&self) -> Self {
        Self { newest: self.newest.clone(), draw: self.draw.clone() }
    }
}

/// A value that the component is drawn by.
#[hook]
pub fn use_state_eq<T, F>(first: F) -> State<T>
where
    T: 'static,
    F: FnOnce() -> T,
{
    let slot = use_slot();
    let draw = yew::functional::use_force_update();
    let newest = slot.kept_or(|| Rc::new(RefCell::new(Rc::new(first()))));
    let value = newest.borrow().clone();
    State { value, setter: Setter { newest: (*newest).clone(), draw } }
}

/// A value that the component is not drawn by.
#[hook]
pub fn use_mut_ref<T, F>(first: F) -> Rc<RefCell<T>>
where
    T: 'static,
    F: FnOnce() -> T,
{
    let slot = use_slot();
    slot.kept_or(|| RefCell::new(first()))
}

/// The handle to an element.
#[hook]
pub fn use_node_ref() -> NodeRef {
    let slot = use_slot();
    (*slot.kept_or(NodeRef::default)).clone()
}

/// What `make` made of these dependencies; it is asked again when they change.
#[hook]
pub fn use_memo<T, F, D>(dependencies: D, make: F) -> Rc<T>
where
    T: 'static,
    F: FnOnce(&D) -> T,
    D: PartialEq + 'static,
{
    let slot = use_slot();
    if let Some(made) = slot.kept::<(D, Rc<T>)>().filter(|made| made.0 == dependencies) {
        return made.1.clone();
    }
    let made = Rc::new(make(&dependencies));
    slot.keep(Rc::new((dependencies, made.clone())));
    made
}

/// A callback that stays the same as long as its dependencies do.
#[hook]
pub fn use_callback<In, Out, F, D>(dependencies: D, call: F) -> Callback<In, Out>
where
    In: 'static,
    Out: 'static,
    F: Fn(In, &D) -> Out + 'static,
    D: PartialEq + 'static,
{
    let made = use_memo(Rc::new(dependencies), |dependencies| {
        let dependencies = dependencies.clone();
        Callback::from(move |given| call(given, &dependencies))
    });
    (*made).clone()
}

/// What an effect leaves to be done before it is run again, and in the end.
type Undo = Box<dyn FnOnce()>;

/// An effect that runs once; equal only to itself.
struct Job(Cell<Option<Box<dyn FnOnce() -> Undo>>>);

impl PartialEq for Job {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// Runs `effect` after the drawing, when its dependencies have changed.
#[hook]
pub fn use_effect_with<T, F, D>(dependencies: D, effect: F)
where
    T: TearDown,
    F: FnOnce(&D) -> T + 'static,
    D: PartialEq + 'static,
{
    let job = use_memo(Rc::new(dependencies), |dependencies| {
        let dependencies = dependencies.clone();
        Job(Cell::new(Some(Box::new(move || {
            let undo = effect(&dependencies);
            Box::new(move || undo.tear_down()) as Undo
        }))))
    });
    use_job(job);
}

#[hook]
fn use_job(job: Rc<Job>) {
    yew::use_effect_with(job, |job: &Rc<Job>| {
        let undo = job.0.take().map(|run| run());
        move || {
            if let Some(undo) = undo {
                undo();
            }
        }
    });
}
