//! Which of several relays a letter goes by.

/// A relay as it stands at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Its place: relays of a higher number are for when those of a lower one are away.
    pub order: u32,
    /// Its share among those of the same order.
    pub weight: u32,
    /// Whether its circuit lets letters through.
    pub is_there: bool,
    /// Whether it can take one now: a conversation is free, and its rate allows it.
    pub is_free: bool,
}

/// The relay for the `turn`-th letter: of those that are there only the lowest order counts, and within it each has
/// its share. None: all that count are busy, or none is there.
pub fn choose(candidates: &[Candidate], turn: u64) -> Option<usize> {
    let order = candidates.iter().filter(|one| one.is_there).map(|one| one.order).min()?;
    let of_order = |one: &Candidate| one.is_there && one.is_free && one.order == order;
    let share = |one: &Candidate| if of_order(one) { u64::from(one.weight.max(1)) } else { 0 };
    let whole: u64 = candidates.iter().map(share).sum();
    let mut left = turn.checked_rem(whole)?;
    candidates.iter().position(|one| {
        let share = share(one);
        let is_it = left < share;
        left = left.saturating_sub(share);
        is_it
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn relay(order: u32, weight: u32) -> Candidate {
        Candidate { order, weight, is_there: true, is_free: true }
    }

    fn shares(candidates: &[Candidate]) -> Vec<usize> {
        let mut shares = vec![0; candidates.len() + 1];
        for turn in 0..60 {
            shares[choose(candidates, turn).unwrap_or(candidates.len())] += 1;
        }
        shares
    }

    #[test]
    fn the_lowest_order_that_is_there_takes_all_by_weight() {
        let (away, busy) =
            (Candidate { is_there: false, ..relay(1, 1) }, Candidate { is_free: false, ..relay(1, 1) });
        for (candidates, wanted) in [
            (vec![relay(1, 1)], vec![60, 0]),
            (vec![relay(1, 2), relay(1, 1)], vec![40, 20, 0]),
            (vec![relay(2, 9), relay(1, 1)], vec![0, 60, 0]),
            (vec![away, relay(2, 1), relay(2, 1)], vec![0, 30, 30, 0]),
            (vec![busy, relay(1, 1), relay(2, 1)], vec![0, 60, 0, 0]),
            // Busy is not away: the relay of the second order stays in reserve.
            (vec![busy, relay(2, 1)], vec![0, 0, 60]),
            (vec![away], vec![0, 60]),
            (vec![relay(1, 0), relay(1, 0)], vec![30, 30, 0]),
            (vec![], vec![60]),
        ] {
            assert_eq!(shares(&candidates), wanted, "{candidates:?}");
        }
    }
}
