/// Verbs that report what somebody says.
public enum SpeechVerbs {
    /// Chinese verbs, as they stand between a speaker and what is said.
    public static let chinese = PhraseSet(
        """
        说 表示 指出 强调 认为 介绍 透露 称 告诉记者 坦言 写道 回忆 回忆说 介绍说 解释 解释说 补充说 补充道 回应 回应称 宣布 呼吁 建议 提出 说道 \
        直言 感慨 感叹 笑着说 笑道 问 问道 答 回答 回答说 要求 重申 谈到 提到 总结 总结说 分析 分析说 分析称 评价 评价说 评论 评论称 预测 预计 \
        证实 承认 否认 声称 宣称 明确 警告 提醒 希望 相信 深有感触地说 激动地说 表示说 告诉 告诉我们 说明 讲 讲述 讲道 谈道 道 喊道 \
        說 強調 認為 介紹 透露 稱 告訴記者 寫道 回憶 解釋 補充說 回應 宣佈 呼籲 建議 說道 問 問道 答 要求 重申 談到 分析 證實 承認 否認
        """
    )

    /// English verbs in the forms of reports.
    public static let english = PhraseSet(
        """
        said says added told explained noted announced argued asked believes claimed confirmed continued declared denied insisted recalled \
        remarked replied reported stated stressed suggested warned wrote admitted emphasized emphasised predicted promised urged acknowledged
        """
    )
}
