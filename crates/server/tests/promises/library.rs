//! The Library: read by everybody, kept by holders, added to by the vendor.

use std::fs;

use tenure_testbed::{on_both_engines, smtp::Server};

use crate::{
    delivery::installed,
    door::Door,
    http::Served,
    messages::links,
    sign_in::{DUE, enter, link},
};

on_both_engines! {
    async fn a_page_added_twice_is_in_my_library_once_and_only_in_mine(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 2);
        let site = Served::begin(&door, DUE, &["--role", "web"]);
        let (one, other) = (enter(&site, &server, "c-1@example.com"), enter(&site, &server, "c-2@example.com"));
        let mine = |cookie: &str| {
            let page = site.get("/my/library", &[("Cookie", cookie)]);
            assert_eq!(page.status, 200);
            let own = page.body.split("id=\"kept\"").nth(1).unwrap().split("</section>").next().unwrap().to_owned();
            own.matches("class=\"whole\"").count()
        };
        assert_eq!(mine(&one), 0);
        for _ in 0..2 {
            let kept = site.post("/library/renewing/keep", &[("Cookie", &one)], "");
            assert_eq!((kept.status, kept.header("location")), (303, "/library/renewing"));
        }
        assert_eq!((mine(&one), mine(&other)), (1, 0));
        assert!(site.get("/library/renewing", &[("Cookie", &one)]).words().contains("In my library"));
        site.post("/library/renewing/remove", &[("Cookie", &one)], "");
        assert_eq!(mine(&one), 0);
        assert_eq!(site.post("/library/none/keep", &[("Cookie", &one)], "").status, 404);
    }
}

#[test]
fn everybody_reads_pages_with_the_numbers_of_the_settings_and_signs_in_to_keep_one() {
    let server = Server::accepting();
    let place = tenure_testbed::engines::Place::sqlite();
    let mut door = installed(&place.url(), &server, 1);
    door.set("RENEWAL__BONUS_DAYS", "77");
    let site = Served::begin(&door, DUE, &["--role", "web"]);
    let page = site.get("/library/renewing", &[]);
    assert!(page.status == 200 && page.words().contains("77 days"), "{}", page.words());
    let polish = site.get("/library/renewing?lang=pl", &[]);
    assert!(polish.words().contains("77 dni"), "{}", polish.words());
    assert!(site.get("/library/messages", &[]).words().contains("30 days before expiry"));
    assert_eq!(site.get("/library/none", &[]).status, 404);
    let names = links(&site.get("/library", &[]), "/library/");
    assert!(names.len() >= 6, "{names:?}");
    for name in names {
        for link in links(&site.get(&name, &[]), "/") {
            assert!(matches!(site.get(&link, &[]).status, 200 | 303), "{name} leads to {link}");
        }
    }
    let asked = site.post("/library/renewing/keep", &[], "");
    assert_eq!((asked.status, asked.header("location").starts_with("/my/sign-in")), (303, true));
    assert_eq!(site.get("/my/library", &[]).status, 303);
}

#[test]
fn whoever_signs_in_to_keep_a_page_is_back_on_it_and_it_is_kept() {
    let server = Server::accepting();
    let place = tenure_testbed::engines::Place::sqlite();
    let door = installed(&place.url(), &server, 1);
    let site = Served::begin(&door, DUE, &["--role", "web"]);
    let to = site.post("/library/renewing/keep", &[], "").header("location").to_owned();
    assert_eq!(to, "/my/sign-in?to=%2Flibrary%2Frenewing%2Fkeep");
    assert_eq!(site.post("/library/none/keep", &[], "").status, 404);
    let wanted = to.split_once('?').unwrap().1;
    // A mistake in the form, and then another language: where they were going is not forgotten.
    let wrong = site.post("/my/sign-in", &[], &format!("email=nobody&{wanted}"));
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.replace("&amp;", "&").contains(&format!("?{wanted}&lang=de")), "{}", wrong.body);
    let asked = site.post("/my/sign-in", &[], &format!("email=c-1%40example.com&{wanted}"));
    let messages = server.wait_for(1);
    let entered = site.post(&link(&messages[0]), &[("Cookie", asked.cookie())], "");
    assert_eq!((entered.status, entered.header("location")), (303, "/library/renewing"));
    let page = site.get("/library/renewing", &[("Cookie", entered.cookie())]);
    assert!(page.words().contains("In my library"), "{}", page.words());
}

fn own_page(door: &Door, text: &str) {
    fs::create_dir_all(door.file("library/shops")).unwrap();
    door.write("library/shops/en.md", text);
}

#[test]
fn the_vendors_own_pages_stand_beside_ours_and_broken_ones_are_refused_with_file_and_line() {
    let server = Server::accepting();
    let place = tenure_testbed::engines::Place::sqlite();
    let door = installed(&place.url(), &server, 1);
    own_page(
        &door,
        "title: Our shops\nsummary: Where we are.\n---\nIn **Gdańsk**. <script>alert(1)</script>\n",
    );
    let site = Served::begin(&door, DUE, &["--role", "web"]);
    assert!(site.get("/library", &[]).words().contains("Our shops Where we are."));
    let page = site.get("/library/shops", &[]);
    assert!(page.body.contains("<strong>Gdańsk</strong>") && !page.body.contains("<script"), "{}", page.body);
    own_page(&door, "title: Our shops\n---\nfine\n{{ nothing }}\n");
    let said = door.at(DUE).wrong(&["serve", "--role", "web"]);
    assert!(said.contains("shops/en.md, line 4"), "{said}");
}
