//! The calls that lead from the first part of the program into the second.
//!
//! The splitter (crate `wasm_split_cli_support`) looks for names of this form: it moves what only the exports need into
//! the second part, and lets each import lead to the export with the same digits. A call traps while the second part
//! is not there, which [`super::Loaded`] rules out.

use crate::components::around::{self, Around};
use crate::components::connection_check::{self, ConnectionCheck};
use crate::components::host_sign_in::{self, HostSignIn};
use crate::components::refusal::{self, Refusal};
use crate::embed::{self, Call};
use crate::exchange::{self, Exchange, Exchanging};
use crate::pages::signed_in::{self, Wanted};
use crate::view::View;

/// One call: what it takes, what it gives, and what is called. In tests the program is in one piece.
macro_rules! crossing {
    ($name:ident($question:ty) -> $answer:ty, $import:literal, $export:literal, $target:path) => {
        #[cfg(target_family = "wasm")]
        pub(super) fn $name(question: $question) -> $answer {
            #[link(wasm_import_module = "__wasm_split_placeholder__")]
            #[allow(improper_ctypes, reason = "both sides are of one compilation")]
            unsafe extern "C" {
                #[link_name = $import]
                safe fn import(question: Box<$question>) -> $answer;
            }

            #[unsafe(export_name = $export)]
            #[allow(improper_ctypes_definitions, reason = "both sides are of one compilation")]
            extern "C" fn export(question: Box<$question>) -> $answer {
                $target(*question)
            }

            import(Box::new(question))
        }

        #[cfg(not(target_family = "wasm"))]
        pub(super) fn $name(question: $question) -> $answer {
            $target(question)
        }
    };
}

crossing!(
    page(Wanted) -> View,
    "__wasm_split_00later00_import_00000000000000000000000000000001",
    "__wasm_split_00later00_export_00000000000000000000000000000001",
    signed_in::page
);

crossing!(
    exchange(Exchange) -> Exchanging,
    "__wasm_split_00later00_import_00000000000000000000000000000002",
    "__wasm_split_00later00_export_00000000000000000000000000000002",
    exchange::run
);

crossing!(
    refusal(Refusal) -> View,
    "__wasm_split_00later00_import_00000000000000000000000000000003",
    "__wasm_split_00later00_export_00000000000000000000000000000003",
    refusal::notice
);

crossing!(
    around(Around) -> View,
    "__wasm_split_00later00_import_00000000000000000000000000000004",
    "__wasm_split_00later00_export_00000000000000000000000000000004",
    around::view
);

crossing!(
    connection_check(ConnectionCheck) -> View,
    "__wasm_split_00later00_import_00000000000000000000000000000005",
    "__wasm_split_00later00_export_00000000000000000000000000000005",
    connection_check::part
);

crossing!(
    host_sign_in(HostSignIn) -> View,
    "__wasm_split_00later00_import_00000000000000000000000000000006",
    "__wasm_split_00later00_export_00000000000000000000000000000006",
    host_sign_in::view
);

crossing!(
    call(Call) -> (),
    "__wasm_split_00later00_import_00000000000000000000000000000007",
    "__wasm_split_00later00_export_00000000000000000000000000000007",
    embed::call
);
