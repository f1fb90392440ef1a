//! MD5 (RFC 1321).

use crate::plan::function::Function;
use crate::value::Value;

/// `md5(text)`.
pub static MD5: Function = Function {
    name: "md5",
    strict: true,
    pure: true,
    call: |_, args| match &args[0] {
        Value::Text(text) => {
            let digest = digest(text.as_bytes());
            let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
            Ok(Value::text(&hex))
        }
        _ => Ok(Value::Null),
    },
};

/// The sixteen bytes of the digest.
pub fn digest(bytes: &[u8]) -> Vec<u8> {
    const SHIFTS: [[u32; 4]; 4] =
        [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];
    let mut message = bytes.to_vec();
    message.push(0x80);
    while message.len() % 64 != 56 {
        message.push(0);
    }
    message.extend((bytes.len() as u64).wrapping_mul(8).to_le_bytes());
    let mut state = [0x6745_2301_u32, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476];
    for block in message.chunks_exact(64) {
        let word = |n: usize| {
            let at = n * 4;
            u32::from_le_bytes([block[at], block[at + 1], block[at + 2], block[at + 3]])
        };
        let [mut a, mut b, mut c, mut d] = state;
        for n in 0..64 {
            let (mixed, from) = match n / 16 {
                0 => (b & c | !b & d, n),
                1 => (d & b | !d & c, (5 * n + 1) % 16),
                2 => (b ^ c ^ d, (3 * n + 5) % 16),
                _ => (c ^ (b | !d), 7 * n % 16),
            };
            let constant = (((n + 1) as f64).sin().abs() * 4_294_967_296.0) as u32;
            let sum = mixed.wrapping_add(a).wrapping_add(constant).wrapping_add(word(from));
            (a, d, c) = (d, c, b);
            b = b.wrapping_add(sum.rotate_left(SHIFTS[n / 16][n % 4]));
        }
        for (kept, own) in state.iter_mut().zip([a, b, c, d]) {
            *kept = kept.wrapping_add(own);
        }
    }
    state.iter().flat_map(|word| word.to_le_bytes()).collect()
}
