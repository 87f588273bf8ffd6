/// Names of places, and the words that end them.
public enum Places {
    /// Countries, provinces, cities and regions by their Chinese names, in the short forms of news.
    public static let chinese = PhraseSet(
        """
        中国 美国 英国 法国 德国 俄罗斯 日本 韩国 朝鲜 印度 越南 泰国 新加坡 马来西亚 印度尼西亚 印尼 菲律宾 缅甸 老挝 柬埔寨 巴基斯坦 孟加拉国 斯里兰卡 尼泊尔 蒙古 哈萨克斯坦 \
        乌兹别克斯坦 伊朗 伊拉克 叙利亚 以色列 巴勒斯坦 沙特 沙特阿拉伯 土耳其 埃及 南非 尼日利亚 肯尼亚 埃塞俄比亚 意大利 西班牙 葡萄牙 荷兰 比利时 瑞士 瑞典 挪威 丹麦 芬兰 波兰 \
        乌克兰 希腊 奥地利 匈牙利 捷克 加拿大 墨西哥 巴西 阿根廷 智利 秘鲁 哥伦比亚 古巴 澳大利亚 新西兰 欧洲 亚洲 非洲 北美 南美 拉美 中东 东南亚 \
        北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 \
        北京市 上海市 天津市 重庆市 河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 海南省 四川省 贵州省 云南省 陕西省 甘肃省 青海省 \
        石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 晋中 运城 忻州 临汾 吕梁 呼和浩特 包头 沈阳 大连 鞍山 抚顺 丹东 锦州 营口 长春 哈尔滨 齐齐哈尔 大庆 \
        南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 \
        池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 \
        郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 武汉 黄石 十堰 宜昌 襄阳 襄樊 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 \
        张家界 益阳 郴州 永州 怀化 娄底 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 南宁 柳州 桂林 梧州 北海 海口 三亚 成都 自贡 攀枝花 \
        泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 贵阳 遵义 安顺 昆明 曲靖 玉溪 保山 昭通 丽江 大理 拉萨 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 \
        金昌 白银 天水 武威 张掖 酒泉 西宁 银川 石嘴山 吴忠 乌鲁木齐 克拉玛依 台北 高雄 台中 台南 浦东 虹桥 松江 青浦 长宁 相城 外高桥 临港 雄安 华盛顿 纽约 伦敦 巴黎 柏林 莫斯科 东京 首尔 \
        日内瓦 布鲁塞尔 罗马 马德里 悉尼 长三角 珠三角 京津冀 粤港澳大湾区 长江 黄河 太湖 洞庭湖 鄱阳湖 \
        臺灣 臺北 台灣 臺中 臺南 美國 英國 法國 德國 韓國 廣東 廣州 上海 東京 紐約 倫敦
        """
    )

    /// Characters that end a Chinese place name: 区, 县, 市, and so on.
    public static let chineseSuffixes = PhraseSet("省 市 区 县 镇 乡 村 州 自治区 自治州 新区 半岛 群岛 街道 社区 區 縣 鎮 鄉")

    /// Places by their English names.
    public static let english = PhraseSet(
        words: englishNames.utf8.split(separator: UInt8(ascii: ",")).map { name in String(Substring(name.drop { $0 == 0x20 })) }
    )

    private static let englishNames = """
        China, United States, United Kingdom, Britain, England, Scotland, Wales, Ireland, Northern Ireland, France, Germany, Italy, Spain, Portugal, \
        Russia, Ukraine, Poland, Japan, South Korea, North Korea, India, Pakistan, Vietnam, Thailand, Singapore, Malaysia, Indonesia, Philippines, \
        Australia, New Zealand, Canada, Mexico, Brazil, Argentina, Chile, Egypt, South Africa, Nigeria, Kenya, Israel, Iran, Iraq, Turkey, \
        Greece, Netherlands, Belgium, Switzerland, Austria, Sweden, Norway, Denmark, Finland, Europe, Asia, Africa, America, Beijing, Shanghai, \
        Guangzhou, Shenzhen, Hong Kong, Taiwan, Taipei, London, Manchester, Liverpool, Birmingham, Leeds, Bristol, Edinburgh, Glasgow, Cardiff, \
        Belfast, Dublin, Paris, Berlin, Rome, Madrid, Lisbon, Moscow, Kyiv, Tokyo, Seoul, Delhi, Mumbai, Sydney, Melbourne, Toronto, Montreal, \
        New York, Washington, Los Angeles, San Francisco, Chicago, Boston, Houston, Dallas, Seattle, Philadelphia, Miami, Detroit, Atlanta, \
        California, Texas, Florida, Massachusetts, Pennsylvania, Ohio, Michigan, Oregon, Virginia, Springfield, Portland, Geneva, Brussels
        """
}
