//! Exact numbers: what a person types is a decimal, what is computed from it is a fraction.
//!
//! Nothing here is a float and nothing is rounded until it is printed, so three thirds make one.
//! Printing rounds once, half away from zero (*arrotondamento commerciale*).

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub};

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive};

/// Longest decimal [`Number::parse_decimal`] reads, in digits.
const MAX_DIGITS: usize = 400;
/// Most decimals a caller can ask for: a setting of 4 billion must not exhaust the memory.
const MAX_DECIMALS: u32 = 1000;

/// An exact rational number of any size.
///
/// There is no `/`: division is [`Number::checked_div`], which makes zero visible to the caller.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Number(Repr);

/// Always in lowest terms with `den > 0`, and `Small` whenever both terms fit: each value has one
/// representation, so equality and hashing are structural.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    Small { num: i64, den: i64 },
    Big(Box<Big>),
}

#[derive(Clone, PartialEq, Eq, Hash)]
struct Big {
    num: BigInt,
    den: BigInt,
}

/// How a number is written for its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Between the integer part and the decimals.
    pub decimal: char,
    /// Between groups of three digits of the integer part.
    pub group: Option<char>,
    /// Before a negative number.
    pub minus: char,
}

impl Style {
    /// `−1.234,50`: pages and documents.
    pub const ITALIAN: Self = Self::new(',', Some('.'), '\u{2212}');
    /// `-1234,50`: what a spreadsheet with Italian settings reads back as a number.
    pub const ITALIAN_CSV: Self = Self::new(',', None, '-');
    /// `−1,234.50`.
    pub const ENGLISH: Self = Self::new('.', Some(','), '\u{2212}');
    /// `-1234.50`: JSON and other machines.
    pub const MACHINE: Self = Self::new('.', None, '-');

    const fn new(decimal: char, group: Option<char>, minus: char) -> Self {
        Self {
            decimal,
            group,
            minus,
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Rounding {
    HalfAway,
    Truncate,
}

impl Default for Number {
    /// [`Number::ZERO`].
    fn default() -> Self {
        Number::ZERO
    }
}

impl Number {
    /// 0
    pub const ZERO: Self = Self::from_i64(0);
    /// 1
    pub const ONE: Self = Self::from_i64(1);
    /// 100
    pub const HUNDRED: Self = Self::from_i64(100);

    /// The integer `n`.
    pub const fn from_i64(n: i64) -> Self {
        Self(Repr::Small { num: n, den: 1 })
    }

    /// `num / den`; `None` if `den` is zero.
    pub fn ratio(num: i64, den: i64) -> Option<Self> {
        Self::from_i64(num).checked_div(&Self::from_i64(den))
    }

    /// Reads a plain machine decimal: an optional sign (`-`, `+` or U+2212), ASCII digits, and
    /// optionally a dot with more digits. `None` for anything else (spaces, exponents, thousands,
    /// `.5`, `5.`) and for more than 400 digits, which bounds the work a hostile text can ask for.
    pub fn parse_decimal(text: &str) -> Option<Self> {
        let (negative, unsigned) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, decimals) = match unsigned.split_once('.') {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (unsigned, ""),
        };
        if whole.is_empty() || whole.len() + decimals.len() > MAX_DIGITS {
            return None;
        }
        let digits = [whole, decimals].concat();
        // Checked by hand because the standard parsers accept signs (and underscores).
        if !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let magnitude = if digits.len() <= 18 {
            Self::ratio(digits.parse().ok()?, 10_i64.pow(decimals.len() as u32))?
        } else {
            Self::reduced(digits.parse().ok()?, pow10(decimals.len() as u32))
        };
        Some(if negative { -magnitude } else { magnitude })
    }

    /// The quotient; `None` if `divisor` is zero.
    pub fn checked_div(&self, divisor: &Self) -> Option<Self> {
        let reciprocal = match &divisor.0 {
            Repr::Small { num: 0, .. } => return None,
            &Repr::Small { num, den } if num > 0 => Self(Repr::Small { num: den, den: num }),
            &Repr::Small { num, den } => Self::from_lowest(-i128::from(den), -i128::from(num)),
            Repr::Big(big) => Self::reduced(big.den.clone(), big.num.clone()),
        };
        Some(self * reciprocal)
    }

    /// Whether this is 0.
    pub fn is_zero(&self) -> bool {
        self.signum() == 0
    }

    /// Whether this is below 0.
    pub fn is_negative(&self) -> bool {
        self.signum() < 0
    }

    /// Whether this is above 0.
    pub fn is_positive(&self) -> bool {
        self.signum() > 0
    }

    /// Whether this has no fractional part.
    pub fn is_integer(&self) -> bool {
        match &self.0 {
            Repr::Small { den, .. } => *den == 1,
            Repr::Big(big) => big.den == BigInt::from(1),
        }
    }

    /// The value if it is an integer that fits.
    pub fn to_i64(&self) -> Option<i64> {
        match self.0 {
            Repr::Small { num, den: 1 } => Some(num),
            _ => None,
        }
    }

    /// The distance from 0.
    pub fn abs(&self) -> Self {
        if self.is_negative() {
            -self
        } else {
            self.clone()
        }
    }

    /// The nearest multiple of 10^-`decimals`, halves away from zero. More than 1000 decimals
    /// count as 1000.
    pub fn round_to(&self, decimals: u32) -> Self {
        if self.is_integer() {
            return self.clone();
        }
        let decimals = decimals.min(MAX_DECIMALS);
        Self::reduced(self.units(decimals, Rounding::HalfAway), pow10(decimals))
    }

    /// A machine decimal that is exact if the expansion ends within 18 decimals. Otherwise it is
    /// rounded half away from zero to 18 decimals, all printed, or to as many more as a small
    /// value needs to show 15 significant digits (exact if it ends within those).
    pub fn to_decimal(&self) -> String {
        const DECIMALS: u32 = 18;
        const SIGNIFICANT: usize = 15;
        let exact = self.finite_decimals();
        // A lower bound of the zeros after the point (0.301 < log10 2) starts near the answer.
        let Big { num, den } = &*self.terms();
        let leading_zeros = den.bits().saturating_sub(num.bits() + 1) * 301 / 1000;
        let mut decimals = DECIMALS.max(leading_zeros as u32 + SIGNIFICANT as u32);
        loop {
            decimals = exact.map_or(decimals, |exact| exact.min(decimals));
            let units = self.units(decimals, Rounding::HalfAway);
            let digits = units.magnitude().to_string().trim_start_matches('0').len();
            if digits >= SIGNIFICANT || exact == Some(decimals) {
                return render(&units, decimals, Style::MACHINE);
            }
            decimals += (SIGNIFICANT - digits) as u32;
        }
    }

    /// The whole decimal expansion, of any length, if it ends.
    pub fn exact_decimal(&self) -> Option<String> {
        let decimals = self.finite_decimals()?;
        Some(render(
            &self.units(decimals, Rounding::HalfAway),
            decimals,
            Style::MACHINE,
        ))
    }

    /// Exactly `decimals` decimals, rounded half away from zero; what rounds to zero has no sign.
    /// More than 1000 decimals count as 1000.
    pub fn format(&self, style: Style, decimals: u32) -> String {
        let decimals = decimals.min(MAX_DECIMALS);
        render(&self.units(decimals, Rounding::HalfAway), decimals, style)
    }

    /// This share as a percentage: 0.705 is `70,50%`.
    pub fn format_percent(&self, style: Style, decimals: u32) -> String {
        (self * Self::HUNDRED).format(style, decimals) + "%"
    }

    /// As many decimals as the value has, up to 6. A longer expansion is cut there, not rounded,
    /// and followed by `…`: the digits shown are the first digits of the value, so what is short
    /// of a threshold never reads as having reached it.
    pub fn format_plain(&self, style: Style) -> String {
        const DECIMALS: u32 = 6;
        match self.finite_decimals() {
            Some(decimals) if decimals <= DECIMALS => self.format(style, decimals),
            _ => render(&self.units(DECIMALS, Rounding::Truncate), DECIMALS, style) + "…",
        }
    }

    fn signum(&self) -> i64 {
        match &self.0 {
            Repr::Small { num, .. } => num.signum(),
            Repr::Big(big) if big.num.is_negative() => -1,
            Repr::Big(_) => 1,
        }
    }

    /// From terms already in lowest terms, `den > 0`.
    #[inline]
    fn from_lowest(num: i128, den: i128) -> Self {
        match (i64::try_from(num), i64::try_from(den)) {
            (Ok(num), Ok(den)) => Self(Repr::Small { num, den }),
            _ => Self(Repr::Big(Box::new(Big {
                num: num.into(),
                den: den.into(),
            }))),
        }
    }

    /// From any terms, `den` not zero.
    fn reduced(num: BigInt, den: BigInt) -> Self {
        let gcd = num.gcd(&den) * den.signum();
        let (num, den) = (num / &gcd, den / gcd);
        match (num.to_i64(), den.to_i64()) {
            (Some(num), Some(den)) => Self(Repr::Small { num, den }),
            _ => Self(Repr::Big(Box::new(Big { num, den }))),
        }
    }

    fn terms(&self) -> Cow<'_, Big> {
        match &self.0 {
            &Repr::Small { num, den } => Cow::Owned(Big {
                num: num.into(),
                den: den.into(),
            }),
            Repr::Big(big) => Cow::Borrowed(big),
        }
    }

    /// `n1/d1 + n2/d2`; `n2` is wider so that a subtraction can pass `-i64::MIN`.
    ///
    /// With g = gcd(d1, d2) only divisors of g can cancel (Knuth, TAOCP 4.5.1), so the gcds stay
    /// within 64 bits; the two products are below 2^126, so the sum fits.
    #[inline]
    fn add_small(n1: i64, d1: i64, n2: i128, d2: i64) -> Self {
        if d1 == 1 && d2 == 1 {
            return Self::from_lowest(i128::from(n1) + n2, 1);
        }
        let g = gcd(d1, d2);
        let sum = i128::from(n1) * i128::from(d2 / g) + n2 * i128::from(d1 / g);
        let h = gcd((sum % i128::from(g)) as i64, g);
        Self::from_lowest(sum / i128::from(h), i128::from(d1 / g) * i128::from(d2 / h))
    }

    /// Terms in lowest terms can only cancel crosswise, which keeps the gcds within 64 bits.
    #[inline]
    fn mul_small(n1: i64, d1: i64, n2: i64, d2: i64) -> Self {
        let (g, h) = (gcd(n1, d2), gcd(n2, d1));
        let num = i128::from(n1 / g) * i128::from(n2 / h);
        Self::from_lowest(num, i128::from(d1 / h) * i128::from(d2 / g))
    }

    /// The value in units of 10^-`decimals`.
    fn units(&self, decimals: u32, rounding: Rounding) -> BigInt {
        // Truncating division after adding half the divisor rounds half away from zero; when the
        // divisor is odd there are no ties and its half rounded down is enough.
        let half = rounding == Rounding::HalfAway;
        match &self.0 {
            &Repr::Small { num, den } if decimals <= 18 => {
                let (scaled, den) = (i128::from(num) * 10_i128.pow(decimals), i128::from(den));
                let bias = if half { den / 2 * scaled.signum() } else { 0 };
                BigInt::from((scaled + bias) / den)
            }
            _ => {
                let Big { num, den } = &*self.terms();
                let scaled = num * pow10(decimals);
                let bias = if half {
                    den / 2 * scaled.signum()
                } else {
                    BigInt::ZERO
                };
                (scaled + bias) / den
            }
        }
    }

    /// The length of the decimal expansion, if it ends: if the denominator is 2^a 5^b, the larger
    /// of a and b.
    fn finite_decimals(&self) -> Option<u32> {
        let (twos, fives) = match &self.0 {
            Repr::Small { den, .. } => {
                let twos = den.trailing_zeros();
                let (mut rest, mut fives) = (den >> twos, 0);
                while rest % 5 == 0 {
                    rest /= 5;
                    fives += 1;
                }
                (rest == 1).then_some((twos, fives))?
            }
            Repr::Big(big) => {
                let twos = u32::try_from(big.den.trailing_zeros()?).ok()?;
                let rest = &big.den >> twos;
                // 5^b has floor(2.3219280948… b) + 1 bits, so the length leaves one b to try.
                let fives = rest.bits() * 1_000_000_000 / 2_321_928_094;
                let fives = u32::try_from(fives).ok()?;
                (BigInt::from(5).pow(fives) == rest).then_some((twos, fives))?
            }
        };
        Some(twos.max(fives))
    }
}

/// For `b > 0`; never more than `b`, so it fits.
#[inline]
fn gcd(a: i64, b: i64) -> i64 {
    if b == 1 {
        1
    } else {
        a.unsigned_abs().gcd(&b.unsigned_abs()) as i64
    }
}

fn pow10(exponent: u32) -> BigInt {
    BigInt::from(10).pow(exponent)
}

/// Writes `units` of 10^-`decimals`.
fn render(units: &BigInt, decimals: u32, style: Style) -> String {
    let digits = units.magnitude().to_string();
    // Not `{:0>width$}`: it panics when the width exceeds 16 bits.
    let digits = "0".repeat((decimals as usize + 1).saturating_sub(digits.len())) + &digits;
    let (whole, fraction) = digits.split_at(digits.len() - decimals as usize);
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 8);
    if units.sign() == Sign::Minus {
        text.push(style.minus);
    }
    for (i, digit) in whole.chars().enumerate() {
        if let Some(group) = style.group
            && i > 0
            && (whole.len() - i).is_multiple_of(3)
        {
            text.push(group);
        }
        text.push(digit);
    }
    if decimals > 0 {
        text.push(style.decimal);
        text.push_str(fraction);
    }
    text
}

macro_rules! from_integers {
    ($($integer:ty),*) => {$(
        impl From<$integer> for Number {
            fn from(n: $integer) -> Self {
                Self::from_i64(n.into())
            }
        }
    )*};
}
from_integers!(i64, i32, u32);

/// An operator on all four pairs of owned and borrowed operands, from its small and big rules.
macro_rules! operator {
    ($operator:ident $method:ident, $small:expr, $big:expr) => {
        impl $operator for &Number {
            type Output = Number;
            #[inline]
            fn $method(self, other: &Number) -> Number {
                match (&self.0, &other.0) {
                    (&Repr::Small { num: n1, den: d1 }, &Repr::Small { num: n2, den: d2 }) => {
                        $small(n1, d1, n2, d2)
                    }
                    _ => $big(&*self.terms(), &*other.terms()),
                }
            }
        }
        impl $operator for Number {
            type Output = Number;
            fn $method(self, other: Number) -> Number {
                (&self).$method(&other)
            }
        }
        impl $operator<&Number> for Number {
            type Output = Number;
            fn $method(self, other: &Number) -> Number {
                (&self).$method(other)
            }
        }
        impl $operator<Number> for &Number {
            type Output = Number;
            fn $method(self, other: Number) -> Number {
                self.$method(&other)
            }
        }
    };
}
operator!(
    Add add,
    |n1, d1, n2: i64, d2| Number::add_small(n1, d1, n2.into(), d2),
    |a: &Big, b: &Big| Number::reduced(&a.num * &b.den + &b.num * &a.den, &a.den * &b.den)
);
operator!(
    Sub sub,
    |n1, d1, n2, d2| Number::add_small(n1, d1, -i128::from(n2), d2),
    |a: &Big, b: &Big| Number::reduced(&a.num * &b.den - &b.num * &a.den, &a.den * &b.den)
);
operator!(
    Mul mul,
    Number::mul_small,
    |a: &Big, b: &Big| Number::reduced(&a.num * &b.num, &a.den * &b.den)
);

impl Neg for &Number {
    type Output = Number;
    fn neg(self) -> Number {
        Number::ZERO - self
    }
}

impl Neg for Number {
    type Output = Number;
    fn neg(self) -> Number {
        -&self
    }
}

impl AddAssign<&Number> for Number {
    fn add_assign(&mut self, other: &Number) {
        *self = &*self + other;
    }
}

impl AddAssign for Number {
    fn add_assign(&mut self, other: Number) {
        *self += &other;
    }
}

impl Sum for Number {
    fn sum<I: Iterator<Item = Number>>(numbers: I) -> Number {
        numbers.fold(Number::ZERO, |sum, n| sum + n)
    }
}

impl<'a> Sum<&'a Number> for Number {
    fn sum<I: Iterator<Item = &'a Number>>(numbers: I) -> Number {
        numbers.fold(Number::ZERO, |sum, n| sum + n)
    }
}

impl Ord for Number {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Repr::Small { num: n1, den: d1 }, Repr::Small { num: n2, den: d2 }) => {
                (i128::from(*n1) * i128::from(*d2)).cmp(&(i128::from(*n2) * i128::from(*d1)))
            }
            _ => {
                let (a, b) = (self.terms(), other.terms());
                (&a.num * &b.den).cmp(&(&b.num * &a.den))
            }
        }
    }
}

impl PartialOrd for Number {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Number {
    /// [`Number::to_decimal`]. Width and precision are ignored: `{:.2}` must not round by another
    /// rule than [`Number::format`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_decimal())
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Big { num, den } = &*self.terms();
        write!(f, "{num}/{den}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn n(text: &str) -> Number {
        Number::parse_decimal(text).unwrap()
    }

    fn ratio(num: i64, den: i64) -> Number {
        Number::ratio(num, den).unwrap()
    }

    /// Small terms, terms at the edge of `i64`, and values that only fit `Big`.
    fn number() -> impl Strategy<Value = Number> {
        let term = || {
            prop_oneof![
                4 => -200..200_i64,
                1 => any::<i64>(),
                1 => (0..3_i64).prop_map(|i| i64::MAX - i),
                1 => (0..3_i64).prop_map(|i| i64::MIN + i),
            ]
        };
        let small =
            (term(), term().prop_filter("zero", |d| *d != 0)).prop_map(|(a, b)| ratio(a, b));
        let big = (any::<i128>(), 1..i128::MAX)
            .prop_map(|(a, b)| Number::reduced(BigInt::from(a) << 40, b.into()));
        prop_oneof![4 => small, 1 => big]
    }

    fn assert_canonical(x: &Number) {
        let Big { num, den } = x.terms().into_owned();
        assert!(den.is_positive() && num.gcd(&den) == BigInt::from(1));
        let fits = num.to_i64().is_some() && den.to_i64().is_some();
        assert_eq!(fits, matches!(x.0, Repr::Small { .. }), "{x:?}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        #[test]
        fn field_laws(a in number(), b in number(), c in number()) {
            prop_assert_eq!(&a + &b, &b + &a);
            prop_assert_eq!(&a * &b, &b * &a);
            prop_assert_eq!((&a + &b) + &c, &a + (&b + &c));
            prop_assert_eq!((&a * &b) * &c, &a * (&b * &c));
            prop_assert_eq!(&a * (&b + &c), &a * &b + &a * &c);
            prop_assert_eq!(&a + Number::ZERO, a.clone());
            prop_assert_eq!(&a * Number::ONE, a.clone());
            prop_assert_eq!(&a - &a, Number::ZERO);
            prop_assert_eq!(&a - &b, &a + (-&b));
            prop_assert_eq!(-(-&a), a.clone());
            match a.checked_div(&b) {
                Some(quotient) => prop_assert_eq!(quotient * &b, a),
                None => prop_assert!(b.is_zero()),
            }
        }

        #[test]
        fn small_and_big_paths_agree(a in number(), b in number()) {
            let (x, y) = (a.terms(), b.terms());
            let (left, right, den) = (&x.num * &y.den, &y.num * &x.den, &x.den * &y.den);
            prop_assert_eq!(a.cmp(&b), left.cmp(&right));
            prop_assert_eq!(&a + &b, Number::reduced(&left + &right, den.clone()));
            prop_assert_eq!(&a - &b, Number::reduced(left - right, den.clone()));
            prop_assert_eq!(&a * &b, Number::reduced(&x.num * &y.num, den));
            for result in [&a + &b, &a - &b, &a * &b, -&a, a.abs(), a.round_to(2)] {
                assert_canonical(&result);
            }
        }

        #[test]
        fn order_is_the_sign_of_the_difference(a in number(), b in number()) {
            prop_assert_eq!(a.cmp(&b), (&a - &b).signum().cmp(&0));
            prop_assert_eq!(a == b, (&a - &b).is_zero());
            prop_assert_eq!(a.is_negative(), a < Number::ZERO);
            prop_assert!(!a.abs().is_negative());
        }

        #[test]
        fn decimals_round_trip(text in "-?(0|[1-9][0-9]{0,30})(\\.[0-9]{0,30}[1-9])?") {
            let x = n(&text);
            let canonical = if x.is_zero() { "0" } else { &text };
            prop_assert_eq!(x.exact_decimal().unwrap(), canonical);
            if text.split_once('.').is_none_or(|(_, decimals)| decimals.len() <= 18) {
                prop_assert_eq!(x.to_decimal(), canonical);
            }
        }

        #[test]
        fn printing_is_close_and_readable(a in number(), decimals in 0..25_u32) {
            let step = Number::reduced(1.into(), pow10(decimals));
            let error = (a.round_to(decimals) - &a).abs();
            prop_assert!(error * Number::from(2) <= step);
            prop_assert_eq!(n(&a.format(Style::MACHINE, decimals)), a.round_to(decimals));
            let printed = a.to_decimal();
            let error = (n(&printed) - &a).abs();
            prop_assert!(error * n("100000000000000") <= a.abs(), "{}", printed);
            prop_assert_eq!(a.exact_decimal().map(|t| n(&t)).unwrap_or(a.clone()), a);
        }

        #[test]
        fn no_text_panics(text in "[-+\u{2212}]?[0-9.eE_ ,٣]{0,8}") {
            if let Some(x) = Number::parse_decimal(&text) {
                assert_canonical(&x);
            }
        }
    }

    #[test]
    fn parses_only_plain_decimals() {
        assert_eq!(n("+1.50"), ratio(3, 2));
        assert_eq!(n("\u{2212}007"), Number::from(-7));
        assert_eq!(n("-0.00"), Number::ZERO);
        for text in [
            "", "-", "+", ".", ".5", "5.", "1.2.3", "--1", "-+1", "1.-2", "1.+2", "1e3",
        ] {
            assert_eq!(Number::parse_decimal(text), None, "{text}");
        }
        for text in [
            " 1", "1 ", "1,5", "1_000", "1._5", "٣", "NaN", "inf", "0x10",
        ] {
            assert_eq!(Number::parse_decimal(text), None, "{text}");
        }
        assert!(Number::parse_decimal(&"9".repeat(400)).is_some());
        assert_eq!(Number::parse_decimal(&"9".repeat(401)), None);
        assert_eq!(
            Number::parse_decimal(&format!("0.{}", "0".repeat(400))),
            None
        );
    }

    #[test]
    fn rounds_half_away_from_zero_once() {
        let italian = |text: &str| n(text).format(Style::ITALIAN, 2);
        assert_eq!(italian("0.005"), "0,01");
        assert_eq!(italian("-0.005"), "−0,01");
        assert_eq!(italian("2.675"), "2,68");
        assert_eq!(italian("0.00499999999999999999999999"), "0,00");
        assert_eq!(italian("-0.001"), "0,00");
        assert_eq!(italian("-1234567.895"), "−1.234.567,90");
        assert_eq!(n("0.99996").format_percent(Style::ITALIAN, 2), "100,00%");
        assert!(n("0.99996") < Number::ONE);
        assert_eq!(ratio(5, 2).round_to(0), Number::from(3));
        assert_eq!(ratio(-5, 2).round_to(0), Number::from(-3));
        assert_eq!(ratio(1, 3).format(Style::MACHINE, u32::MAX).len(), 1002);
        assert_eq!(ratio(1, 3).round_to(u32::MAX), ratio(1, 3).round_to(1000));
    }

    #[test]
    fn styles() {
        let x = n("-1234.5");
        assert_eq!(x.format(Style::ITALIAN_CSV, 2), "-1234,50");
        assert_eq!(x.format(Style::ENGLISH, 1), "−1,234.5");
        assert_eq!(x.format(Style::MACHINE, 0), "-1235");
        assert_eq!(n("100").format(Style::ITALIAN, 0), "100");
        assert_eq!(n("-0.11889").format_plain(Style::ITALIAN), "−0,11889");
        assert_eq!(n("-0.1188904").format_plain(Style::ITALIAN), "−0,118890…");
        assert_eq!(ratio(2, 3).format_plain(Style::ITALIAN), "0,666666…");
        assert_eq!(n("-0.00000001").format_plain(Style::ITALIAN), "0,000000…");
        assert_eq!(n("1200").format_plain(Style::ITALIAN), "1.200");
    }

    #[test]
    fn machine_decimals() {
        assert_eq!(ratio(1, 3).to_string(), "0.333333333333333333");
        assert_eq!(ratio(-2, 3).to_string(), "-0.666666666666666667");
        assert_eq!(
            ratio(1, 30_000_000_000).to_string(),
            "0.0000000000333333333333333"
        );
        assert_eq!(n("0.10").to_string(), "0.1");
        assert_eq!((-Number::ZERO).to_string(), "0");
        let tiny = format!("0.{}125", "0".repeat(300));
        assert_eq!(n(&tiny).to_string(), tiny);
        assert_eq!(ratio(1, 3).exact_decimal(), None);
        assert_eq!(
            ratio(1, 1 << 20).exact_decimal().unwrap(),
            "0.00000095367431640625"
        );
        assert_eq!(ratio(1, 1 << 20).to_string(), "0.00000095367431640625");
        // 2^-20 + 3 has enough significant digits at 18 decimals.
        assert_eq!(
            (ratio(1, 1 << 20) + Number::from(3)).to_string(),
            "3.000000953674316406"
        );
        for k in (0..700).chain([50_000]) {
            let x = Number::reduced(BigInt::from(1), BigInt::from(5).pow(k));
            assert_eq!(x.finite_decimals(), Some(k));
        }
        assert_eq!(
            format!("{:?} {:?}", n("-0.5"), Number::HUNDRED),
            "-1/2 100/1"
        );
    }

    #[test]
    fn thirds_make_a_whole() {
        assert_eq!(Number::from(3) * ratio(1, 3), Number::ONE);
        let thirds = [ratio(100, 3), ratio(100, 3), ratio(100, 3)];
        assert_eq!(thirds.iter().sum::<Number>(), Number::HUNDRED);
        assert_eq!(thirds.into_iter().sum::<Number>().to_i64(), Some(100));
        assert_eq!(ratio(1, 2).to_i64(), None);
        assert_eq!(Number::ratio(1, 0), None);
    }

    #[test]
    fn overflow_goes_to_big_and_comes_back() {
        assert!(size_of::<Number>() <= 24);
        let (min, max) = (Number::from(i64::MIN), Number::from(i64::MAX));
        assert_eq!((-&min).to_decimal(), "9223372036854775808");
        assert_eq!(-(-&min), min);
        assert_eq!((&max + Number::ONE).to_i64(), None);
        assert_eq!((&max + Number::ONE - Number::ONE).to_i64(), Some(i64::MAX));
        assert_eq!((&max * &max).checked_div(&max), Some(max.clone()));
        assert_eq!(min.checked_div(&min), Some(Number::ONE));
        assert_eq!(ratio(i64::MIN, i64::MIN), Number::ONE);
        assert_eq!(ratio(1, i64::MIN) * &min, Number::ONE);
        assert_eq!(&min - &min, Number::ZERO);
        assert_eq!(max.clone().clamp(Number::ZERO, Number::ONE), Number::ONE);
        let mut total = max.clone();
        total += &max;
        total += min;
        assert_eq!(total.to_i64(), Some(i64::MAX - 1));
    }
}
