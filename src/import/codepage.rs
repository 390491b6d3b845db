//! Code page 850, which the encoding library does not carry.

/// The upper half of code page 850: the character of byte `0x80 + index`.
const UPPER: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}";

/// Decodes code page 850, where every byte is a character.
pub(super) fn decode_850(bytes: &[u8]) -> String {
    let upper: Vec<char> = UPPER.chars().collect();
    bytes
        .iter()
        .map(|&byte| match byte.checked_sub(0x80) {
            None => char::from(byte),
            Some(index) => upper[usize::from(index)],
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_has_its_character() {
        assert_eq!(UPPER.chars().count(), 128);
        assert_eq!(decode_850(b"H\x82l\x8Ane \x80a"), "Hélène Ça");
        assert_eq!(decode_850(&[0xFF]), "\u{A0}");
        assert_eq!(decode_850(&[0xD5, 0xE1, 0xF0]), "ıß\u{AD}");
    }
}
