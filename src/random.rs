//! The browser's source of random bytes.

use js_sys::Uint8Array;

/// Fills a buffer with bytes of `crypto.getRandomValues`; says whether it could.
pub fn fill(bytes: &mut [u8]) -> bool {
    let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) else { return false };
    let random = Uint8Array::new_with_length(u32::try_from(bytes.len()).unwrap_or_default());
    let drawn = crypto.get_random_values_with_js_u8_array(&random).is_ok();
    random.copy_to(bytes);
    random.fill(0, 0, random.length());
    drawn
}
