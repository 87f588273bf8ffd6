import LinecasterKit

/// Units of English text, in lower case, with their codes.
///
/// Source: ISO 4217 for money; The Unified Code for Units of Measure (UCUM) for the rest.
enum EnglishUnits {
    /// The unit of a name of one or several words.
    static func unit(_ name: String) -> Unit? { units[name] }

    /// A currency by its symbol or code.
    static func currency(_ name: String) -> Unit? { symbols[name] }

    static func isCurrency(_ name: String) -> Bool { symbols[name] != nil }

    /// The symbols and codes of all currencies.
    static var currencies: [String] { Array(symbols.keys) }

    /// The most words that a unit has.
    static let longest = 3

    private static let names: [(code: String, names: String)] = [
        ("USD", "us dollar|united states dollar|american dollar"), ("AUD", "australian dollar"), ("CAD", "canadian dollar"),
        ("HKD", "hong kong dollar"), ("NZD", "new zealand dollar"), ("SGD", "singapore dollar"), ("TWD", "taiwan dollar|new taiwan dollar"),
        ("$", "dollar|buck"), ("EUR", "euro"), ("£", "pound|quid"), ("GBP", "pound sterling|british pound"),
        ("CNY", "rmb|renminbi|yuan|chinese yuan|元"), ("JPY", "yen|japanese yen|円"), ("KRW", "won|south korean won"), ("rupee", "rupee"),
        ("INR", "indian rupee"), ("PKR", "pakistani rupee"), ("franc", "franc"), ("CHF", "swiss franc"),
        ("TRY", "turkish lira"), ("RUB", "ruble|rouble|russian ruble"), ("BRL", "brazilian real"), ("MXN", "mexican peso"),
        ("peso", "peso"), ("PHP", "philippine peso"), ("ZAR", "rand"), ("SEK", "swedish krona|swedish kronor"),
        ("NOK", "norwegian krone|norwegian kroner"), ("DKK", "danish krone|danish kroner"),
        ("PLN", "zloty|zlotys"), ("THB", "baht"), ("VND", "dong|vietnamese dong"), ("IDR", "rupiah"), ("MYR", "ringgit"), ("ILS", "shekel"),
        ("SAR", "saudi riyal"), ("AED", "dirham|uae dirham"), ("EGP", "egyptian pound"), ("NGN", "naira"), ("KES", "kenyan shilling"),
        ("LAK", "kip|lao kip"),
        ("CRC", "costa rican colón|colón"), ("XBT", "bitcoin"), ("mark", "mark|deutsche mark"), ("lira", "lira|lire"),
    ]
    private static let codes =
        "usd eur gbp cny jpy hkd aud cad nzd sgd twd krw inr chf try rub brl mxn php zar sek nok dkk pln thb vnd idr myr ils sar aed egp ngn kes lak crc"
    private static let measures: [(kind: QuantityKind, code: String, names: String)] = [
        (.percent, "%", "%|percent|per cent|percentage|percentages|pct|percentage point|percent point"),
        (
            .temperature, "Cel",
            "celsius|celcius|centigrade|degree celsius|degree celcius|degree c|degree centigrade|deg c|deg celsius|° c|°c|° celsius|°celsius|deg celcius|℃"
        ),
        (
            .temperature, "[degF]",
            "fahrenheit|farenheit|degree fahrenheit|degree farenheit|degree f|deg f|deg fahrenheit|° f|°f|° fahrenheit|°fahrenheit|℉"
        ), (.temperature, "Cel", "c"), (.temperature, "[degF]", "f"), (.temperature, "K", "kelvin"), (.temperature, "deg", "degree|deg|°"),
        (.length, "km", "km|kilometer|kilometre"), (.length, "m", "m|meter|metre"), (.length, "dm", "dm|decimeter|decimetre"),
        (.length, "cm", "cm|centimeter|centimetre"), (.length, "mm", "mm|millimeter|millimetre"),
        (.length, "um", "micrometer|micrometre|micron|μm|µm"), (.length, "nm", "nm|nanometer|nanometre"),
        (.length, "pm", "picometer|picometre"), (.length, "[mi_i]", "mi|mile"), (.length, "[nmi_i]", "nautical mile"),
        (.length, "[yd_i]", "yd|yard"), (.length, "[ft_i]", "ft|foot|feet|foots"), (.length, "[in_i]", "in|inch|inches|\"|″"),
        (.length, "[ly]", "light year|light-year"),
        (.area, "km2", "km2|km²|sq km|square km|square kilometer|square kilometre"), (.area, "m2", "m2|m²|sq m|square meter|square metre"),
        (.area, "[mi_i]2", "square mile|sq mile|sq mi"), (.area, "[sft_i]", "square foot|square feet|sq ft|sq feet|sqft"),
        (.area, "[acr_us]", "acre"), (.area, "har", "hectare|ha"), (.area, "[sin_i]", "square inch|square inches"),
        (.volume, "m3", "m3|m³|cubic meter|cubic metre"), (.volume, "[cft_i]", "cubic foot|cubic feet"), (.volume, "L", "liter|litre|l"),
        (.volume, "mL", "ml|milliliter|millilitre"), (.volume, "[gal_us]", "gallon|gal"), (.volume, "[bbl_us]", "barrel|bbl"),
        (.volume, "[pt_us]", "pint"), (.volume, "[qt_us]", "quart"), (.volume, "[cin_i]", "cubic inch|cubic inches"),
        (.volume, "[bu_us]", "bushel"),
        (.weight, "t", "t|tonne|metric ton|ton"), (.weight, "kg", "kg|kilogram|kilogramme|kilo"), (.weight, "g", "g|gram|gramme"),
        (.weight, "mg", "mg|milligram|milligramme"), (.weight, "ug", "mcg|microgram|microgramme|μg|µg"),
        (.weight, "[lb_av]", "lb|lbs|pound"), (.weight, "[oz_av]", "oz|ounce"), (.weight, "[dr_av]", "drachma|dram"),
        (.weight, "[car_m]", "carat"), (.weight, "[stone_av]", "stone|st"),
        (.speed, "km/h", "kph|km/h|kmh|kilometer per hour|kilometre per hour|kilometers per hour|kilometres per hour"),
        (.speed, "[mi_i]/h", "mph|mile per hour|miles per hour"), (.speed, "[kn_i]", "knot"),
        (.speed, "m/s", "m/s|meters per second|metres per second"),
        (.power, "W", "watt"), (.power, "kW", "kw|kilowatt"), (.power, "MW", "mw|megawatt"), (.power, "GW", "gw|gigawatt"),
        (.power, "[HP]", "hp|horsepower"), (.energy, "kW.h", "kwh|kilowatt hour|kilowatt-hour"), (.energy, "MW.h", "mwh|megawatt hour"),
        (.energy, "kcal", "kcal|kilocalorie"), (.energy, "cal", "calorie"), (.energy, "J", "joule"),
        (.information, "bit", "bit"), (.information, "By", "byte"), (.information, "kbit", "kb|kilobit"),
        (.information, "Mbit", "mb|megabit"), (.information, "Gbit", "gb|gigabit"), (.information, "kBy", "kilobyte"),
        (.information, "MBy", "megabyte"), (.information, "GBy", "gigabyte"), (.information, "TBy", "terabyte|tb"),
        (.angle, "{turn}", "turn"),
    ]
    private static let counted = """
        people resident worker house home student job ship vessel case family families seat vote member passenger child children book page household company companies school hospital visitor employee village patient death
        """

    private static let symbols: [String: Unit] = {
        var symbols: [String: Unit] = [:]
        for (name, code) in [
            ("$", "$"), ("us$", "USD"), ("us $", "USD"), ("hk$", "HKD"), ("hk $", "HKD"), ("nt$", "TWD"), ("a$", "AUD"), ("au$", "AUD"),
            ("c$", "CAD"), ("c $", "CAD"), ("cad$", "CAD"), ("cad $", "CAD"), ("nz$", "NZD"), ("s$", "SGD"), ("r$", "BRL"), ("€", "EUR"),
            ("£", "£"), ("¥", "¥"),
            ("￥", "CNY"), ("₩", "KRW"), ("₹", "INR"), ("₽", "RUB"), ("₿", "XBT"), ("btc", "XBT"), ("₭", "LAK"), ("₡", "CRC"), ("₫", "VND"),
            ("₱", "PHP"), ("₺", "TRY"), ("฿", "THB"), ("rs", "rupee"), ("rmb", "CNY"),
        ] { symbols[name] = Unit(.money, code) }
        for code in codes.split(separator: " ") {
            symbols[String(code)] = Unit(.money, code.uppercased())
            symbols["m" + code] = Unit(.money, code.uppercased(), factor: 1e6)
        }
        return symbols
    }()

    private static let units: [String: Unit] = {
        var units = symbols
        func add(_ name: String, _ unit: Unit) {
            if units[name] == nil { units[name] = unit }
            if name.last?.isLetter == true, name.utf8.count > 3, units[name + "s"] == nil { units[name + "s"] = unit }
        }
        for (kind, code, names) in measures {
            for name in names.split(separator: "|").map(String.init) {
                add(name, Unit(kind, code == "%" ? nil : code))
                // degrees celsius
                if name.hasPrefix("degree ") { add("degrees " + name.dropFirst(7), Unit(kind, code)) }
            }
        }
        for name in ["lb", "km", "kg", "mile"] { if let unit = units[name] { units[name + "s"] = unit } }
        for (code, names) in Self.names {
            for name in names.split(separator: "|").map(String.init) { add(name, Unit(.money, code)) }
        }
        units["cent"] = Unit(.money, "¢")
        units["cents"] = Unit(.money, "¢")
        units["p"] = Unit(.money, "p")
        units["pence"] = Unit(.money, "p")
        units["penny"] = Unit(.money, "p")
        units["kuai"] = Unit(.money, "CNY")
        for name in counted.split(whereSeparator: \.isWhitespace) { add(String(name), Unit(.count)) }
        return units
    }()
}
