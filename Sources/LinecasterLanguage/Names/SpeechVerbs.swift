/// Verbs that report what somebody says.
public enum SpeechVerbs {
    /// Chinese verbs, as they stand between a speaker and what is said.
    public static let chinese = PhraseSet(
        """
        说 表示 指出 强调 认为 介绍 透露 称 告诉记者 坦言 写道 回忆 回忆说 介绍说 解释 解释说 补充说 补充道 回应 回应称 宣布 呼吁 建议 提出 说道 \
        直言 感慨 感叹 笑着说 笑道 问 问道 答 回答 回答说 要求 重申 谈到 提到 总结 总结说 分析 分析说 分析称 评价 评价说 评论 评论称 预测 预计 \
        证实 承认 否认 声称 宣称 明确 警告 提醒 希望 相信 深有感触地说 激动地说 表示说 告诉 告诉我们 说明 讲 讲述 讲道 谈道 道 喊道 喊 表态 表態 通报 通報 通知 追问 反问 保证 承诺 叹道 感慨道 坦承 提醒说 提醒 叮嘱 嘱咐 劝 劝道 补充 笑说 回忆道 介绍道 反驳 反驳说 调侃 调侃道 打趣 打趣道 披露 报告 报告说 发问 吐露 自嘲 抱怨 抱怨说 \
        說 強調 認為 介紹 透露 稱 告訴記者 寫道 回憶 解釋 補充說 回應 宣佈 呼籲 建議 說道 問 問道 答 要求 重申 談到 分析 證實 承認 否認 抱怨 抱怨说 抱怨說 抱怨道 痛批 直呼 坦承 喊話 喊话
        """
    )

    /// Those of them that may have a hearer behind them: 告诉记者, 提醒农户.
    public static let chineseToSomebody = PhraseSet("告诉 提醒 问 劝 叮嘱 嘱咐 通知 要求 警告 回答 答复 告訴 追问 反问 呼吁")

    /// English verbs in the forms of reports.
    public static let english = PhraseSet(
        """
        said says added told explained noted announced argued asked believes claimed confirmed continued declared denied insisted recalled \
        remarked replied reported stated stressed suggested warned wrote admitted emphasized emphasised predicted promised urged acknowledged joked quipped countered conceded complained disclosed estimated maintained observed pointed revealed vowed cautioned lamented shouted whispered asserted claims notes argues adds explains tells warns writes insists acknowledges concluded
        """
    )
}
