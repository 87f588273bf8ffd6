/// Metrics in the text form that Prometheus reads.
///
/// Source: Prometheus, "Exposition formats", text format 0.0.4; names by its "Metric and label naming".
struct PrometheusText {
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    enum Kind: String { case counter, gauge, histogram }

    private(set) var text = ""

    /// Begins a metric, whose samples follow.
    mutating func metric(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
    }

    mutating func sample(_ name: String, _ labels: [(String, String)] = [], _ value: Int) { line(name, labels, "\(value)") }
    mutating func sample(_ name: String, _ labels: [(String, String)] = [], _ value: Double) { line(name, labels, "\(value)") }

    /// Writes a histogram: how many values are at most each bound, their sum, and their number.
    mutating func samples(_ name: String, _ labels: [(String, String)], _ histogram: Histogram) {
        var below = 0
        for (bound, count) in zip(Histogram.bounds, histogram.buckets) {
            below += count
            sample(name + "_bucket", labels + [("le", "\(bound)")], below)
        }
        sample(name + "_bucket", labels + [("le", "+Inf")], histogram.count)
        sample(name + "_sum", labels, histogram.sum)
        sample(name + "_count", labels, histogram.count)
    }

    private mutating func line(_ name: String, _ labels: [(String, String)], _ value: String) {
        text += name
        if !labels.isEmpty { text += "{" + labels.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",") + "}" }
        text += " \(value)\n"
    }

    /// The value of a label: backslash, quotation mark and line feed are escaped.
    static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
