internal import CLibYAML
internal import LinecasterKit

/// One event of libyaml: what begins or ends, and where.
struct Event {
    enum Kind {
        case scalar(String, isQuoted: Bool)
        case sequenceStart, mappingStart, collectionEnd
        case alias(String)
        /// The beginning of a document after the first.
        case nextDocument
        /// The end of the stream.
        case end
    }

    let kind: Kind
    let position: SourcePosition
    var anchor: String?
}

/// libyaml's parser over bytes that it keeps alive, freed with its owner.
final class EventParser {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let bytes: UnsafeMutableBufferPointer<UInt8>

    private var sawDocument = false

    init(_ contents: [UInt8]) {
        bytes = .allocate(capacity: max(1, contents.count))
        _ = bytes.initialize(from: contents)
        parser = .allocate(capacity: 1)
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, contents.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        bytes.deallocate()
    }

    /// The next event that says something of the contents.
    func next() throws(ConfigurationError) -> Event {
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(parser, &event) == 1 else { throw problem() }
            defer { yaml_event_delete(&event) }
            let position = SourcePosition(event.start_mark)
            switch event.type {
            case YAML_SCALAR_EVENT:
                let scalar = event.data.scalar
                let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
                let kind = Event.Kind.scalar(text, isQuoted: scalar.style != YAML_PLAIN_SCALAR_STYLE)
                return Event(kind: kind, position: position, anchor: string(scalar.anchor))
            case YAML_SEQUENCE_START_EVENT:
                return Event(kind: .sequenceStart, position: position, anchor: string(event.data.sequence_start.anchor))
            case YAML_MAPPING_START_EVENT:
                return Event(kind: .mappingStart, position: position, anchor: string(event.data.mapping_start.anchor))
            case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
                return Event(kind: .collectionEnd, position: position)
            case YAML_ALIAS_EVENT:
                return Event(kind: .alias(string(event.data.alias.anchor) ?? ""), position: position)
            case YAML_DOCUMENT_START_EVENT where sawDocument:
                return Event(kind: .nextDocument, position: position)
            case YAML_DOCUMENT_START_EVENT:
                sawDocument = true
            case YAML_STREAM_END_EVENT:
                return Event(kind: .end, position: position)
            default:
                continue
            }
        }
    }

    private func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? { text.map { String(cString: $0) } }

    /// libyaml's complaint, at the place where a person must look and in words that say what to do.
    private func problem() -> ConfigurationError {
        let state = parser.pointee
        let mark = state.problem_mark
        let problem = state.problem.map { String(cString: $0) } ?? "this is not YAML"
        if state.error == YAML_READER_ERROR {
            let offset = Int(state.problem_offset)
            let before = bytes.prefix(offset)
            let line = before.count { $0 == 0x0A } + 1
            let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
            return ConfigurationError("a control character cannot stand in YAML; remove it", at: SourcePosition(line: line, column: column))
        }
        // What is never closed is mended where it was opened.
        let isOpen = problem == "found unexpected end of stream"
        return ConfigurationError(sentence(for: problem, at: mark), at: SourcePosition(isOpen ? state.context_mark : mark))
    }

    private func sentence(for problem: String, at mark: yaml_mark_t) -> String {
        let isTab = mark.index < bytes.count && byte(at: mark) == 0x09
        if isTab { return "a tab cannot indent YAML; use spaces" }
        return switch problem {
        case "found character that cannot start any token":
            "a plain value cannot begin with this character; put the value in quotation marks"
        case "mapping values are not allowed in this context":
            "a ':' cannot stand here; indent the line as its neighbours, or put the value in quotation marks"
        case "did not find expected key": "a key is expected here; check this line's indentation and the one above"
        case "could not find expected ':'": "a ':' is missing after the key"
        case "did not find expected '-' indicator": "a '-' is expected here; check this line's indentation"
        case "found unexpected end of stream": "the quotation marks that open here are never closed"
        case "did not find expected ',' or ']'": "a ',' or ']' is missing"
        case "did not find expected ',' or '}'": "a ',' or '}' is missing"
        default: problem
        }
    }

    /// The byte at a mark, whose index counts characters.
    private func byte(at mark: yaml_mark_t) -> UInt8? {
        var characters = 0
        for byte in bytes where byte & 0xC0 != 0x80 {
            if characters == Int(mark.index) { return byte }
            characters += 1
        }
        return nil
    }
}

extension SourcePosition {
    fileprivate init(_ mark: yaml_mark_t) { self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1) }
}
