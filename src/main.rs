//! The WebAssembly module of the console; `src/element.js` starts it and calls the exports of the library.

use rekey as _;

fn main() {}
