import Foundation
import LinecasterKit

extension TimeExpression {
    private static let modifiers: [String: String] = [
        "before": "BEFORE", "after": "AFTER", "since": "ON_OR_AFTER", "until": "ON_OR_BEFORE", "start": "START", "mid": "MID", "end": "END",
        "approx": "APPROX", "less": "LESS_THAN",
        "more": "MORE_THAN",
    ]

    /// Whether type, TIMEX value, modifier and one of the expected values are the same.
    func matches(_ gold: RecognizerCase.Item) -> Bool {
        gold.values.contains { wanted in
            guard let timex = wanted["timex"], timex == self.timex, let type = wanted["type"],
                type.replacing("range", with: "") == self.type.rawValue
            else { return false }
            // Of two modifiers, `after the end of`, the outer one.
            let modifier = wanted["Mod"].map { $0.split(separator: "-").first.map(String.init) ?? $0 }
            guard modifier == "ref_undef" || modifier.map({ Self.modifiers[$0] ?? $0 }) == self.modifier else { return false }
            return hasValue(wanted, isTwice: wanted["Mod"]?.contains("-") ?? false)
        }
    }

    private func hasValue(_ wanted: [String: String], isTwice: Bool) -> Bool {
        // Lengths and sets have no value but their TIMEX value; parts of the day have no hours of their own here, and
        // dates of the Chinese calendar are turned into ours.
        if type == .duration || type == .set || isTwice || wanted["isLunar"] != nil || timex.hasSuffix("_REF") { return true }
        if wanted["value"] == "not resolved" { return true }
        if let value = wanted["value"] { return Self.same(self.value, value) }
        if let part = timex.firstRange(of: /T[A-Z]{2,}$/) {
            return type == .time || wanted["start"]?.prefix(10) == self.value?.prefix(10) && self.value?.hasSuffix(timex[part]) == true
        }
        return (wanted["start"].map { Self.same(from, $0) } ?? (from == nil)) && (wanted["end"].map { Self.same(to, $0) } ?? (to == nil))
    }

    /// `T09:30` and `09:30:00`, `2016-10-14T09` and `2016-10-14 09:00:00` are the same.
    private static func same(_ own: String?, _ wanted: String) -> Bool {
        guard let own else { return false }
        let parts = wanted.split(separator: " ")
        guard let mark = own.firstIndex(of: "T") else { return own == wanted }
        var time = String(own[own.index(after: mark)...])
        while time.count < 8 { time += ":00" }
        return own[..<mark] + (mark > own.startIndex ? " " : "") + time == parts.joined(separator: " ")
    }
}

extension Quantity {
    func matches(_ gold: RecognizerCase.Item, _ model: RecognizerModel) -> Bool {
        guard let text = gold.resolution["value"], let wanted = Double(text.hasSuffix("%") ? String(text.dropLast()) : text) else {
            return false
        }
        guard abs(value - wanted) <= max(abs(wanted) * 1e-9, 1e-13) || model == .number && same(value, wanted) else { return false }
        guard let unit = gold.resolution["unit"] else { return true }
        return code == GoldUnits.codes[(model == .dimension && unit == "Pound" ? "Pound of weight" : unit)]
    }

    /// A number that a quantity multiplies, 三成 for 30 per cent, is one of its number too.
    private func same(_ value: Double, _ wanted: Double) -> Bool { kind == .percent && abs(value - wanted) <= abs(wanted) * 1e-9 }
}

/// The names of units in the cases, and their codes: ISO 4217 for money, UCUM for the rest.
enum GoldUnits {
    static let codes: [String: String] = [
        "Year": "a", "Month": "mo", "Week": "wk", "Day": "d",
        "United States dollar": "USD", "Chinese yuan": "CNY", "Japanese yen": "JPY", "Hong Kong dollar": "HKD", "Euro": "EUR",
        "British pound": "GBP", "Bitcoin": "XBT", "Dollar": "$", "Pound": "£", "Pound of weight": "[lb_av]", "Cent": "¢",
        "Pence": "p", "Franc": "franc", "Lao kip": "LAK", "Australian dollar": "AUD", "Rupee": "rupee", "Costa Rican colón": "CRC",
        "Canadian dollar": "CAD", "Turkish lira": "TRY",
        "Kilocalorie": "kcal", "Kilometer": "km", "Centimeter": "cm", "Meter": "m", "Liang": "[liang]", "Ton": "t", "Kilogram": "kg",
        "Kilobit": "kbit", "Jin": "[jin]", "Gram": "g", "Bit": "bit", "Kilobyte": "kBy",
        "Millimeter": "mm", "Megabit": "Mbit", "Gallon": "[gal_us]", "Metric ton": "t", "Foot": "[ft_i]", "Mile": "[mi_i]",
        "Barrel": "[bbl_us]", "Decimeter": "dm", "Turn": "{turn}", "Degree": "deg", "Microgram": "ug",
        "Dram": "[dr_av]", "Cubic foot": "[cft_i]", "Picometer": "pm", "Ounce": "[oz_av]", "Inch": "[in_i]", "Square kilometer": "km2",
        "C": "Cel", "F": "[degF]",
    ]
}
