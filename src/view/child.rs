//! What can stand inside an element.

use leptos::prelude::*;
use web_sys::Node;

use super::{document, region, value::Text};

/// A piece of the page: an element, a text, or a fragment of several. Adding it somewhere moves it there.
#[derive(Debug, Clone)]
pub struct View(Node);

impl View {
    /// A fragment without anything in it.
    pub fn fragment() -> Self {
        Self(document().create_document_fragment().into())
    }

    /// Adds something at the end.
    pub fn add(&self, child: impl Child) {
        child.add_to(&self.0);
    }

    pub(super) fn of(node: Node) -> Self {
        Self(node)
    }

    pub(super) fn node(&self) -> &Node {
        &self.0
    }
}

/// Whatever can stand inside an element.
pub trait Child: Sized {
    /// Adds it at the end of a node.
    fn add_to(self, parent: &Node);

    /// It alone, as a view.
    fn into_view(self) -> View {
        let fragment = View::fragment();
        self.add_to(fragment.node());
        fragment
    }
}

impl Child for View {
    fn add_to(self, parent: &Node) {
        let _ = parent.append_child(&self.0);
    }

    fn into_view(self) -> View {
        self
    }
}

impl Child for &str {
    fn add_to(self, parent: &Node) {
        let _ = parent.append_child(&document().create_text_node(self));
    }
}

impl Child for String {
    fn add_to(self, parent: &Node) {
        self.as_str().add_to(parent);
    }
}

impl Child for () {
    fn add_to(self, _: &Node) {}
}

impl<T: Child> Child for Option<T> {
    fn add_to(self, parent: &Node) {
        if let Some(child) = self {
            child.add_to(parent);
        }
    }
}

impl<T: Child> Child for Vec<T> {
    fn add_to(self, parent: &Node) {
        for child in self {
            child.add_to(parent);
        }
    }
}

/// A region that is made anew when a signal in it changes.
impl<F, T> Child for F
where
    F: Fn() -> T + 'static,
    T: Child,
{
    fn add_to(self, parent: &Node) {
        region::dynamic(parent, Box::new(move || self().into_view()));
    }
}

/// A text that follows a signal.
impl<T: Text + Clone + Send + Sync + 'static> Child for Signal<T> {
    fn add_to(self, parent: &Node) {
        let text = document().create_text_node("");
        let _ = parent.append_child(&text);
        super::effect(Box::new(move || text.set_data(&self.get().text().unwrap_or_default())));
    }
}

impl FromIterator<View> for View {
    fn from_iter<I: IntoIterator<Item = Self>>(views: I) -> Self {
        let fragment = Self::fragment();
        for view in views {
            fragment.add(view);
        }
        fragment
    }
}
