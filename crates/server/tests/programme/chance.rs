//! Chance with a seed: the same seed gives the same population, acts and ticks on every machine.

/// `SplitMix64` (Steele, Lea, Flood 2014): small, and good enough to shuffle licenses.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = u64::try_from(high - low + 1).expect("the upper end is not below the lower one");
        low + i64::try_from(self.next() % width).expect("less than the width")
    }

    /// True in so many of a hundred cases.
    pub(crate) fn percent(&mut self, of_hundred: i64) -> bool {
        self.between(1, 100) <= of_hundred
    }

    /// One of the things.
    pub(crate) fn one_of<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        let last = i64::try_from(things.len()).expect("few things") - 1;
        &things[usize::try_from(self.between(0, last)).expect("not negative")]
    }

    /// Takes one of the things away.
    pub(crate) fn take<T>(&mut self, things: &mut Vec<T>) -> T {
        let last = i64::try_from(things.len()).expect("few things") - 1;
        things.swap_remove(usize::try_from(self.between(0, last)).expect("not negative"))
    }
}
