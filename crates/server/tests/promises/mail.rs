//! A message as a mail program reads it.

use mail_parser::{Message, MessageParser, MimeHeaders as _};
use tenure_testbed::smtp::Received;

/// One message that arrived.
pub(crate) struct Mail<'a> {
    message: Message<'a>,
    pub(crate) to: &'a str,
}

impl<'a> Mail<'a> {
    /// Reads what the relay received; it has one recipient.
    pub(crate) fn read(received: &'a Received) -> Self {
        let [to] = received.to.as_slice() else { panic!("not one recipient: {:?}", received.to) };
        Self { message: MessageParser::default().parse(&received.data).unwrap(), to }
    }

    /// A header on one line, as it stands there.
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        let raw = self.message.header_raw(name)?;
        Some(raw.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    pub(crate) fn kind(&self) -> String {
        self.header("X-Tenure-Kind").unwrap_or_default()
    }

    pub(crate) fn message_id(&self) -> String {
        self.message.message_id().unwrap_or_default().to_owned()
    }

    pub(crate) fn subject(&self) -> String {
        self.message.subject().unwrap_or_default().to_owned()
    }

    /// The text part.
    pub(crate) fn text(&self) -> String {
        self.message.body_text(0).unwrap_or_default().into_owned()
    }

    /// The HTML part.
    pub(crate) fn html(&self) -> String {
        self.message.body_html(0).unwrap_or_default().into_owned()
    }

    /// The attached file: its name and its bytes.
    pub(crate) fn attached(&self) -> Option<(String, Vec<u8>)> {
        let part = self.message.attachments().next()?;
        Some((part.attachment_name()?.to_owned(), part.contents().to_vec()))
    }

    /// Whether the words occur in either part.
    pub(crate) fn says(&self, words: &str) -> bool {
        let in_one_line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        in_one_line(self.text()).contains(words) || in_one_line(self.html()).contains(words)
    }
}

/// The kinds of the messages that arrived, sorted.
pub(crate) fn kinds(messages: &[Received]) -> Vec<String> {
    let mut kinds: Vec<String> = messages.iter().map(|received| Mail::read(received).kind()).collect();
    kinds.sort();
    kinds
}
