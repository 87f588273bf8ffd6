import LinecasterLanguage

/// Clauses that end like speech and are remarks of the writer: `也就是说，`, `总的来说，`, `俗话说，`.
extension ChineseAttribution {
    private static let remarks = PhraseSet(
        """
        不可否认 不能否认 无可否认 毋庸讳言 不容否认 这就是说 也就是说 就是说 即是说 可以说 可以这么说 可以这样说 应该说 应当说 换句话说 换一句话说 总的来说 总的说来 总体来说 总体说来 总地说 总而言之说 一般来说 一般说来 一般地说 比如说 譬如说 例如说 好比说 就拿 俗话说 俗语说 常言说 常言道 \
        老话说 古话说 民谚说 谚语说 有道 据说 听说 传说 不用说 不消说 不必说 不用多说 别说 更别说 更不用说 老实说 说实话 实话说 实话实说 严格说 严格来说 严格地说 严格说来 毫不夸张地说 不夸张地说 夸张点说 客观地说 客观说 客观来说 公正地说 公平地说 公允地说 \
        坦率地说 坦白说 坦白地说 坦率说 直白地说 简单说 简单地说 简单来说 简而言之说 概括地说 概括来说 归根到底说 具体说 具体来说 具体地说 具体说来 准确地说 准确说 确切地说 确切说 相对来说 相对说来 比较来说 某种意义上说 某种程度上说 这个意义上说 这个角度说 \
        意义上讲 程度上讲 角度讲 角度来说 角度来讲 如果说 虽说 按说 照说 按理说 照理说 按道理说 再说 且说 话说 想说 大体说 大致说 通俗地说 通俗说 通俗来说 形象地说 形象来说 怎么说 不管怎么说 无论怎么说 所以说 因此说 只能说 不能说 难说 很难说 不好说 没的说 没得说 或者说 \
        或许可以说 长远来说 长远说 根本上说 本质上说 整体来说 整体上说 大多数人来说 通常来说 通常说 通常说来 照此说 这么说 这样说 如此说 反过来说 退一步说 进一步说 往大了说 往小了说 往深了说 话虽这么说 美其名曰 顺便说 顺带说 必须说 不得不说 不妨说 甚至可以说 毋宁说 \
        也就是說 就是說 可以說 應該說 換句話說 總的來說 一般來說 比如說 例如說 俗話說 據說 聽說 不用說 老實說 嚴格來說 坦白說 簡單來說 具體來說 準確地說 相對來說 某種意義上說 或者說 所以說 整體來說 不得不說
        """
    )
    private static let views = PhraseSet("来说 来讲 上说 上讲 而言 來說 來講 上說 上講 说来 說來")
    private static let viewHeads = PhraseSet("对 對 从 從 就 在 于 於 对于 對於")

    /// Whether nobody says what a clause leads to.
    func isRemark(_ clause: Range<Int>) -> Bool {
        guard people.within(clause).isEmpty else { return false }
        if Self.remarks.match(in: text.utf8, endingAt: clause.upperBound, from: clause.lowerBound) != nil { return true }
        return Self.views.match(in: text.utf8, endingAt: clause.upperBound, from: clause.lowerBound) != nil
            && Self.viewHeads.match(in: text.utf8, at: clause.lowerBound, limit: clause.upperBound) != nil
    }
}
