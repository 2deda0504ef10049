//! The first form from a cold cache, on a mobile network and with a processor four times slower, beside a form made with
//! React and one written by hand.

use super::Subject;
use crate::bench::measurements::Page;
use crate::bench::peer::Peer;
use crate::bench::quantity::{Quantity, Unit};

pub(super) const FORM: Subject = Subject {
    name: "form",
    title: "first form, cold, processor four times slower",
    pages: &[Page::Rekey, Page::React, Page::Plain],
    peers: &[("REKEY_REACT", Peer::ReactForm), ("REKEY_PLAIN", Peer::PlainForm)],
    needs_server: true,
    settings: &[("fast 4G", &FAST), ("slow 4G", &SLOW)],
};

const FAST: [Quantity; 8] = [
    Quantity::new("transferred", "transferred", Unit::Kilobytes).at_most(140e3, 110e3),
    Quantity::new("requests", "requests", Unit::Count).at_most(5.0, 5.0),
    Quantity::new("first paint", "firstPaint", Unit::Milliseconds).at_most_times(Page::Plain, 1.6, 1.15),
    Quantity::new("first form answers", "formAnswers", Unit::Milliseconds).at_most_times(Page::React, 0.9, 0.75),
    Quantity::new("blocking time", "blocked", Unit::Milliseconds).at_most(60.0, 30.0),
    Quantity::new("calls from sign-in to form", "callsToForm", Unit::Count).at_most(1.0, 1.0),
    Quantity::new("submit to result", "pressToResult", Unit::Milliseconds).at_most_times(Page::Plain, 1.15, 1.05),
    Quantity::new("heap with Wasm", "heap", Unit::Megabytes).at_most_times(Page::React, 1.0, 0.85),
];

const SLOW: [Quantity; 3] = [
    Quantity::new("first paint", "firstPaint", Unit::Milliseconds),
    Quantity::new("first form answers", "formAnswers", Unit::Milliseconds).at_most_times(Page::React, 0.97, 0.88),
    Quantity::new("submit to result", "pressToResult", Unit::Milliseconds),
];
