/// Hands a library's stages to the program that loads it.
///
/// A library has one function that returns this value, by a name that the program looks for:
///
/// ```swift
/// @c(linecaster_plugin)
/// public func plugin() -> UnsafeMutableRawPointer { exportStages([StageDescriptor(Shout.self)]) }
/// ```
///
/// - Returns: A retained reference, which the program takes over.
public func exportStages(_ stages: [StageDescriptor]) -> UnsafeMutableRawPointer {
    Unmanaged.passRetained(ExportedStages(stages)).toOpaque()
}

/// What ``exportStages(_:)`` hands over.
package final class ExportedStages: Sendable {
    package let stages: [StageDescriptor]
    fileprivate init(_ stages: [StageDescriptor]) { self.stages = stages }
}
