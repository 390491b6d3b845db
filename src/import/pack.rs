//! Records as bytes, to be set aside while an import is read, and taken up again one by one.

/// A value that can be written as bytes and read back.
pub trait Pack: Sized {
    /// Appends the value.
    fn pack(&self, out: &mut Vec<u8>);
    /// Takes a value off the front; none where the bytes are no such value.
    fn unpack(from: &mut &[u8]) -> Option<Self>;
}

/// Seven bits a byte, the lowest first.
impl Pack for u64 {
    fn pack(&self, out: &mut Vec<u8>) {
        let mut rest = *self;
        while rest > 0x7F {
            out.push(rest.to_le_bytes()[0] | 0x80);
            rest >>= 7;
        }
        out.push(rest.to_le_bytes()[0]);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let mut value = 0;
        for shift in (0..Self::BITS).step_by(7) {
            let (byte, rest) = from.split_first()?;
            *from = rest;
            value |= Self::from(byte & 0x7F) << shift;
            if *byte <= 0x7F {
                return Some(value);
            }
        }
        None
    }
}

impl Pack for usize {
    fn pack(&self, out: &mut Vec<u8>) {
        (*self as u64).pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        Self::try_from(u64::unpack(from)?).ok()
    }
}

impl Pack for u16 {
    fn pack(&self, out: &mut Vec<u8>) {
        u64::from(*self).pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        Self::try_from(u64::unpack(from)?).ok()
    }
}

impl Pack for i64 {
    fn pack(&self, out: &mut Vec<u8>) {
        self.cast_unsigned().pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        u64::unpack(from).map(u64::cast_signed)
    }
}

impl Pack for bool {
    fn pack(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let (byte, rest) = from.split_first()?;
        *from = rest;
        Some(*byte != 0)
    }
}

impl Pack for String {
    fn pack(&self, out: &mut Vec<u8>) {
        self.len().pack(out);
        out.extend_from_slice(self.as_bytes());
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let length = usize::unpack(from)?;
        let (text, rest) = from.split_at_checked(length)?;
        *from = rest;
        std::str::from_utf8(text).ok().map(str::to_owned)
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        self.is_some().pack(out);
        if let Some(value) = self {
            value.pack(out);
        }
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        if bool::unpack(from)? { T::unpack(from).map(Some) } else { Some(None) }
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        self.len().pack(out);
        self.iter().for_each(|item| item.pack(out));
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let length = usize::unpack(from)?;
        (0..length).map(|_| T::unpack(from)).collect()
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn pack(&self, out: &mut Vec<u8>) {
        self.0.pack(out);
        self.1.pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        Some((A::unpack(from)?, B::unpack(from)?))
    }
}

/// Packs a struct field by field; the compiler asks for each.
macro_rules! pack_struct {
    ($name:ty { $($field:ident),+ $(,)? }) => {
        impl $crate::import::Pack for $name {
            fn pack(&self, out: &mut Vec<u8>) {
                let Self { $($field),+ } = self;
                $($crate::import::Pack::pack($field, out);)+
            }

            fn unpack(from: &mut &[u8]) -> Option<Self> {
                Some(Self { $($field: $crate::import::Pack::unpack(from)?),+ })
            }
        }
    };
}

/// Packs an enum without fields as its place among the names given; the compiler asks for each.
macro_rules! pack_enum {
    ($name:ident { $($variant:ident),+ $(,)? }) => {
        impl $crate::import::Pack for $name {
            fn pack(&self, out: &mut Vec<u8>) {
                match self {
                    $(Self::$variant => {})+
                }
                let all = [$(Self::$variant),+];
                $crate::import::Pack::pack(&all.iter().position(|one| one == self).unwrap_or_default(), out);
            }

            fn unpack(from: &mut &[u8]) -> Option<Self> {
                let at: usize = $crate::import::Pack::unpack(from)?;
                [$(Self::$variant),+].get(at).copied()
            }
        }
    };
}

pub(crate) use {pack_enum, pack_struct};

#[cfg(test)]
mod tests {
    use super::*;

    fn again<T: Pack + PartialEq + std::fmt::Debug>(value: &T) {
        let mut bytes = Vec::new();
        value.pack(&mut bytes);
        let mut rest = &bytes[..];
        assert_eq!(T::unpack(&mut rest).as_ref(), Some(value));
        assert!(rest.is_empty(), "{value:?}");
        for end in 0..bytes.len() {
            // Bytes that end early are no value; none makes it panic.
            let _ = T::unpack(&mut &bytes[..end]);
        }
    }

    #[test]
    fn what_is_packed_comes_back() {
        for number in [0, 1, 127, 128, 16_384, u64::from(u32::MAX), u64::MAX] {
            again(&number);
        }
        for number in [0, -1, i64::MIN, i64::MAX] {
            again(&number);
        }
        again(&(u16::MAX, true));
        again(&vec![None, Some(("Éloïse".to_owned(), String::new()))]);
        assert_eq!(u64::unpack(&mut &[0xFF; 11][..]), None);
        assert_eq!(String::unpack(&mut &[2, 0xC3][..]), None);
    }
}
