import Foundation
import Glibc

/// The parts of Swift's runtime that lie beside the program where it is installed as a package.
enum SwiftRuntime {
    /// Loads those that the program itself does not need, once, so that a library finds them by name wherever it lies.
    static func load() { _ = loaded }

    private static let loaded: Void = {
        guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else { return }
        let folder = URL(filePath: program).deletingLastPathComponent().path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names.sorted() where name.hasPrefix("libswift") && name.hasSuffix(".so") {
            _ = dlopen("\(folder)/\(name)", RTLD_LAZY | RTLD_GLOBAL)
        }
    }()
}
