// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "redaction",
    products: [.library(name: "Redaction", type: .dynamic, targets: ["Redaction"])],
    // Elsewhere: the path or address of Linecaster's repository, at the release that will load the library.
    dependencies: [.package(name: "linecaster", path: "../../..")],
    targets: [
        .target(
            name: "Redaction",
            dependencies: [
                .product(name: "LinecasterKit", package: "linecaster"), .product(name: "LinecasterPlugin", package: "linecaster"),
            ]
        ),
        .testTarget(
            name: "RedactionTests",
            dependencies: ["Redaction", .product(name: "LinecasterTesting", package: "linecaster")]
        ),
    ],
    swiftLanguageModes: [.v6]
)
