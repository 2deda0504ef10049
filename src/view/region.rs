//! The parts of a page that come and go.

use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use leptos::task::spawn_local;
use web_sys::{HtmlElement, Node};

use super::{Child, View, document};
use crate::task;

/// Adds a region to a node that is emptied and filled again whenever a signal that `make` read has changed. What the old
/// content owned is cleaned up first.
pub(super) fn dynamic(parent: &Node, make: Box<dyn Fn() -> View>) {
    let (start, end) = (document().create_comment(""), document().create_comment(""));
    let _ = parent.append_child(&start);
    let _ = parent.append_child(&end);
    let (start, end): (Node, Node) = (start.into(), end.into());
    super::effect(Box::new(move || {
        let view = make();
        // The region may have been moved since, as part of a larger piece, so its parent is asked for each time.
        let Some(parent) = end.parent_node() else { return };
        while let Some(old) = start.next_sibling().filter(|node| node != &end) {
            let _ = parent.remove_child(&old);
        }
        let _ = parent.insert_before(view.node(), Some(&end));
    }));
}

/// Shows something once what it stands in has been painted, which can be seen and used before.
pub fn soon(view: impl Fn() -> View + 'static) -> View {
    let is_time = RwSignal::new(false);
    spawn_local(async move {
        task::painted().await;
        // What it stands in may be gone.
        let _ = is_time.try_set(true);
    });
    (move || is_time.get().then(|| untrack(&view))).into_view()
}

/// Shows something while a condition holds. It is made anew only when the condition changes, not with every signal
/// that the condition reads.
pub fn when(condition: impl Fn() -> bool + Send + Sync + 'static, view: impl Fn() -> View + 'static) -> View {
    let holds = Memo::new(move |_| condition());
    (move || holds.get().then(|| untrack(&view))).into_view()
}

/// A place in the page, and what lives as long as what is shown there. Dropping it takes that out again.
pub struct Mount {
    owner: Owner,
    root: HtmlElement,
}

impl Mount {
    /// The place, with nothing in it yet.
    pub fn new(root: HtmlElement) -> Self {
        // Fails only if it was done before, which is as good.
        let _ = any_spawner::Executor::init_wasm_bindgen();
        Self { owner: Owner::new(), root }
    }

    /// Makes what belongs to it.
    pub fn with<T>(&self, make: impl FnOnce() -> T) -> T {
        self.owner.with(make)
    }

    /// Puts a view there.
    pub fn show(&self, view: impl FnOnce() -> View) {
        self.with(view).add_to(&self.root);
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        self.owner.cleanup();
        self.root.set_text_content(None);
    }
}
