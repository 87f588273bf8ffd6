/// The traditional Chinese calendar from 1900 to 2100.
///
/// Source: the Chinese calendar of ICU 74, read out month by month.
enum ChineseCalendar {
    /// A year a word: bits 0 to 12 tell which months have 30 days rather than 29, a leap month counted in its place;
    /// bits 13 to 16 the month that is doubled, or zero; bits 17 on the day of the year of New Year's Day.
    private static let years: [UInt32] = """
        3f16d2 640752 4e0ea5 3ab64a 5e064b 460a9b 329556 58056a 420b59 2c5752 520752 3cdb25 620b25 4a0a4b 34b2ab 5a0aad 46056a 2e4b69 \
        540da9 40fd92 660d92 4e0d25 38ba4d 5e0a56 4802b6 3095b5 5806d4 420ea9 2e5e92 520e92 3ccd26 60052b 4a0a57 34b2b6 5a0b5a 4606d4 \
        306ec9 540749 3ef693 640a93 4e052b 36ca5b 5c0aad 48056a 329b55 580ba4 420b49 2c5a93 520a95 3af52d 600536 4a0aad 36b5aa 5a05b2 \
        440da5 307d4a 560d4a 3f0a95 620a97 4e0556 38cab5 5c0ad5 4806d2 328ea5 580ea5 42064a 2a6c97 500a9b 3cf55a 60056a 4a0b69 36b752 \
        5c0b52 440b25 2e964b 540a4b 3f14ab 6202ad 4c056d 38cb69 5e0da9 480d92 329d25 580d25 435a4d 660a56 5002b6 3ac5b5 6006d5 4a0ea9 \
        36be92 5c0e92 460d26 2e6a56 520a57 3f14d6 64035a 4c06d5 38b6c9 5e0749 480693 30952b 56052b 400a5b 2c555a 50056a 3afb55 620ba4 \
        4c0b49 34ba93 5a0a95 44052d 2e8aad 520ab5 3f35aa 6405d2 4e0da5 38dd4a 5e0d4a 480c95 32952e 560556 400ab5 2c55b2 5206d2 3acea5 \
        600725 4a064b 34ac97 580cab 44055a 2e6ad6 540b69 3f7752 640b52 4e0b25 38da4b 5c0a4b 4604ab 30a55b 5605ad 400b6a 2c5b52 520d92 \
        3cfd25 600d25 4a0a55 34b4ad 5a04b6 4205b5 2e6daa 540ec9 411e92 640e92 4e0d26 38ca56 5c0a57 4604d6 3086d5 560755 420749 2a6e93 \
        500693 3af52b 60052b 480a5b 34b55a 5a056a 440b65 2e974a 540b4a 3f1a95 640a95 4c052d 36caad 5c0ab5 4805aa 308ba5 560da5 420d4a \
        2c7c95 500c96 3af94e 600556 4a0ab5 34b5b2 5a06d2 440ea5 308e4a 52068b 3d0c97 6204ab 4c055b 36cad6 5c0b6a 480752 329725 560b25 \
        400a8b 2a549b 5004ab
        """.utf8.split(separator: 0x20).compactMap { UInt32(String(Substring($0)), radix: 16) }

    /// The day of a date of that calendar; nil beyond the table, or where the month has no such day.
    static func day(year: Int, month: Int, day: Int) -> CivilDay? {
        guard (1900..<1900 + years.count).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let word = years[year - 1900]
        let leap = Int(word >> 13 & 15)
        let index = leap > 0 && month > leap ? month : month - 1
        guard day <= length(word, index) else { return nil }
        let before = (0..<index).reduce(0) { $0 + length(word, $1) }
        return CivilDay(year, 1, 1) + (Int(word >> 17) - 1 + before + day - 1)
    }

    /// The last day of a year, New Year's Eve.
    static func lastDay(year: Int) -> CivilDay? { day(year: year + 1, month: 1, day: 1).map { $0 + -1 } }

    private static func length(_ word: UInt32, _ index: Int) -> Int { word >> UInt32(index) & 1 == 1 ? 30 : 29 }
}
