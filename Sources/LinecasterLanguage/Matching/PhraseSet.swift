import Synchronization

/// A set of words that is looked for at every place of UTF-8 text, the longest first.
///
/// Sets are asked at every character, and counting references would take longer than the look: a set that is part of the
/// program lives as long as it does, and copies of it count nothing.
public struct PhraseSet: Sendable {
    private let starts: Unmanaged<PhraseIndex>
    private let ends: Unmanaged<Ends>
    /// Keeps the other two; nil for a set that is part of the program.
    private let owner: Ends?

    /// The words by their last scalars, put in order when that is first asked for: most sets are never.
    private final class Ends: Sendable {
        let starts: PhraseIndex
        // `AtomicLazyReference` is not inlined: loading it took longer than the look behind it.
        private let made = Atomic<Unmanaged<PhraseIndex>?>(nil)

        init(_ starts: PhraseIndex) { self.starts = starts }

        deinit { made.load(ordering: .acquiring)?.release() }

        var index: Unmanaged<PhraseIndex> {
            @inline(__always) get { made.load(ordering: .acquiring) ?? make() }
        }

        /// Of two threads that come here at once, what the first made is kept.
        @inline(never)
        private func make() -> Unmanaged<PhraseIndex> {
            let index = Unmanaged.passRetained(starts.byEnds())
            guard let first = made.compareExchange(expected: nil, desired: index, ordering: .acquiringAndReleasing).original else {
                return index
            }
            index.release()
            return first
        }
    }

    /// Creates a set that lives as long as the program from words separated by white space.
    public init(_ words: String) {
        // By bytes: sets are made when the program starts, and characters take long to tell.
        let bytes = Array(words.utf8)
        var ranges: [Range<Int>] = []
        var start = 0
        for offset in 0...bytes.count where offset == bytes.count || bytes[offset] == 0x20 || bytes[offset] == 0x0A {
            if offset > start { ranges.append(start..<offset) }
            start = offset + 1
        }
        self.init(bytes, ranges, isConstant: true)
    }

    /// Creates a set that lives as long as the program from words, which may hold spaces.
    public init(constant words: [String]) { self.init(words, isConstant: true) }

    /// Creates a set from words, which may hold spaces.
    public init(words: [String]) { self.init(words, isConstant: false) }

    private init(_ words: [String], isConstant: Bool) {
        var bytes: [UInt8] = []
        var ranges: [Range<Int>] = []
        for word in words where !word.isEmpty {
            let start = bytes.count
            bytes += word.utf8
            ranges.append(start..<bytes.count)
        }
        self.init(bytes, ranges, isConstant: isConstant)
    }

    private init(_ bytes: [UInt8], _ words: [Range<Int>], isConstant: Bool) {
        let ends = Ends(PhraseIndex(bytes, words, by: .start))
        owner = isConstant ? nil : ends
        self.ends = isConstant ? Unmanaged.passRetained(ends) : Unmanaged.passUnretained(ends)
        starts = Unmanaged.passUnretained(ends.starts)
    }

    @inline(__always)
    private func withStarts<Result>(_ body: (PhraseIndex) -> Result) -> Result {
        withExtendedLifetime(owner) { starts._withUnsafeGuaranteedRef(body) }
    }

    @inline(__always)
    private func withEnds<Result>(_ body: (PhraseIndex) -> Result) -> Result {
        withExtendedLifetime(owner) { ends._withUnsafeGuaranteedRef { $0.index }._withUnsafeGuaranteedRef(body) }
    }

    /// The words, in no certain order.
    public var words: [String] { withStarts { $0.words } }

    /// Whether there are none.
    public var isEmpty: Bool { withStarts { $0.isEmpty } }

    /// Whether any word begins with a scalar.
    public func begins(with value: UInt32) -> Bool { withStarts { $0.scalars.contains(value) } }

    /// The offset just past the longest word that begins at an offset, within a limit.
    public func match(in text: [UInt8], at offset: Int, limit: Int) -> Int? {
        guard offset < limit else { return nil }
        precondition(limit <= text.count)
        let first = text.scalar(at: offset)
        // The last byte of the next ideograph, which tells most.
        let beside = first.end + 2 < limit ? text[first.end + 2] : nil
        return withStarts { index in
            index.longest(by: first.value, beside: beside, in: text) { offset + $0 <= limit ? offset : nil }.map { offset + $0 }
        }
    }

    /// The offset of the longest word that ends at an offset, not before a limit.
    public func match(in text: [UInt8], endingAt end: Int, from start: Int) -> Int? {
        guard let last = text.scalar(before: end, from: start) else { return nil }
        let beside = last.offset > start ? text[last.offset - 1] : nil
        return withEnds { index in
            index.longest(by: last.value, beside: beside, in: text) { end - $0 >= start ? end - $0 : nil }.map { end - $0 }
        }
    }

    /// Whether the bytes of a range are one of the words.
    public func contains(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        let first = text.scalar(at: range.lowerBound)
        let beside = first.end + 2 < range.upperBound ? text[first.end + 2] : nil
        return withStarts { index in
            index.longest(by: first.value, beside: beside, in: text) { $0 == range.count ? range.lowerBound : nil } != nil
        }
    }
}
