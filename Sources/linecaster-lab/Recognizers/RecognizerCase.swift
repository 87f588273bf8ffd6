import Foundation

/// The kinds of items that the cases ask for, by the names of their files.
enum RecognizerModel: String {
    case age = "AgeModel"
    case currency = "CurrencyModel"
    case dateTime = "DateTimeModel"
    case dimension = "DimensionModel"
    case number = "NumberModel"
    case ordinal = "OrdinalModel"
    case percent = "PercentModel"
    case temperature = "TemperatureModel"
}

/// One case: a text and the items in it.
struct RecognizerCase: Decodable {
    let input: String
    let reference: String?
    let results: [Item]

    struct Item: Decodable, CustomStringConvertible {
        let text: String
        let type: String
        /// Half-open offsets in UTF-16 code units of the input.
        let range: Range<Int>?
        let resolution: [String: String]
        /// The values that a time may have.
        let values: [[String: String]]

        private enum Key: String, CodingKey {
            case text = "Text", type = "TypeName", start = "Start", end = "End", resolution = "Resolution"
        }

        init(from decoder: any Decoder) throws {
            let box = try decoder.container(keyedBy: Key.self)
            text = try box.decode(String.self, forKey: .text)
            type = try box.decode(String.self, forKey: .type)
            let start = try box.decodeIfPresent(Int.self, forKey: .start)
            let end = try box.decodeIfPresent(Int.self, forKey: .end)
            range = start.flatMap { start in end.flatMap { $0 >= start ? start..<$0 + 1 : nil } }
            let fields = try box.decodeIfPresent([String: Field].self, forKey: .resolution) ?? [:]
            resolution = fields.compactMapValues(\.text)
            values = fields["values"]?.list ?? []
        }

        var description: String {
            let value =
                values.isEmpty
                ? resolution.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: ",")
                : values.map { $0.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: ",") }.joined(separator: " | ")
            return "\(text) [\(type) \(value)]"
        }
    }

    /// A value of a resolution: a text, a number, or a list of objects.
    private struct Field: Decodable {
        var text: String?
        var list: [[String: String]]?

        init(from decoder: any Decoder) throws {
            let box = try decoder.singleValueContainer()
            if let string = try? box.decode(String.self) {
                text = string
            } else if let number = try? box.decode(Double.self) {
                text = String(number)
            } else if let objects = try? box.decode([[String: Field]].self) {
                list = objects.map { $0.compactMapValues(\.text) }
            }
        }
    }

    private enum Key: String, CodingKey { case input = "Input", context = "Context", results = "Results" }
    private enum ContextKey: String, CodingKey { case reference = "ReferenceDateTime" }

    init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: Key.self)
        input = try box.decode(String.self, forKey: .input)
        results = try box.decode([Item].self, forKey: .results)
        reference = try? box.nestedContainer(keyedBy: ContextKey.self, forKey: .context).decode(String.self, forKey: .reference)
    }
}
