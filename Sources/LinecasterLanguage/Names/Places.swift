/// Names of places, and the words that end them.
public enum Places {
    /// Countries, provinces, cities and regions by their Chinese names, in the short forms of news.
    public static let chinese = PhraseSet(constant: lexicon.words + others.words)

    /// Those of them that the lexicon flags. The models of words and names were learned with it, so that a word more here
    /// asks for learning them anew.
    public static let lexicon = PhraseSet(
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
        臺灣 臺北 台灣 臺中 臺南 美國 英國 法國 德國 韓國 廣東 廣州 東京 紐約 倫敦
        """
    )

    /// Those of them that only rules look for: countries and capitals in traditional characters and as Taiwan calls them.
    private static let others = PhraseSet(
        """
        俄羅斯 烏克蘭 白俄羅斯 義大利 葡萄牙 比利時 荷蘭 盧森堡 愛爾蘭 冰島 挪威 芬蘭 丹麥 瑞典 波蘭 奧地利 匈牙利 \
        羅馬尼亞 保加利亞 塞爾維亞 克羅埃西亞 希臘 愛沙尼亞 拉脫維亞 立陶宛 摩爾多瓦 亞美尼亞 亞塞拜然 喬治亞 哈薩克 \
        烏茲別克 吉爾吉斯 塔吉克 土庫曼 蒙古國 朝鮮 北韓 南韓 泰國 緬甸 寮國 老撾 柬埔寨 菲律賓 馬來西亞 汶萊 東帝汶 \
        孟加拉 斯里蘭卡 尼泊爾 馬爾地夫 敘利亞 黎巴嫩 約旦 伊拉克 科威特 沙烏地阿拉伯 沙烏地 沙特阿拉伯 阿聯 阿聯酋 \
        卡達 巴林 阿曼 葉門 埃及 利比亞 突尼西亞 阿爾及利亞 摩洛哥 蘇丹 衣索比亞 肯亞 坦尚尼亞 烏干達 盧安達 索馬利亞 \
        奈及利亞 迦納 象牙海岸 塞內加爾 剛果 安哥拉 辛巴威 莫三比克 南非 加拿大 墨西哥 瓜地馬拉 宏都拉斯 薩爾瓦多 \
        尼加拉瓜 哥斯大黎加 巴拿馬 古巴 多明尼加 牙買加 委內瑞拉 哥倫比亞 厄瓜多 秘魯 玻利維亞 巴拉圭 烏拉圭 阿根廷 \
        紐西蘭 新西蘭 澳大利亞 帛琉 斐濟 華盛頓 洛杉磯 舊金山 三藩市 芝加哥 波士頓 西雅圖 休士頓 渥太華 多倫多 溫哥華 \
        墨爾本 雪梨 悉尼 坎培拉 威靈頓 莫斯科 聖彼得堡 基輔 柏林 漢堡 慕尼黑 法蘭克福 巴黎 馬賽 羅馬 米蘭 馬德里 \
        巴塞隆納 里斯本 阿姆斯特丹 布魯塞爾 日內瓦 蘇黎世 維也納 華沙 布拉格 布達佩斯 雅典 伊斯坦堡 安卡拉 德黑蘭 \
        巴格達 大馬士革 貝魯特 耶路撒冷 加薩 加沙 約旦河西岸 利雅德 杜拜 開羅 新德里 孟買 伊斯蘭馬巴德 喀布爾 曼谷 \
        清邁 仰光 奈比多 河內 胡志明市 吉隆坡 雅加達 馬尼拉 金邊 首爾 釜山 平壤 大阪 京都 名古屋 福岡 札幌 橫濱 \
        沖繩 廈門 寧波 蘇州 杭州 南京 重慶 西安 瀋陽 大連 武漢 長沙 鄭州 濟南 青島 昆明 貴陽 蘭州 烏魯木齊 哈爾濱 \
        長春 天津 澳門 九龍 新界 港島 新北 桃園 新竹 苗栗 彰化 南投 雲林 嘉義 屏東 宜蘭 花蓮 臺東 台東 澎湖 金門 \
        馬祖 基隆 浙江 江蘇 廣西 雲南 貴州 陝西 遼寧 黑龍江 內蒙古 寧夏
        """
    )

    /// Characters that end a Chinese place name: 区, 县, 市, and so on.
    public static let chineseSuffixes = PhraseSet("省 市 区 县 镇 乡 村 州 自治区 自治州 新区 半岛 群岛 街道 社区 區 縣 鎮 鄉")

    /// Places by their English names.
    public static let english = PhraseSet(
        constant: englishNames.utf8.split(separator: UInt8(ascii: ",")).map { name in String(Substring(name.drop { $0 == 0x20 })) }
    )

    private static let englishNames = """
        China, United States, U.S., USA, U.S.A., America, United Kingdom, U.K., UK, Britain, Great Britain, England, Scotland, Wales, Ireland, Northern Ireland, \
        France, Germany, West Germany, East Germany, Italy, Spain, Portugal, Russia, Soviet Union, Ukraine, Belarus, Poland, Czech Republic, Czechia, Slovakia, \
        Hungary, Romania, Bulgaria, Serbia, Croatia, Slovenia, Bosnia, Bosnia and Herzegovina, Montenegro, Kosovo, North Macedonia, Macedonia, Albania, Moldova, \
        Estonia, Latvia, Lithuania, Georgia, Armenia, Azerbaijan, Japan, South Korea, North Korea, Korea, India, Pakistan, Bangladesh, Sri Lanka, Nepal, Bhutan, \
        Maldives, Afghanistan, Kazakhstan, Uzbekistan, Kyrgyzstan, Tajikistan, Turkmenistan, Mongolia, Vietnam, Thailand, Laos, Cambodia, Myanmar, Burma, \
        Singapore, Malaysia, Indonesia, Brunei, Philippines, East Timor, Papua New Guinea, Fiji, Samoa, Tonga, Australia, New Zealand, Canada, Mexico, \
        Guatemala, Honduras, El Salvador, Nicaragua, Costa Rica, Panama, Cuba, Haiti, Dominican Republic, Jamaica, Puerto Rico, Bahamas, Barbados, Trinidad, \
        Brazil, Argentina, Chile, Peru, Bolivia, Colombia, Venezuela, Ecuador, Paraguay, Uruguay, Guyana, Suriname, Egypt, Libya, Tunisia, Algeria, Morocco, \
        Sudan, South Sudan, Ethiopia, Eritrea, Djibouti, Somalia, Kenya, Uganda, Rwanda, Burundi, Tanzania, Congo, Democratic Republic of Congo, Gabon, \
        Cameroon, Nigeria, Niger, Chad, Mali, Burkina Faso, Senegal, Gambia, Guinea, Sierra Leone, Liberia, Ivory Coast, Ghana, Togo, Benin, Angola, Zambia, \
        Zimbabwe, Malawi, Mozambique, Botswana, Namibia, South Africa, Lesotho, Madagascar, Mauritius, Israel, Palestine, Gaza, Gaza Strip, West Bank, Lebanon, \
        Syria, Jordan, Iran, Iraq, Kuwait, Saudi Arabia, Bahrain, Qatar, United Arab Emirates, Oman, Yemen, Turkey, Cyprus, Greece, Netherlands, Holland, \
        Belgium, Luxembourg, Switzerland, Austria, Liechtenstein, Sweden, Norway, Denmark, Finland, Iceland, Greenland, Malta, Monaco, Vatican, \
        Europe, Eastern Europe, Western Europe, Asia, Southeast Asia, Central Asia, Africa, North Africa, West Africa, North America, South America, \
        Latin America, Central America, Middle East, Caribbean, Antarctica, Arctic, Balkans, Scandinavia, Siberia, Crimea, Kashmir, Tibet, Xinjiang, Catalonia, \
        Beijing, Shanghai, Guangzhou, Shenzhen, Tianjin, Chongqing, Chengdu, Wuhan, Nanjing, Hangzhou, Suzhou, Xi'an, Harbin, Dalian, Qingdao, Hong Kong, Macau, \
        Taiwan, Taipei, Kaohsiung, London, Manchester, Liverpool, Birmingham, Leeds, Sheffield, Newcastle, Nottingham, Leicester, Bristol, Plymouth, \
        Southampton, Oxford, Cambridge, Brighton, York, Edinburgh, Glasgow, Aberdeen, Dundee, Cardiff, Swansea, Belfast, Dublin, Cork, Galway, \
        Yorkshire, Cornwall, Devon, Kent, Essex, Sussex, Surrey, Lancashire, Cumbria, Norfolk, Suffolk, Dorset, Somerset, Wiltshire, Hampshire, \
        Paris, Lyon, Marseille, Toulouse, Bordeaux, Strasbourg, Berlin, Munich, Hamburg, Frankfurt, Cologne, Stuttgart, Dresden, Leipzig, Rome, Milan, \
        Naples, Turin, Venice, Florence, Madrid, Barcelona, Seville, Valencia, Lisbon, Porto, Vienna, Salzburg, Zurich, Geneva, Bern, Basel, Davos, Brussels, \
        Antwerp, Amsterdam, Rotterdam, The Hague, Hague, Copenhagen, Stockholm, Gothenburg, Oslo, Bergen, Helsinki, Reykjavik, Warsaw, Krakow, Prague, Budapest, \
        Bucharest, Sofia, Belgrade, Zagreb, Sarajevo, Athens, Istanbul, Ankara, Moscow, St. Petersburg, Kyiv, Kiev, Kharkiv, Odesa, Odessa, Minsk, Riga, Vilnius, \
        Tallinn, Tbilisi, Yerevan, Baku, Tokyo, Osaka, Kyoto, Yokohama, Nagoya, Sapporo, Fukushima, Hiroshima, Nagasaki, Okinawa, Seoul, Busan, Pyongyang, \
        Delhi, New Delhi, Mumbai, Bombay, Kolkata, Calcutta, Chennai, Bangalore, Bengaluru, Hyderabad, Karachi, Lahore, Islamabad, Kabul, Kandahar, Dhaka, \
        Colombo, Kathmandu, Hanoi, Ho Chi Minh City, Saigon, Bangkok, Phnom Penh, Yangon, Kuala Lumpur, Jakarta, Bali, Manila, Sydney, Melbourne, \
        Brisbane, Perth, Adelaide, Canberra, Queensland, New South Wales, Tasmania, Auckland, Wellington, Christchurch, Toronto, Montreal, Vancouver, Ottawa, \
        Calgary, Edmonton, Winnipeg, Quebec, Quebec City, Halifax, Ontario, Alberta, British Columbia, Manitoba, Saskatchewan, Nova Scotia, New Brunswick, \
        Newfoundland, Yukon, Mexico City, Tijuana, Guadalajara, Havana, Caracas, Bogota, Lima, Quito, Santiago, Buenos Aires, Montevideo, Sao Paulo, \
        Rio de Janeiro, Brasilia, Cairo, Alexandria, Tripoli, Tunis, Algiers, Casablanca, Rabat, Khartoum, Addis Ababa, Mogadishu, Nairobi, Kampala, Kigali, \
        Lagos, Abuja, Accra, Dakar, Johannesburg, Cape Town, Pretoria, Durban, Harare, Jerusalem, Tel Aviv, Haifa, Ramallah, Beirut, Damascus, Aleppo, Amman, \
        Tehran, Baghdad, Mosul, Basra, Riyadh, Jeddah, Mecca, Dubai, Abu Dhabi, Doha, Kuwait City, Muscat, Sanaa, \
        New York, New York City, Manhattan, Brooklyn, Queens, Bronx, Staten Island, Harlem, Long Island, Washington, D.C., Los Angeles, Hollywood, \
        San Francisco, San Diego, San Jose, Sacramento, Oakland, Berkeley, Fresno, Long Beach, Silicon Valley, Chicago, Boston, Houston, Dallas, Austin, \
        San Antonio, Fort Worth, El Paso, Seattle, Tacoma, Spokane, Philadelphia, Pittsburgh, Miami, Orlando, Tampa, Jacksonville, Detroit, Atlanta, Savannah, \
        Charlotte, Raleigh, Charleston, Nashville, Memphis, Knoxville, Louisville, Cincinnati, Cleveland, Columbus, Toledo, Indianapolis, Milwaukee, Madison, \
        Minneapolis, St. Paul, St. Louis, Kansas City, Omaha, Des Moines, Oklahoma City, Tulsa, Little Rock, New Orleans, Baton Rouge, Birmingham, \
        Montgomery, Denver, Boulder, Salt Lake City, Phoenix, Tucson, Albuquerque, Santa Fe, Las Vegas, Reno, Portland, Eugene, Boise, Anchorage, Honolulu, \
        Baltimore, Annapolis, Richmond, Norfolk, Buffalo, Rochester, Syracuse, Albany, Newark, Jersey City, Trenton, Camden, Hartford, New Haven, Providence, \
        Worcester, Springfield, Concord, Burlington, \
        Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, \
        Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, \
        New Mexico, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, \
        Vermont, Virginia, West Virginia, Wisconsin, Wyoming, New England, Southern California, Northern California, Midwest, \
        Atlantic, Pacific, Mediterranean, Black Sea, Baltic, Baltic Sea, North Sea, Red Sea, South China Sea, East China Sea, Persian Gulf, Thames, Danube, Rhine, \
        Nile, Amazon, Yangtze, Mekong, Himalayas, Alps, Andes, Rockies, Everest, Wall Street, Capitol Hill, Downing Street
        """

    /// Words that end English names of places: `Greene County`.
    public static let englishEndings = PhraseSet(
        """
        County City River Lake Street Avenue Road Boulevard Lane Drive Highway Island Islands Bay Valley Mountain Mountains District Province \
        Township Park Square Bridge Beach Harbor Harbour Hills Heights Village Parish Peninsula Sea Ocean Strait Gulf Canal Creek Falls Forest \
        Desert Canyon Region Oblast Prefecture Borough Territory Coast Plaza Station Port Point Cape Reservoir Dam Airfield Cemetery Gardens Springs \
        Basin Delta Plateau Wharf Pier Quay Terrace Stadium Arena
        """
    )

    /// Words that begin them: `Lake Erie`.
    public static let englishBeginnings = PhraseSet("Lake Mount Mt. Fort Ft. Port Cape San Santa Saint St. Los Las El")

    /// States of the United States as newspapers shorten them behind a town.
    public static let englishStates = PhraseSet(
        """
        Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich. Minn. Miss. Mo. Mont. Neb. Nev. N.H. N.J. N.M. \
        Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana \
        Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee \
        Texas Utah Vermont Wisconsin Wyoming Ontario Quebec Alberta Manitoba Saskatchewan \
        N.Y. N.C. N.D. Okla. Ore. Pa. R.I. S.C. S.D. Tenn. Va. Vt. Wash. W.Va. Wis. Wyo. D.C. Ont. Que.
        """
    )
}
