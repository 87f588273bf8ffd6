/// A trie in one array, of which each step is one addition and one look.
///
/// A unit of 64 bits holds, from the lowest: the base of its children (24 bits), the code by which it is
/// reached (16), the cost of the word that ends there (8, 255 for none), and the word's flags (16). A child
/// stands at its parent's base plus its code, and says that code; since no two parents have the same base,
/// the code tells whose child it is.
///
/// Source: J. Aoe, An Efficient Digital Search Algorithm by Using a Double-Array Structure, 1989; checking
/// the code instead of the parent is S. Yata's, in Darts-clone.
struct DoubleArray {
    /// The cost that says that no word ends at a unit.
    static let noWord: UInt8 = 255
    /// The most units that a base can reach.
    static let limit = 1 << 24

    private let units: UnsafePointer<UInt64>
    /// How many units there are.
    let count: Int

    init(units: UnsafePointer<UInt64>, count: Int) {
        self.units = units
        self.count = count
    }

    /// A place in the trie: the unit that was reached.
    typealias Unit = UInt64

    @inline(__always)
    var root: Unit { count > 0 ? units[0] : 0 }

    /// The child of a unit; nil when no word goes on so.
    @inline(__always)
    func child(of unit: Unit, _ code: UInt16) -> Unit? {
        let index = Int(unit & 0xFF_FFFF) + Int(code)
        guard code != 0, index < count else { return nil }
        let child = units[index]
        return UInt16(truncatingIfNeeded: child >> 24) == code ? child : nil
    }

    /// Where the unit stands that a word ends at; nil when the trie does not hold it.
    func index(of codes: [UInt16]) -> Int? {
        var index = 0
        for code in codes {
            guard child(of: units[index], code) != nil else { return nil }
            index = Int(units[index] & 0xFF_FFFF) + Int(code)
        }
        return index > 0 && Self.cost(units[index]) != Self.noWord ? index : nil
    }

    @inline(__always)
    static func cost(_ unit: Unit) -> UInt8 { UInt8(truncatingIfNeeded: unit >> 40) }

    @inline(__always)
    static func flags(_ unit: Unit) -> WordFlags { WordFlags(rawValue: UInt16(truncatingIfNeeded: unit >> 48)) }

    static func unit(base: Int, code: UInt16, cost: UInt8, flags: WordFlags) -> Unit {
        Unit(base) | Unit(code) << 24 | Unit(cost) << 40 | Unit(flags.rawValue) << 48
    }
}
