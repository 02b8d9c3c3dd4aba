//! The way to the vendor's shop and back: what a token says, who can make one, and what comes of it.

use jiff::{SignedDuration, Timestamp};
use tenure::{
    actions::{
        Held,
        issue::{Issue, issue},
        register::{Register, register},
        renew::Renewed,
        shop::{self, Bought},
    },
    clock::Clock,
    config::{self, Config},
    house::House,
    ids::Ids,
};
use tenure_domain::{Address, Caller, License, LicenseId, Offer, Profile, Refusal, Serial, Succession};
use tenure_store::{Fault, license};
use tenure_testbed::{engines::Place, on_both_engines};

/// A house whose shop sells everything, and one license of Anna that was registered on the first of December.
struct Shop {
    house: House,
    old: License,
    /// Kept for as long as the house stands.
    _place: Place,
}

fn at(time: &str) -> Timestamp {
    time.parse().unwrap()
}

fn now() -> Timestamp {
    at("2026-12-01T12:00:00Z")
}

fn anna() -> Address {
    "anna@example.com".parse().unwrap()
}

fn twelve_months(email: Option<Address>) -> Issue {
    let product = "security-space".to_owned();
    let profile = Profile::default();
    Issue { product, email, profile, months: 12, devices: 2, offer: Offer::New, external_id: None }
}

impl Shop {
    async fn open(url: &str) -> Self {
        let place = Place::sqlite();
        let Place::Folder(folder) = &place else { unreachable!("it was made as a folder") };
        let folder = folder.join("house");
        config::create(&folder, &Ids::System, jiff::civil::date(2026, 11, 1)).unwrap();
        let products = folder.join("products.toml");
        let sold =
            format!("shop_url = \"https://shop.example/buy?token={{token}}\"\n{}", config::DEFAULT_PRODUCTS);
        std::fs::write(&products, sold).unwrap();
        let variables = [("TENURE__STORE__URL".to_owned(), url.to_owned())];
        let config = Config::read_with(&folder.join("tenure.toml"), variables.into_iter()).unwrap();
        let house = House::furnish(config, Clock::Fixed(now()), Ids::System).await.unwrap();
        let old = registered(&house).await;
        Self { house, old, _place: place }
    }

    /// The token of a link to the shop.
    fn token(&self, how: Succession) -> String {
        let link = shop::link(&self.house.desk, &self.old, how, "pl", now()).unwrap();
        link.strip_prefix("https://shop.example/buy?token=").unwrap().to_owned()
    }

    async fn bring_back(&self, token: &str, bought: Bought, now: Timestamp) -> Result<Renewed, Refusal> {
        let (desk, token) = (self.house.desk.clone(), token.to_owned());
        let caller = Caller::Shop("tok_1".to_owned());
        let renewed = move |tx: &mut _| shop::renew_by_token(tx, &desk, &caller, (&token, &bought), now);
        let done = self.house.store.write(renewed).await;
        done.unwrap()
    }

    /// Every license of Anna.
    async fn licenses(&self) -> Vec<License> {
        let (desk, holder) = (self.house.desk.clone(), self.old.holder.unwrap());
        let read =
            self.house.store.read(move |tx| license::list_by_holder(tx, &desk.keys.vault, holder)).await;
        read.unwrap_or_else(|fault: Fault| panic!("{fault}"))
    }

    async fn issued(&self, email: Option<&str>) -> Serial {
        issued(&self.house, email.map(|email| email.parse().unwrap())).await.serial
    }
}

async fn issued(house: &House, email: Option<Address>) -> License {
    let desk = house.desk.clone();
    house.store.write(move |tx| issue(tx, &desk, &twelve_months(email.clone()), now())).await.unwrap()
}

async fn registered(house: &House) -> License {
    let serial = issued(house, None).await.serial;
    let (desk, profile) = (house.desk.clone(), Profile::default());
    let wish = Register { serial, email: anna(), profile, caller: Caller::Operator };
    let done = house.store.write(move |tx| register(tx, &desk, &wish, now())).await.unwrap().unwrap();
    let Held { license, .. } = done.held;
    license
}

fn field(refusal: &Refusal) -> &str {
    match refusal {
        Refusal::Invalid { field, .. } => field,
        other => other.code(),
    }
}

on_both_engines! {
    async fn what_the_shop_brings_back_is_issued_and_renews_at_once(url: String) {
        let shop = Shop::open(&url).await;
        let token = shop.token(Succession::Renewal);
        let done = shop.bring_back(&token, Bought::New(twelve_months(None)), now()).await.unwrap();
        let (new, old) = (done.new.license, done.old);
        assert_eq!((old.id, old.block.unwrap().successor), (shop.old.id, Some((new.id, Succession::Renewal))));
        assert_eq!(new.holder, shop.old.holder);
        // 12 months, the 365 days that the old one still had, and the bonus.
        assert_eq!(new.term.unwrap().expires_on, jiff::civil::date(2029, 4, 29));
        let again = shop.bring_back(&token, Bought::New(twelve_months(None)), now()).await.unwrap_err();
        assert_eq!(again.code(), "already_renewed");
        assert_eq!(shop.licenses().await.len(), 2, "a repeated call issues nothing");
    }

    async fn an_additional_purchase_adds_the_devices_of_a_number_that_exists(url: String) {
        let shop = Shop::open(&url).await;
        let bought = Bought::Serial(shop.issued(Some("Anna@Example.com")).await);
        let done = shop.bring_back(&shop.token(Succession::Expansion), bought, now()).await.unwrap();
        assert_eq!((done.new.license.devices, done.old.block.unwrap().successor.unwrap().1), (4, Succession::Expansion));
    }

    async fn a_number_of_somebody_else_is_no_match_and_renews_nothing(url: String) {
        let shop = Shop::open(&url).await;
        let bought = Bought::Serial(shop.issued(Some("zofia@example.com")).await);
        let refusal = shop.bring_back(&shop.token(Succession::Renewal), bought, now()).await.unwrap_err();
        assert_eq!(refusal.code(), "no_match");
        assert!(shop.licenses().await.iter().all(License::is_open));
    }

    async fn a_token_cannot_be_forged_changed_or_kept_for_ever(url: String) {
        let shop = Shop::open(&url).await;
        let desk = &shop.house.desk;
        let token = shop.token(Succession::Renewal);
        let claim = shop::read(desk, &token, now()).unwrap();
        assert_eq!((claim.license, claim.how, claim.language.as_str()), (shop.old.id, Succession::Renewal, "pl"));
        let said = data_encoding::BASE64URL_NOPAD.decode(token.split_once('.').unwrap().0.as_bytes()).unwrap();
        let said = String::from_utf8(said).unwrap();
        assert!(!said.contains("anna") && !said.contains(shop.old.serial.as_str()), "{said}");
        let other = said.replace(&shop.old.id.to_string(), &LicenseId::from_bits(7).to_string());
        let mark = token.split_once('.').unwrap().1;
        let forged = [
            String::new(),
            said.clone(),
            format!("{token}A"),
            format!("{}.{mark}", data_encoding::BASE64URL_NOPAD.encode(other.as_bytes())),
            format!("{}.", token.split_once('.').unwrap().0),
        ];
        for wrong in forged {
            assert_eq!(field(&shop::read(desk, &wrong, now()).unwrap_err()), "shop_token", "{wrong}");
        }
        let end = now() + SignedDuration::from_hours(24 * 30);
        assert!(shop::read(desk, &token, end - SignedDuration::from_secs(1)).is_ok());
        assert_eq!(field(&shop::read(desk, &token, end).unwrap_err()), "shop_token");
        let late = shop.bring_back(&token, Bought::New(twelve_months(None)), end).await.unwrap_err();
        assert_eq!((field(&late), shop.licenses().await.len()), ("shop_token", 1));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_shop_there_is_no_link() {
    let place = Place::sqlite();
    let shop = Shop::open(&place.url()).await;
    let gone = License { product: "another".to_owned(), ..shop.old.clone() };
    assert!(
        shop::link(&shop.house.desk, &gone, Succession::Renewal, "en", now()).is_some(),
        "the shop of all"
    );
    let text = config::DEFAULT_PRODUCTS;
    assert!(tenure_domain::Products::parse(text).unwrap().shop_url("antivirus").is_none());
}
