/// A time of day.
struct ClockTime: Equatable {
    var hour: Int
    var minute: Int?
    var second: Int?
    /// Whether the text leaves open which half of the day is meant.
    var isAmbiguous = false

    init(hour: Int, minute: Int? = nil, second: Int? = nil, isAmbiguous: Bool = false) {
        self.hour = hour
        self.minute = minute
        self.second = second
        self.isAmbiguous = isAmbiguous
    }

    /// A time by the seconds since midnight, told to the second.
    init(seconds: Int) { self.init(hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60) }

    /// `T09`, `T09:30`, `T09:30:15`, as precise as the text is.
    var timex: String {
        "T" + padded(hour, 2) + (minute.map { ":" + padded($0, 2) } ?? "") + (second.map { ":" + padded($0, 2) } ?? "")
    }

    /// Seconds since midnight.
    var seconds: Int { hour * 3600 + (minute ?? 0) * 60 + (second ?? 0) }

    /// The same time in the afternoon.
    var afternoon: ClockTime {
        var time = self
        if hour < 12 { time.hour += 12 }
        time.isAmbiguous = false
        return time
    }

    /// The time with its half of the day known.
    var certain: ClockTime {
        var time = self
        time.isAmbiguous = false
        return time
    }
}

/// A part of the day.
///
/// Source: TIMEX2 and TIMEX3 codes, with `MEL` for lunch and `MED` for dinner as Microsoft Recognizers-Text has them.
enum DayPart: String {
    case earlyMorning = "TDA"
    case morning = "TMO"
    case midday = "TMI"
    case afternoon = "TAF"
    case evening = "TEV"
    case night = "TNI"
    case nightTime = "TNT"
    case daytime = "TDT"
    case breakfast = "TMEB"
    case lunch = "TMEL"
    case dinner = "TMED"

    /// A time of day in the half of the day that the part lies in.
    func placing(_ time: ClockTime) -> ClockTime {
        switch self {
        case .afternoon, .evening, .dinner: time.afternoon
        case .night:
            time.hour >= 5 && time.hour < 12
                ? time.afternoon : time.hour == 12 ? ClockTime(hour: 0, minute: time.minute, second: time.second) : time.certain
        case .midday, .lunch: time.hour < 4 ? time.afternoon : time.certain
        case .earlyMorning, .morning:
            time.hour == 12 && self == .earlyMorning ? ClockTime(hour: 0, minute: time.minute, second: time.second) : time.certain
        case .nightTime, .daytime, .breakfast: time.certain
        }
    }
}
