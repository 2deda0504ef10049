//! The choice between the account groups of a connection, beside their list (T16).

use leptos::prelude::*;
use rekey_core::configuration::Connection;
use rekey_core::credential::ScopeEntry;

use crate::console::Console;
use crate::page::Place;
use crate::text;
use crate::view::{View, view, when};

/// The select; nothing while there is nothing to choose from.
#[component]
pub fn AccountGroup(
    /// The connection.
    connection: Connection,
    /// Where one is.
    place: Place,
) -> View {
    let console = Console::here();
    let id = connection.id.clone();
    let entries = Memo::new(move |_| console.scopes.get(&id).entries.unwrap_or_default());
    let here = place.scope;
    let go = move |event| {
        let key = event_target_value(&event);
        let chosen = entries.with_untracked(|entries| entries.iter().find(|entry| entry.scope.key() == key).cloned());
        if let Some(entry) = chosen {
            console.navigation.go(Place { connection: place.connection.clone(), scope: entry.scope }.credentials());
        }
    };
    let option = move |entry: &ScopeEntry| {
        let (key, name) = (entry.scope.key().to_owned(), text::visible(&entry.name));
        let selected = entry.scope == here;
        view! { <option value=key selected=selected>{name}</option> }
    };
    let go = StoredValue::new_local(std::rc::Rc::new(go));
    let select = move || {
        let options = entries.with(|entries| entries.iter().map(&option).collect::<View>());
        let change = move |event: leptos::ev::Event| {
            if let Some(go) = go.try_get_value() {
                go(event);
            }
        };
        view! {
            <label for="account-group">{text::account_group()}</label>
            <select class="control" id="account-group" on:change=change>{options}</select>
        }
    };
    when(move || entries.with(|entries| entries.len() > 1), select)
}
