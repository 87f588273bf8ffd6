/// Words by which names of organizations are recognized.
public enum Organizations {
    /// Endings of Chinese names of organizations.
    public static let chineseSuffixes = PhraseSet(constant: lexiconSuffixes.words + otherSuffixes.words)

    /// Those of them that the lexicon flags; see ``Titles/lexicon``.
    public static let lexiconSuffixes = PhraseSet(
        """
        公司 有限公司 股份有限公司 集团 集团公司 总公司 分公司 大学 学院 中学 小学 幼儿园 学校 医院 卫生院 银行 支行 分行 委员会 管委会 执委会 工委 党委 县委 市委 区委 省委 常委会 \
        发改委 科委 建委 经信委 卫健委 国资委 办公室 联席办 发展办 局 教育局 公安局 税务局 统计局 气象局 厅 教育厅 法院 检察院 政府 人民政府 办事处 街道办 居委会 村委会 \
        新华社 通讯社 电视台 日报社 报社 出版社 杂志社 研究院 研究所 实验室 协会 学会 联合会 商会 基金会 联盟 中心 研发中心 图书馆 博物馆 美术馆 文化馆 体育馆 科技馆 \
        工厂 钢铁厂 钢厂 电厂 合作社 俱乐部 剧院 剧团 事务所 交易所 交通部 财政部 教育部 外交部 国防部 商务部 民政部 公安部 司法部 农业部 国务院 全国人大 全国政协 总工会 工会 共青团 妇联 \
        消防队 支队 大队 派出所 联合国 世卫组织 委員會 大學 學院 醫院 銀行 協會 學會 圖書館 博物館 警察局 報社
        """
    )

    private static let otherSuffixes = PhraseSet(
        """
        发展改革委 发展和改革委 卫生健康委 住房城乡建设委 交通委 农委 教委 纪委 监委 政法委 组委会 业委会 党工委 社科院 科学院 工程院 农科院 气象台 天文台 水文站 监测站 检验院 设计院 规划院 疗养院 敬老院 福利院         律所 研究会 促进会 红十字会 慈善总会 商务厅 指挥部 司令部 党校 总队 边检站 合唱团 乐团 交响乐团 歌舞团 杂技团 芭蕾舞团 旅行社 广播电视台 广电集团 总台 总局 总署         發改委 衛生局 衛生署 環保署 氣象署 警察署 消防局 社會局 教育局 交通局 都發局 地檢署 法院 議會 市議會 立法院 行政院 監察院 公會 基金會 聯盟 商會 總會 工會 農會 漁會 醫學院 國中 高中 國小 電視台 出版社 雜誌社 集團         交響樂團 事務所 交易所 研究所 實驗室 俱樂部 劇團 劇院
        """
    )

    /// Those of the endings that name nothing by themselves.
    public static let chineseNouns = PhraseSet(
        """
        商业银行 信托投资公司 证券公司 非银行 科研院所 保险公司 股份有限公司 有限责任公司 公司集团 证券交易所 工商行政管理机关 加工企业 上市公司 红筹股 集团公司 集团总部 酒店 \
        公司 有限公司 集团 集團 总公司 分公司 大学 大學 学院 學院 中学 小学 幼儿园 学校 學校 医院 醫院 银行 銀行 支行 分行 委员会 委員會 常委会 管委会 执委会 办公室 局 厅 法院 检察院 政府 人民政府 办事处 街道办 居委会 村委会 \
        通讯社 电视台 日报社 报社 出版社 杂志社 研究院 研究所 实验室 研究会 促进会 总局 总署 总队 指挥部 司令部 组委会 业委会 气象台 乐团 设计院 规划院 敬老院 福利院 律所 旅行社 农委 教委 纪委 监委 党校 總會 商會 工會 基金會 聯盟 議會 事務所 协会 協會 学会 联合会 商会 基金会 联盟 中心 研发中心 图书馆 圖書館 博物馆 美术馆 文化馆 体育馆 科技馆 工厂 合作社 俱乐部 剧院 剧团 事务所 交易所 工会 消防队 支队 大队 派出所
        """
    )

    /// Well-known names without such an ending.
    public static let chineseNames = PhraseSet(constant: lexiconNames.words + otherNames.words)

    /// Those of them that the lexicon flags; see ``Titles/lexicon``.
    public static let lexiconNames = PhraseSet(
        """
        新华社 人民日报 中新社 央视 国务院 华为 美的 网易 腾讯 阿里巴巴 百度 京东 小米 联想 海尔 格力 比亚迪 中石油 中石化 中海油 中国移动 中国联通 中国电信 苹果公司 谷歌 微软 \
        特斯拉 三星 索尼 丰田 联合国 欧盟 北约 世贸组织 世界银行 国际货币基金组织
        """
    )

    private static let otherNames = PhraseSet(
        """
        台积电 台積電 台鐵 台铁 鸿海 鴻海 富士康 中芯国际 宁德时代 字节跳动 抖音 快手 拼多多 美团 滴滴 中兴通讯 大疆 小鹏汽车 蔚来 吉利 上汽 一汽 \
        万科 恒大 碧桂园 中国平安 英伟达 高通 英特尔 脸书 推特 波音 空客 法新社 路透社 美联社 塔斯社 共同社 韩联社 中央社 国际奥委会 亚投行 国民党 民进党 國民黨 民進黨 白宫 白宮 五角大楼 克里姆林宫 欧佩克 塔利班 \
        北大方正 清华紫光 和利时 清华同方 中国网通 万向集团 美联储 标准普尔 道琼斯 穆迪 惠誉 高盛 摩根大通 摩根士丹利 欧佩克+ 世贸组织 中信建投 中金公司 \
        北大 清华 复旦 浙大 港大 台大 武大 川大 哈工大 中科大 港科大 港中大 北师大 华东师大 哈马斯 真主党 滴滴出行 交通运输部 工业和信息化部 工信部 人力资源和社会保障部 人社部 住房和城乡建设部 住建部 自然资源部 生态环境部 水利部 农业农村部 文化和旅游部 文旅部 应急管理部 退役军人事务部 科技部 \
        科学技术部 国家发展改革委 国家发改委 国家卫健委 国家医保局 国家市场监管总局 国家市场监督管理总局 国家统计局 国家税务总局 海关总署 中国证监会 证监会 中央纪委 中央军委 中国人民银行 中国科学院 中国工程院 中国社会科学院 国台办 国新办 北約 歐盟 聯合國 谷歌公司
        """
    )

    /// Last words of English names of organizations.
    public static let englishSuffixes = PhraseSet(
        """
        University College School Academy Institute Hospital Clinic Bank Trust Company Corporation Corp Corp. Inc Inc. Ltd Ltd. Limited LLC LLP PLC \
        plc Co. AG SA NV GmbH Group Holdings Partners Associates Brothers Bros. Council Committee Commission Department Ministry Agency Authority \
        Board Bureau Office Court Parliament Senate Congress Assembly Association Society Federation Confederation Union League Club Foundation \
        Fund Museum Library Theatre Theater Orchestra Philharmonic Symphony Ballet Opera Church Press Times Post Herald Gazette Tribune Courier \
        Journal Chronicle Telegraph Airlines Airways Railways Railway Party Centre Center Service Services Police Markets Capital Securities \
        Systems Technologies Technology Industries Energy Motors Motor Pharmaceuticals Therapeutics Bancorp Financial Insurance Media News Network \
        Networks Studios Pictures Records Entertainment Stores Foods Airport Navy Army Marines Guard Reserve Administration Organization Organisation \
        Alliance Coalition Conference Laboratory Laboratories Labs Observatory Tribunal Treasury Exchange Institution Archives Chamber Cabinet \
        Embassy Consulate Command Corps Brigade Division Directorate Secretariat Inspectorate Constabulary Archdiocese Diocese Guild Consortium \
        Forum Taskforce Hospitals Schools Universities Banks Rovers Wanderers Athletic Front \
        Electric Steel Oil Petroleum Mining Logistics Shipping Pharmacy Restaurant Inquiry Caucus Task-Force Electronics Semiconductor \
        Semiconductors Aerospace Dynamics Software Solutions Ventures Advisors Advisers Analytics Consulting Properties Realty \
        Democrats Republicans Conservatives Greens Watch International Worldwide Registry Tabernacle Synagogue Mosque Seminary Polytechnic \
        Conservatory Management Ratings Kindergarten Hospice Infirmary United Rangers Hotspur Albion Co-operative Cooperative Collective Workshop Brewery Cinema Zoo \
        Breweries Dairy Textiles Publishing Publishers Coastguard Scouts Fisheries Charity Choir Choral Ferries Television Broadcasting Buses \
        Players Band Force Bookshop Bakery Distillery Winery Vineyards Shipyard Shipyards Foundry Mills Tigers Lions Eagles Bears Panthers \
        Hawks Falcons Giants Raiders Warriors Knights Royals Saints Harriers Argyle Orient Villa Thistle Academical
        """
    )

    /// Words of those that `of` or `for` may follow: `Department of Health`, `Center for Women`.
    public static let englishHeads = PhraseSet(
        """
        Department Ministry University Bank Bureau Institute Board Council Office Academy Association Federation Confederation Union Committee \
        Commission Court College School Museum Church Chamber Society Center Centre League Authority Agency Organization Organisation Secretariat \
        Division Directorate Embassy Library Diocese Archdiocese Guild Faculty Foundation Fund House Alliance Coalition Campaign Campaigns Party \
        Institution Institutes Centers Centres Hospital Inspectorate Administration Corps Order Knights Friends Bar Parliament Congress Assembly \
        Conference Register Registry Archives Laboratory
        """
    )

    /// Well-known names without such an ending.
    public static let englishNames = PhraseSet(
        constant: englishNameList.utf8.split(separator: UInt8(ascii: ",")).map { name in String(Substring(name.drop { $0 == 0x20 })) }
    )

    private static let englishNameList = """
        AP, AFP, UPI, NATO, UNESCO, UNICEF, NASA, FBI, CIA, BBC, CNN, WHO, IMF, WTO, OPEC, NHS, EU, UN, U.N., E.U., IBM, FDA, CDC, EPA, FAA, SEC, FTC, NSA, NYPD, LAPD, OECD, \
        ASEAN, NPR, ABC News, CBS News, NBC News, Fox News, White House, Pentagon, Kremlin, Interpol, Europol, Hamas, Hezbollah, Taliban, Greenpeace, \
        Reuters, Bloomberg, Xinhua, Boston Globe, The Boston Globe, The New York Times, New York Times, The Washington Post, The Guardian, The Economist, The Independent, Los Angeles Times, Chicago Tribune, \
        Associated Press, The Associated Press, Agence France-Presse, Daily Mail, South China Morning Post, FactSet, Nasdaq, Nikkei, Moody's, Gallup, Red Cross, World Bank, United Nations, European Union, Federal Reserve, Supreme Court, House of Representatives, \
        House of Commons, House of Lords, Scotland Yard, Wall Street Journal, Google, Microsoft, Facebook, Twitter, Netflix, Toyota, Honda, Nissan, Hyundai, \
        Samsung, Sony, Boeing, Airbus, Siemens, Volkswagen, Nvidia, OpenAI, Huawei, Alibaba, Tencent, Baidu, Xiaomi, ByteDance, TikTok, Walmart, Starbucks, \
        Goldman Sachs, Morgan Stanley, JPMorgan Chase, JPMorgan, Citigroup, HSBC, Barclays, Deutsche Bank, Credit Suisse, BlackRock, ExxonMobil, Exxon Mobil, \
        Chevron, Shell, BP, Pfizer, Moderna, AstraZeneca, Merck, Novartis, Bayer, Nestle, Unilever, Coca-Cola, PepsiCo, Procter & Gamble, \
        Johnson & Johnson, AT&T, Verizon, Intel, Cisco, Oracle, Uber, Lyft, Airbnb, SpaceX, General Motors, General Electric, Home Depot, \
        Human Rights Watch, Amnesty International, Doctors Without Borders, Save the Children, Salvation Army, Boy Scouts, Girl Scouts, \
        National Guard, Coast Guard, Secret Service, Homeland Security, Medicare, Medicaid, Congress, Parliament, Senate, Labour, Conservatives
        """
}
