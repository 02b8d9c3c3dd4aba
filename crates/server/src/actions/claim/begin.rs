//! From cases to errands: letters are written, those that travel together get one that brings them, and from here on a
//! courier speaks.

use std::{collections::BTreeMap, sync::Arc};

use jiff::{SignedDuration, Timestamp};
use tenure_domain::{
    Holder, LetterId, Notice, Outcome, State,
    gathering::{Mail, day_around},
    outcome::Delay,
};
use tenure_post::carrier::Parcel;
use tenure_store::{
    Fault, Tx, attempt,
    letter::{self, Letter},
    notice,
};

use super::{
    super::{
        Held,
        letter::{again, letter_id},
        tell_address,
    },
    Clerk, Errand, LEASE_MINUTES,
    case::Case,
    draft::{Draft, Drafted, Written, bring, choose_wording},
};

/// A letter of a mail: what it tells, and its bytes.
struct Part {
    told: Vec<Notice>,
    written: Drafted<Arc<Written>>,
}

impl Part {
    fn letter(&self) -> Option<&Letter> {
        self.written.as_ref().ok().map(|written| &written.letter)
    }
}

/// What a courier carries, and when it was written; or why there is nothing.
type Mailed = (Result<Parcel, Outcome>, Timestamp);

/// The number of the attempt that a mail is.
fn number_of<'a>(told: impl Iterator<Item = &'a Notice>) -> u32 {
    told.map(|notice| notice.attempts).max().unwrap_or(0) + 1
}

impl Clerk<'_> {
    /// Begins what is to be sent to one holder: by as many mails as the day has left, or, where an answer was lost, by the
    /// same mail.
    pub(super) fn begin(
        &self,
        tx: &mut Tx,
        holder: &Holder,
        standing: Vec<Case>,
    ) -> Result<Vec<Errand>, Fault> {
        if let Some(kept) = self.find_lost(tx, holder, &standing)? {
            return Ok(vec![self.begin_again(tx, holder, &kept, standing)?]);
        }
        let sent = self.count_sent(tx, holder, &standing)?;
        let mut errands = Vec::new();
        for mail in self.desk.gathering().mails(standing, |case| &case.claimed.notice.key, sent) {
            self.begin_mail(tx, holder, mail, &mut errands)?;
        }
        Ok(errands)
    }

    /// How many mails that count went to a holder today, where that matters.
    pub(super) fn count_sent(&self, tx: &mut Tx, holder: &Holder, due: &[Case]) -> Result<usize, Fault> {
        if !due.iter().any(|case| case.claimed.notice.key.kind.can_be_gathered()) {
            return Ok(0);
        }
        let (from, until) = day_around(self.desk.zone_of(Some(holder)), self.now);
        letter::count_mails(tx, holder.id, from, until)
    }

    /// Writes the letters of a mail, and the one that brings them where they are several. What cannot be written holds
    /// up no other, and no mail has two languages.
    fn begin_mail(
        &self,
        tx: &mut Tx,
        holder: &Holder,
        mail: Mail<Case>,
        errands: &mut Vec<Errand>,
    ) -> Result<(), Fault> {
        let mut by_language: BTreeMap<Option<String>, Vec<Part>> = BTreeMap::new();
        for letter in mail {
            let part = self.write_part(tx, holder, letter)?;
            let language = part.letter().map(|letter| letter.language.clone());
            by_language.entry(language).or_default().push(part);
        }
        for (language, parts) in by_language {
            if parts.len() > 1
                && language.is_some()
                && let Some(mailed) = self.bring(tx, holder, &parts)?
            {
                errands.push(self.set_out(tx, holder, parts, mailed)?);
                continue;
            }
            for part in parts {
                let mailed = self.mailed(&part);
                errands.push(self.set_out(tx, holder, vec![part], mailed)?);
            }
        }
        Ok(())
    }

    fn write_part(&self, tx: &mut Tx, holder: &Holder, letter: Vec<Case>) -> Result<Part, Fault> {
        let told: Vec<_> = letter.into_iter().map(Case::into_told).collect();
        let written = self.write(tx, holder, &told)?;
        Ok(Part { told: told.into_iter().map(|(_, notice)| notice).collect(), written })
    }

    /// Writes a letter and keeps it. One that was written ahead is taken where it would be written the same.
    pub(super) fn write(
        &self,
        tx: &mut Tx,
        holder: &Holder,
        told: &[(Held, Notice)],
    ) -> Result<Drafted<Arc<Written>>, Fault> {
        if let Some((_, notice)) =
            told.first().filter(|(_, notice)| choose_wording(self.desk, holder, notice).is_ok())
        {
            tell_address::begin_undo(tx, self.desk, notice, self.now)?;
        }
        let draft = match Draft::gather(tx, self.desk, holder, told, self.now)? {
            Ok(draft) => draft,
            Err(words) => return Ok(Err(words)),
        };
        let written = match self.ahead.find(&draft, self.now) {
            Some(written) => written,
            None => match draft.write(self.desk, self.now)? {
                Ok(written) => Arc::new(written),
                Err(words) => return Ok(Err(words)),
            },
        };
        written.save(tx)?;
        Ok(Ok(written))
    }

    /// What brings several letters; nothing where there are no words for it, and each goes by itself.
    fn bring(&self, tx: &mut Tx, holder: &Holder, parts: &[Part]) -> Result<Option<Mailed>, Fault> {
        let letters: Vec<&Letter> = parts.iter().filter_map(Part::letter).collect();
        let told = || parts.iter().flat_map(|part| &part.told);
        let Some(first) = told().min_by_key(|notice| notice.id) else { return Ok(None) };
        match bring(tx, self.desk, holder, &letters, first, self.now)? {
            Ok(mail) => Ok(Some(self.mail(&mail, number_of(told())))),
            Err(words) => {
                tracing::error!("letters that belong together go one by one: {words}");
                Ok(None)
            }
        }
    }

    fn mailed(&self, part: &Part) -> Mailed {
        match &part.written {
            Ok(written) => self.mail(written, number_of(part.told.iter())),
            Err(words) => (Err(unwritten(words)), self.now),
        }
    }

    fn mail(&self, written: &Written, attempt: u32) -> Mailed {
        let parcel = self.parcel(&written.letter, written.bytes.clone(), attempt);
        (Ok(parcel), written.letter.written_at)
    }

    /// From here on a courier speaks.
    fn set_out(
        &self,
        tx: &mut Tx,
        holder: &Holder,
        parts: Vec<Part>,
        (parcel, written_at): Mailed,
    ) -> Result<Errand, Fault> {
        let mut errand = Errand { told: Vec::new(), parcel, written_at };
        for part in parts {
            let letter = part.letter().map(|letter| letter.id);
            let fallback = part.told.first().map(letter_id);
            for notice in part.told {
                let letter = letter.or(fallback).unwrap_or_else(|| letter_id(&notice));
                self.begin_one(tx, holder, notice, letter, &mut errand)?;
            }
        }
        Ok(errand)
    }

    fn begin_one(
        &self,
        tx: &mut Tx,
        holder: &Holder,
        notice: Notice,
        letter: LetterId,
        errand: &mut Errand,
    ) -> Result<(), Fault> {
        let lease = SignedDuration::from_mins(LEASE_MINUTES);
        let lease_until = self.now.saturating_add(lease).unwrap_or(self.now);
        let attempt = notice.attempts + 1;
        notice::begin(tx, &notice, letter, holder.id, self.now, lease_until)?;
        attempt::begin(tx, &notice, attempt, self.now)?;
        errand.told.push((notice, attempt));
        Ok(())
    }

    /// The mail whose answer was lost. The recipient is read at the moment of sending (rule 1): bytes for an address that
    /// was left do not go again, what they told is written anew.
    fn find_lost(&self, tx: &mut Tx, holder: &Holder, standing: &[Case]) -> Result<Option<Letter>, Fault> {
        let lost = standing.iter().find(|case| case.claimed.notice.state != State::Due);
        let Some(letter) = lost.and_then(|case| case.claimed.letter) else { return Ok(None) };
        let mail = letter::find_mail(tx, letter)?;
        let kept = letter::find(tx, &self.desk.keys.vault, mail)?;
        Ok(kept.filter(|kept| kept.address == holder.address.as_written()))
    }

    /// A mail whose answer was lost goes again with the same bytes; each notice keeps its letter.
    fn begin_again(
        &self,
        tx: &mut Tx,
        holder: &Holder,
        kept: &Letter,
        standing: Vec<Case>,
    ) -> Result<Errand, Fault> {
        let number = number_of(standing.iter().map(|case| &case.claimed.notice));
        let parcel = match again(self.desk, kept) {
            Ok(bytes) => Ok(self.parcel(kept, Arc::from(bytes), number)),
            Err(words) => Err(unwritten(&words)),
        };
        let mut errand = Errand { told: Vec::new(), parcel, written_at: kept.written_at };
        for case in standing {
            let letter = case.claimed.letter.unwrap_or(kept.id);
            self.begin_one(tx, holder, case.claimed.notice, letter, &mut errand)?;
        }
        Ok(errand)
    }

    fn parcel(&self, letter: &Letter, bytes: Arc<[u8]>, attempt: u32) -> Parcel {
        Parcel {
            from: self.desk.return_path(letter.id),
            to: letter.address.clone(),
            bytes,
            name: letter.id.to_string(),
            attempt,
            at: self.now,
        }
    }
}

/// What cannot be written is our own affair: it is tried again, and holds up no other.
fn unwritten(words: &str) -> Outcome {
    Outcome::Later { delay: Delay::OurSetup, reply: words.to_owned() }
}
