/// The name and type of a kind of annotation.
///
/// A plugin defines a layer of its own with a name and a payload:
///
/// ```swift
/// struct Phone: Codable, Sendable { let digits: String }
/// let phones = Layer<Phone>("phones")
/// ```
public struct Layer<Item: Codable & Sendable>: Hashable, Sendable {
    /// The layer's name: a plural noun in snake case.
    public let name: String
    public init(_ name: String) { self.name = name }
}

/// A statement about a range of the text, kept beside the text and never inside it.
public struct Annotation<Item> {
    // Nothing is asked of the payload: where something is, the program searches all conformances for each payload at its start.

    /// The bytes that the statement is about.
    public let range: TextRange
    /// What is said of them.
    public var value: Item

    public init(_ range: TextRange, _ value: Item) {
        self.range = range
        self.value = value
    }
}

extension Annotation: Sendable where Item: Sendable {}
extension Annotation: Equatable where Item: Equatable {}
extension Annotation: Hashable where Item: Hashable {}

/// A layer's annotations with the payload's type erased.
package protocol LayerStorage: Sendable {
    var name: String { get }
    var ranges: [TextRange] { get }
    /// The payload's type.
    var itemType: any Any.Type { get }
    func moved(by shift: OffsetShift) -> any LayerStorage
    /// The payloads in order.
    var payloads: [any Encodable & Sendable] { get }
    /// The annotations as `start`, `end` and `value`, with offsets as the caller counts them.
    func located(_ offset: (Int) -> Int) -> any Encodable
}

struct TypedLayer<Item: Codable & Sendable>: LayerStorage {
    let name: String
    let annotations: [Annotation<Item>]

    // Closures, since a key path of a generic type is made anew for each type while the program runs.
    var ranges: [TextRange] { annotations.map { $0.range } }
    var itemType: any Any.Type { Item.self }
    var payloads: [any Encodable & Sendable] { annotations.map { $0.value } }

    func located(_ offset: (Int) -> Int) -> any Encodable {
        annotations.map { LocatedItem(start: offset($0.range.lowerBound), end: offset($0.range.upperBound), value: $0.value) }
    }

    func moved(by shift: OffsetShift) -> any LayerStorage {
        TypedLayer(name: name, annotations: annotations.map { Annotation(shift.moved($0.range), $0.value) })
    }
}

/// An annotation as it is told to the world outside, which counts offsets in its own way.
package struct LocatedItem<Item: Codable & Sendable>: Codable, Sendable {
    package let start: Int
    package let end: Int
    package let value: Item
}
