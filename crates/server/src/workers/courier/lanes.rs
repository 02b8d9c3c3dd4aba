//! How the conversations are shared among the lanes, so that letters which hang in one of them hold up no other.

use tenure_domain::Lane;

/// What is counted for each lane, the most urgent first.
pub(super) type PerLane<T> = [T; Lane::ALL.len()];

/// Whether a letter of `lane` may begin while so many speak, of at most `most`. Each other lane that does not speak
/// keeps an eighth of the conversations, but one at least; where there are not as many as lanes, nothing is kept.
pub(super) fn may_begin(lane: Lane, speaking: PerLane<usize>, most: usize) -> bool {
    let most = most.max(1);
    let share = if most < Lane::ALL.len() { 0 } else { (most / 8).max(1) };
    let kept = |other: &Lane| {
        if *other == lane { 0 } else { share.saturating_sub(speaking[other.number() as usize]) }
    };
    let kept: usize = Lane::ALL.iter().map(kept).sum();
    speaking.iter().sum::<usize>() + kept < most
}

/// How many letters of a lane are held ready, at most, where so many speak: enough that nobody waits for a claim, few
/// enough that a letter's words are fresh.
pub(super) fn depth(most: usize) -> usize {
    (most * 4).clamp(8, 200)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many letters of `lane` begin while those of others hang.
    fn begun(lane: Lane, mut speaking: PerLane<usize>, most: usize) -> usize {
        let before = speaking[lane.number() as usize];
        while may_begin(lane, speaking, most) {
            speaking[lane.number() as usize] += 1;
        }
        speaking[lane.number() as usize] - before
    }

    #[test]
    fn a_lane_that_hangs_leaves_room_for_the_others() {
        for lane in Lane::ALL {
            for most in 3..64 {
                let mut speaking = [0; 3];
                speaking[lane.number() as usize] = begun(lane, speaking, most);
                assert!(speaking[lane.number() as usize] * 3 >= most, "{lane:?} has a fair part of {most}");
                for other in Lane::ALL.into_iter().filter(|other| *other != lane) {
                    assert!(
                        begun(other, speaking, most) >= 1,
                        "{lane:?} leaves none of {most} for {other:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn no_more_speak_than_may_and_all_do_when_every_lane_has_letters() {
        for most in 1..64 {
            let mut speaking = [0; 3];
            for lane in Lane::ALL.into_iter().rev() {
                speaking[lane.number() as usize] += begun(lane, speaking, most);
            }
            assert_eq!(speaking.iter().sum::<usize>(), most);
        }
    }

    #[test]
    fn one_conversation_serves_all_lanes_in_turn() {
        assert!(Lane::ALL.into_iter().all(|lane| may_begin(lane, [0; 3], 1)));
        assert!(!may_begin(Lane::Urgent, [0, 0, 1], 1));
    }
}
