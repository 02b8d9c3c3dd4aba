//! The public page of what holders are told, from `schedule.toml`.

use serde::Serialize;
use tenure_domain::{
    Kind, Products, Schedule, Step,
    kind::{Anchor, Duty, Exception},
    product::Segment,
    schedule::Rule,
};

use super::View;

/// What one segment is told, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SegmentPlan {
    /// `home` or `business`.
    pub segment: &'static str,
    /// The steps as shown in lists, in the order of the calendar; none: nothing is sent.
    pub steps: Vec<String>,
    /// The excepted products' names, in the page's language.
    pub except: Vec<String>,
    /// The number of the footnote that tells the exception.
    pub note: Option<usize>,
}

/// One kind of notice on the page.
#[derive(Debug, Clone, Serialize)]
pub struct NoticePlan {
    /// Which kind.
    pub kind: Kind,
    /// Whether its steps are dates, sent at the sending hour.
    pub is_dated: bool,
    /// `never`, `always` or `after-expiry`.
    pub declined: &'static str,
    /// `of-license` or `of-holder`: where excepted products are looked for.
    pub exception: &'static str,
    /// One for each segment.
    pub plans: Vec<SegmentPlan>,
}

/// `/messages-schedule`.
#[derive(Debug, Clone, Serialize)]
pub struct MessagesSchedule {
    /// The sending hour, `10:00`.
    pub send_at: String,
    /// The kinds that the file names, in the order of a license's life.
    pub notices: Vec<NoticePlan>,
    /// The kinds that are sent whatever the file says.
    pub always: Vec<Kind>,
}

impl View for MessagesSchedule {
    const TEMPLATE: &'static str = "messages-schedule";
}

/// Gives a product's code its name in the page's language.
struct Namer<'a> {
    products: &'a Products,
    language: &'a str,
    default: &'a str,
}

impl MessagesSchedule {
    /// The page of a schedule; products are named in `language`, else in `default`.
    pub fn of(schedule: &Schedule, products: &Products, language: &str, default: &str) -> Self {
        let namer = Namer { products, language, default };
        let mut notices: Vec<NoticePlan> =
            Kind::ALL.iter().filter_map(|kind| NoticePlan::of(*kind, schedule, &namer)).collect();
        number_notes(&mut notices);
        let always = Kind::ALL.iter().copied().filter(|kind| kind.anchor() == Anchor::Always).collect();
        Self { send_at: schedule.send_at.strftime("%H:%M").to_string(), notices, always }
    }
}

impl NoticePlan {
    /// `None` where no segment is told anything of this kind.
    fn of(kind: Kind, schedule: &Schedule, namer: &Namer<'_>) -> Option<Self> {
        let plans = Segment::ALL.map(|segment| SegmentPlan::of(segment, schedule.rule(kind, segment), namer));
        let is_sent = plans.iter().any(|plan| !plan.steps.is_empty());
        is_sent.then(|| Self {
            kind,
            is_dated: kind.is_dated(),
            declined: match kind.duty() {
                Duty::Duty => "never",
                Duty::Offer => "always",
                Duty::OfferAfterExpiry => "after-expiry",
            },
            exception: match kind.exception() {
                Exception::OfLicense => "of-license",
                Exception::OfHolder => "of-holder",
            },
            plans: plans.into(),
        })
    }
}

impl SegmentPlan {
    fn of(segment: Segment, rule: Option<&Rule>, namer: &Namer<'_>) -> Self {
        let mut steps: Vec<Step> = rule.map(|rule| rule.steps.clone()).unwrap_or_default();
        steps.sort_unstable();
        let except = rule.map(|rule| rule.except.iter().map(|code| namer.name(code)).collect());
        Self {
            segment: segment.code(),
            steps: steps.iter().map(Step::to_string).collect(),
            except: except.unwrap_or_default(),
            note: None,
        }
    }
}

impl Namer<'_> {
    fn name(&self, code: &str) -> String {
        let product = self.products.find(code);
        product.map_or(code, |product| product.name.in_language(self.language, self.default)).to_owned()
    }
}

fn number_notes(notices: &mut [NoticePlan]) {
    let plans = notices.iter_mut().flat_map(|notice| notice.plans.iter_mut());
    for (number, plan) in (1..).zip(plans.filter(|plan| !plan.except.is_empty())) {
        plan.note = Some(number);
    }
}
