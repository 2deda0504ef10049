//! The one way to write a view.

/// `leptos::view!` in its scope-class form.
///
/// The plain form turns static subtrees into `innerHTML`, which the page's policy refuses (design.md 9, M2);
/// this form does not, so the program holds no HTML sink at all (H-01).
macro_rules! view {
    ($($body:tt)*) => { ::leptos::view! { class = "rk", $($body)* } };
}

pub(crate) use view;
