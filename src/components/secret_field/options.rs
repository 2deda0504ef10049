//! The generator's choices: how long, and of which characters (UX-18, UX-19).

use leptos::prelude::*;
use rekey_core::generator::Alphabet;
use rekey_core::password::Class;
use web_sys::HtmlInputElement;

use super::generator::Generator;
use crate::text;
use crate::view::{View, view, when};

/// The button that opens them.
#[component]
pub(super) fn OptionsButton(generator: Generator) -> View {
    let open = generator.open;
    view! {
        <button type="button" class="button quiet" aria-controls="generator-options"
            aria-expanded=move || if open.get() { "true" } else { "false" }
            on:click=move |_| open.update(|open| *open = !*open)>{text::options()}</button>
    }
}

/// The choices. They are no fields of the form around them, which Enter here must not submit.
#[component]
pub(super) fn Options(generator: Generator) -> View {
    let recipe = generator.recipe;
    let full = move || recipe.get().alphabet() == Alphabet::Full;
    let classes = move || {
        view! {
            <fieldset class="choices kinds">
                <legend>{text::kinds_of_signs()}</legend>
                {Class::ALL.into_iter().map(|class| view! { <ClassChoice generator class/> }).collect::<View>()}
            </fieldset>
        }
    };
    let summary = move || {
        let recipe = recipe.get();
        let (length, bits) = (recipe.length().to_string(), recipe.bits().to_string());
        if recipe.is_weak() { text::recipe_weak(&length, &bits) } else { text::recipe(&length, &bits) }
    };
    view! {
        <div class="options" id="generator-options" hidden=move || !generator.open.get()>
            <LengthField generator/>
            <fieldset class="choices">
                <legend>{text::characters()}</legend>
                <AlphabetChoice generator alphabet=Alphabet::Readable/>
                <AlphabetChoice generator alphabet=Alphabet::Full/>
            </fieldset>
            {when(full, classes)}
            <p class="help" role="status">{summary}</p>
        </div>
    }
}

/// A length outside the bounds becomes the nearest within them, as soon as the field is left.
#[component]
fn LengthField(generator: Generator) -> View {
    let recipe = generator.recipe;
    let lengths = move || recipe.get().lengths();
    let least = move || lengths().start().to_string();
    let most = move || lengths().end().to_string();
    let choose = move |event| {
        let field: HtmlInputElement = event_target(&event);
        if let Ok(length) = field.value().trim().parse() {
            recipe.update(|recipe| *recipe = recipe.with_length(length));
        }
        field.set_value(&recipe.with_untracked(|recipe| recipe.length()).to_string());
    };
    view! {
        <div class="field">
            <label for="generated-length">{text::length()}</label>
            <p class="help" id="generated-length-help">{move || text::length_help(&least(), &most())}</p>
            <input class="control number" id="generated-length" type="number" form="" min=least max=most
                aria-describedby="generated-length-help" prop:value=move || recipe.get().length().to_string() on:change=choose/>
        </div>
    }
}

#[component]
fn AlphabetChoice(generator: Generator, alphabet: Alphabet) -> View {
    let recipe = generator.recipe;
    let (id, words, help) = match alphabet {
        Alphabet::Readable => ("alphabet-readable", text::alphabet_readable(), text::alphabet_readable_help()),
        Alphabet::Full => ("alphabet-full", text::alphabet_full(), text::alphabet_full_help()),
    };
    let help_id = [id, "-help"].concat();
    view! {
        <div class="check">
            <input type="radio" name="alphabet" form="" id=id aria-describedby=help_id.clone()
                prop:checked=move || recipe.get().alphabet() == alphabet
                on:change=move |_| recipe.update(|recipe| *recipe = recipe.with_alphabet(alphabet))/>
            <label for=id>{words}</label>
            <p class="help" id=help_id>{help}</p>
        </div>
    }
}

/// A class. What the policy requires is there already and stays.
#[component]
fn ClassChoice(generator: Generator, class: Class) -> View {
    let recipe = generator.recipe;
    let (id, words) = match class {
        Class::Upper => ("class-upper", text::upper_case()),
        Class::Lower => ("class-lower", text::lower_case()),
        Class::Digit => ("class-digit", text::digits()),
        Class::Sign => ("class-sign", text::signs()),
    };
    let required =
        move || recipe.get().requires(class).then(|| view! { " "<span class="was">{text::required()}</span> });
    let choose = move |event| {
        let taken = event_target_checked(&event);
        recipe.update(|recipe| *recipe = recipe.with_class(class, taken));
    };
    view! {
        <div class="check">
            <input type="checkbox" form="" id=id prop:checked=move || recipe.get().takes(class)
                disabled=move || recipe.get().takes(class) && !recipe.get().can_leave_out(class) on:change=choose/>
            <label for=id>{words}{required}</label>
        </div>
    }
}
