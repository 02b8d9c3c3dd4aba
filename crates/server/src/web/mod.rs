//! What every request meets: the site, the visit with its language and holder, and the answer as a page.

mod answer;
mod device;
mod origin;
mod pace;
mod visit;
mod wanted;

use std::sync::Arc;

use anyhow::Context as _;

use tenure_domain::network::Range;

use crate::{
    house::House,
    pages::{HelpFacts, Pages},
};

pub use answer::{Answer, Oops, Wrong, go_with_cookie, not_found, with_cookie};
pub use origin::origin;
pub use pace::even_pace;
pub use visit::{Cookies, Signed, Visit, to_sign_in};
pub use wanted::Wanted;

/// What every request meets.
#[derive(Clone)]
pub struct Site {
    /// The house behind the pages.
    pub house: Arc<House>,
    /// The pages.
    pub pages: Arc<Pages>,
    /// Whether these are the pages of the demo.
    pub is_demo: bool,
    /// The proxies that tell from which network somebody comes.
    pub trusted_proxies: Arc<[Range]>,
}

impl Site {
    /// A site for a house.
    pub fn new(house: Arc<House>) -> anyhow::Result<Self> {
        let settings = &house.desk.settings;
        let facts = HelpFacts {
            vendor: settings.vendor.name.clone(),
            url: settings.vendor.url.clone(),
            bonus_days: settings.renewal.bonus_days,
            bonus_from_months: settings.renewal.bonus_from_months,
            previous_from_months: settings.renewal.previous_from_months,
            home: settings.replacement.home,
            business: settings.replacement.business,
            days_left: settings.replacement.days_left,
        };
        let folder = house.folder().join("library");
        let pages = Pages::embedded().context("the pages")?;
        let pages = Arc::new(pages.with_library(&folder, &facts, &settings.vendor.language)?);
        let trusted_proxies = house.desk.settings.trusted_proxies().into();
        Ok(Self { house, pages, is_demo: false, trusted_proxies })
    }
}
