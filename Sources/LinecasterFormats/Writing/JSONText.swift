/// JSON as it is written, in the order in which it is written.
///
/// Foundation's encoder leaves the order of keys open or sorts them; a result is read by people, who want
/// the order of the contract, and compared byte for byte.
struct JSONText {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    mutating func object(_ body: (inout JSONText) -> Void) { wrap("{", "}", body) }

    mutating func array<Items: Sequence>(
        _ key: String,
        _ items: Items,
        perLine: Bool = true,
        _ body: (inout JSONText, Items.Element) -> Void
    ) {
        self.key(key)
        wrap("[", "]") { json in
            var count = 0
            for item in items {
                json.separate()
                if perLine { json.raw("\n    ") }
                json.needsComma = false
                body(&json, item)
                json.needsComma = true
                count += 1
            }
            if perLine, count > 0 { json.raw("\n  ") }
        }
    }

    mutating func object(_ key: String, _ body: (inout JSONText) -> Void) {
        self.key(key)
        object(body)
    }

    mutating func field(_ key: String, _ value: String) {
        self.key(key)
        string(value)
    }

    mutating func field(_ key: String, _ value: String?) {
        if let value { field(key, value) }
    }

    mutating func field(_ key: String, _ value: Int) {
        self.key(key)
        raw(String(value))
        needsComma = true
    }

    /// A number with at most four decimal places, or four digits where it is smaller than a hundredth.
    mutating func field(_ key: String, _ value: Double?) {
        if let value { field(key, value) }
    }

    mutating func field(_ key: String, _ value: Double) {
        self.key(key)
        guard value.isFinite else {
            // JSON has no word for it.
            raw("null")
            needsComma = true
            return
        }
        // Beyond this a double has no decimal places, and near its end no room for the scaling.
        let isLarge = value.magnitude >= 1e15
        let scaled = isLarge ? value : rounded(value)
        raw(!isLarge && scaled.rounded() == scaled ? String(Int(scaled)) : String(scaled))
        needsComma = true
    }

    private func rounded(_ value: Double) -> Double {
        // Powers of ten up to here are exact.
        var scale = 10_000.0
        while value != 0, (value * scale).magnitude < 100, scale < 1e20 { scale *= 10 }
        return (value * scale).rounded() / scale
    }

    /// A value that is JSON already.
    mutating func field(_ key: String, json: [UInt8]) {
        self.key(key)
        bytes += json
        needsComma = true
    }

    mutating func newline() {
        separate()
        raw("\n  ")
        needsComma = false
    }

    mutating func value(_ text: String) {
        string(text)
    }

    mutating func value(_ number: Int) {
        raw(String(number))
        needsComma = true
    }

    private mutating func wrap(_ open: String, _ close: String, _ body: (inout JSONText) -> Void) {
        raw(open)
        needsComma = false
        body(&self)
        raw(close)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func key(_ key: String) {
        if needsComma { raw(", ") }
        bytes.append(UInt8(ascii: "\""))
        raw(key)
        raw("\": ")
        needsComma = false
    }

    private mutating func raw(_ text: String) { bytes += text.utf8 }

    private mutating func string(_ text: String) {
        bytes += quoted(text)
        needsComma = true
    }
}

/// A string in JSON's quotation marks.
package func quoted(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 2)
    result.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
        var plain = 0
        for (index, byte) in bytes.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F {
            result.append(contentsOf: bytes[plain..<index])
            appendEscape(byte, to: &result)
            plain = index + 1
        }
        result.append(contentsOf: bytes[plain...])
    }
    result.append(UInt8(ascii: "\""))
    return result
}

private func appendEscape(_ byte: UInt8, to result: inout [UInt8]) {
    let hex = Array("0123456789abcdef".utf8)
    switch byte {
    case 0x22, 0x5C: result += [0x5C, byte]
    case 0x0A: result += [0x5C, UInt8(ascii: "n")]
    case 0x0D: result += [0x5C, UInt8(ascii: "r")]
    case 0x09: result += [0x5C, UInt8(ascii: "t")]
    default: result += Array("\\u00".utf8) + [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
    }
}
