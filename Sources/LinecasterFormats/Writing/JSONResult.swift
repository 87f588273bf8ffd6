import Foundation
import LinecasterKit

/// The JSON form of a result, `linecaster.article/1`.
struct JSONResult {
    private let article: Article
    private let pipeline: PipelineIdentity
    private let scalars: ScalarOffsets

    init(_ article: Article, _ pipeline: PipelineIdentity) {
        self.article = article
        self.pipeline = pipeline
        scalars = ScalarOffsets(article.utf8)
    }

    func bytes() -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.newline()
            json.field("format", "linecaster.article/1")
            json.field("id", String(sha256(Array((article.source.sha256 + pipeline.digest).utf8)).prefix(16)))
            json.newline()
            source(&json)
            json.newline()
            pipeline(&json)
            language(&json)
            json.newline()
            json.field("text", article.text)
            blocks(&json)
            credits(&json)
            names(&json)
            speech(&json)
            measures(&json)
            digest(&json)
            pluginLayers(&json)
            edits(&json)
            json.newline()
            json.array("warnings", article.warnings) { json, warning in
                json.object {
                    $0.field("stage", warning.stage)
                    $0.field("message", warning.message)
                }
            }
        }
        return json.bytes + [0x0A]
    }

    private func source(_ json: inout JSONText) {
        json.object("source") {
            $0.field("name", article.source.name)
            $0.field("bytes", article.source.bytes.count)
            $0.field("sha256", article.source.sha256)
            $0.field("encoding", article.source.encoding)
            $0.field("lines", article.source.lineCount)
        }
    }

    private func pipeline(_ json: inout JSONText) {
        var edits = [Int](repeating: 0, count: pipeline.stages.count)
        for edit in article.history where edit.step < edits.count { edits[edit.step] += 1 }
        json.object("pipeline") { json in
            json.field("name", pipeline.name)
            json.field("digest", pipeline.digest)
            json.array("stages", zip(pipeline.stages, edits), perLine: false) { json, pair in
                json.object {
                    $0.field("name", pair.0.name)
                    $0.field("version", pair.0.version)
                    $0.field("edits", pair.1)
                }
            }
        }
    }

    private func language(_ json: inout JSONText) {
        guard let language = article[.languages].first?.value else { return }
        json.newline()
        json.object("language") {
            $0.field("tag", language.tag)
            $0.field("confidence", language.confidence)
        }
    }

    private func place(_ range: TextRange, _ json: inout JSONText) {
        json.field("start", scalars.scalars(before: range.lowerBound))
        json.field("end", scalars.scalars(before: range.upperBound))
    }

    /// Writes a layer, unless no stage of the pipeline gave it.
    private func list<Item>(_ layer: Layer<Item>, _ json: inout JSONText, _ body: (inout JSONText, Annotation<Item>) -> Void) {
        guard article.layerNames.contains(layer.name) else { return }
        json.newline()
        json.array(layer.name, article[layer]) { json, annotation in json.object { body(&$0, annotation) } }
    }

    private func blocks(_ json: inout JSONText) {
        list(.blocks, &json) { json, block in
            json.field("kind", block.value.kind.rawValue)
            place(block.range, &json)
            let lines = article.lines(of: block.range)
            json.array("lines", [lines.lowerBound, lines.upperBound], perLine: false) { $0.value($1) }
            let origin = article.origin(of: block.range)
            json.object("source") {
                $0.field("start", origin.lowerBound)
                $0.field("end", origin.upperBound)
            }
        }
        list(.sentences, &json) { json, sentence in
            place(sentence.range, &json)
            json.field("block", sentence.value.block)
        }
        list(.words, &json) { json, word in
            place(word.range, &json)
            json.field("name", word.value.name?.rawValue)
        }
    }

    private func names(_ json: inout JSONText) {
        list(.entities, &json) { json, entity in
            json.field("kind", entity.value.kind.rawValue)
            json.field("text", article[entity.range])
            place(entity.range, &json)
            json.field("name", entity.value.name)
            if !entity.value.roles.isEmpty { json.array("roles", entity.value.roles, perLine: false) { $0.value($1) } }
            json.field("organization", entity.value.organization)
        }
        list(.people, &json) { json, person in
            json.field("name", person.value.name)
            json.array("roles", person.value.roles, perLine: false) { $0.value($1) }
            json.array("mentions", person.value.mentions, perLine: false) { $0.value($1) }
        }
    }

    private func credits(_ json: inout JSONText) {
        list(.credits, &json) { json, credit in
            json.field("kind", credit.value.kind.rawValue)
            json.field("text", article[credit.range])
            place(credit.range, &json)
            json.field("name", credit.value.name)
            json.field("organization", credit.value.organization)
            json.field("date", credit.value.date)
        }
    }

    private func speech(_ json: inout JSONText) {
        list(.quotes, &json) { json, quote in
            json.field("kind", quote.value.kind.rawValue)
            json.field("text", article[quote.range])
            place(quote.range, &json)
            json.field("speaker", quote.value.speaker)
            json.field("cue", quote.value.cue)
        }
    }

    private func measures(_ json: inout JSONText) {
        list(.times, &json) { json, time in
            json.field("text", article[time.range])
            place(time.range, &json)
            json.field("timex", time.value.timex)
            json.field("type", time.value.type.rawValue)
            json.field("value", time.value.value)
            json.field("mod", time.value.modifier)
            json.field("from", time.value.from)
            json.field("to", time.value.to)
            json.field("anchor", time.value.anchor)
        }
        list(.quantities, &json) { json, quantity in
            json.field("text", article[quantity.range])
            place(quantity.range, &json)
            json.field("value", quantity.value.value)
            json.field("upper", quantity.value.upper)
            json.field("unit", quantity.value.unit)
            json.field("code", quantity.value.code)
            json.field("kind", quantity.value.kind.rawValue)
        }
    }

    private func digest(_ json: inout JSONText) {
        list(.keywords, &json) { json, keyword in
            json.field("text", article[keyword.range])
            json.field("score", keyword.value.score)
        }
        guard article.layerNames.contains(Layer<SummarySentence>.summary.name) else { return }
        json.newline()
        json.object("summary") { json in
            json.field("text", summaryText(article))
            json.field("model", article[.abstract].first?.value.model)
            json.field("method", article[.summary].first?.value.method.rawValue)
            if let gist = article[.gist].first {
                json.object("gist") {
                    $0.field("text", article[gist.range])
                    place(gist.range, &$0)
                    $0.field("from", gist.value.isHeadline ? "headline" : "clause")
                }
            }
            json.array("sentences", article[.summary], perLine: false) { json, sentence in
                json.object { json in
                    place(sentence.range, &json)
                    json.field("score", sentence.value.score)
                    let reasons = sentence.value.sortedReasons
                    if !reasons.isEmpty { json.object("why") { for (reason, share) in reasons { $0.field(reason.rawValue, share) } } }
                }
            }
            sectionSummaries(&json)
        }
    }

    private func sectionSummaries(_ json: inout JSONText) {
        let sentences = article[.sectionSummaries]
        let blocks = article[.blocks]
        guard !sentences.isEmpty else { return }
        json.array("sections", sentences, perLine: false) { json, sentence in
            json.object { json in
                if blocks.indices.contains(sentence.value.subhead) { json.field("subhead", article[blocks[sentence.value.subhead].range]) }
                json.field("text", article[sentence.range])
                place(sentence.range, &json)
            }
        }
    }

    /// Layers that plugins define, each annotation with its payload as it encodes itself.
    private func pluginLayers(_ json: inout JSONText) {
        let own: Set<String> = [
            "blocks", "sentences", "words", "languages", "entities", "people", "quotes", "times", "quantities", "keywords", "credits",
            "summary", "gist", "section_summaries", "abstract",
        ]
        let others = article.layerNames.filter { !own.contains($0) }
        guard !others.isEmpty else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        json.newline()
        json.object("layers") { json in
            for name in others {
                guard let layer = article.layer(named: name) else { continue }
                json.array(name, zip(layer.ranges, layer.payloads)) { json, item in
                    json.object { json in
                        json.field("text", article[item.0])
                        place(item.0, &json)
                        // A payload that cannot be encoded has nothing that JSON could hold.
                        let payload = (try? encoder.encode(item.1)).map(Array.init) ?? Array("null".utf8)
                        json.field("value", json: payload)
                    }
                }
            }
        }
    }

    private func edits(_ json: inout JSONText) {
        let source = article.source
        var cursor = PositionCursor(PositionCursor.SourceText(text: source.decoded, lineStarts: source.lineStarts))
        func origin(_ range: TextRange, _ json: inout JSONText) {
            let place = cursor.position(source.map.textOffset(ofSource: range.lowerBound))
            json.object("source") {
                $0.field("start", range.lowerBound)
                $0.field("end", range.upperBound)
                $0.field("line", place.line)
                $0.field("column", place.column)
            }
        }
        let all: [EditRecord] = source.remainders.map(EditRecord.remainder) + article.history.map(EditRecord.edit)
        json.newline()
        json.array("edits", all) { json, record in
            json.object { json in
                switch record {
                case .remainder(let remainder):
                    json.field("stage", "read")
                    json.field("rule", remainder.rule)
                    origin(remainder.source, &json)
                    json.field("bytes", hexadecimal(source.bytes[remainder.source.offsets]))
                    json.field("after", String(decoding: source.decoded[remainder.decoded.offsets], as: UTF8.self))
                    json.field("at", remainder.decoded.lowerBound)
                case .edit(let edit):
                    json.field("stage", edit.stage)
                    json.field("rule", edit.rule)
                    origin(edit.source, &json)
                    json.field("before", edit.before)
                    json.field("after", edit.after)
                    json.field("step", edit.step)
                    json.field("at", edit.range.lowerBound)
                    json.field("confidence", edit.confidence)
                    if !edit.explanation.isEmpty { json.field("why", edit.explanation) }
                }
            }
        }
    }

    private enum EditRecord {
        case remainder(Source.Remainder)
        case edit(AppliedEdit)
    }
}
