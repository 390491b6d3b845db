//! The shortest way for the cursor from one cell to another.

/// A short run of bytes on the stack: no cursor movement is longer.
#[derive(Clone, Copy, Default)]
struct Run {
    bytes: [u8; 24],
    len: usize,
}

impl Run {
    fn push(mut self, byte: u8) -> Self {
        self.bytes[self.len] = byte;
        self.len += 1;
        self
    }

    fn repeat(self, byte: u8, count: u16) -> Self {
        (0..count).fold(self, |run, _| run.push(byte))
    }

    fn number(mut self, number: u16) -> Self {
        if number >= 10 {
            self = self.number(number / 10);
        }
        self.push(b'0' + (number % 10) as u8)
    }

    /// `CSI count final`, the count left out when it is 1.
    fn csi(self, count: u16, last: u8) -> Self {
        let run = self.push(0x1b).push(b'[');
        if count == 1 { run.push(last) } else { run.number(count).push(last) }
    }

    fn then(mut self, other: Self) -> Self {
        self.bytes[self.len..self.len + other.len].copy_from_slice(&other.bytes[..other.len]);
        self.len += other.len;
        self
    }

    fn or(self, other: Self) -> Self {
        if other.len < self.len { other } else { self }
    }
}

/// Appends the shortest sequence that brings the cursor to `to`.
///
/// `from` is `None` when nobody knows where the cursor is. A column equal to `width` means "just after the last
/// column", where terminals differ about everything but a carriage return. Line feeds keep the column: the terminal is
/// in raw mode.
pub(super) fn go(out: &mut Vec<u8>, from: Option<(u16, u16)>, to: (u16, u16), width: u16) {
    if from == Some(to) {
        return;
    }
    let mut best = absolute(to);
    if let Some((x, y)) = from {
        let down = vertical(y, to.1);
        if x < width {
            best = best.or(down.then(horizontal(x, to.0)));
        }
        best = best.or(Run::default().push(b'\r').then(down).then(horizontal(0, to.0)));
    }
    out.extend_from_slice(&best.bytes[..best.len]);
}

fn absolute((x, y): (u16, u16)) -> Run {
    match (x, y) {
        (0, _) => Run::default().csi(y + 1, b'H'),
        (_, 0) => Run::default().push(0x1b).push(b'[').push(b';').number(x + 1).push(b'H'),
        _ => Run::default().push(0x1b).push(b'[').number(y + 1).push(b';').number(x + 1).push(b'H'),
    }
}

fn vertical(from: u16, to: u16) -> Run {
    let absolute = Run::default().csi(to + 1, b'd');
    match to.abs_diff(from) {
        0 => Run::default(),
        n if to > from && n <= 4 => Run::default().repeat(b'\n', n),
        n if to > from => Run::default().csi(n, b'B').or(absolute),
        n => Run::default().csi(n, b'A').or(absolute),
    }
}

fn horizontal(from: u16, to: u16) -> Run {
    let absolute = Run::default().csi(to + 1, b'G');
    match to.abs_diff(from) {
        0 => Run::default(),
        n if to > from => Run::default().csi(n, b'C').or(absolute),
        n if n <= 4 => Run::default().repeat(0x08, n),
        n => Run::default().csi(n, b'D').or(absolute),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(from: Option<(u16, u16)>, to: (u16, u16)) -> String {
        let mut out = Vec::new();
        go(&mut out, from, to, 80);
        String::from_utf8(out).unwrap().replace('\x1b', "")
    }

    #[test]
    fn the_shortest_way_is_taken() {
        assert_eq!(way(None, (0, 0)), "[H");
        assert_eq!(way(None, (4, 0)), "[;5H");
        assert_eq!(way(None, (4, 9)), "[10;5H");
        assert_eq!(way(Some((4, 9)), (4, 9)), "");
        assert_eq!(way(Some((9, 5)), (0, 6)), "\r\n");
        assert_eq!(way(Some((7, 5)), (7, 6)), "\n");
        assert_eq!(way(Some((7, 5)), (5, 5)), "\x08\x08");
        assert_eq!(way(Some((7, 30)), (7, 4)), "[5d");
        assert_eq!(way(Some((3, 5)), (20, 5)), "[17C");
    }

    #[test]
    fn after_the_last_column_only_a_return_is_trusted() {
        assert_eq!(way(Some((80, 3)), (0, 4)), "\r\n");
        assert_eq!(way(Some((80, 3)), (79, 4)), "[5;80H");
    }
}
