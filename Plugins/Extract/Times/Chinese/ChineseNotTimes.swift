import LinecasterLanguage

/// What reads like a Chinese time, and is none by what stands around it: 这|两点, 体|现在, 11号|台风, 尽|早上|市, 四周|墙.
struct ChineseNotTimes {
    let text: [UInt8]
    let block: Range<Int>

    /// Whether a range that was read as a time is none.
    func holds(_ range: Range<Int>) -> Bool {
        switch text.scalar(before: range.upperBound, from: range.lowerBound)?.value {
        case 0x70B9, 0x9EDE: isPoint(range)
        case 0x65F6, 0x6642: isAWhile(range)
        case 0x5728: isWithinVerb(range)
        case 0x5E74: isAge(range) || isEnumerated(range)
        case 0x53F7, 0x865F: isNumbered(range)
        case 0x4E0A: isSoon(range)
        case 0x5468: isAround(range)
        default: false
        }
    }

    private func follows(_ words: PhraseSet, _ range: Range<Int>) -> Bool {
        words.match(in: text, endingAt: range.lowerBound, from: block.lowerBound) != nil
    }

    private func precedes(_ words: PhraseSet, _ range: Range<Int>) -> Bool {
        words.match(in: text, at: range.upperBound, limit: block.upperBound) != nil
    }

    private static let beforePoints = PhraseSet("这 那 這 上述 以上 以下 哪 此 如下 谈 讲 提 强调 明确 认识 做到 注意")
    private static let afterPoints = PhraseSet(
        "意见 建议 要求 希望 体会 看法 想法 启示 原因 理由 共识 说明 倡议 期望 感受 考虑 结论 内容 不足 问题 变化 好处 经验 意見 建議 是 ： 调查 行动 公司"
    )

    /// 这|两点, 三点|意见: a numeral and nothing else before the word.
    private func isPoint(_ range: Range<Int>) -> Bool {
        guard range.count == 6, text[range.lowerBound] >= 0xE3 else { return false }
        return follows(Self.beforePoints, range) || precedes(Self.afterPoints, range)
    }

    private static let minutes = PhraseSet("三 四 五 一 二 十 0 1 2 3 4 5 许 整 半 分")

    /// 一时: a while, where no minutes follow.
    private func isAWhile(_ range: Range<Int>) -> Bool {
        text[range].elementsEqual("一时".utf8) && !precedes(Self.minutes, range) || text[range].elementsEqual("一時".utf8)
    }

    private static let verbs = PhraseSet("体 表 出 呈 展 实 发 再 重 涌 显 浮 體 實 發 顯 湧")

    /// 体|现在: a verb and where it happens.
    private func isWithinVerb(_ range: Range<Int>) -> Bool { text[range].elementsEqual("现在".utf8) && follows(Self.verbs, range) }

    /// 这一年|龄段
    private func isAge(_ range: Range<Int>) -> Bool { text.holds("龄", at: range.upperBound) || text.holds("齡", at: range.upperBound) }

    /// 1.1987年: a year behind an item's number.
    private func isEnumerated(_ range: Range<Int>) -> Bool {
        let digits = text[range].prefix { $0 &- 0x30 < 10 || $0 == 0x2E }
        guard let stop = digits.firstIndex(of: 0x2E) else { return false }
        return digits.endIndex - stop == 5 && (text[stop + 1] == 0x31 || text[stop + 1] == 0x32)
    }

    private static let numbered = PhraseSet(
        """
        台风 颱風 热带 高炉 楼 樓 线 線 机 機 井 厂 门 車 车 泵 矿 船 令 文件 轮 公路 桥 隧道 院 店 馆 库 房 床 选手 球员 种子 候选 染色体 元素 汽油 柴油 码头 泊位 病区 仓 航站楼 塔 炉 铁路 卫星 星 火箭 发动机 标段 \
        地块 方案 提案 议案 决议 公告 通知 信箱 展厅 展馆 展位 窗口 柜台 登机口 出口 入口 站台 屏 服务区 工程 单元 病房 手术室 法庭 坑 墓 遗址 洞 岛 地铁 专线 电池 字 球 队服 球衣 机组 闸 堆
        """
    )

    /// 11号|台风, 5号|高炉, 0001号: a number by which something is called.
    private func isNumbered(_ range: Range<Int>) -> Bool {
        guard let first = text[range].first, first &- 0x30 < 10 else { return false }
        let digits = text[range].prefix { $0 &- 0x30 < 10 }.count
        return digits > 2 || digits == range.count - 3 && precedes(Self.numbered, range)
    }

    private static let asSoon = PhraseSet("尽 趁 及 提 最 更 较 越 盡")

    /// 尽早|上市
    private func isSoon(_ range: Range<Int>) -> Bool { text[range].elementsEqual("早上".utf8) && follows(Self.asSoon, range) }

    private static let counts = PhraseSet("前 后 近 约 约莫 过 达 第 历时 为期 连续 整整 了 未来 最近 过去 每 上 下 用 需 满 孕 後 約 近來")
    private static let lengths = PhraseSet("前 后 内 时间 的时间 以 多 左右 岁 龄 来 後 內 時間 年 训练 课程 假期")

    /// 四周: around, where nothing counts weeks.
    private func isAround(_ range: Range<Int>) -> Bool {
        text[range].elementsEqual("四周".utf8) && !follows(Self.counts, range) && !precedes(Self.lengths, range)
    }
}
