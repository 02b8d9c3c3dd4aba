//! What is licensed: `products.toml`.

use std::{collections::BTreeMap, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::file::{FileError, line_of, parse};

/// Whom a product is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Segment {
    /// Homes.
    Home,
    /// Businesses.
    Business,
}

impl Segment {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Home, Self::Business];

    /// The name used in files and at the door.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Business => "business",
        }
    }
}

impl fmt::Display for Segment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A text names no segment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a segment; the segments are home and business")]
pub struct UnknownSegment(String);

impl FromStr for Segment {
    type Err = UnknownSegment;
    fn from_str(text: &str) -> Result<Self, UnknownSegment> {
        Self::ALL
            .into_iter()
            .find(|segment| segment.code() == text)
            .ok_or_else(|| UnknownSegment(text.to_owned()))
    }
}

/// A name that is the same in every language, or one by language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(
    untagged,
    expecting = "`name` is a text in quotes, or a table of texts by language: name = { en = \"…\", pl = \"…\" }"
)]
pub enum Name {
    /// The same everywhere.
    Same(String),
    /// By BCP 47 tag.
    ByLanguage(BTreeMap<String, String>),
}

impl Name {
    /// The name in `language`, else in its main language, else in the default one, else any.
    pub fn in_language(&self, language: &str, default: &str) -> &str {
        match self {
            Self::Same(name) => name,
            Self::ByLanguage(names) => [language, language.split('-').next().unwrap_or(language), default]
                .iter()
                .find_map(|tag| names.get(*tag))
                .or_else(|| names.values().next())
                .map_or("", String::as_str),
        }
    }
}

/// One product of the vendor.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// The name used in files and at the door.
    pub code: String,
    /// The name holders read.
    pub name: Name,
    /// Whom it is made for.
    pub segment: Segment,
    /// Where the vendor sells its renewal.
    #[serde(default)]
    pub shop_url: Option<ShopUrl>,
}

/// Where the vendor sells: a web address with a place for the token that says for which license.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct ShopUrl(String);

/// What stands in the address of a shop for the token.
const TOKEN: &str = "{token}";

/// A text is not the address of a shop.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not the address of a shop: write https://… with {{token}} once, where the token is to stand, as in https://shop.vendor.example/renew?token={{token}}"
)]
pub struct NotAShopUrl(String);

impl ShopUrl {
    /// The address for one purchase. `token` has nothing that an address would have to escape.
    pub fn with(&self, token: &str) -> String {
        self.0.replace(TOKEN, token)
    }
}

impl TryFrom<String> for ShopUrl {
    type Error = NotAShopUrl;
    fn try_from(text: String) -> Result<Self, NotAShopUrl> {
        let place = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let host = place.map_or("", |place| place.split(['/', '?', '#']).next().unwrap_or_default());
        let without_token = text.replacen(TOKEN, "", 1);
        let is_one = without_token.len() < text.len()
            && !host.is_empty()
            && !host.contains('{')
            && !without_token.contains(|c: char| {
                c.is_whitespace() || c.is_control() || matches!(c, '{' | '}' | '"' | '<' | '>')
            });
        if is_one { Ok(Self(text)) } else { Err(NotAShopUrl(text)) }
    }
}

/// The vendor's products.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Products {
    products: Vec<Product>,
    shop_url: Option<ShopUrl>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProductsFile {
    #[serde(default)]
    shop_url: Option<ShopUrl>,
    #[serde(default)]
    product: Vec<toml::Spanned<Product>>,
}

impl Products {
    /// Reads `products.toml`.
    pub fn parse(text: &str) -> Result<Self, FileError> {
        let file: ProductsFile = parse(text)?;
        let mut products: Vec<Product> = Vec::new();
        for entry in file.product {
            let line = line_of(text, entry.span().start);
            let product = entry.into_inner();
            let sound = !product.code.is_empty()
                && product.code.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
            if !sound {
                return Err(FileError::at(
                    line,
                    format!("`{}` is not a product code: use letters, digits and hyphens", product.code),
                ));
            }
            if products.iter().any(|known| known.code == product.code) {
                return Err(FileError::at(
                    line,
                    format!("the product `{}` stands here twice: remove one", product.code),
                ));
            }
            products.push(product);
        }
        if products.is_empty() {
            return Err(FileError::at(
                1,
                "there is no product: add at least one [[product]] with code, name and segment".to_owned(),
            ));
        }
        Ok(Self { products, shop_url: file.shop_url })
    }

    /// The product with this code.
    pub fn find(&self, code: &str) -> Option<&Product> {
        self.products.iter().find(|product| product.code == code)
    }

    /// Where a renewal of this product is sold: its own shop, else the one of all products.
    pub fn shop_url(&self, code: &str) -> Option<&ShopUrl> {
        self.find(code).and_then(|product| product.shop_url.as_ref()).or(self.shop_url.as_ref())
    }

    /// All products, in the file's order.
    pub fn iter(&self) -> impl Iterator<Item = &Product> {
        self.products.iter()
    }

    /// All codes, for messages.
    pub fn codes(&self) -> String {
        self.products.iter().map(|product| product.code.as_str()).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_for_all_or_one_by_language() {
        let products = Products::parse(
            "[[product]]\ncode = \"a\"\nname = \"Antivirus\"\nsegment = \"home\"\n\
             [[product]]\ncode = \"s\"\nsegment = \"business\"\nname = { en = \"Suite\", pl = \"Pakiet\" }\n",
        )
        .unwrap();
        assert_eq!(products.find("a").unwrap().name.in_language("pl", "en"), "Antivirus");
        let suite = &products.find("s").unwrap().name;
        assert_eq!(suite.in_language("pl-PL", "en"), "Pakiet");
        assert_eq!(suite.in_language("cs", "en"), "Suite");
    }

    #[test]
    fn a_product_is_sold_in_its_own_shop_or_in_that_of_all() {
        let product =
            |code: &str| format!("[[product]]\ncode = \"{code}\"\nname = \"N\"\nsegment = \"home\"\n");
        let text = format!(
            "shop_url = \"https://shop.example/?t={{token}}\"\n{}{}shop_url = \"https://b.example/{{token}}/buy\"\n",
            product("a"),
            product("b")
        );
        let products = Products::parse(&text).unwrap();
        let url = |code: &str| products.shop_url(code).unwrap().with("T.T");
        assert_eq!(
            (url("a").as_str(), url("b").as_str()),
            ("https://shop.example/?t=T.T", "https://b.example/T.T/buy")
        );
        assert_eq!(Products::parse(&product("a")).unwrap().shop_url("a"), None);
    }

    #[test]
    fn what_is_no_address_of_a_shop_is_refused_with_its_line() {
        for wrong in [
            "",
            "shop.example/{token}",
            "https://shop.example/",
            "https:///{token}",
            "https://{token}/",
            "https://shop.example/{token}/{token}",
            "https://shop.example/{token}/{language}",
            "https://shop.example/ {token}",
            "javascript:{token}",
        ] {
            let text = format!(
                "[[product]]\ncode = \"a\"\nname = \"A\"\nsegment = \"home\"\n\nshop_url = \"{wrong}\"\n"
            );
            let error = Products::parse(&text).unwrap_err();
            assert_eq!(error.line, 6, "{wrong}: {error}");
            assert!(error.to_string().contains("https://shop.vendor.example/renew?token={token}"), "{error}");
        }
    }

    #[test]
    fn a_wrong_file_is_refused_with_its_line() {
        for (text, line, words) in [
            ("", 1, "no product"),
            ("[[product]]\ncode = \"a\"\nname = \"A\"\nsegment = \"school\"\n", 4, "home"),
            ("[[product]]\ncode = \"a\"\nname = \"A\"\nsegment = \"home\"\ncolour = \"red\"\n", 5, "colour"),
            ("[[product]]\ncode = \"a b\"\nname = \"A\"\nsegment = \"home\"\n", 1, "product code"),
            ("[[product]]\nname = \"A\"\nsegment = \"home\"\n", 1, "code"),
        ] {
            let error = Products::parse(text).unwrap_err();
            assert_eq!(error.line, line, "{text}: {error}");
            assert!(error.to_string().contains(words), "{text}: {error}");
        }
    }
}
