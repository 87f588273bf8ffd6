/// What the product does not look for, with the reason; the command lists the cases by name.
enum RecognizerScope {
    /// Why a case is out of scope; nil where it is not.
    static func reason(_ item: RecognizerCase, _ model: RecognizerModel) -> String? {
        if item.results.contains(where: { $0.type == "ordinal.relative" }) { return "next, last and previous are no numbers" }
        if item.results.contains(where: { $0.type.hasSuffix("timezone") || $0.values.contains { $0["timezone"] != nil } }) {
            return "time zones are not read"
        }
        let isMeasure = model != .dateTime && model != .number && model != .ordinal
        if isMeasure, item.results.contains(where: { ($0.resolution["value"] ?? "null") == "null" }) {
            return "a unit without a number is no quantity"
        }
        if item.results.contains(where: { $0.values.contains { $0["timex"]?.hasPrefix("XX39") == true } }) {
            return "a year of two digits is resolved to one century"
        }
        return nil
    }
}
