import Foundation

/// Characters that look like an ordinary ideograph and are another code point.
enum Ideographs {
    /// The ordinary character for a Kangxi radical, a CJK radical or a compatibility ideograph.
    ///
    /// Source: Unicode Character Database, decomposition mappings of the blocks Kangxi Radicals and CJK
    /// Compatibility Ideographs; EquivalentUnifiedIdeograph for the CJK Radicals Supplement.
    static func unified(_ value: UInt32) -> UInt32? {
        switch value {
        case 0x2F00...0x2FD5, 0xF900...0xFAFF, 0x2F800...0x2FA1F: table[value]
        case 0x2E80...0x2EF3: supplement[value]
        default: nil
        }
    }

    private static let table: [UInt32: UInt32] = {
        var table: [UInt32: UInt32] = [:]
        for range in [UInt32(0x2F00)...0x2FD5, 0xF900...0xFAFF, 0x2F800...0x2FA1F] {
            for value in range {
                guard let scalar = Unicode.Scalar(value) else { continue }
                let mapped = Array(String(Character(scalar)).precomposedStringWithCompatibilityMapping.unicodeScalars)
                if mapped.count == 1, mapped[0] != scalar { table[value] = mapped[0].value }
            }
        }
        return table
    }()

    /// Radicals of simplified and variant forms that PDF fonts use for the character itself.
    private static let supplement: [UInt32: UInt32] = [
        0x2E81: 0x5382, 0x2E8B: 0x5369, 0x2E8C: 0x5C0F, 0x2E8F: 0x5C23, 0x2E9B: 0x65E1, 0x2E9F: 0x6BCD, 0x2EA0: 0x6C11, 0x2EA9: 0x738B,
        0x2EAA: 0x758B, 0x2EAC: 0x793A, 0x2EB6: 0x7F8A, 0x2EBC: 0x8089, 0x2EC4: 0x897F, 0x2EC5: 0x89C1, 0x2EC9: 0x8D1D, 0x2ECB: 0x8F66,
        0x2ED2: 0x9577, 0x2ED3: 0x957F, 0x2ED4: 0x95E8, 0x2ED8: 0x9752, 0x2ED9: 0x97E6, 0x2EDA: 0x9875, 0x2EDB: 0x98CE, 0x2EDC: 0x98DE,
        0x2EE0: 0x9963,
        0x2EE2: 0x9A6C, 0x2EE5: 0x9C7C, 0x2EE6: 0x9E1F, 0x2EE8: 0x9EA6, 0x2EEC: 0x9F50, 0x2EEE: 0x9F7F, 0x2EF0: 0x9F99, 0x2EF3: 0x9F9F,
    ]
}

extension String {
    /// The string in NFC.
    var composedScalars: String { precomposedStringWithCanonicalMapping }

    /// The string in NFKC; only for characters of which no other form is wanted.
    var compatibilityForm: String { precomposedStringWithCompatibilityMapping }
}
