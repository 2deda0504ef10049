//! The record as the form was loaded from it, and as it is now (F-08, UX-38).

use leptos::prelude::*;
use rekey_core::capabilities::Field;
use rekey_core::credential::{Credential, Expiry};

use crate::view::{View, view};
use crate::{clock, text};

/// The fields in which two records differ.
#[component]
pub fn ConflictTable(
    /// What the form was loaded from.
    base: Credential,
    /// What the server has now.
    theirs: Credential,
    /// The fields the dialect has.
    fields: &'static [Field],
) -> View {
    let differing = fields.iter().copied().filter(|field| !base.same(&theirs, *field));
    let row = |field: Field| {
        let cells = [(text::when_opened(), &base), (text::on_the_server(), &theirs)];
        let cells = cells.into_iter().map(|(label, record)| {
            view! { <td data-label=label><bdi>{shown(record, field)}</bdi></td> }
        });
        view! { <tr><th scope="row">{text::field(field)}</th>{cells.collect::<View>()}</tr> }
    };
    let rows = differing.map(row).collect::<View>();
    let others = (base.carried != theirs.carried || base.touched != theirs.touched).then(|| {
        view! {
            <tr>
                <th scope="row">{text::other_members()}</th>
                <td data-label=text::when_opened()>{text::as_before()}</td>
                <td data-label=text::on_the_server()>{text::changed_meanwhile()}</td>
            </tr>
        }
    });
    view! {
        <div class="scroll">
            <table class="table dense compare">
                <caption class="sr">{text::what_differs()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{text::field_heading()}</th>
                        <th scope="col">{text::when_opened()}</th>
                        <th scope="col">{text::on_the_server()}</th>
                    </tr>
                </thead>
                <tbody>{rows}{others}</tbody>
            </table>
        </div>
    }
}

/// A field of a record, as it is read out.
pub fn shown(record: &Credential, field: Field) -> String {
    let words = |value: &str| text::shown(value, text::empty());
    let list = |values: &[String], none: &'static str| text::shown(&values.join(", "), none);
    match field {
        Field::Name => words(&record.name),
        Field::FullName => words(&record.full_name),
        Field::Email => words(&record.email),
        Field::Description => words(&record.description),
        Field::Roles => list(&record.roles, text::none()),
        Field::Addresses => list(&record.addresses, text::any_address()),
        Field::Enabled => if record.enabled { text::yes() } else { text::no() }.to_owned(),
        Field::Expiry => match &record.expiry {
            Expiry::Never => text::never().to_owned(),
            Expiry::At(end, _) => clock::utc(*end),
            Expiry::Unreadable(raw) => text::visible(raw),
        },
    }
}
