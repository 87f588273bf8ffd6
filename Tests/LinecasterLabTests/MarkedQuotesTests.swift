import Testing

@testable import linecaster_lab

@Suite struct MarkedQuotesTests {
    @Test func marksAreTakenOutAndTheirPlacesKept() {
        let marked = MarkedQuotes("贺长水说，[[贺长水]]“河还在。”一位居民说：[[?]]“是啊。”")
        #expect(String(decoding: marked.text, as: UTF8.self) == "贺长水说，“河还在。”一位居民说：“是啊。”")
        #expect(marked.quotes.map(\.offset) == [15, 51] && marked.quotes.map(\.speaker) == ["贺长水", nil])
    }

    @Test func textWithoutMarksHasNoQuotes() {
        let marked = MarkedQuotes("[[ left open")
        #expect(marked.quotes.isEmpty && String(decoding: marked.text, as: UTF8.self) == "[[ left open")
    }
}
