import LinecasterKit

/// Centuries before the common era.
extension TimeFrame {
    /// A century before the common era: the third is the years 300 to 201.
    func centuryBeforeEra(_ number: Int) -> Period {
        let first = CivilDay(1 - 100 * number, 1, 1)
        return interval(first..<first.adding(months: 1200), TimeLength(100, .year), .decade)
    }
}
