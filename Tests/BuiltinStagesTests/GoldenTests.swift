import BuiltinStages
import Foundation
import LinecasterEngine
import LinecasterKit
import LinecasterTesting
import Testing

@Suite struct GoldenTests {
    private let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

    @Test func normalize() async throws {
        #expect(
            try await goldenDifferences(in: folder.appending(path: "normalize"), stages: "  - normalize", registry: builtinStages) {
                $0.text
            } == []
        )
    }

    @Test func repair() async throws {
        #expect(
            try await goldenDifferences(
                in: folder.appending(path: "repair"),
                stages: "  - normalize\n  - repair\n  - segment",
                registry: builtinStages,
                render: renderBlocks
            ) == []
        )
    }

    @Test func segment() async throws {
        #expect(
            try await goldenDifferences(
                in: folder.appending(path: "segment"),
                stages: "  - normalize\n  - repair\n  - segment",
                registry: builtinStages,
                render: renderBlocks
            ) == []
        )
    }

    @Test func extract() async throws {
        let stages = "  - normalize\n  - repair\n  - segment\n  - extract\n  - summarize"
        #expect(
            try await goldenDifferences(in: folder.appending(path: "extract"), stages: stages, registry: builtinStages, render: renderFacts)
                == []
        )
    }

    /// What was extracted, one fact a line.
    private func renderFacts(_ article: Article) -> String {
        var lines = article[.people].map { "person \($0.value.name): \($0.value.roles.joined(separator: " / "))" }
        lines += article[.entities].filter { $0.value.kind != .person }.map { entity in
            let text = article[entity.range]
            return "\(entity.value.kind.rawValue) \(text)" + (entity.value.name == text ? "" : " = \(entity.value.name)")
        }
        lines += article[.quotes].map { "\($0.value.kind.rawValue) \($0.value.speaker ?? "-"): \(article[$0.range])" }
        lines += article[.credits].map { credit in
            "credit \(credit.value.kind) \(credit.value.name)" + (credit.value.organization.map { ", " + $0 } ?? "")
                + (credit.value.date.map { ", " + $0 } ?? "")
        }
        lines += article[.times].map { "time \(article[$0.range]) = \($0.value.timex)" }
        lines += article[.quantities].map {
            "quantity \(article[$0.range]) = \($0.value.value)\($0.value.upper.map { " to \($0)" } ?? "") \($0.value.unit) \($0.value.kind.rawValue)"
        }
        lines += article[.summary].map { "summary \(article[$0.range])" }
        return lines.joined(separator: "\n") + "\n"
    }
}
