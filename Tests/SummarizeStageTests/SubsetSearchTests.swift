import Testing

@testable import SummarizeStage

/// The search against trying every subset.
@Suite struct SubsetSearchTests {
    /// A random problem of few enough units that all subsets can be tried.
    private struct Problem {
        var units: [Unit] = []
        var penalties: [[Double]] = []
        let length: SummaryLength

        init(seed: UInt64) {
            var state = seed
            func number(_ range: ClosedRange<Int>) -> Int {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return range.lowerBound + Int(state >> 33) % range.count
            }
            let count = number(1...10)
            for index in 0..<count {
                let size = number(1...3)
                units.append(
                    Unit(sentences: index * 4..<index * 4 + size, characters: number(10...90), score: Double(number(1...100)) / 50)
                )
            }
            length =
                number(0...1) == 0
                ? SummaryLength(sentences: number(1...6), characters: .max) : SummaryLength(sentences: .max, characters: number(20...250))
            let length = length
            units.sort { length.density(of: $0) > length.density(of: $1) }
            penalties = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
            for a in 0..<count {
                for b in a + 1..<max(a + 1, count) {
                    let penalty = number(0...9) == 0 ? Double.infinity : Double(number(0...40)) / 50
                    (penalties[a][b], penalties[b][a]) = (penalty, penalty)
                }
            }
        }

        func value(_ chosen: [Int]) -> Double {
            var value = chosen.reduce(0) { $0 + units[$1].score }
            for (place, a) in chosen.enumerated() { for b in chosen[..<place] { value -= penalties[a][b] } }
            return value
        }

        func fits(_ chosen: [Int]) -> Bool {
            length.holds(chosen.reduce(0) { $0 + units[$1].sentences.count }, chosen.reduce(0) { $0 + units[$1].characters })
        }

        /// The most that any subset is worth.
        var best: Double {
            (0..<1 << units.count).map { bits in units.indices.filter { bits >> $0 & 1 == 1 } }.filter(fits).map(value).max() ?? 0
        }
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func nothingIsBetter(_ seed: UInt64) {
        let problem = Problem(seed: seed)
        var search = SubsetSearch(problem.units, length: problem.length) { problem.penalties[$0][$1] }
        let chosen = search.run()
        #expect(problem.fits(chosen))
        #expect(abs(problem.value(chosen) - problem.best) < 1e-6)
    }
}
