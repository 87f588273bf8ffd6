/// Words that name a person's office or occupation.
public enum Titles {
    /// Chinese words that end a role: the name follows directly.
    public static let chinese = PhraseSet(constant: lexicon.words + others.words)

    /// Those of them that the lexicon flags. The models of words and names were learned with it, so that a word more here
    /// asks for learning them anew.
    public static let lexicon = PhraseSet(
        """
        总书记 书记 副书记 主席 副主席 总理 副总理 部长 副部长 省长 副省长 市长 副市长 区长 副区长 县长 副县长 镇长 副镇长 乡长 村长 局长 副局长 厅长 副厅长 \
        处长 副处长 科长 副科长 司长 副司长 院长 副院长 校长 副校长 所长 副所长 会长 副会长 理事长 副理事长 秘书长 副秘书长 委员长 副委员长 委员 主任 副主任 \
        主任医师 副主任医师 董事长 副董事长 总经理 副总经理 总裁 副总裁 总监 经理 副经理 首席执行官 首席经济学家 首席科学家 行长 副行长 社长 总编辑 主编 编辑 记者 通讯员 \
        教授 副教授 讲师 研究员 副研究员 助理研究员 院士 博士 专家 学者 医生 医师 护士 护士长 律师 法官 检察官 检察长 队长 副队长 支队长 大队长 站长 副站长 馆长 副馆长 \
        园长 班长 组长 团长 司令员 政委 参谋长 发言人 新闻发言人 负责人 创始人 联合创始人 合伙人 代表 人大代表 政协委员 总干事 干事 工程师 总工程师 高级工程师 设计师 \
        建筑师 经济师 会计师 分析师 厂长 店长 店主 老板 村民 居民 市民 村支书 支书 党委书记 教师 老师 学生 同学 女士 先生 导演 演员 歌手 作家 诗人 画家 教练 队员 运动员 \
        总统 首相 总督 外长 防长 财长 国务卿 议长 议员 大使 公使 参赞 领事 秘书 特使 主管 顾问 志愿者 网格员 社工 司机 民警 警官 消防员 指挥员 船长 机长 车间主任 值班员 馆员 讲解员 服务员 营业员 调度员 技术员 管理员 保安员 护林员 快递员 骑手 摊主 菜农 果农 \
        渔民 牧民 工人 职工 技工 电工 木匠 裁缝 厨师 选手 冠军 家长 店员 业主 经营者 主人 老人 饲养员 驾驶员 售票员 收银员 保洁员 理发师 药师 编剧 作者 译者 棋手 农户 博士生 硕士生 研究生 大学生 中学生 高中生 小学生 种植户 养殖户 经销商 收藏家 爱好者 调解员 修复师 摄影师 农艺师 放映员 放映师 船工 同桌 邻居 乡贤 设计者 发起人 策划人 投资人 承包人 传承人 当事人 目击者 受访者 消费者 户主 房东 租客 车主 司仪 裁判 门将 领队 站务员 乘务员 乘警 列车长 轮机长 大副 攤商 館員 主持人 策展人 乘客 读者 观众 游客 \
        處長 局長 市長 區長 縣長 鎮長 部長 總理 總統 書記 總書記 院長 校長 會長 秘書長 董事長 總經理 總裁 經理 發言人 負責人 研究員 記者 立委 議員 里長
        """
    )

    /// Those of them that only rules look for.
    private static let others = PhraseSet(
        """
        委托代理人 诉讼代理人 审判长 审判员 庭长 副庭长 公诉人 辩护人 被告人 犯罪嫌疑人 总统计师 总经济师 总会计师 总规划师 总农艺师 主帅 助教 外援 前锋 后卫 中场 实习生 副总统 副议长 副台长 台长 副社长 副检察长 总参谋长 总领事 \
        国王 女王 王储 亲王 教皇 参议员 众议员 少校 中校 上尉 中尉 少尉 中将 上将 战士 老兵 军医 牧师 神父 住持 方丈 创办人 編導 编审 翻译家 董秘 控股股东 实际控制人 实控人 大股东 股东 编导 主演 鼓手 吉他手 手艺人 匠人 养蜂人 楼长 网格长 河长 林长 路长 总工 \
        副總裁 副校長 副處長 副部長 次長 政務司司長 財政司司長 特首 行政長官 區議員 主帥 總教練 創辦人 實習生 國王 \
        常委 预报员 飞行员 航天员 宇航员 教员 学员 检验员 检测员 质检员 安全员 辅导员 指导员 联络员 信息员 宣传员 解说员 评论员 播音员 巡查员 协管员 评委 助理 专员 督学 监事长 董事 独立董事 执行董事 \
        首席技术官 首席财务官 首席运营官 首席信息官 首席专家 首席代表 总设计师 总指挥 副总指挥 指挥长 军长 师长 旅长 营长 连长 排长 司令 副司令员 舰长 艇长 上校 大校 少将 元帅 副主编 总编 副总编辑 \
        制片人 制作人 出品人 经纪人 代理人 法定代表人 理事 主播 博主 模特 舞蹈家 音乐家 歌唱家 艺术家 书法家 科学家 数学家 物理学家 化学家 经济学家 历史学家 考古学家 社会学家 企业家 慈善家 评论家 美食家 \
        作曲家 指挥家 钢琴家 摄影家 雕塑家 文学家 外交官 军官 警长 探长 督察 侦查员 法医 书记员 公证员 仲裁员 调查员 规划师 咨询师 营养师 化妆师 造型师 技师 药剂师 兽医 村医 校医 助产士 护工 护理员 \
        外卖员 快递小哥 首席大法官 大法官 首席检察官 州长 总检察长 发行人 主讲人 讲师团成员 成员 院长助理 联合主席 荣誉主席 名誉主席 名誉会长 首席科学官 \
        署长 副署长 署長 副署長 副局長 司長 所長 科長 組長 社長 台長 團長 站長 總召 總召集人 召集人 幹事長 干事长 書記長 預報員 外長 防長 議長 議員 市議員 縣議員 立法委員 監委 執行長 財務長 營運長 技術長 總監 總幹事 律師 醫師 醫生 護理師 老師 學生 導演 演員 員警 警員 分局長 消防員 村長 鄉長 店長 董座 分析師 經濟學家 \
        專家 學者 教練 選手 球員 隊長 副總統 副市長 副院長 黨主席 理事長 檢察官 法官 司機 志工 業者 民眾 館長 評論員
        """
    )

    /// Those of them that name many as often as one, with whom a sentence may go on: 老人|常来, 专家|顾问组.
    public static let groups = PhraseSet(
        """
        专家 学者 代表 村民 居民 市民 学生 同学 学员 老人 家长 业主 职工 工人 渔民 牧民 主人 经营者 选手 农户 农民 消费者 工作者 主管 顾问 成员 人员 队员 球员 战士 志愿者 干部 群众 患者 读者 乘客 游客 老师 教师 医生 护士         民警 司机 企业主 民众 業者 專家 學者 選手 隊員 球員 學生 老師 志工
        """
    )

    /// Words behind a surname that make a name of it for those whose given name is not told: 吴女士.
    public static let courtesies = PhraseSet(
        "先生 女士 小姐 太太 夫人 阿姨 大爷 大爺 大妈 大媽 大娘 大伯 大叔 大姐 大哥 大嫂 奶奶 爷爷 爺爺 婆婆 老伯 老汉 老太 师傅 師傅 某某 某"
    )

    /// English words that stand before a name.
    public static let english = PhraseSet(
        """
        President Mayor Governor Senator Secretary Minister Chancellor Judge Justice Captain General Colonel Lieutenant Sergeant Detective \
        Officer Chief Director Manager Chairman Chairwoman Chair Professor Doctor Dr. Mr. Mrs. Ms. Miss Sir Lady Lord King Queen Prince Princess \
        Pope Bishop Reverend Rev. Coach Councillor Councilman Councilwoman Alderman Commissioner Superintendent Inspector Sheriff Ambassador \
        Representative Rep. Sen. Gov. Prof. Sgt. Capt. Gen. Col. Lt. Principal Treasurer Spokesman Spokeswoman Spokesperson Engineer Curator \
        Librarian Editor Speaker Premier Prime Vice Deputy Executive Admiral Adm. Major Maj. Marshal Corporal Cpl. Constable Trooper Attorney \
        Prosecutor Congressman Congresswoman Assemblyman Assemblywoman Councilmember Analyst Economist Scientist Researcher Leader Adviser Advisor \
        Envoy Pastor Dean Provost Warden Ranger Taoiseach Archbishop Cardinal Rabbi Imam Sheikh Ayatollah Sultan Emir Emperor Empress Duke Duchess \
        Baroness Baron Dame Former Acting Interim Mr Mrs Ms Dr Prof Rev Selectman Selectwoman Alderwoman Comptroller Freeholder Assemblymember Commander Cmdr. Chaplain Patrolman Coroner Postmaster Headmaster Headmistress Headteacher Vicar Firefighter MP MEP MSP Cllr Sgt Capt Col Gen Lt DCI Det Insp Supt
        """
    )

    /// Those of them that a surname alone may follow, be it a word of every day: Mr Brown, President Bush. Executive Order
    /// names nobody.
    public static let englishBeforeSurnames = PhraseSet(
        """
        Mr. Mrs. Ms. Miss Mr Mrs Ms Sir Lady Lord Dame Dr. Dr President Mayor Governor Gov. Senator Sen. Representative Rep. Congressman \
        Congresswoman Minister Premier Chancellor Judge Justice Captain Capt. Capt Colonel Col. Sergeant Sgt. Sgt Lieutenant Lt. Detective \
        Professor Prof. Prof Pope King Queen Prince Princess Bishop Archbishop Cardinal Reverend Rev. Rev Rabbi Imam Sheikh Ayatollah Coach \
        Councillor Cllr Councilman Councilwoman Alderman Sheriff Inspector Insp Supt DCI Det Ambassador Admiral Adm. Secretary MP Constable
        """
    )

    /// English words that name a role after a comma: `Jane Smith, the city's mayor`.
    public static let englishNouns = PhraseSet(
        """
        president mayor governor senator secretary minister chancellor judge justice captain general colonel director manager chairman \
        chairwoman chair professor doctor officer chief coach councillor commissioner superintendent inspector sheriff ambassador \
        representative principal treasurer spokesman spokeswoman spokesperson engineer curator librarian editor owner founder co-founder \
        partner analyst economist scientist researcher lecturer teacher student farmer fisherman shopkeeper resident volunteer nurse \
        surgeon lawyer attorney architect planner historian archivist author writer artist musician driver pilot conductor executive \
        head leader organiser organizer coordinator carpenter baker ecologist biologist geologist physicist chemist psychologist \
        sociologist anthropologist archaeologist meteorologist epidemiologist physician dentist pharmacist midwife paramedic \
        firefighter policeman policewoman soldier sailor electrician plumber mechanic builder butcher grocer barber tailor cook waiter \
        waitress cleaner clerk accountant banker broker trader investor entrepreneur salesman journalist reporter columnist photographer \
        filmmaker actor actress singer dancer painter sculptor poet novelist designer programmer developer technician operator \
        ranger gardener hunter miner logger rancher grower winemaker brewer retiree pensioner widow mother father grandmother grandfather \
        parent neighbour neighbor tenant landlord homeowner commuter passenger cyclist activist campaigner lobbyist politician lawmaker \
        congressman congresswoman legislator diplomat delegate candidate prosecutor solicitor barrister magistrate detective \
        constable guard athlete member junior sophomore freshman senior player spinner leg-spinner bowler batsman batter pitcher quarterback midfielder defender forward winger goalkeeper oceanographer cartographer striker referee trainer swimmer runner dean tutor expert \
        specialist consultant adviser advisor assistant deputy co-owner premier speaker ceo cfo chairperson democrat republican independent envoy \
        pastor rabbi imam priest bishop archbishop cardinal monk nun admiral sergeant lieutenant major corporal veteran astronaut comedian \
        composer violinist pianist cellist choreographer playwright screenwriter producer presenter broadcaster editor-in-chief vice-president \
        vice-chairman strategist statistician mathematician astronomer virologist immunologist oncologist cardiologist psychiatrist pediatrician \
        paediatrician gynecologist neurologist pathologist veterinarian zoologist botanist ornithologist linguist philosopher theologian \
        criminologist demographer seismologist hydrologist climatologist forecaster caretaker warden trustee steward skipper crewman fishmonger
        """
    )
}
