//! The choices of how the console looks and listens, and the list of its keys (UX-55, UX-57, ux.md 3 M).

use leptos::html;
use leptos::prelude::*;
use rekey_core::display::{Choice, Density, Display, Presenter, Shortcuts, Theme};

use crate::console::Console;
use crate::shortcuts;
use crate::text;
use crate::view::{View, view};

/// The native dialog, open. Each choice holds at once.
#[component]
pub fn DisplayDialog(
    /// The console.
    console: Console,
) -> View {
    let display = console.display;
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = node.get() {
            let _ = dialog.show_modal();
        }
    });
    view! {
        <dialog class="dialog" part="dialog" aria-labelledby="display" node_ref=node on:close=move |_| display.opened.set(false)>
            <form method="dialog">
                <h2 class="dialog-head" id="display">{text::display()}</h2>
                <div class="part stack">
                    <Choices console group="theme" legend=text::colours() words=theme_words chosen=|display| display.theme
                        choose=|display, theme: Theme| display.theme = theme/>
                    <Choices console group="density" legend=text::density() words=density_words chosen=|display| display.density
                        choose=|display, density: Density| display.density = density/>
                    <Choices console group="presenter" legend=text::presenter_mode() words=presenter_words chosen=|display| display.presenter
                        choose=|display, presenter: Presenter| display.presenter = presenter/>
                    <p class="help">{text::presenter_help()}</p>
                </div>
                <div class="part stack"><Keys console/></div>
                <div class="acts">
                    <button type="submit" class="button primary" part="button-primary" autofocus>{text::close()}</button>
                    <p class="help">{text::display_lasts()}</p>
                </div>
            </form>
        </dialog>
    }
}

/// One kind of choice.
#[component]
fn Choices<T: Choice + Send + Sync>(
    console: Console,
    group: &'static str,
    legend: &'static str,
    words: fn(T) -> &'static str,
    chosen: fn(Display) -> T,
    choose: fn(&mut Display, T),
) -> View {
    let display = console.display;
    let choice = |this: T| {
        let id = [group, "-", this.name()].concat();
        view! {
            <div class="check">
                <input type="radio" name=group id=id.clone() prop:checked=move || chosen(display.get()) == this
                    on:change=move |_| display.choose(|display| choose(display, this))/>
                <label for=id>{words(this)}</label>
            </div>
        }
    };
    view! {
        <fieldset class="choices in-a-row">
            <legend>{legend}</legend>
            {T::ALL.iter().copied().map(choice).collect::<View>()}
        </fieldset>
    }
}

/// The keys, and the way to switch off those that are single (WCAG 2.1.4).
#[component]
fn Keys(console: Console) -> View {
    let display = console.display;
    let switch = move |event| {
        let shortcuts = if event_target_checked(&event) { Shortcuts::On } else { Shortcuts::Off };
        display.choose(|display| display.shortcuts = shortcuts);
    };
    let key = |key: &'static str, words: &'static str| view! { <dt><kbd>{key}</kbd></dt><dd>{words}</dd> };
    view! {
        <div class="check">
            <input type="checkbox" id="shortcuts" aria-describedby="shortcuts-help"
                prop:checked=move || display.get().shortcuts == Shortcuts::On on:change=switch/>
            <label for="shortcuts">{text::single_keys()}</label>
            <p class="help" id="shortcuts-help">{text::single_keys_help()}</p>
        </div>
        <dl class="keys">
            {key("?", text::key_help())}
            {key(shortcuts::FILTER, text::key_filter())}
            {key(shortcuts::REFRESH, text::key_refresh())}
            {key(shortcuts::UP, text::key_up())}
            {key(shortcuts::GENERATE, text::key_generate())}
            {key("Ctrl Enter", text::key_send())}
        </dl>
    }
}

fn theme_words(theme: Theme) -> &'static str {
    match theme {
        Theme::System => text::as_the_system(),
        Theme::Light => text::light(),
        Theme::Dark => text::dark(),
    }
}

fn density_words(density: Density) -> &'static str {
    match density {
        Density::Comfortable => text::comfortable(),
        Density::Compact => text::compact(),
    }
}

fn presenter_words(presenter: Presenter) -> &'static str {
    match presenter {
        Presenter::Off => text::presenter_off(),
        Presenter::Secrets => text::presenter_secrets(),
        Presenter::Names => text::presenter_names(),
    }
}
