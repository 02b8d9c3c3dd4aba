//! The body of a request. One table of fields for each body reads it and describes it in the OpenAPI document, so that
//! the two cannot disagree. Everything that is wrong is told at once.

use std::str::FromStr;

use serde_json::{Map, Value};
use utoipa::openapi::{
    Object, RefOr, Schema,
    schema::{AdditionalProperties, ObjectBuilder, SchemaFormat, SchemaType, Type},
};

use super::problem::{FieldError, Problem};

/// What a field holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shape {
    /// A text; of a known format, where one is named.
    Text(Option<&'static str>),
    /// A whole number from 1.
    Count(u32),
    /// True or false.
    Flag,
    /// One of these words.
    Word(&'static [&'static str]),
    /// An object with fields of its own.
    Object(&'static [Field]),
}

/// A field of a body.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    name: &'static str,
    shape: Shape,
    about: &'static str,
    is_required: bool,
}

impl Field {
    /// A field that must be there.
    pub(super) const fn required(name: &'static str, shape: Shape, about: &'static str) -> Self {
        Self { name, shape, about, is_required: true }
    }

    /// A field that may be left out, or be null.
    pub(super) const fn optional(name: &'static str, shape: Shape, about: &'static str) -> Self {
        Self { name, shape, about, is_required: false }
    }
}

/// A kind of body: its fields.
pub(super) trait Fields {
    /// The fields.
    const FIELDS: &'static [Field];
}

/// Declares a kind of body, and describes it in the OpenAPI document.
macro_rules! body {
    ($(#[doc = $doc:literal])+ $name:ident [$($field:expr),+ $(,)?]) => {
        $(#[doc = $doc])+
        #[derive(Debug)]
        pub struct $name;

        impl $crate::api::body::Fields for $name {
            const FIELDS: &'static [$crate::api::body::Field] = &[$($field),+];
        }
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                $crate::api::body::schema(concat!($($doc),+), <Self as $crate::api::body::Fields>::FIELDS)
            }
        }
        impl utoipa::ToSchema for $name {}
    };
}
pub(super) use body;

/// How a body is described.
pub(super) fn schema(about: &str, fields: &[Field]) -> RefOr<Schema> {
    with_fields(ObjectBuilder::new().description(Some(about.trim())), fields).into()
}

fn with_fields(object: ObjectBuilder, fields: &[Field]) -> ObjectBuilder {
    let mut object = object.additional_properties(Some(AdditionalProperties::<Schema>::FreeForm(false)));
    for field in fields {
        object = object.property(field.name, describe(field));
        if field.is_required {
            object = object.required(field.name);
        }
    }
    object
}

fn describe(field: &Field) -> Object {
    let kind = match field.shape {
        Shape::Text(_) | Shape::Word(_) => Type::String,
        Shape::Count(_) => Type::Integer,
        Shape::Flag => Type::Boolean,
        Shape::Object(_) => Type::Object,
    };
    let kinds =
        if field.is_required { SchemaType::new(kind) } else { SchemaType::from_iter([kind, Type::Null]) };
    let object = ObjectBuilder::new().schema_type(kinds).description(Some(field.about));
    match field.shape {
        Shape::Text(format) => {
            object.format(format.map(|name| SchemaFormat::Custom(name.to_owned()))).build()
        }
        Shape::Count(most) => object.minimum(Some(1_u32)).maximum(Some(most)).build(),
        Shape::Flag => object.build(),
        Shape::Object(fields) => with_fields(object, fields).build(),
        Shape::Word(words) => {
            let null = (!field.is_required).then_some(Value::Null);
            object.enum_values(Some(words.iter().map(|word| Value::from(*word)).chain(null))).build()
        }
    }
}

/// What was given in a body: each field is read, and what is wrong is gathered.
#[derive(Debug)]
pub(super) struct Given {
    object: Map<String, Value>,
    errors: Vec<FieldError>,
}

impl Given {
    /// Compares a body with its table.
    pub(super) fn read<B: Fields>(object: Map<String, Value>) -> Self {
        Self::of(B::FIELDS, object)
    }

    fn of(fields: &[Field], object: Map<String, Value>) -> Self {
        let mut given = Self { object, errors: Vec::new() };
        for field in fields {
            if let Some(wrong) = mismatch(field, given.object.get(field.name)) {
                given.object.remove(field.name);
                given.wrong(field.name, wrong);
            }
        }
        let is_known = |name: &str| fields.iter().any(|field| field.name == name);
        let unknown: Vec<String> = given.object.keys().filter(|name| !is_known(name)).cloned().collect();
        let known = fields.iter().map(|field| field.name).collect::<Vec<_>>().join(", ");
        for name in unknown {
            given.wrong(&name, format!("there is no such field; there are {known}"));
        }
        given
    }

    /// Something is wrong with a field.
    pub(super) fn wrong(&mut self, field: &str, detail: impl Into<String>) {
        self.errors.push(FieldError { field: field.to_owned(), detail: detail.into() });
    }

    /// A text read as a `T`; nothing where it is left out or wrong.
    pub(super) fn text<T: FromStr<Err: std::fmt::Display>>(&mut self, field: &str) -> Option<T> {
        let text = self.object.get(field)?.as_str()?;
        match text.parse() {
            Ok(read) => Some(read),
            Err(error) => {
                self.wrong(field, error.to_string());
                None
            }
        }
    }

    /// A name of a person or a company; empty is none.
    pub(super) fn name(&mut self, field: &str) -> Option<String> {
        let text = self.object.get(field)?.as_str()?;
        tenure_domain::holder::read_name(text).unwrap_or_else(|words| {
            self.wrong(field, words);
            None
        })
    }

    /// A count.
    pub(super) fn count(&self, field: &str) -> Option<u32> {
        self.object.get(field)?.as_u64().and_then(|count| u32::try_from(count).ok())
    }

    /// A flag; left out means no.
    pub(super) fn flag(&self, field: &str) -> bool {
        self.object.get(field).and_then(Value::as_bool).unwrap_or(false)
    }

    /// Whether a field is there.
    pub(super) fn has(&self, field: &str) -> bool {
        self.object.get(field).is_some_and(|value| !value.is_null())
    }

    /// An object within, read by its own table; what is wrong in it is told under its name.
    pub(super) fn within<T>(
        &mut self,
        field: &str,
        fields: &[Field],
        read: impl FnOnce(&mut Self) -> T,
    ) -> Option<T> {
        let object = self.object.get(field)?.as_object()?.clone();
        let mut inner = Self::of(fields, object);
        let done = read(&mut inner);
        for error in inner.errors {
            self.wrong(&format!("{field}.{}", error.field), error.detail);
        }
        Some(done)
    }

    /// Goes on only where nothing was wrong.
    pub(super) fn done(self) -> Result<(), Problem> {
        if self.errors.is_empty() { Ok(()) } else { Err(Problem::fields(self.errors)) }
    }
}

/// What is wrong with a value, as far as its shape tells.
fn mismatch(field: &Field, value: Option<&Value>) -> Option<String> {
    let Some(value) = value.filter(|value| !value.is_null()) else {
        return field.is_required.then(|| "this field is needed".to_owned());
    };
    match (field.shape, value) {
        (Shape::Text(_), Value::String(_)) | (Shape::Flag, Value::Bool(_)) => None,
        (Shape::Text(_), _) => Some("write a text, in quotation marks".to_owned()),
        (Shape::Object(_), value) => {
            (!value.is_object()).then(|| "write an object: { \"field\": … }".to_owned())
        }
        (Shape::Flag, _) => Some("write true or false".to_owned()),
        (Shape::Count(most), value) => {
            let is_right = value.as_u64().is_some_and(|count| (1..=u64::from(most)).contains(&count));
            (!is_right).then(|| format!("write a whole number from 1 to {most}"))
        }
        (Shape::Word(words), value) => {
            let is_right = value.as_str().is_some_and(|text| words.contains(&text));
            (!is_right).then(|| format!("write {}", words.join(", ")))
        }
    }
}
