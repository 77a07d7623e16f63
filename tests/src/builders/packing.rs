//! DEFLATE as far as a bomb needs it: what repeats, packed to next to nothing.
#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

/// Bits in the order in which DEFLATE packs them.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    used: u8,
}

impl Bits {
    fn push(&mut self, bit: bool) {
        if self.used == 0 {
            self.bytes.push(0);
        }
        if let Some(last) = self.bytes.last_mut() {
            *last |= u8::from(bit) << self.used;
        }
        self.used = (self.used + 1) % 8;
    }

    /// A number, its lowest bit first.
    fn number(&mut self, value: u32, bits: u32) {
        (0..bits).for_each(|bit| self.push(value >> bit & 1 == 1));
    }

    /// A code, its highest bit first.
    fn code(&mut self, value: u32, bits: u32) {
        (0..bits).rev().for_each(|bit| self.push(value >> bit & 1 == 1));
    }

    /// One byte, under the codes that DEFLATE fixes.
    fn literal(&mut self, byte: u8) {
        match byte {
            0..=143 => self.code(0x30 + u32::from(byte), 8),
            144.. => self.code(0x190 + u32::from(byte) - 144, 9),
        }
    }

    /// The last 258 bytes from this distance on, once more. Distances 1 and 13 are all that is needed.
    fn again(&mut self, distance: u32) {
        self.code(0xc5, 8);
        if distance == 1 {
            self.code(0, 5);
        } else {
            // 13 to 16: the code 7 and two bits more.
            self.code(7, 5);
            self.number(distance - 13, 2);
        }
    }
}

/// Zeros as zlib packs them: one, and the same 258 times again and again.
pub(super) fn packed_zeros(count: usize) -> Vec<u8> {
    let mut bits = Bits::default();
    bits.number(0b011, 3);
    bits.literal(0);
    (0..count / 258).for_each(|_| bits.again(1));
    bits.code(0, 7);
    let zeros = u32::try_from((count / 258 * 258 + 1) % 65_521).expect("a remainder");
    [&[0x78, 0x9c][..], &bits.bytes, &((zeros << 16) | 1).to_be_bytes()].concat()
}

/// Bytes as zlib packs them that repeat after every thirteenth.
pub(super) fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut bits = Bits::default();
    bits.number(0b011, 3);
    let mut at = 0;
    while at < bytes.len() {
        let repeats = at >= 13 && at + 258 <= bytes.len() && bytes[at..at + 258] == bytes[at - 13..at + 245];
        if repeats {
            bits.again(13);
            at += 258;
        } else {
            bits.literal(bytes[at]);
            at += 1;
        }
    }
    bits.code(0, 7);
    [&[0x78, 0x9c][..], &bits.bytes, &adler32(bytes).to_be_bytes()].concat()
}

fn adler32(bytes: &[u8]) -> u32 {
    let (a, b) = bytes.iter().fold((1_u32, 0_u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    (b << 16) | a
}
