// swift-tools-version: 6.2

import PackageDescription

/// The built-in stages: one folder under Plugins/ each, one module `<Name>Stage` each.
let stages = ["Normalize", "Repair", "Segment", "Extract", "Summarize"]

/// The release of the compiler, for people to read; the C compiler's own version tells builds apart.
#if compiler(>=6.5)
    let swiftRelease = "6.5 or later"
#elseif compiler(>=6.4)
    let swiftRelease = "6.4"
#elseif compiler(>=6.3)
    let swiftRelease = "6.3"
#else
    let swiftRelease = "6.2"
#endif

let package = Package(
    name: "linecaster",
    products: [
        .executable(name: "linecaster", targets: ["linecaster"]),
        // Dynamic, so that a plugin does not bring a copy: the program itself stands for this library where one is loaded.
        .library(name: "LinecasterKit", type: .dynamic, targets: ["LinecasterKit"]),
        .library(name: "LinecasterPlugin", targets: ["CKitNote"]),
        .library(name: "LinecasterTesting", targets: ["LinecasterTesting"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Floor 0: C libraries of the system, and the data that the language floor maps.
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(
            name: "CLanguageData",
            exclude: ["README.md", "lexicon.bin", "words.bin", "words-ud.bin", "classes.bin", "names.bin"]
        ),
        // What a build was made with, readable before any of its code runs.
        .target(name: "CKitNote", cSettings: [.define("LINECASTER_SWIFT", to: "\"\(swiftRelease)\"")]),
        // Floor 1: what the author of a stage sees.
        .target(name: "LinecasterKit"),
        // Floor 2: configuration text, and what several stages need of a language.
        .target(name: "LinecasterYAML", dependencies: ["CLibYAML", "LinecasterKit"]),
        .target(name: "LinecasterLanguage", dependencies: ["CLanguageData", "LinecasterKit"]),
        // Language models behind an HTTP endpoint, for stages that are told of one.
        .target(
            name: "LinecasterChat",
            dependencies: [
                .product(name: "AsyncHTTPClient", package: "async-http-client"), .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]
        ),
        // Floor 3: readers and writers; the built-in stages stand below, one target each.
        .target(
            name: "LinecasterFormats",
            dependencies: ["LinecasterKit", "LinecasterLanguage", .product(name: "Crypto", package: "swift-crypto")]
        ),
        // Floor 4: builds and runs pipelines; knows no stage by name.
        .target(
            name: "LinecasterEngine",
            dependencies: ["CKitNote", "LinecasterFormats", "LinecasterKit", "LinecasterYAML"],
            resources: [.embedInCode("Plugins/Programs/stage-protocol.schema.json")]
        ),
        .target(name: "BuiltinStages", dependencies: ["LinecasterKit"] + stages.map { .byName(name: $0 + "Stage") }),
        // The ready pipelines, part of the program.
        .target(
            name: "ReadyPipelines",
            path: "Pipelines",
            resources: [.embedInCode("newspaper.yaml"), .embedInCode("english.yaml"), .embedInCode("minimal.yaml")]
        ),
        // Plugins to begin with, part of the program.
        .target(
            name: "PluginTemplates",
            path: "Templates",
            resources: [
                .embedInCode("pipeline.txt"),
                .embedInCode("python-program.txt"), .embedInCode("python-readme.txt"), .embedInCode("python-service.txt"),
                .embedInCode("python-tests.txt"),
                .embedInCode("swift-package.txt"), .embedInCode("swift-readme.txt"), .embedInCode("swift-service.txt"),
                .embedInCode("swift-stage.txt"), .embedInCode("swift-tests.txt"),
            ]
        ),
        .target(name: "LinecasterTesting", dependencies: ["LinecasterEngine", "LinecasterFormats", "LinecasterKit"]),
        // Floor 5: the daemon.
        .target(
            name: "LinecasterService",
            dependencies: [
                "LinecasterEngine", "LinecasterFormats", "LinecasterKit", "LinecasterYAML",
                .product(name: "DequeModule", package: "swift-collections"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [.embedInCode("StatusServer/page.html")]
        ),
        // Floor 6: the command line.
        .executableTarget(
            name: "linecaster",
            dependencies: [
                "BuiltinStages", "LinecasterEngine", "LinecasterFormats", "LinecasterKit", "LinecasterService",
                "LinecasterTesting", "LinecasterYAML", "PluginTemplates", "ReadyPipelines",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            exclude: ["exports.txt"],
            // A library that is loaded finds the kit here, under the kit's own name, so that both sides have the same types.
            linkerSettings: [
                .unsafeFlags([
                    "-use-ld=lld",
                    "-Xlinker", "--dynamic-list=\(Context.packageDirectory)/Sources/linecaster/exports.txt",
                    "-Xlinker", "-soname=libLinecasterKit.so",
                ])
            ]
        ),
        // Tools for those who work on it.
        .executableTarget(
            name: "linecaster-lab",
            dependencies: [
                "BuiltinStages", "LinecasterEngine", "LinecasterFormats", "LinecasterKit", "LinecasterLanguage", "LinecasterTesting",
                "LinecasterYAML", "RepairStage",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
    ]
        + stages.map {
            .target(
                name: $0 + "Stage",
                dependencies: ["LinecasterKit", "LinecasterLanguage"] + ($0 == "Summarize" ? ["LinecasterChat"] : []),
                path: "Plugins/" + $0,
                exclude: ["README.md"] + ($0 == "Repair" ? ["ARTIFACTS.md", "MODEL.md"] : []),
                resources: $0 == "Repair" ? ["model.txt", "trees-ideographs.txt", "trees-letters.txt"].map { .embedInCode($0) } : [],
                packageAccess: false
            )
        }
        + [
            .executableTarget(
                name: "linecaster-bench",
                dependencies: [
                    "BuiltinStages", "LinecasterEngine", "LinecasterFormats", "LinecasterKit", "LinecasterYAML", "ReadyPipelines",
                    .product(name: "ArgumentParser", package: "swift-argument-parser"),
                ],
                path: "Tests/Benchmarks"
            ),
            .testTarget(name: "LinecasterKitTests", dependencies: ["LinecasterKit"]),
            .testTarget(name: "LinecasterYAMLTests", dependencies: ["LinecasterKit", "LinecasterYAML"]),
            .testTarget(name: "LinecasterLanguageTests", dependencies: ["LinecasterKit", "LinecasterLanguage"]),
            .testTarget(name: "LinecasterFormatsTests", dependencies: ["LinecasterFormats", "LinecasterKit"]),
            .testTarget(name: "LinecasterEngineTests", dependencies: ["LinecasterEngine", "LinecasterFormats", "LinecasterKit"]),
            .testTarget(
                name: "LinecasterServiceTests",
                dependencies: [
                    "LinecasterEngine", "LinecasterFormats", "LinecasterKit", "LinecasterService",
                    .product(name: "GRDB", package: "GRDB.swift"),
                    .product(name: "Logging", package: "swift-log"),
                ]
            ),
            .testTarget(
                name: "BuiltinStagesTests",
                dependencies: ["BuiltinStages", "LinecasterEngine", "LinecasterFormats", "LinecasterKit", "LinecasterTesting"],
                exclude: ["Cases"]
            ),
            .testTarget(
                name: "LinecasterLabTests",
                dependencies: [
                    "linecaster-lab", "LinecasterKit", "LinecasterLanguage", "RepairStage",
                    .product(name: "ArgumentParser", package: "swift-argument-parser"),
                ]
            ),
            .testTarget(name: "LinecasterTestingTests", dependencies: ["LinecasterKit", "LinecasterTesting"]),
            .testTarget(name: "ExtractStageTests", dependencies: ["ExtractStage", "LinecasterKit"]),
            // A server for tests, which answers well, slowly, badly, or not at all.
            .target(name: "ScriptedServer", path: "Tests/ScriptedServer"),
            .testTarget(name: "LinecasterChatTests", dependencies: ["LinecasterChat", "ScriptedServer"]),
            .testTarget(
                name: "SummarizeStageTests",
                dependencies: [
                    "BuiltinStages", "LinecasterEngine", "LinecasterFormats", "LinecasterKit", "LinecasterTesting", "LinecasterYAML",
                    "ScriptedServer", "SummarizeStage",
                ]
            ),
            .testTarget(name: "EndToEndTests", dependencies: ["linecaster", "ScriptedServer"], exclude: ["Cases"]),
            .testTarget(
                name: "RepositoryTests",
                dependencies: ["BuiltinStages", "LinecasterEngine", "LinecasterFormats", "LinecasterKit"]
            ),
        ],
    swiftLanguageModes: [.v6]
)

// The fuzz target has no entry of its own: libFuzzer brings it. `make fuzz` builds it.
if Context.environment["LINECASTER_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(name: "linecaster-fuzz", dependencies: ["BuiltinStages", "LinecasterKit"], path: "Tests/Fuzzing")
    )
}

for target in package.targets where target.type != .system && target.name != "CKitNote" {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .treatAllWarnings(as: .error),
        ]
}
