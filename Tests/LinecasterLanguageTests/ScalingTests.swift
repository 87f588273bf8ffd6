import LinecasterLanguage
import Testing

@Suite struct ScalingTests {
    @Test(arguments: [(9899.2, 1e8, 989_920_000_000), (1.1, 1e4, 11_000), (3.6, 1e8, 360_000_000), (1.23456, 1e4, 12345.6), (0, 1e4, 0)])
    func aDecimalFractionBringsNoErrorAlong(_ value: Double, _ scale: Double, _ product: Double) {
        #expect(value.scaled(by: scale) == product)
    }

    @Test func whatIsNotWholeStays() { #expect(0.3333.scaled(by: 1000) == 0.3333 * 1000) }
}
