//! Figures with their bounds: nothing larger is taken in, so nothing computed from them overflows.

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{self, Visitor},
};
use std::fmt;

macro_rules! figure {
    ($(#[$meta:meta])* $name:ident: $max:literal) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(u64);

        impl $name {
            /// Nothing.
            pub const ZERO: Self = Self(0);
            /// The largest there is.
            pub const MAX: u64 = $max;

            /// The figure, unless it is above [`Self::MAX`].
            pub const fn new(value: u64) -> Option<Self> {
                if value > Self::MAX { None } else { Some(Self(value)) }
            }

            /// As it is reckoned with.
            pub fn get(self) -> i128 {
                self.0.into()
            }
        }

        impl From<$name> for u64 {
            fn from(figure: $name) -> Self {
                figure.0
            }
        }

        #[cfg(feature = "schema")]
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                use utoipa::openapi::{ObjectBuilder, Type};
                let bounded = ObjectBuilder::new().schema_type(Type::Integer);
                bounded.minimum(Some(0)).maximum(Some(Self::MAX)).into()
            }
        }

        #[cfg(feature = "schema")]
        impl utoipa::ToSchema for $name {}

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(Bounded { max: Self::MAX }).map(Self)
            }
        }
    };
}

figure! {
    /// A share in 1/10 000 of a percent: 2.9 % is 29 000.
    Rate: 1_000_000
}
figure! {
    /// An amount in minor units of the currency it stands beside.
    Minor: 1_000_000_000_000
}
figure! {
    /// How many.
    Count: 1_000_000_000
}
figure! {
    /// Whole days.
    Days: 10_000
}

impl Rate {
    /// What a rate is a share of: one whole.
    pub const WHOLE: i128 = 1_000_000;
}

/// Reads an integer within its bounds, and says of any other what is wrong with it.
struct Bounded {
    max: u64,
}

impl Bounded {
    fn above<E: de::Error>(&self) -> E {
        E::custom(format_args!("must not be above {}", self.max))
    }
}

impl Visitor<'_> for Bounded {
    type Value = u64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an integer from 0 to {}", self.max)
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<u64, E> {
        if value > self.max { Err(self.above()) } else { Ok(value) }
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<u64, E> {
        u64::try_from(value)
            .map_err(|_| E::custom("must not be negative"))
            .and_then(|value| self.visit_u64(value))
    }

    /// Longer integers than 64 bits arrive as floats too; either way it is no figure of ours.
    fn visit_f64<E: de::Error>(self, value: f64) -> Result<u64, E> {
        if value < 0.0 {
            Err(E::custom("must not be negative"))
        } else if value >= 18_446_744_073_709_551_616.0 {
            Err(self.above())
        } else {
            Err(E::custom("must be an integer"))
        }
    }
}
