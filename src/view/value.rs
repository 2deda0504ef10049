//! What an attribute or a changing text can be.

use std::borrow::Cow;

/// A value as text; none means that the attribute is absent.
pub trait Text {
    /// The text.
    fn text(self) -> Option<Cow<'static, str>>;
}

impl Text for &'static str {
    fn text(self) -> Option<Cow<'static, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl Text for String {
    fn text(self) -> Option<Cow<'static, str>> {
        Some(Cow::Owned(self))
    }
}

impl Text for bool {
    fn text(self) -> Option<Cow<'static, str>> {
        self.then_some(Cow::Borrowed(""))
    }
}

impl<T: Text> Text for Option<T> {
    fn text(self) -> Option<Cow<'static, str>> {
        self.and_then(Text::text)
    }
}

/// The value of an attribute: fixed, or a function that follows its signals.
pub trait Value {
    /// Either of the two.
    fn value(self) -> Fixed;
}

/// A value, or what makes it.
pub enum Fixed {
    /// Always the same.
    Yes(Option<Cow<'static, str>>),
    /// Follows signals.
    No(Box<dyn Fn() -> Option<Cow<'static, str>>>),
}

impl Value for Fixed {
    fn value(self) -> Fixed {
        self
    }
}

impl<T: Text> Value for Option<T> {
    fn value(self) -> Fixed {
        Fixed::Yes(self.text())
    }
}

impl Value for &'static str {
    fn value(self) -> Fixed {
        Fixed::Yes(self.text())
    }
}

impl Value for String {
    fn value(self) -> Fixed {
        Fixed::Yes(self.text())
    }
}

impl Value for bool {
    fn value(self) -> Fixed {
        Fixed::Yes(self.text())
    }
}

impl<F, T> Value for F
where
    F: Fn() -> T + 'static,
    T: Text,
{
    fn value(self) -> Fixed {
        Fixed::No(Box::new(move || self().text()))
    }
}
