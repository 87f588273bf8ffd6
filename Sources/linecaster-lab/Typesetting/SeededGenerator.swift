import LinecasterLanguage

/// A random number generator whose numbers come again with the same seed.
struct SeededGenerator: RandomNumberGenerator {
    private var numbers: SplitMix

    init(seed: Int) { numbers = SplitMix(state: UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15) }

    mutating func next() -> UInt64 { numbers.next() }

    /// Whether something happens that has a probability.
    mutating func happens(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &self) < probability }

    /// One of several.
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[Int.random(in: 0..<elements.count, using: &self)] }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}
