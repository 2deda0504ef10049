//! The signs that stand before words (look/README.md: sign, word, colour, in that order of weight).

use crate::view::{View, view};
use leptos::prelude::*;

/// A sign of 16 by 16 pixels in the colour of its text. It says nothing to a screen reader: the word beside it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// A ring with a tick.
    Good,
    /// A ring with a cross.
    Failed,
    /// A triangle.
    Attention,
    /// An octagon.
    Danger,
    /// A ring with a bar.
    Off,
    /// A broken ring with a question mark.
    Unsure,
    /// A pencil.
    Note,
    /// A key.
    Key,
    /// A chevron.
    Next,
    /// An arrow from what was to what will be.
    Arrow,
    /// A cross that removes.
    Close,
    /// A globe.
    Globe,
    /// Two sliders.
    Sliders,
    /// An eye that is struck out.
    Hidden,
}

const RING: &str = "M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 0 1 0-12.5Z";
const BROKEN_RING: &str = "M7.67 1.76A6.25 6.25 0 0 1 10.34 2.21M11.76 3.01A6.25 6.25 0 0 1 13.52 5.07\
M14.09 6.59A6.25 6.25 0 0 1 14.11 9.3M13.57 10.84A6.25 6.25 0 0 1 11.85 12.93M10.44 13.75A6.25 6.25 0 0 1 7.78 14.25\
M6.17 13.98A6.25 6.25 0 0 1 3.82 12.64M2.76 11.4A6.25 6.25 0 0 1 1.81 8.87M1.8 7.24A6.25 6.25 0 0 1 2.7 4.69\
M3.74 3.43A6.25 6.25 0 0 1 6.07 2.06";

impl Sign {
    fn paths(self) -> (&'static str, &'static str) {
        match self {
            Self::Good => (RING, "M5.25 8.25l2 2L10.9 6"),
            Self::Failed => (RING, "M6 6l4 4M10 6l-4 4"),
            Self::Attention => ("M8 2.25L14.25 13.25H1.75Z", "M8 6.5v3M8 11.4v.01"),
            Self::Danger => ("M5.4 1.75h5.2L14.25 5.4v5.2L10.6 14.25H5.4L1.75 10.6V5.4Z", "M8 4.9v3.4M8 10.9v.01"),
            Self::Off => (RING, "M5.25 8h5.5"),
            Self::Unsure => (BROKEN_RING, "M6.4 6.35a1.65 1.65 0 1 1 2.5 1.45c-.6.35-.9.65-.9 1.25v.1M8 11.3v.01"),
            Self::Note => (
                "M2.5 13.5l.75-3.25 7.4-7.4a1.3 1.3 0 0 1 1.85 0l.65.65a1.3 1.3 0 0 1 0 1.85l-7.4 7.4Z",
                "M9.5 4l2.5 2.5",
            ),
            Self::Key => ("M5.25 7.75a3 3 0 1 1 0 6a3 3 0 0 1 0-6Z", "M7.4 8.6L14 2M10.75 5.25l2 2"),
            Self::Next => ("M6 3.5L10.5 8 6 12.5", ""),
            Self::Arrow => ("M2.5 8h11", "M9.5 4l4 4-4 4"),
            Self::Close => ("M4 4l8 8", "M12 4l-8 8"),
            Self::Sliders => (
                "M1.75 5h5M10.75 5h3.5M1.75 11h2.5M8.25 11h6",
                "M8.75 3a2 2 0 1 1 0 4a2 2 0 0 1 0-4ZM6.25 9a2 2 0 1 1 0 4a2 2 0 0 1 0-4Z",
            ),
            Self::Hidden => (
                "M1.75 8c3.2-5.6 9.3-5.6 12.5 0c-3.2 5.6-9.3 5.6-12.5 0ZM8 5.9a2.1 2.1 0 1 1 0 4.2a2.1 2.1 0 0 1 0-4.2Z",
                "M2.75 13.25L13.25 2.75",
            ),
            Self::Globe => (RING, "M1.75 8h12.5M8 1.75c-5 4-5 8.5 0 12.5c5-4 5-8.5 0-12.5Z"),
        }
    }
}

/// Draws a sign.
#[component]
pub fn Icon(
    /// Which one.
    sign: Sign,
) -> View {
    let (first, second) = sign.paths();
    let class = if matches!(sign, Sign::Next | Sign::Arrow) { "icon icon-way" } else { "icon" };
    view! {
        <svg class=class viewBox="0 0 16 16" aria-hidden="true">
            <path d=first></path>
            <path d=second></path>
        </svg>
    }
}
