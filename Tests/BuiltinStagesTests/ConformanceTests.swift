import BuiltinStages
import LinecasterEngine
import LinecasterKit
import LinecasterTesting
import Testing

@Suite struct ConformanceTests {
    @Test(arguments: builtinStages) func everyStageConforms(stage: StageDescriptor) async {
        let conformance = StageConformance(stage, among: builtinStages)
        // How long a stage takes is measured by benchmarks and not by tests.
        let checks = ConformanceCheck.allCases.filter { $0 != .linearTime }
        #expect(await conformance?.failures(checks) == [])
    }
}
