//! Texts with places to fill in, written `{{ name }}`.

use anyhow::{Context as _, Result, bail};

/// Fills every place; a place without a value and a value without a place are mistakes.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut parts = template.split("{{ ");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    let mut used = Vec::new();
    for part in parts {
        let (name, rest) = part.split_once(" }}").context("a place `{{ …` has no end")?;
        let Some((name, value)) = values.iter().find(|(candidate, _)| *candidate == name) else {
            bail!("there is no value for `{{{{ {name} }}}}`");
        };
        used.push(*name);
        filled.push_str(value);
        filled.push_str(rest);
    }
    if let Some((unused, _)) = values.iter().find(|(name, _)| !used.contains(name)) {
        bail!("there is no place `{{{{ {unused} }}}}`");
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn every_place_is_filled() {
        assert_eq!(fill("a {{ x }} b {{ y }}{{ x }}", &[("x", "1"), ("y", "{{ 2")]).unwrap(), "a 1 b {{ 21");
    }

    #[test]
    fn a_place_or_a_value_without_the_other_is_refused() {
        assert!(fill("{{ x }}", &[]).is_err());
        assert!(fill("{{ x", &[("x", "1")]).is_err());
        assert!(fill("", &[("x", "1")]).is_err());
    }
}
