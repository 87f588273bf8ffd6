import Foundation
import LinecasterFormats
import LinecasterKit

/// The messages to a program: one JSON object a line, UTF-8. Offsets count Unicode scalars.
enum ProgramMessage {
    /// The protocol's name and version; a program that speaks another is refused.
    static let protocolName = "linecaster.stage/1"

    static var hello: [UInt8] {
        let version = KitNote.own?.kit ?? ""
        return Array(#"{"type":"hello","protocol":"\#(protocolName)","linecaster":"\#(version)"}"#.utf8) + [0x0A]
    }

    /// Tells the options of one step of a pipeline, under a number by which articles name them.
    static func configure(_ number: Int, _ options: [String: JSONValue]) -> [UInt8] {
        Array(#"{"type":"configure","configuration":\#(number),"options":"#.utf8) + json(options) + Array("}\n".utf8)
    }

    /// An article with the layers that the program asked for.
    static func article(_ article: Article, id: String, configuration: Int, layers: [String]) -> [UInt8] {
        var line = Array(#"{"type":"article","id":"#.utf8)
        line.reserveCapacity(article.utf8.count + article.utf8.count / 8 + 256)
        line += quoted(id)
        line += Array(#","configuration":\#(configuration),"name":"#.utf8)
        line += quoted(article.source.name)
        if !article.metadata.isEmpty {
            line += Array(#","metadata":"#.utf8)
            line += json(article.metadata)
        }
        line += Array(#","text":"#.utf8)
        line += quoted(article.text)
        line += Array(#","layers":{"#.utf8)
        let given = layers.compactMap { article.layer(named: $0) }
        // Counting the text's characters is worth it only where there is a place to tell.
        let scalars = given.isEmpty ? nil : ScalarOffsets(article.utf8)
        for (index, layer) in given.enumerated() {
            if index > 0 { line.append(UInt8(ascii: ",")) }
            line += quoted(layer.name)
            line.append(UInt8(ascii: ":"))
            line += json(layer.located { scalars?.scalars(before: $0) ?? $0 })
        }
        line += Array("}}\n".utf8)
        return line
    }

    private static func json(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // A payload that cannot be encoded has nothing that JSON could hold.
        return (try? encoder.encode(value)).map(Array.init) ?? Array("null".utf8)
    }
}
