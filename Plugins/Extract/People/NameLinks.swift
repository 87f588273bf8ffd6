import LinecasterKit
import LinecasterLanguage

/// Gives mentions by a part of a name the full name of the person whom they mean, and writers of one byline the role that is
/// told once.
struct NameLinks {
    private let text: ArticleText
    /// In text order.
    private let mentions: [Mention]
    /// Who has an office: 李夏茵, 醫院管理局行政總裁, is not whom the article calls 李婆婆.
    private let officials: Set<String>

    /// - Parameter mentions: In text order.
    init(_ text: ArticleText, _ mentions: [Mention]) {
        self.text = text
        self.mentions = mentions
        officials = Set(mentions.filter { $0.value.roles.contains { !Self.isPlain($0) } }.map(\.value.name))
    }

    /// A surname alone gets the full name of the person whom it means: 周校长, of 周慧敏; 韦伯, of 克劳斯·韦伯.
    func linked() -> [Mention] {
        let forms = ChineseShortForms(mentions)
        let english = SurnameForms(of: mentions)
        let linked = mentions.map { mention in
            guard let full = fullName(of: mention, forms, english) else { return mention }
            var entity = mention.value
            entity.name = full
            return Mention(mention.range, entity)
        }
        return withSharedRoles(linked)
    }

    private func fullName(of mention: Mention, _ forms: ChineseShortForms, _ english: SurnameForms) -> String? {
        let name = mention.value.name
        // Mr Ashworth, of Peter Ashworth.
        if text.utf8[mention.range.lowerBound] &- 0x41 < 26, let full = english[name] ?? honored(mention) { return full }
        if text.utf8[mention.range.lowerBound] >= 0x80, let full = english[name], isForeign(full) { return full }
        if let (surname, title) = Self.surnameAndCourtesy(name) {
            let full = forms.person(surname: surname, title: title, before: mention.range.lowerBound)
            return Self.polite.contains(title) || full.map { !officials.contains($0) } ?? true ? full : nil
        }
        guard name.unicodeScalars.count <= 2, name.utf8.count <= 6 else { return nil }
        return forms.person(surname: name, title: mention.value.roles.first ?? "", before: mention.range.lowerBound)
    }

    /// What stands behind a name of anybody, and is no office.
    static let politeWords = PhraseSet("先生 女士 小姐 太太 夫人")
    private static let polite = Set(politeWords.words)
    private static let plain = PhraseSet("村民 居民 市民 老人 农民 农户 工人 摊主 店主 业主 住户 租客 读者 乘客 游客 司机 退休教师 退休职工 退休工人")

    /// Whether a role is none of an office: 村民, 老人.
    private static func isPlain(_ role: String) -> Bool {
        let bytes = Array(role.utf8)
        return plain.match(in: bytes, endingAt: bytes.count, from: 0) != nil
    }

    private func isForeign(_ name: String) -> Bool { name.contains("·") }

    private static let honorifics = PhraseSet("Mr Mrs Ms Miss Mr. Mrs. Ms.")

    /// `Mr Ashworth`, where two people have the name: which of them is left open, and that it is one man is not.
    private func honored(_ mention: Mention) -> String? {
        let start = mention.range.lowerBound
        guard mention.value.name.utf8.count == mention.range.count, start > 2, text.utf8[start - 1] == 0x20,
            !text.utf8[mention.range.offsets].contains(0x20),
            let honorific = Self.honorifics.match(in: text.utf8, endingAt: start - 1, from: max(0, start - 6)),
            honorific == 0 || (text.utf8[honorific - 1] | 0x20) &- 0x61 >= 26
        else { return nil }
        return text.string(honorific..<mention.range.upperBound)
    }

    /// The surname and the rest of a name such as 吴女士; nil for any other.
    private static func surnameAndCourtesy(_ name: String) -> (surname: String, title: String)? {
        let bytes = Array(name.utf8)
        guard bytes.count <= 15, let surname = Surnames.match(in: bytes, at: 0, limit: bytes.count), surname < bytes.count,
            Titles.courtesies.contains(bytes, surname..<bytes.count)
        else { return nil }
        return (String(decoding: bytes[..<surname], as: UTF8.self), String(decoding: bytes[surname...], as: UTF8.self))
    }

    // MARK: Bylines

    private static let writers = ["记者", "記者", "通讯员", "通訊員", "实习生", "實習生"]

    /// `本报记者 江若谷 任柯`: who stands behind a writer with nothing but a space or a 、 between has the same role.
    private func withSharedRoles(_ linked: [Mention]) -> [Mention] {
        var result = linked
        for index in result.indices.dropFirst() where result[index].value.roles.isEmpty {
            let (before, mention) = (result[index - 1], result[index])
            guard let role = before.value.roles.last, Self.writers.contains(where: role.hasSuffix),
                isGap(before.range.upperBound..<max(before.range.upperBound, mention.range.lowerBound))
            else { continue }
            result[index].value.roles = [role]
        }
        return result
    }

    /// Nothing of another line: below a byline the text begins, perhaps with somebody's name.
    private func isGap(_ range: Range<Int>) -> Bool {
        (1...4).contains(range.count)
            && text.utf8.scalars(in: range).allSatisfy { isSpace($0.value) && $0.value != 0x0A || $0.value == 0x3001 }
    }
}
