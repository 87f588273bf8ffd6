/// Leads from offsets of an article's text to the bytes of the source that they came from.
///
/// The map is a list of runs in text order. A run is a number of units of equal size: one byte of
/// text for one byte of source where the source is UTF-8, three for two where it is GB18030 Chinese,
/// one unit of any size for a passage that an edit replaced. Runs cover the whole text, and their
/// source ranges never run backwards; source bytes that no run covers were deleted.
public struct SourceMap: Sendable, Equatable {
    struct Run: Sendable, Equatable {
        var text: Int
        var source: Int
        var units: Int
        var textUnit: Int
        var sourceUnit: Int

        var textEnd: Int { text + units * textUnit }
        var sourceEnd: Int { source + units * sourceUnit }
    }

    private(set) var runs: [Run]
    /// The number of bytes of the text that the map covers.
    public private(set) var textCount: Int

    /// The map of a text that is its source, byte for byte.
    public init(identity count: Int) {
        runs = count == 0 ? [] : [Run(text: 0, source: 0, units: count, textUnit: 1, sourceUnit: 1)]
        textCount = count
    }

    /// An empty map, to be filled by ``append(text:source:at:)``.
    public init() {
        runs = []
        textCount = 0
    }

    /// Adds one unit at the end of the text: `text` bytes that came from `source` bytes at an offset.
    ///
    /// - Parameters:
    ///   - text: How many bytes of text; more than zero.
    ///   - source: How many bytes of source.
    ///   - offset: Where those bytes begin in the source; not before the end of what was added before.
    public mutating func append(text: Int, source: Int, at offset: Int) {
        append(Run(text: textCount, source: offset, units: 1, textUnit: text, sourceUnit: source))
    }

    /// The smallest range of source bytes that a range of the text came from.
    ///
    /// An empty range leads to the empty range before the source of the byte that follows; within a passage
    /// that an edit replaced, it leads to the source of the whole passage.
    public func origin(of range: TextRange) -> TextRange {
        guard let last = runs.last else { return TextRange(0..<0) }
        guard range.lowerBound < textCount else { return TextRange(last.sourceEnd..<last.sourceEnd) }
        let first = runs[run(at: range.lowerBound)]
        let lower = first.source + (range.lowerBound - first.text) / first.textUnit * first.sourceUnit
        guard !range.isEmpty else { return TextRange(lower..<max(lower, sourceEnd(before: range.lowerBound))) }
        let final = runs[run(at: range.upperBound - 1)]
        let upper = final.source + ((range.upperBound - 1 - final.text) / final.textUnit + 1) * final.sourceUnit
        return TextRange(lower..<max(lower, upper))
    }

    /// Where the source of the byte before an offset ends; 0 at the start of the text.
    private func sourceEnd(before offset: Int) -> Int {
        guard offset > 0 else { return 0 }
        let run = runs[run(at: offset - 1)]
        return run.source + ((offset - 1 - run.text) / run.textUnit + 1) * run.sourceUnit
    }

    /// The offset of the text that a source byte became, or of what follows it where it was deleted.
    public func textOffset(ofSource offset: Int) -> Int {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].sourceEnd > offset { high = middle } else { low = middle + 1 }
        }
        guard low < runs.count else { return textCount }
        let run = runs[low]
        guard offset > run.source, run.sourceUnit > 0 else { return run.text }
        return run.text + (offset - run.source) / run.sourceUnit * run.textUnit
    }

    /// Records that sorted, disjoint edits replaced ranges of the text by so many bytes each.
    mutating func apply(_ edits: some Sequence<(range: TextRange, count: Int)>) {
        var result = SourceMap()
        result.runs.reserveCapacity(runs.count)
        var cursor = 0
        var kept = 0
        let end = textCount
        for edit in edits {
            copy(kept..<edit.range.lowerBound, from: &cursor, to: &result)
            if edit.count > 0 {
                let source = origin(of: edit.range)
                result.append(text: edit.count, source: source.count, at: source.lowerBound)
            }
            kept = edit.range.upperBound
        }
        copy(kept..<end, from: &cursor, to: &result)
        self = result
    }

    /// The index of the run that holds a byte of the text.
    private func run(at offset: Int) -> Int {
        var low = 0
        var high = runs.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if runs[middle].text <= offset { low = middle } else { high = middle - 1 }
        }
        return low
    }

    private func copy(_ range: Range<Int>, from cursor: inout Int, to result: inout SourceMap) {
        guard !range.isEmpty else { return }
        while runs[cursor].textEnd <= range.lowerBound { cursor += 1 }
        var index = cursor
        while index < runs.count, runs[index].text < range.upperBound {
            let run = runs[index]
            let lower = max(range.lowerBound, run.text) - run.text
            let upper = min(range.upperBound, run.textEnd) - run.text
            result.append(slice: lower..<upper, of: run)
            index += 1
        }
        cursor = max(cursor, index - 1)
    }

    /// Appends part of a run; units cut in two keep the whole source of the unit.
    private mutating func append(slice: Range<Int>, of run: Run) {
        let first = (slice.lowerBound + run.textUnit - 1) / run.textUnit
        let last = slice.upperBound / run.textUnit
        func piece(_ count: Int, unit: Int) {
            append(text: count, source: run.sourceUnit, at: run.source + unit * run.sourceUnit)
        }
        guard first <= last else { return piece(slice.count, unit: last) }
        if slice.lowerBound < first * run.textUnit { piece(first * run.textUnit - slice.lowerBound, unit: first - 1) }
        if first < last {
            append(
                Run(
                    text: textCount,
                    source: run.source + first * run.sourceUnit,
                    units: last - first,
                    textUnit: run.textUnit,
                    sourceUnit: run.sourceUnit
                )
            )
        }
        if slice.upperBound > last * run.textUnit { piece(slice.upperBound - last * run.textUnit, unit: last) }
    }

    private mutating func append(_ run: Run) {
        textCount += run.units * run.textUnit
        if let last = runs.last, last.textUnit == run.textUnit, last.sourceUnit == run.sourceUnit,
            last.sourceEnd == run.source, run.sourceUnit > 0
        {
            runs[runs.count - 1].units += run.units
        } else {
            runs.append(run)
        }
    }
}
