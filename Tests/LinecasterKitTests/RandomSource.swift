/// A random number generator whose numbers come again with the same seed.
///
/// Source: S. Vigna, SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Random text of one to four bytes a character.
func randomText(length: Int, using generator: inout SeededGenerator) -> String {
    let alphabet = Array("ab 1,.\n\u{AD}é文字报。“”（）𠮷😀")
    return String((0..<length).map { _ in alphabet.randomElement(using: &generator) ?? "a" })
}
