//! A list of 10,000 credentials, beside the same page made with React.

use super::Subject;
use crate::bench::measurements::Page;
use crate::bench::peer::Peer;
use crate::bench::quantity::{Quantity, Unit};

pub(super) const LIST: Subject = Subject {
    name: "list",
    title: "list of 10,000 credentials",
    pages: &[Page::Rekey, Page::React],
    peers: &[("REKEY_REACT", Peer::ReactList)],
    needs_server: false,
    settings: &[("processor as it is", &QUANTITIES), ("processor four times slower", &QUANTITIES)],
};

const QUANTITIES: [Quantity; 6] = [
    Quantity::new("last byte to first rows", "lastByteToRows", Unit::Milliseconds).at_most_times(Page::React, 1.3, 0.9),
    Quantity::new("request to first rows", "requestToRows", Unit::Milliseconds),
    Quantity::new("filter key to rows, p95", "keyToRows", Unit::Milliseconds).percentile_95().at_most_times(
        Page::React,
        1.0,
        0.8,
    ),
    Quantity::new("scroll to the last row", "scrollToEnd", Unit::Milliseconds),
    Quantity::new("DOM elements", "elements", Unit::Count).at_most(700.0, 575.0),
    Quantity::new("heap with Wasm", "heap", Unit::Megabytes).at_most(32e6, 16e6),
];
