internal import CLanguageData

extension MappedBytes {
    /// Data that are part of the program.
    convenience init(_ data: linecaster_data) { self.init(static: data.bytes, count: data.count) }
}

extension SequenceTagger {
    /// Where words begin and end, as news does.
    public static let words = builtIn(linecaster_words(), limits: WordReader.limits)
    /// Where words begin and end, as Universal Dependencies part them: finer, suffixes by themselves.
    public static let finerWords = builtIn(linecaster_words_ud(), limits: WordReader.limits)
    /// What words are in their sentence.
    public static let classes = builtIn(linecaster_classes(), limits: WordClassReader.limits)
    /// Names of people, places and organizations.
    public static let names = builtIn(linecaster_names(), limits: NameReader.limits)

    private static func builtIn(_ data: linecaster_data, limits: [Int?]) -> SequenceTagger {
        do {
            return try SequenceTagger(MappedBytes(data), path: "a built-in model").summing(limits: limits)
        } catch {
            // The models are part of the program, and the tests open each; there is nothing to go on with.
            preconditionFailure("\(error)")
        }
    }
}
