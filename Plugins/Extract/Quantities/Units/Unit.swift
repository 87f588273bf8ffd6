import LinecasterKit

/// What a number may measure, as the tables of units have it.
struct Unit {
    let kind: QuantityKind
    /// ISO 4217 for money, UCUM for measures; nil where the unit has none, as with counted things.
    var code: String?
    /// What the number before it is multiplied by.
    var factor = 1.0

    init(_ kind: QuantityKind, _ code: String? = nil, factor: Double = 1) {
        self.kind = kind
        self.code = code
        self.factor = factor
    }

    /// A number of units in the unit of the code; by division where the unit is a decimal part, so that 0.3 stays 0.3.
    func applied(to number: Double) -> Double { factor < 1 ? number / (1 / factor).rounded() : number * factor }
}
