//! One number for many.

/// The middle value; of an even count, the mean of the two in the middle. Nothing for no values.
pub(super) fn median(values: &[f64]) -> Option<f64> {
    let sorted = sorted(values);
    let upper = sorted.get(sorted.len() / 2)?;
    let lower = sorted.get(sorted.len().saturating_sub(1) / 2)?;
    Some(f64::midpoint(*lower, *upper))
}

/// The value that 95 of 100 do not exceed. Nothing for no values.
pub(super) fn percentile_95(values: &[f64]) -> Option<f64> {
    let sorted = sorted(values);
    // The nearest rank, counted from one.
    let rank = (sorted.len() * 95).div_ceil(100);
    sorted.get(rank.checked_sub(1)?).copied()
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

#[cfg(test)]
mod tests {
    use super::{median, percentile_95};

    #[test]
    fn the_median_stands_in_the_middle() {
        for (values, expected) in [
            (&[][..], None),
            (&[7.0], Some(7.0)),
            (&[3.0, 1.0], Some(2.0)),
            (&[9.0, 1.0, 2.0], Some(2.0)),
            (&[10.0, 1.0, 3.0, 2.0], Some(2.5)),
        ] {
            assert_eq!(median(values), expected, "{values:?}");
        }
    }

    #[test]
    fn the_95th_percentile_leaves_one_in_twenty_above_it() {
        let up_to = |count: u32| (1..=count).map(f64::from).collect::<Vec<_>>();
        for (count, expected) in [(0, None), (1, Some(1.0)), (19, Some(19.0)), (20, Some(19.0)), (100, Some(95.0))] {
            assert_eq!(percentile_95(&up_to(count)), expected, "{count} values");
        }
    }
}
