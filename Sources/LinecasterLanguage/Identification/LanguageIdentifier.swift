public import LinecasterKit

/// Tells the language of a passage from its scripts, and Simplified from Traditional Chinese from the
/// characters that only one of them has.
public struct LanguageIdentifier: Sendable {
    /// The most frequent characters that exist in Simplified Chinese alone.
    ///
    /// Source: those of OpenCC's table of characters that are no traditional ones, by their frequency in news.
    private static let simplifiedOnly = ScalarSet(
        """
        国为会业发这经个来对进们时产长实学开动关电现报区济体过场与说记机员资华务设总农将从问当两强军内导题领还术统结并应点东联组队决门调达义\
        间团张战议书际计办举亚众项节职话风无规认论难车质运处条图气观级群数县传别创剧给没协乡样变选标争证视贫优纪专续尔见头单营势参构马历织积\
        费亿灾坚艺户线该谈严乐赛转许带罗责权银识兴连况医约讯环么刘响继则仅爱稳较备获双负热儿钱讲访亲断满评护维声陈泽欧远类镇红财贸货层师销检\
        让须监显届边复装荣验础摄习紧欢养献岗黄减铁围随汇飞闻奖执尽劳预温岁税阳临态却庆挥宁帮读网写龙险离币终伟属称卫驻担额请号独购药苏邓顿竞\
        兰湾针买训树扩阶汉击画刚纳试轻状听审编奋馆园换奥礼戏绍脱测桥损贵拥彻脑卖吴纷贯贷绩谢败顺绝矿鲜韩觉违灯艰录钟顾语够压杨讨妇疗库楼粮赞\
        扬诉归贺邮践笔鹏赵盘孙输贡虽厅债冲钢杂补综烟练课丽篮伤轮励鲁宝齐旧细仪陆趋简启饭怀萨签吨亩辉贝庄绿纸锦订灵郑晓跃赶秘筹壮诺键寻块誉岛\
        乌择异摆误鱼谋谁夺宾阵迹坏诚圣乱毕荡账错渐卢抢闭顶载辆侨虑络缓洁储妈静绕圆遗缩辞词偿鉴栏贴赠润罚峰迈盖辽宽潜惊浓伦脚亏涨帜穷猪询轨伪\
        胀坛峡纽岚盗莱敌径纯赏梦龄迟麦寿涛谊册阔劲倾乔谓爷辖灭诞迁赖览滨吗恶虚诗颁钦弃忧赔腾诸杀档递岭舆净纺肃触阴废晋惯吕隐释扫丝鸡锋宫宪横\
        暂软凤兑贾鸣剂冻蓝辈颇胆弹巩摇韦畅钻闹锡艳残厦脸铺饱冯床湿拨纠镜沟墙驾铜阅码扰贿频驶贬摊辑丛锁忆侧毁饮赢诊凭牵贪阁闪纲厉碍饺鸟纵绪烂\
        闲犹栋凯泪莲枪讼玛邹叹贩缴炼挤鸿饰绘娱缘携滩恒渔袭尝剑陕侦澜邻飘脉兹辩烧笼滚庙硕骗坝胁辅仓帐揽蒋铢详顽绵拟悦苍勋轰缆尘颗洒驱撑滥舰贤\
        剥滞垦汤弥镕谭阐脏灿颖抛悬诱鹤唤惩龚谨狱颜骤帅凉庞喷锐闯沪俭遥雾垄烦锭铭锅谦驰挣
        """
    )
    /// The characters of Traditional Chinese that are written so in place of those.
    private static let traditionalOnly = ScalarSet(
        """
        國爲會業發這經個來對進們時產長實學開動關電現報區濟體過場與說記機員資華務設總農將從問當兩強軍內導題領還術統結並應點東聯組隊決門調達義\
        間團張戰議書際計辦舉亞衆項節職話風無規認論難車質運處條圖氣觀級羣數縣傳別創劇給沒協鄉樣變選標爭證視貧優紀專續爾見頭單營勢參構馬歷織積\
        費億災堅藝戶線該談嚴樂賽轉許帶羅責權銀識興連況醫約訊環麼劉響繼則僅愛穩較備獲雙負熱兒錢講訪親斷滿評護維聲陳澤歐遠類鎮紅財貿貨層師銷檢\
        讓須監顯屆邊復裝榮驗礎攝習緊歡養獻崗黃減鐵圍隨匯飛聞獎執盡勞預溫歲稅陽臨態卻慶揮寧幫讀網寫龍險離幣終偉屬稱衛駐擔額請號獨購藥蘇鄧頓競\
        蘭灣針買訓樹擴階漢擊畫剛納試輕狀聽審編奮館園換奧禮戲紹脫測橋損貴擁徹腦賣吳紛貫貸績謝敗順絕礦鮮韓覺違燈艱錄鍾顧語夠壓楊討婦療庫樓糧贊\
        揚訴歸賀郵踐筆鵬趙盤孫輸貢雖廳債衝鋼雜補綜煙練課麗籃傷輪勵魯寶齊舊細儀陸趨簡啓飯懷薩籤噸畝輝貝莊綠紙錦訂靈鄭曉躍趕祕籌壯諾鍵尋塊譽島\
        烏擇異擺誤魚謀誰奪賓陣跡壞誠聖亂畢蕩賬錯漸盧搶閉頂載輛僑慮絡緩潔儲媽靜繞圓遺縮辭詞償鑑欄貼贈潤罰峯邁蓋遼寬潛驚濃倫腳虧漲幟窮豬詢軌僞\
        脹壇峽紐嵐盜萊敵徑純賞夢齡遲麥壽濤誼冊闊勁傾喬謂爺轄滅誕遷賴覽濱嗎惡虛詩頒欽棄憂賠騰諸殺檔遞嶺輿淨紡肅觸陰廢晉慣呂隱釋掃絲雞鋒宮憲橫\
        暫軟鳳兌賈鳴劑凍藍輩頗膽彈鞏搖韋暢鑽鬧錫豔殘廈臉鋪飽馮牀溼撥糾鏡溝牆駕銅閱碼擾賄頻駛貶攤輯叢鎖憶側毀飲贏診憑牽貪閣閃綱厲礙餃鳥縱緒爛\
        閒猶棟凱淚蓮槍訟瑪鄒嘆販繳煉擠鴻飾繪娛緣攜灘恆漁襲嘗劍陝偵瀾鄰飄脈茲辯燒籠滾廟碩騙壩脅輔倉帳攬蔣銖詳頑綿擬悅蒼勳轟纜塵顆灑驅撐濫艦賢\
        剝滯墾湯彌鎔譚闡髒燦穎拋懸誘鶴喚懲龔謹獄顏驟帥涼龐噴銳闖滬儉遙霧壟煩錠銘鍋謙馳掙
        """
    )

    /// Frequent English words, which other languages in Latin letters do not share.
    private static let englishWords = PhraseSet(
        "the of and to in that is was for on with as at by from this be are have has it not but were which said will their"
    )

    public init() {}

    /// The language of a range of UTF-8 text; `und` where it holds too little to tell.
    public func language(of text: [UInt8], in range: Range<Int>) -> Language {
        var counts = ScriptCounts()
        var offset = range.lowerBound
        // A few thousand characters tell as much as a book.
        let end = min(range.upperBound, range.lowerBound + 24_000)
        while offset < end {
            let scalar = text.scalar(at: offset)
            counts.see(scalar.value, simplified: Self.simplifiedOnly, traditional: Self.traditionalOnly)
            offset = scalar.end
        }
        return counts.language { englishShare(of: text, in: range.lowerBound..<end) }
    }

    /// The share of Latin words that are frequent English ones.
    private func englishShare(of text: [UInt8], in range: Range<Int>) -> (words: Int, frequent: Int) {
        var words = 0
        var frequent = 0
        var offset = range.lowerBound
        while offset < range.upperBound {
            var end = offset
            while end < range.upperBound, characterClass(UInt32(text[end])) == .letter, text[end] < 0x80 { end += 1 }
            if end > offset {
                words += 1
                let word = text[offset..<end].map { $0 | 0x20 }
                if Self.englishWords.contains(word, 0..<word.count) { frequent += 1 }
                offset = end
            } else {
                offset += 1
            }
        }
        return (words, frequent)
    }
}

private struct ScriptCounts {
    var han = 0
    var kana = 0
    var hangul = 0
    var latin = 0
    var otherLetters = 0
    var simplified = 0
    var traditional = 0

    mutating func see(_ value: UInt32, simplified simple: ScalarSet, traditional trad: ScalarSet) {
        switch characterClass(value) {
        case .han:
            han += 1
            if simple.contains(value) { simplified += 1 }
            if trad.contains(value) { traditional += 1 }
        case .kana: kana += 1
        case .hangul: hangul += 1
        case .letter where value < 0x250: latin += 1
        case .letter: otherLetters += 1
        default: break
        }
    }

    func language(english: () -> (words: Int, frequent: Int)) -> Language {
        let ideographic = han + kana
        // A Latin letter carries about a quarter of what a Chinese character does.
        let total = Double(ideographic + hangul) + Double(latin + otherLetters) / 4
        guard total > 0 else { return Language(tag: "und", confidence: 0) }
        let enough = min(1, total / 12)
        if Double(hangul) > total * 0.3 { return Language(tag: "ko", confidence: 0.99 * enough) }
        if kana > 0, Double(kana) > Double(ideographic) * 0.08 { return Language(tag: "ja", confidence: 0.99 * enough) }
        if Double(han) > total * 0.4 { return chinese(enough: enough) }
        guard Double(latin) / 4 > total * 0.5 else { return Language(tag: "und", confidence: 0) }
        let (words, frequent) = english()
        guard words >= 4 else {
            return Language(tag: words > 0 && frequent > 0 ? "en" : "und", confidence: words > 0 && frequent > 0 ? 0.5 : 0)
        }
        let share = Double(frequent) / Double(words)
        return share > 0.12
            ? Language(tag: "en", confidence: min(0.99, 0.6 + 2 * share) * min(1, Double(words) / 12))
            : Language(tag: "und", confidence: 0.3)
    }

    private func chinese(enough: Double) -> Language {
        let marked = simplified + traditional
        guard marked > 0 else { return Language(tag: "zh", confidence: 0.6 * enough) }
        let share = Double(max(simplified, traditional)) / Double(marked)
        return Language(tag: simplified >= traditional ? "zh-Hans" : "zh-Hant", confidence: 0.99 * share * enough)
    }
}
