//! Elements and components.

use proc_macro2::TokenStream as Tokens;
use quote::{format_ident, quote, quote_spanned};
use rstml::Infallible;
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeElement};
use syn::Expr;
use syn::spanned::Spanned;

use crate::{node_to_child, nodes_to_view};

/// A component has a name in capitals, an element has not.
pub(crate) fn to_view(element: &NodeElement<Infallible>) -> Tokens {
    let name = element.name().to_string();
    let last = name.rsplit("::").next().unwrap_or_default().trim_start();
    if last.starts_with(|first: char| first.is_uppercase()) { component(element) } else { tag(element, &name) }
}

fn tag(element: &NodeElement<Infallible>, name: &str) -> Tokens {
    let attributes = element.attributes().iter().map(|attribute| match attribute {
        NodeAttribute::Attribute(attribute) => tag_attribute(attribute),
        NodeAttribute::Block(block) => quote_spanned!(block.span()=> .compile_error!("an attribute needs a name")),
    });
    let children = element.children.iter().map(|child| match child {
        Node::Text(text) => {
            let words = &text.value;
            quote!(.words(#words))
        }
        other => {
            let child = node_to_child(other);
            quote!(.child(#child))
        }
    });
    quote! {
        crate::view::Tag::new(#name) #(#attributes)* #(#children)* .into_view()
    }
}

fn tag_attribute(attribute: &KeyedAttribute) -> Tokens {
    let name = attribute.key.to_string().replace(' ', "");
    let value = attribute.value().map_or_else(|| quote!(true), |value| quote!(#value));
    let span = attribute.key.span();
    let fixed = attribute.value_literal_string().or_else(|| attribute.value().is_none().then(String::new));
    match name.split_once(':') {
        Some(("on", event)) => {
            let event = format_ident!("{event}", span = span);
            quote!(.on(::leptos::ev::#event, #value))
        }
        Some(("prop", property)) => quote!(.property(#property, #value)),
        Some(_) => quote_spanned!(span=> .compile_error!("view! knows on: and prop:")),
        None if name == "node_ref" => quote!(.reference(#value)),
        None => fixed.map_or_else(|| quote!(.attribute(#name, #value)), |fixed| quote!(.fixed(#name, #fixed))),
    }
}

fn component(element: &NodeElement<Infallible>) -> Tokens {
    let name = element.name();
    let properties = element.attributes().iter().map(|attribute| match attribute {
        NodeAttribute::Attribute(attribute) => {
            let key = &attribute.key;
            // A property without a value takes the variable of its name.
            let value = attribute.value().map_or_else(|| quote!(#key), |value: &Expr| quote!(#value));
            quote!(.#key(#value))
        }
        NodeAttribute::Block(block) => quote_spanned!(block.span()=> .compile_error!("a property needs a name")),
    });
    let children = (!element.children.is_empty()).then(|| {
        let children = nodes_to_view(&element.children);
        quote!(.children(#children))
    });
    quote! {
        ::leptos::component::component_view(
            &#name,
            ::leptos::component::component_props_builder(&#name) #(#properties)* #children .build(),
        )
    }
}
