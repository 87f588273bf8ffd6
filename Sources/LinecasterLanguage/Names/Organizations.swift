/// Words by which names of organizations are recognized.
public enum Organizations {
    /// Endings of Chinese names of organizations.
    public static let chineseSuffixes = PhraseSet(
        """
        公司 有限公司 股份有限公司 集团 集团公司 总公司 分公司 大学 学院 中学 小学 幼儿园 学校 医院 卫生院 银行 支行 分行 委员会 管委会 执委会 工委 党委 县委 市委 区委 省委 常委会 \
        发改委 科委 建委 经信委 卫健委 国资委 办公室 联席办 发展办 局 教育局 公安局 税务局 统计局 气象局 厅 教育厅 法院 检察院 政府 人民政府 办事处 街道办 居委会 村委会 \
        新华社 通讯社 电视台 日报社 报社 出版社 杂志社 研究院 研究所 实验室 协会 学会 联合会 商会 基金会 联盟 中心 研发中心 图书馆 博物馆 美术馆 文化馆 体育馆 科技馆 \
        工厂 钢铁厂 钢厂 电厂 合作社 俱乐部 剧院 剧团 事务所 交易所 交通部 财政部 教育部 外交部 国防部 商务部 民政部 公安部 司法部 农业部 国务院 全国人大 全国政协 总工会 工会 共青团 妇联 \
        消防队 支队 大队 派出所 联合国 世卫组织 委員會 公司 大學 學院 醫院 銀行 協會 學會 政府 圖書館 博物館 研究院 教育局 警察局 報社
        """
    )

    /// Well-known names without such an ending.
    public static let chineseNames = PhraseSet(
        """
        新华社 人民日报 中新社 央视 国务院 华为 美的 网易 腾讯 阿里巴巴 百度 京东 小米 联想 海尔 格力 比亚迪 中石油 中石化 中海油 中国移动 中国联通 中国电信 苹果公司 谷歌 微软 \
        特斯拉 三星 索尼 丰田 联合国 欧盟 北约 世贸组织 世界银行 国际货币基金组织
        """
    )

    /// Last words of English names of organizations.
    public static let englishSuffixes = PhraseSet(
        """
        University College School Academy Institute Hospital Clinic Bank Trust Company Corporation Corp Corp. Inc Inc. Ltd Ltd. Limited LLC Group \
        Holdings Partners Council Committee Commission Department Ministry Agency Authority Board Bureau Office Court Parliament Senate Congress \
        Assembly Association Society Federation Union League Club Foundation Fund Museum Library Theatre Theater Orchestra Church Press Times \
        Post Herald Gazette Tribune Courier Airlines Railways Party Centre Center Service Police
        """
    )
}
