//! An address that names nothing.

use leptos::prelude::*;

use crate::components::frame::Heading;
use crate::components::link::PageLink;
use crate::page::Page;
use crate::text;
use crate::view::{View, view};

/// Says so, and leads back.
#[component]
pub fn UnknownPage() -> View {
    view! {
        <div class="page-head">
            <Heading words=text::no_such_page()/>
            <p class="sub">{text::no_such_page_explained()}</p>
        </div>
        <p><PageLink to=Page::Connections>{text::to_the_connections()}</PageLink></p>
    }
}
