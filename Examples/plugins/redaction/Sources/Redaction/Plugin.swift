import LinecasterKit

/// What Linecaster calls when it loads the library.
@c(linecaster_plugin)
public func plugin() -> UnsafeMutableRawPointer { exportStages([StageDescriptor(Redact.self)]) }
