//! How the console looks and listens.

use super::{Entry, words};

catalogue! {
    display = "Display and keyboard";
    display_lasts = "These choices last until this tab is closed or reloaded.";
    close = "Close";
    colours = "Colours";
    as_the_system = "As the system";
    light = "Light";
    dark = "Dark";
    density = "Density";
    comfortable = "Comfortable";
    compact = "Compact";
    presenter_mode = "Presenter mode";
    presenter_off = "Off";
    presenter_secrets = "Secrets can be neither shown nor copied";
    presenter_names = "The same, and names are blurred";
    presenter_help = "For a screen that others see. The page's address still shows names, and a screen reader still says them.";
    presenter_keeps = "Presenter mode is on: it can be neither shown nor copied.";
    presenter_keeps_generated = "Presenter mode is on: it can be neither shown nor copied, and what was generated is not sent before it was. Switch the mode off first, or type one.";
    single_keys = "Single keys";
    single_keys_help = "They work while no field has the focus.";
    key_help = "This list";
    key_filter = "Filter the list";
    key_refresh = "Read the list again";
    key_up = "One level up";
    key_generate = "Generate a secret";
    key_send = "Send the form, or review it, from any of its fields";
}
