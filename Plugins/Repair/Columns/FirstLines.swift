/// How wide first lines are whose indent extraction lost, in columns of letters, against lines within paragraphs.
///
/// Both widths vary about their means: justified lines stretch or shrink their spaces, ragged ones end where the next
/// word would not fit. The article's own lines tell the means and how far widths vary.
struct FirstLines {
    /// Tenths of a column that lines within paragraphs leave free.
    private var within = Spread()
    /// The same of first lines; a guess of three columns more counts as two lines.
    private var first = Spread()

    /// Takes in the line after a boundary that leaves no doubt.
    mutating func see(free tenths: Int, isFirst: Bool) {
        if isFirst { first.add(Double(tenths)) } else { within.add(Double(tenths)) }
    }

    private var firstMean: Double { (first.sum + 2 * (within.mean + 30)) / (first.count + 2) }

    /// Log odds that a line is a paragraph's first, by what it leaves free; 0 where nothing tells.
    ///
    /// Lines that leave far more free than either kind tell nothing.
    func logOdds(free tenths: Int) -> Double {
        guard within.count >= 8 else { return 0 }
        let deviation = max(8, within.deviation)
        let distance = firstMean - within.mean
        guard distance > 4, Double(tenths) < firstMean + 3 * deviation else { return 0 }
        let middle = (firstMean + within.mean) / 2
        return max(-3, min(3, (Double(tenths) - middle) * distance / (deviation * deviation)))
    }
}

/// A count of numbers with their mean and deviation.
private struct Spread {
    private(set) var count = 0.0
    private(set) var sum = 0.0
    private var squares = 0.0

    mutating func add(_ value: Double) {
        count += 1
        sum += value
        squares += value * value
    }

    var mean: Double { count > 0 ? sum / count : 0 }
    var deviation: Double { count > 1 ? max(0, squares / count - mean * mean).squareRoot() : 0 }
}
