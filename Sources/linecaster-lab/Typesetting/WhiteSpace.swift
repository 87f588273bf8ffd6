import LinecasterLanguage

/// A text without its white space.
func squeezed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
        let isWide = bytes.holds("\u{3000}", at: offset)
        if bytes[offset] > 0x20, !isWide { kept.append(bytes[offset]) }
        offset += isWide ? 3 : 1
    }
    return String(decoding: kept, as: UTF8.self)
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[...last].drop(while: \.isWhitespace))
    }
}
