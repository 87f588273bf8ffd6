import LinecasterLanguage

/// Words that are written as names in text of letters.
enum CapitalizedWords {
    /// Words with a capital that no sentence begins with, and words of capitals alone.
    static func all(in text: [UInt8]) -> [String] {
        var found: [String] = []
        var offset = 0
        var opens = true
        while offset < text.count {
            let scalar = text.scalar(at: offset)
            guard characterClass(scalar.value) == .letter else {
                switch characterClass(scalar.value) {
                case .terminal: opens = true
                case .space, .opening, .neutralQuote, .closing: break
                default: opens = false
                }
                offset = scalar.end
                continue
            }
            var end = scalar.end
            var capitals = isCapital(scalar.value) ? 1 : 0
            var letters = 1
            while end < text.count, case let next = text.scalar(at: end), characterClass(next.value) == .letter {
                letters += 1
                if isCapital(next.value) { capitals += 1 }
                end = next.end
            }
            let isName = isCapital(scalar.value) && letters > 1 && !opens || capitals > 1
            if isName { found.append(String(decoding: text[offset..<end], as: UTF8.self)) }
            opens = false
            offset = end
        }
        return found
    }

    private static func isCapital(_ value: UInt32) -> Bool { Unicode.Scalar(value)?.properties.isUppercase ?? false }
}
