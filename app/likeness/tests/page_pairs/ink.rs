//! A page and what is put on it: bars, rings, and signs made of strokes, each the same wherever it stands.

/// Numbers that come the same each time.
#[derive(Clone)]
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0xd1b5_4a32_d192_ed03)
    }

    pub fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 11) % most
    }

    pub fn within(&mut self, least: i32, most: i32) -> i32 {
        least + self.below((most - least + 1) as u64) as i32
    }

    pub fn shade(&mut self, least: i32, most: i32) -> u8 {
        self.within(least, most) as u8
    }

    /// So many different Chinese signs.
    pub fn han(&mut self, count: i32) -> Vec<u64> {
        (0..count).map(|_| 1000 + self.below(3000)).collect()
    }

    pub fn some_han(&mut self, least: i32, most: i32) -> Vec<u64> {
        let count = self.within(least, most);
        self.han(count)
    }

    pub fn digits(&mut self, count: i32) -> Vec<u64> {
        (0..count).map(|_| 1 + self.below(10)).collect()
    }

    /// Words of Latin letters; 0 is a space.
    pub fn words(&mut self, count: i32) -> Vec<u64> {
        let mut all = Vec::new();
        for _ in 0..count {
            let letters = 1 + self.below(9);
            all.extend((0..letters).map(|_| 20 + self.below(26)));
            all.push(0);
        }
        all
    }
}

/// A page in shades of grey.
#[derive(Clone)]
pub struct Page {
    pub width: i32,
    pub height: i32,
    pub pixels: Vec<u8>,
}

impl Page {
    pub fn new(width: i32, height: i32, shade: u8) -> Self {
        Self { width, height, pixels: vec![shade; (width * height) as usize] }
    }

    pub fn put(&mut self, x: i32, y: i32, shade: u8) {
        if (0..self.width).contains(&x) && (0..self.height).contains(&y) {
            self.pixels[(y * self.width + x) as usize] = shade;
        }
    }

    pub fn bar(&mut self, (x, y): (i32, i32), (width, height): (i32, i32), shade: u8) {
        for row in y..y + height {
            for column in x..x + width {
                self.put(column, row, shade);
            }
        }
    }

    pub fn frame(&mut self, (x, y): (i32, i32), (width, height): (i32, i32), thick: i32, shade: u8) {
        self.bar((x, y), (width, thick), shade);
        self.bar((x, y + height - thick), (width, thick), shade);
        self.bar((x, y), (thick, height), shade);
        self.bar((x + width - thick, y), (thick, height), shade);
    }

    /// A ring, or with no thickness a disc.
    pub fn ring(&mut self, (x, y): (i32, i32), radius: i32, thick: i32, shade: u8) {
        let inner = if thick == 0 { 0 } else { radius - thick };
        for down in -radius..=radius {
            for right in -radius..=radius {
                if (inner * inner..=radius * radius).contains(&(down * down + right * right)) {
                    self.put(x + right, y + down, shade);
                }
            }
        }
    }

    /// A line of signs; gives where it ends.
    pub fn line(&mut self, signs: &[u64], (x, y): (i32, i32), size: i32, shade: u8) -> i32 {
        let mut at = x;
        for sign in signs {
            if *sign > 0 {
                self.sign(*sign, (at, y), size, shade);
            }
            at += advance(*sign, size);
        }
        at
    }

    /// Lines of signs, broken where they are too long.
    pub fn lines(&mut self, signs: &[u64], (x, y): (i32, i32), size: i32, width: i32) {
        let (mut at, mut down) = (x, y);
        for word in signs.split_inclusive(|sign| *sign == 0 || *sign >= 1000) {
            let long: i32 = word.iter().map(|sign| advance(*sign, size)).sum();
            if at + long > x + width {
                (at, down) = (x, down + size * 3 / 2);
            }
            at = self.line(word, (at, down), size, 30);
        }
    }

    fn sign(&mut self, sign: u64, (x, y): (i32, i32), size: i32, shade: u8) {
        let mut dice = Dice::new(sign * 7919 + 13);
        let (width, strokes) =
            if sign >= 1000 { (size, 3 + dice.below(7)) } else { (size * 6 / 10, 2 + dice.below(2)) };
        let thick = (size / 11).max(1);
        for _ in 0..strokes {
            if dice.below(2) == 0 {
                let (from, to) = (dice.within(0, width / 3), dice.within(width / 2, width - 1));
                let down = dice.within(0, size - thick);
                self.bar((x + from, y + down), (to - from, thick), shade);
            } else {
                let (from, to) = (dice.within(0, size / 3), dice.within(size / 2, size - 1));
                let right = dice.within(0, (width - thick).max(1));
                self.bar((x + right, y + from), (thick, to - from), shade);
            }
        }
    }
}

fn advance(sign: u64, size: i32) -> i32 {
    match sign {
        0 => size / 3,
        1000.. => size + size / 12,
        _ => size * 7 / 10,
    }
}
