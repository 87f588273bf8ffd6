import Glibc
import LinecasterKit

/// Converts between a character encoding and UTF-8 through the system's iconv.
///
/// A converter is used by one task at a time.
struct Iconv: ~Copyable {
    private let handle: iconv_t

    /// Opens a converter; nil when the system does not know one of the encodings.
    init?(from source: String, to target: String) {
        guard let handle = iconv_open(target, source), Int(bitPattern: handle) != -1 else { return nil }
        self.handle = handle
    }

    deinit { iconv_close(handle) }

    /// Converts as many bytes as are well-formed.
    ///
    /// - Returns: The converted bytes, and the offset of the first byte that could not be converted.
    func convert(_ bytes: ArraySlice<UInt8>) -> (output: [UInt8], stop: Int) {
        iconv(handle, nil, nil, nil, nil)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 2)
        var chunk = [UInt8](repeating: 0, count: 32 * 1024)
        let stop = bytes.withUnsafeBytes { input -> Int in
            var next = UnsafeMutablePointer(mutating: input.baseAddress?.assumingMemoryBound(to: CChar.self))
            var left = input.count
            while left > 0 {
                let (result, written) = chunk.withUnsafeMutableBytes { buffer -> (Int, Int) in
                    var target = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
                    var room = buffer.count
                    let result = iconv(handle, &next, &left, &target, &room)
                    return (Int(result), buffer.count - room)
                }
                output += chunk[..<written]
                if result == -1, errno != E2BIG { break }
            }
            return input.count - left
        }
        return (output, bytes.startIndex + stop)
    }
}
