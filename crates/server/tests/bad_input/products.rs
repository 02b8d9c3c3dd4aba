//! `products.toml`.

use crate::desk::Desk;

#[test]
fn a_wrong_product_is_refused_with_its_line() {
    let cases: [(&str, &str, &[&str]); 4] = [
        ("segment = \"business\"", "segment = \"firm\"", &["firm", "home", "business"]),
        ("code = \"antivirus\"", "code = \"security-space\"", &["security-space"]),
        ("code = \"antivirus\"", "cod = \"antivirus\"", &["cod"]),
        ("name = \"Antivirus\"", "name = 7", &["name"]),
    ];
    for (number, (old, new, words)) in cases.into_iter().enumerate() {
        let desk = Desk::new(&format!("product-{number}"));
        let line = desk.edit("products.toml", old, new);
        desk.run(&["tick"]).refuses("products.toml", line, words);
    }
}
