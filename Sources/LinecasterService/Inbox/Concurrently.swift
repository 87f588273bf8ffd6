import Foundation
import Synchronization

/// Does blocking work for several elements at once, each on a thread of its own; for a few elements whose time is spent
/// waiting for the disk.
///
/// - Returns: The results in the order of the elements.
func concurrently<Element: Sendable, Result: Sendable>(
    _ elements: [Element],
    _ work: @escaping @Sendable (Element) -> Result
) -> [Result] {
    guard elements.count > 1 else { return elements.map(work) }
    let results = Results<Result>(elements.count)
    let left = DispatchGroup()
    for (index, element) in elements.enumerated() {
        left.enter()
        Thread {
            let result = work(element)
            results.slots.withLock { $0[index] = result }
            left.leave()
        }.start()
    }
    left.wait()
    return results.slots.withLock { $0.compactMap(\.self) }
}

/// Does blocking work on a thread of its own, so that the threads that tasks share stay free.
func onThread<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
        Thread { continuation.resume(returning: work()) }.start()
    }
}

/// A place for each result.
private final class Results<Result: Sendable>: Sendable {
    let slots: Mutex<[Result?]>
    init(_ count: Int) { slots = Mutex(Array(repeating: nil, count: count)) }
}
