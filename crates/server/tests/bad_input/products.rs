//! `products.toml`.

use crate::desk::Desk;

#[test]
fn a_wrong_product_is_refused_with_its_line() {
    let cases: [(&str, &str, &[&str]); 3] = [
        ("segment = \"business\"", "segment = \"firm\"", &["firm", "home", "business"]),
        ("code = \"antivirus\"", "cod = \"antivirus\"", &["cod"]),
        ("name = \"Antivirus\"", "name = 7", &["name"]),
    ];
    for (number, (old, new, words)) in cases.into_iter().enumerate() {
        let desk = Desk::new(&format!("product-{number}"));
        let line = desk.edit("products.toml", old, new);
        desk.run(&["tick"]).refuses("products.toml", line, words);
    }
}

#[test]
fn the_same_code_twice_is_refused_where_the_second_product_begins() {
    let desk = Desk::new("code-twice");
    let line = desk.edit("products.toml", "code = \"antivirus\"", "code = \"security-space\"");
    desk.run(&["tick"]).refuses("products.toml", line - 1, &["security-space", "twice"]);
}
