//! One file per page. A page assembles parts; rules, requests and sentences live elsewhere.

pub mod connections;
pub mod credentials;
pub mod edit;
pub mod loaded;
pub mod scopes;
pub mod secret;
pub mod sign_in;
pub mod signed_in;
pub mod stop;
pub mod unknown;
pub mod waiting;
