//! One element.

use leptos::ev::EventDescriptor;
use leptos::prelude::*;
use leptos::tachys::html::element::ElementType;
use leptos::tachys::html::node_ref::NodeRefContainer;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement};

use super::value::{Fixed, Value};
use super::{Child, View, document, effect};

/// An element that is being made.
#[derive(Debug, Clone)]
pub struct Tag(Element);

impl Tag {
    /// An element by its name.
    #[allow(clippy::expect_used, reason = "the names stand in the views, and each of them is an element")]
    #[inline(never)]
    pub fn new(name: &'static str) -> Self {
        let made = match name {
            "svg" | "path" => document().create_element_ns(Some("http://www.w3.org/2000/svg"), name),
            name => document().create_element(name),
        };
        Self(made.expect("an element"))
    }

    /// Adds something at the end.
    #[must_use]
    pub fn child(self, child: impl Child) -> Self {
        child.add_to(&self.0);
        self
    }

    /// Sets an attribute that never changes.
    #[must_use]
    #[inline(never)]
    pub fn fixed(self, name: &'static str, value: &'static str) -> Self {
        let _ = self.0.set_attribute(name, value);
        self
    }

    /// Adds a text that never changes.
    #[must_use]
    #[inline(never)]
    pub fn words(self, words: &'static str) -> Self {
        words.add_to(&self.0);
        self
    }

    /// Sets an attribute, once or whenever its signals change.
    #[must_use]
    pub fn attribute(self, name: &'static str, value: impl Value) -> Self {
        self.set(name, value.value());
        self
    }

    /// Sets a property, once or whenever its signals change.
    #[must_use]
    pub fn property<T: Into<JsValue>>(self, name: &'static str, value: impl Fn() -> T + 'static) -> Self {
        let element = self.0.clone();
        effect(Box::new(move || {
            let _ = js_sys::Reflect::set(&element, &name.into(), &value().into());
        }));
        self
    }

    /// Calls something with each event of a kind.
    #[must_use]
    pub fn on<E>(self, event: E, mut react: impl FnMut(E::EventType) + 'static) -> Self
    where
        E: EventDescriptor,
        E::EventType: JsCast,
    {
        self.listen(&event.name(), Box::new(move |event| react(event.unchecked_into())));
        self
    }

    /// Lets a handle find the element.
    #[must_use]
    pub fn reference<E>(self, node: NodeRef<E>) -> Self
    where
        E: ElementType,
        E::Output: JsCast + 'static,
    {
        node.load(&self.0);
        self
    }

    /// Sets its height in pixels. A page's policy allows this and refuses an attribute `style`.
    pub(super) fn height(&self, pixels: i64) {
        if let Some(element) = self.0.dyn_ref::<HtmlElement>() {
            let _ = element.style().set_property("height", &format!("{pixels}px"));
        }
    }

    /// The finished element.
    #[inline(never)]
    pub fn into_view(self) -> View {
        View::of(self.0.into())
    }

    #[inline(never)]
    fn set(&self, name: &'static str, value: Fixed) {
        let element = self.0.clone();
        let apply = move |text: Option<std::borrow::Cow<'static, str>>| {
            let _ = match text {
                Some(text) => element.set_attribute(name, &text),
                None => element.remove_attribute(name),
            };
        };
        match value {
            Fixed::Yes(None) => {}
            Fixed::Yes(text) => apply(text),
            Fixed::No(make) => effect(Box::new(move || apply(make()))),
        }
    }

    #[inline(never)]
    fn listen(&self, name: &str, react: Box<dyn FnMut(Event)>) {
        let listener = Listener { element: self.0.clone(), name: name.to_owned(), react: Closure::wrap(react) };
        let _ = self.0.add_event_listener_with_callback(name, listener.react.as_ref().unchecked_ref());
        StoredValue::new_local(listener);
    }
}

/// Listens as long as its owner lives. Taking an element away dispatches events of its own, such as `blur`, and they
/// must not reach a closure that is gone.
struct Listener {
    element: Element,
    name: String,
    react: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.element.remove_event_listener_with_callback(&self.name, self.react.as_ref().unchecked_ref());
    }
}
