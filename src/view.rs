//! What a view is made of: real nodes, made once, with effects that change them.
//!
//! Signals, effects, owners and components are Leptos'; only its renderer is not used, because it compiles every
//! element of the program into types of its own. Here there is one [`View`], one [`Tag`], and one effect for each of a
//! changing attribute, property and region. Nothing is parsed from text, so there is no HTML sink (H-01).

mod child;
mod region;
mod tag;
mod value;
mod window;

pub use child::{Child, View};
pub use region::{Mount, soon, when};
pub use rekey_markup::view;
pub use tag::Tag;
pub use value::{Fixed, Value};
pub use window::Window;

use std::cell::OnceCell;
use std::thread::LocalKey;

use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::reactive::graph::Observer;
use web_sys::Document;

thread_local! {
    static DOCUMENT: OnceCell<Document> = const { OnceCell::new() };
}

/// The page's document.
fn document() -> Document {
    #[allow(clippy::expect_used, reason = "without a document there is no page to be on")]
    let find = || web_sys::window().and_then(|window| window.document()).expect("a document");
    DOCUMENT.with(|document| document.get_or_init(find).clone())
}

/// Follows what changes outside of all signals. Outside of an effect there is nobody to be told.
pub fn follow(changes: &'static LocalKey<ArcTrigger>) {
    if Observer::get().is_some() {
        changes.with(Track::track);
    }
}

/// Runs something now and whenever a signal that it read has changed, until its owner goes.
pub fn effect(mut run: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_: Option<()>| run());
    StoredValue::new_local(effect);
}
