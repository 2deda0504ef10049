//! The parts of a page that come and go.

use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use web_sys::{HtmlElement, Node};

use super::{Child, View, document};

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

/// Shows something while a condition holds. It is made anew only when the condition changes, not with every signal
/// that the condition reads.
pub fn when(condition: impl Fn() -> bool + Send + Sync + 'static, view: impl Fn() -> View + 'static) -> View {
    let holds = Memo::new(move |_| condition());
    (move || holds.get().then(|| untrack(&view))).into_view()
}

/// Puts a view into an element of the page. Dropping the handle takes it out again, with everything it owned.
pub fn mount(root: &HtmlElement, view: impl FnOnce() -> View) -> Mount {
    // Fails only if it was done before, which is as good.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let owner = Owner::new();
    owner.with(view).add_to(root);
    Mount { owner, root: root.clone() }
}

/// A view in the page.
pub struct Mount {
    owner: Owner,
    root: HtmlElement,
}

impl Drop for Mount {
    fn drop(&mut self) {
        self.owner.cleanup();
        self.root.set_text_content(None);
    }
}
