/// Verbs that report what somebody says.
public enum SpeechVerbs {
    /// Chinese verbs, as they stand between a speaker and what is said.
    public static let chinese = PhraseSet(constant: lexicon.words + others.words)

    /// Those of them that the lexicon flags; see ``Titles/lexicon``.
    public static let lexicon = PhraseSet(
        """
        说 表示 指出 强调 认为 介绍 透露 称 告诉记者 坦言 写道 回忆 回忆说 介绍说 解释 解释说 补充说 补充道 回应 回应称 宣布 呼吁 建议 提出 说道 \
        直言 感慨 感叹 笑着说 笑道 问 问道 答 回答 回答说 要求 重申 谈到 提到 总结 总结说 分析 分析说 分析称 评价 评价说 评论 评论称 预测 预计 \
        证实 承认 否认 声称 宣称 明确 警告 提醒 希望 相信 深有感触地说 激动地说 表示说 告诉 告诉我们 说明 讲 讲述 讲道 谈道 道 喊道 喊 表态 表態 通报 通報 通知 追问 反问 保证 承诺 叹道 感慨道 坦承 提醒说 叮嘱 嘱咐 劝 劝道 补充 笑说 回忆道 介绍道 反驳 反驳说 调侃 调侃道 打趣 打趣道 披露 报告 报告说 发问 吐露 自嘲 抱怨 抱怨说 \
        說 強調 認為 介紹 稱 告訴記者 寫道 回憶 解釋 補充說 回應 宣佈 呼籲 建議 說道 問 問道 談到 證實 承認 否認 抱怨說 抱怨道 痛批 直呼 喊話 喊话
        """
    )

    /// Those of them that only rules look for.
    private static let others = PhraseSet(
        """
        说到这里 讲到这里 说到此处 谈到这里 说到动情处 說到這裡 辩称 辯稱 宣判 宣判说 判决 表示称 指称 指稱 质疑 質疑 质疑道 感叹道 感慨说 感慨地说 感嘆 感慨万千地说 指出称 介绍称 表示道 强调说 指出说 反问道 反問 追问道 解释道 解释称 解釋說 解釋稱         回应说 回應說 回應稱 回应道 透露说 透露称 提议 提議 主张 主張 直指 坦率地说 坦言称 强调称 強調說 慨叹 惊叹 惊叹道 赞叹 赞叹道 点评 点评说 点评道 勉励 叮咛 笑称 戏称 称赞 称赞说 称赞道 夸赞 夸赞道 夸道         评价道 建议说 建议道 呼吁说 倡议 指證 指证 供述 交代 交代称 供认 申辩 申辩称 抗辩称 诉称 訴稱 作证说 作证称 嗆 怒嗆 嗆聲 坦言說 直言說 透露說 表示說 指出說 補充 補充道         批评 批評 放话 放話 撂话 苦笑道 苦笑着说 哽咽道 哽咽着说 哽咽地说 大喊 高喊 喊着 嘀咕 嘟囔 叮嘱道 吩咐 训斥 斥责 怒斥 谴责 譴責 抨击 抨擊
        """
    )

    /// Verbs that end a clause whose subject speaks; the further ones make no name of what stands before them.
    public static let chineseClosing = PhraseSet(constant: chinese.words + further.words + furtherNouns.words)

    private static let further = PhraseSet(
        """
        答道 回道 说起 说明道 坚称 断言 发誓 誓言 扬言 念道 唱道 吼道 吼 嚷道 埋怨 责怪 责问 质问 逼问 恳求 哀求 央求 恳请 劝说 告诫 告知 交待 坦白 辩解 诉说 \
        倾诉 哭诉 吐槽 宣告 认定 转述 复述 形容道 描述道 自嘲道 自语道 自言自语道 喃喃道 催促 责备 埋怨道 安慰 安慰道 宽慰 打气道 戏言 直叹 惊呼 高呼 疾呼 \
        谈起 忆述 憶述 追述 细数 坦述 自述 反诘 慨然道 朗声道 大声道 轻声道 低声道 应道 笑答 笑言 笑曰 回敬道 解嘲道 答称 复称 函复 回信说 来信说 答稱 責問 \
        質問 懇求 勸說 告誡 辯解 訴說 傾訴 哭訴 直言不諱 補充指 重申指 解釋指 強調指 指責 斥責 聲稱 說明道 講述 嘆道 叮嚀 反駁 調侃 轉述 怒批 續指 又稱 並稱 \
        回覆指 回應指 直斥 狠批 炮轟 炮轰 重申說 解說 講解 供稱 供称 認定 预计说 预测说 怒怼 批评说 批評說 批評指 批评道
        """
    )
    private static let furtherNouns = PhraseSet(
        "澄清 預測 預計 說明 保證 承諾 追問 憂心 忧心 估算 評估 评估 研判 担心 担忧 怀疑 猜测 推测 估计 判断 描述 询问 控诉 反映 投诉 批示 祝愿 期待 期盼 盼望 期许 裁定 陈述 劝告 嘱托 号召 指责 回忆起 擔心 擔憂 懷疑 猜測 推測 估計 判斷 詢問 控訴 投訴 期望 陳述"
    )

    /// Those of them after which nothing is said: “……”陶某说到这里，声音哽咽。
    public static let chineseBehindSpeech = PhraseSet("说到这里 讲到这里 说到此处 谈到这里 说到动情处 說到這裡")

    /// Those of them that are nouns as well: 引发质疑 says nothing, 周明则质疑 does.
    public static let chineseNouns = PhraseSet(constant: furtherNouns.words + nouns.words)

    private static let nouns = PhraseSet("判决 质疑 質疑 提议 提議 主张 主張 称赞 夸赞 谴责 譴責 抨击 抨擊 批评 批評 点评 倡议 供述 惊叹 赞叹 慨叹 勉励 指证 指證")

    /// Those of them that may have a hearer behind them: 告诉记者, 提醒农户.
    public static let chineseToSomebody = PhraseSet("告诉 提醒 问 劝 叮嘱 嘱咐 通知 要求 警告 回答 答复 告訴 追问 反问 呼吁")

    /// English verbs in the forms of reports.
    public static let english = PhraseSet(
        """
        said says added told explained noted announced argued asked believes claimed confirmed continued declared denied insisted recalled \
        remarked replied reported stated stressed suggested warned wrote admitted emphasized emphasised predicted promised urged acknowledged joked quipped countered conceded complained disclosed estimated maintained observed pointed revealed vowed cautioned lamented shouted whispered asserted claims notes argues adds explains tells warns writes insists acknowledges concluded
        """
    )

    /// English verbs that report only with `that` behind them: `agreed that`; `agreed to` says nothing.
    public static let englishWithThat = PhraseSet(
        """
        agreed agrees accepted accepts testified pledged pledges tweeted posted blogged recounted recounts responded responds reiterated reiterates repeated \
        repeats clarified clarifies speculated speculates hoped hopes feared fears thought thinks believed reckoned reckons figured alleged alleges charged \
        boasted boasts bragged contended contends posited theorized theorised hypothesized hypothesised reasoned reasons protested protests objected objects \
        advised advises instructed ordered demanded recalls remembers remembered suggests admits jokes concedes declares predicts promises confirms complains \
        laments observes commented comments concludes conceding ruled rules decided swore swears doubted doubts worried worries guaranteed guarantees \
        signalled signaled hinted hints implied implies proposed proposes recommended recommends requested requests pleaded testifies asserts maintains \
        contested disputed disputes decreed assumed assumes calculated calculates forecast forecasts projected cautions stresses states reports reveals \
        discloses alleging
        """
    )

    /// English verbs that tell how words were spoken, and lead to nothing but words in quotation marks: `"No," she sighed`.
    public static let englishBesideQuotes = PhraseSet(constant: englishWithThat.words + manner.words)

    private static let manner = PhraseSet(constant: mannerWords.words + mannerPhrases)

    private static let mannerWords = PhraseSet(
        """
        mused sighed sighs snapped laughed laughs grinned smiled exclaimed exclaims yelled cried muttered mumbled murmured reflected \
        reflects retorted gushed fumed raged thundered bellowed roared screamed shrieked ventured volunteered opined opines counselled \
        counseled inquired enquired wondered wonders interjected intoned began begins elaborated elaborates summarised summarized \
        paraphrased guessed read reads ran sobbed wept groaned moaned chuckled giggled growled hissed barked called calls shouts whispers \
        asks replies answered answers recites recited sang chanted prayed joshed teased scoffed sniffed spat drawled croaked stammered \
        stuttered gasped breathed beamed enthused purred deadpanned wisecracked messaged texted emailed
        """
    )
    private static let mannerPhrases = [
        "chimed in", "chipped in", "went on", "goes on", "points out", "called out", "calls out", "summed up", "hit back",
        "hits back", "shot back", "fired back", "pointed out", "piped up", "blurted out", "burst out", "broke in", "put in",
        "cut in", "signed off",
    ]
}
