import BuiltinStages
import Dispatch
import LinecasterKit
import Synchronization

/// The stages that every text goes through first, built once.
private let stages: [any ArticleProcessor] = builtinStages.filter { ["normalize", "repair"].contains($0.manifest.name) }.compactMap {
    stage in
    var diagnostics: [Diagnostic] = []
    return stage.build(from: nil, into: &diagnostics)
}

/// What libFuzzer calls with each input: normalize and repair take it, and their edits undo to the text.
///
/// Built by `make fuzz` alone, with `-sanitize=fuzzer`, which brings the program's entry.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    let done = DispatchSemaphore(value: 0)
    let failure = Mutex<String?>(nil)
    Task {
        do throws(StageError) {
            var article = Article(text: text)
            for (step, stage) in stages.enumerated() {
                try await article.apply(stage.process(article), stage: "fuzz", step: step)
            }
            if article.undone() != article.source.decoded { failure.withLock { $0 = "the edits do not undo to the text" } }
        } catch {
            failure.withLock { [error] in $0 = error.description }
        }
        done.signal()
    }
    done.wait()
    if let reason = failure.withLock({ $0 }) { preconditionFailure(reason) }
    return 0
}
