/// How many asides are open: brackets and book titles, in which a mark ends nothing.
struct BracketDepth {
    private var open = 0
    /// Characters since the outermost aside began; a bracket that nobody closes must not swallow the rest.
    private var length = 0

    var isInsideAside: Bool { open > 0 && length < 120 }

    mutating func see(_ value: UInt32) {
        switch value {
        case 0xFF08, 0x28, 0x300A, 0x3008, 0x5B:
            if open == 0 { length = 0 }
            open += 1
        case 0xFF09, 0x29, 0x300B, 0x3009, 0x5D:
            open = max(0, open - 1)
        default:
            length += 1
        }
    }

    mutating func sentenceEnded() {
        open = 0
        length = 0
    }
}
