//! Encoding of the payloads: text, or one of the compressed forms that a client requests in the address or in IDENTIFY.

use std::io::{self, Write};

use flate2::write::ZlibEncoder;
use tokio_tungstenite::tungstenite::Message;

/// Minimum size for payload compression. Discord compresses "some events", the large ones.
const LARGE: usize = 8 * 1_024;

/// The compression of a connection's messages.
pub(crate) enum Packing {
    Plain,
    /// `compress: true` in IDENTIFY: each large payload is a zlib stream of its own.
    Payload,
    /// `compress=zlib-stream`: one stream for the whole connection. Each message ends in 00 00 FF FF.
    Zlib(ZlibEncoder<Vec<u8>>),
    /// `compress=zstd-stream`: one stream for the whole connection, flushed after each message.
    Zstd(zstd::stream::write::Encoder<'static, Vec<u8>>),
}

impl Packing {
    /// Returns the compression for the query parameter `compress`, or `None` for a value that Discord does not support.
    pub(crate) fn by_name(name: Option<&str>) -> Option<Self> {
        match name {
            None | Some("") => Some(Self::Plain),
            Some("zlib-stream") => Some(Self::Zlib(new_zlib())),
            Some("zstd-stream") => zstd::stream::write::Encoder::new(Vec::new(), 0).ok().map(Self::Zstd),
            Some(_) => None,
        }
    }

    pub(crate) fn pack(&mut self, text: String) -> io::Result<Message> {
        match self {
            Self::Payload if text.len() > LARGE => {
                let mut encoder = new_zlib();
                encoder.write_all(text.as_bytes())?;
                encoder.finish().map(Message::Binary)
            }
            Self::Plain | Self::Payload => Ok(Message::Text(text)),
            Self::Zlib(stream) => {
                stream.write_all(text.as_bytes())?;
                // A sync flush appends the four bytes.
                stream.flush()?;
                Ok(Message::Binary(std::mem::take(stream.get_mut())))
            }
            Self::Zstd(stream) => {
                stream.write_all(text.as_bytes())?;
                stream.flush()?;
                Ok(Message::Binary(std::mem::take(stream.get_mut())))
            }
        }
    }
}

fn new_zlib() -> ZlibEncoder<Vec<u8>> {
    ZlibEncoder::new(Vec::new(), flate2::Compression::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(packing: &mut Packing, text: &str) -> Vec<u8> {
        match packing.pack(text.to_owned()).unwrap() {
            Message::Binary(bytes) => bytes,
            other => panic!("not binary: {other:?}"),
        }
    }

    #[test]
    fn zlib_stream_has_one_context_and_a_suffix_per_message() {
        let mut packing = Packing::by_name(Some("zlib-stream")).unwrap();
        let mut reader = flate2::Decompress::new(true);
        for text in ["first message", "second message", "second message"] {
            let bytes = packed(&mut packing, text);
            assert!(bytes.ends_with(&[0, 0, 0xFF, 0xFF]));
            let mut out = Vec::with_capacity(1_000);
            reader.decompress_vec(&bytes, &mut out, flate2::FlushDecompress::Sync).unwrap();
            assert_eq!(out, text.as_bytes());
        }
    }

    #[test]
    fn zstd_stream_has_one_context_and_flushes_each_message() {
        let mut packing = Packing::by_name(Some("zstd-stream")).unwrap();
        let mut reader = zstd::stream::write::Decoder::new(Vec::new()).unwrap();
        for text in ["first message", "second message", "second message"] {
            reader.write_all(&packed(&mut packing, text)).unwrap();
            reader.flush().unwrap();
            assert_eq!(std::mem::take(reader.get_mut()), text.as_bytes());
        }
    }

    #[test]
    fn an_unknown_compression_is_refused() {
        assert!(Packing::by_name(Some("brotli")).is_none());
    }
}
