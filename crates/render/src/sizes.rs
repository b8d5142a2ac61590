//! Numbers of bytes as people read them.

use crate::Words;

/// Bytes in a kibibyte and a mebibyte.
const KIB: u64 = 1024;
const MIB: u64 = KIB * KIB;

impl Words {
    /// A number of bytes for people: "820 KB", "1.2 MB", a tenth where it says something.
    #[must_use]
    pub fn bytes(self, size: u64) -> String {
        let (key, number) = match size {
            0..MIB => ("core-size-kb", size.div_ceil(KIB).to_string()),
            _ => ("core-size-mb", tenths(size, &self.say("core-decimal"))),
        };
        self.a(key, "n", number)
    }
}

fn tenths(size: u64, point: &str) -> String {
    let tenths = (size * 10).div_ceil(MIB);
    format!("{}{point}{}", tenths / 10, tenths % 10)
}
