/// The weights of the features of one shape: a table of slots, of which each feature has a choice of two
/// neighbours.
///
/// A slot is the weights of 8 bits, place by place and tag by tag, and behind them the feature's mark of 32
/// bits, 0 for none. A feature's slots are the one at the highest bits of its hash and the other of its pair;
/// the bits below are its mark. A look takes no jump, so that the looks of several features overlap.
struct FeatureTable {
    let slots: UnsafeRawPointer
    let slotBits: Int
    /// Bytes of weights in a slot: places times stride.
    let width: Int

    static func slotSize(_ width: Int) -> Int { width + 4 }
    static func mark(of hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 6) | 1 }

    /// Weights for features that no table holds.
    nonisolated(unsafe) static let nothing: UnsafeRawPointer = {
        let zeros = UnsafeMutableRawPointer.allocate(byteCount: 256, alignment: 64)
        zeros.initializeMemory(as: UInt8.self, repeating: 0, count: 256)
        return UnsafeRawPointer(zeros)
    }()

    /// Adds a feature's weights to the scores of its places; nothing when the table does not hold it.
    @inline(__always)
    func add(_ hash: UInt64, to scores: UnsafeMutablePointer<Int16>, nothing: UnsafeRawPointer) {
        let chunks = width / 4
        let size = chunks &* 4 &+ 4
        let slot = Int(truncatingIfNeeded: hash &>> UInt64(64 &- slotBits))
        let mark = Self.mark(of: hash)
        let first = slots + slot &* size
        let second = slots + (slot ^ 1) &* size
        let isFirst = first.loadUnaligned(fromByteOffset: chunks &* 4, as: UInt32.self) == mark
        let isSecond = second.loadUnaligned(fromByteOffset: chunks &* 4, as: UInt32.self) == mark
        // Chosen by address, not by a jump, which would often be foretold wrongly.
        let weights = isFirst ? first : isSecond ? second : nothing
        let place = UnsafeMutableRawPointer(scores)
        var chunk = 0
        while chunk + 4 <= chunks {
            let sixteen = weights.loadUnaligned(fromByteOffset: chunk &* 4, as: SIMD16<Int8>.self)
            let sums = (place + chunk &* 8).loadUnaligned(as: SIMD16<Int16>.self) &+ SIMD16<Int16>(truncatingIfNeeded: sixteen)
            (place + chunk &* 8).storeBytes(of: sums, as: SIMD16<Int16>.self)
            chunk &+= 4
        }
        while chunk < chunks {
            let four = weights.loadUnaligned(fromByteOffset: chunk &* 4, as: SIMD4<Int8>.self)
            let sums = (place + chunk &* 8).loadUnaligned(as: SIMD4<Int16>.self) &+ SIMD4<Int16>(truncatingIfNeeded: four)
            (place + chunk &* 8).storeBytes(of: sums, as: SIMD4<Int16>.self)
            chunk &+= 1
        }
    }

    /// Lays out features; of those that find both their slots taken the ones with the larger weights stay.
    ///
    /// - Returns: The slots and the binary logarithm of their number.
    static func layout(_ features: [(hash: UInt64, weights: [Int8])], width: Int) -> (bytes: [UInt8], slotBits: Int) {
        var slotBits = 3
        while features.count * 5 > 3 << slotBits { slotBits += 1 }
        let size = slotSize(width)
        var bytes = [UInt8](repeating: 0, count: size << slotBits)
        var isTaken = [Bool](repeating: false, count: 1 << slotBits)
        func largest(_ weights: [Int8]) -> Int { weights.reduce(0) { max($0, abs(Int($1))) } }
        let ranked = features.map { (largest($0.weights), $0) }
            .sorted { $0.0 != $1.0 ? $0.0 > $1.0 : $0.1.hash < $1.1.hash }
        for (_, feature) in ranked {
            var slot = Int(truncatingIfNeeded: feature.hash >> UInt64(64 - slotBits))
            if isTaken[slot] { slot ^= 1 }
            guard !isTaken[slot] else { continue }
            isTaken[slot] = true
            for (index, weight) in feature.weights.enumerated() { bytes[slot * size + index] = UInt8(bitPattern: weight) }
            withUnsafeBytes(of: mark(of: feature.hash).littleEndian) {
                for (index, byte) in $0.enumerated() { bytes[slot * size + width + index] = byte }
            }
        }
        return (bytes, slotBits)
    }
}
