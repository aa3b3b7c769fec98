extension QuantityLexicon {
  /// Units of capacity and what goes with them.
  mutating func addUnits() {
    add("gigawatt|gigawatts|gw|gwp|gwe|吉瓦", .unit, value: 1, code: CapacityUnit.gigawatt.rawValue)
    add(
      "megawatt|megawatts|mw|mwp|mwe|mva|mwac|mwdc|兆瓦", .unit, value: 1,
      code: CapacityUnit.megawatt.rawValue)
    add("千瓦|瓩|kw|kilowatts", .unit, value: 1e-3, code: CapacityUnit.megawatt.rawValue)
    add("gwh|mwh|kwh|twh|gigawatthours|megawatthours", [])
    add(
      """
      gpu|gpus|graphics processors|graphics processor|graphics processing units|graphics cards\
      |graphics chips|显卡|加速卡|算力卡|训练卡
      """, [.unit, .processor], value: 1, code: CapacityUnit.processor.rawValue)
    add(
      "shares|share|warrants|adss|adrs|depositary shares", .unit, value: 1,
      code: CapacityUnit.share.rawValue)
    add("股", .unit, value: 1, code: CapacityUnit.share.rawValue)
    add(
      "chips|chip|tpus|tpu|accelerators|processors|芯片|晶片|处理器", [.unit, .processor], value: 1,
      code: CapacityUnit.chip.rawValue)
    add("servers|server|服务器|伺服器|八卡机|一体机", .unit, value: 1, code: CapacityUnit.server.rawValue)
    add("张|块|颗|枚|台|份|片|套|卡", .classifier)
    add(
      """
      nvidia|amd|英伟达|辉达|超微|昇腾|寒武纪|国产|思元|blackwell|hopper|hoppers|blackwells|rubin|trainium\
      |ironwood|instinct|gaudi
      """, .processor)
    add("percent|per cent|pct|percentage|%|％|pc", .percent)
    add("percentage point|percentage points|个百分点|百分点|basis points|基点", .percentPoint)
    add("百分之", .percentBefore)
    add("成", .tenths)
    add(
      """
      stake|stakes|interest|holding|shareholding|equity|ownership|share|shares|stock|slice|holding\
      |owner|owned|股权|股份|持股|权益
      """, .stakeNoun)
    add(
      """
      all of the equity|the whole of the equity|the whole of the company|the whole of the shares|all the shares|all of the shares|all of the stock|all the stock|all the equity\
      |all of the share capital|entire share capital|entire issued share capital|all outstanding shares\
      |all the outstanding shares|all of the outstanding shares|full ownership|全部股权|全部股份|全部权益\
      |全部股本|全数股权|全数股份|全数持股|全部已发行股份|全部已发行股本|全资收购|全资拥有|整家公司|全盘收购
      """, .whole)
  }

  /// Units of time and what says that a time is no contract's length.
  mutating func addTimes() {
    add("year|years|yr|yrs", .year, value: 1)
    add("月期", .year, value: 1.0 / 12)
    add("month|months|mths|个月", .year, value: 1.0 / 12)
    add("decade|decades", .year, value: 10)
    add("年|载|周年", .year, value: 1)
    add("ago|old|earlier|later|before|after|previously|前|后|来|以前|以后|之前|之后|以来|多前|后来", .notTerm)
    add("past|last|previous|age|aged|过去|近|第|最近|此前|前|成立|已有", .past)
  }

  /// Words of dates.
  mutating func addDates() {
    let months = [
      "january|jan|jan.", "february|feb|feb.", "march|mar|mar.", "april|apr|apr.", "may",
      "june|jun|jun.", "july|jul|jul.", "august|aug|aug.", "september|sept|sep|sept.|sep.",
      "october|oct|oct.", "november|nov|nov.", "december|dec|dec.",
    ]
    for (index, forms) in months.enumerated() { add(forms, .month, code: index + 1) }
    let weekdays = [
      "monday|周一|星期一|礼拜一|本周一|这周一", "tuesday|tue|tues|周二|星期二|礼拜二|本周二|这周二",
      "wednesday|周三|星期三|礼拜三|本周三|这周三", "thursday|thu|thur|thurs|周四|星期四|礼拜四|本周四|这周四",
      "friday|fri|周五|星期五|礼拜五|本周五|这周五", "saturday|周六|星期六|礼拜六|本周六|这周六",
      "sunday|周日|周天|星期日|星期天|礼拜天|本周日|这周日",
    ]
    for (index, forms) in weekdays.enumerated() { add(forms, .weekday, code: index) }
    for (index, name) in "一二三四五六日".enumerated() {
      add("上周\(name)|上星期\(name)|上礼拜\(name)", [.weekday, .last], code: index)
      add("下周\(name)|下星期\(name)|下礼拜\(name)", [.weekday, .next], code: index)
    }
    add("today|tonight|this morning|this afternoon|this evening|今天|今日|今晨|今早|今晚|今", .day)
    add("yesterday|last night|昨天|昨日|昨晚|昨夜|昨|昨晨", .day, value: -1)
    add("前天|前日|前晚|the day before yesterday", .day, value: -2)
    add("tomorrow|明天|明日|明晚", .day, value: 1)
    add(
      "this month|本月|这个月|当月|月初|月内|本月初|本月底|月底前|earlier this month|later this month", .relativeMonth)
    add(
      "last month|上月|上个月|上月底|上月末|上月初|上月中旬|上月下旬|上月上旬|the previous month", .relativeMonth, value: -1)
    add("next month|下月|下个月", .relativeMonth, value: 1)
    add("this year|今年|本年|本年度|年内|年初|今年初|今年年初", .relativeYear)
    add("last year|去年|去年底|去年末|去年年底|去年初|去年年初|上年", .relativeYear, value: -1)
    add("前年", .relativeYear, value: -2)
    add("next year|明年|来年", .relativeYear, value: 1)
    add("后年", .relativeYear, value: 2)
    add(
      "the start of the year|start of the year|beginning of the year|the beginning of the year|年底|年末|年中|年终",
      .relativeYear)
    add("last week|the previous week|上周|上星期|上个星期|上礼拜", .relativeWeek, value: -7)
    add("this week|本周|这周|这个星期|本星期", .relativeWeek)
    add("spring", .season, code: 5)
    add("summer", .season, code: 8)
    add("autumn|fall", .season, code: 11)
    add("winter", .season, code: 2)
    add("christmas eve|平安夜", .holiday, code: 1224)
    add("christmas day|圣诞节", .holiday, code: 1225)
    add("new year's eve|除夕夜", .holiday, code: 1231)
    add("new year's day|元旦", .holiday, code: 101)
    add("same day|the same day|that day|当天|当日|同日|同一天|是日|即日|同天|该日", .sameDay)
    add("the next day|the following day|a day later|次日|翌日|第二天|隔天|隔日|一天后", .sameDay, value: 1)
    add("the day before|the previous day|a day earlier|前一天|前一日", .sameDay, value: -1)
    add("next|coming|upcoming", .next)
    add("last|past|previous", .last)
    add("this|current", .this)
    add("will|would|ll|expected|expects|due|scheduled|plans|将|预计|拟于|计划|争取|有望", .ahead, value: 1)
    add("by|until|starting|from|through|起|前|之前", .ahead)
    add("later|after|后|之后|以后", .later, value: 1)
    add("earlier|before|ago|前|之前|以前", .later, value: -1)
    add("week|weeks|周|个星期|星期|个礼拜", .weekWord)
    add("季度|季|一季度|二季度|三季度|四季度|第一季|第二季|第三季|第四季|第一季度|第二季度|第三季度|第四季度", [])
    add("同", [])
    add("fiscal|fy|financial|财年|会计年度", [])
  }
}

/// The units of capacities by number.
enum CapacityUnit: Int, CaseIterable {
  case gigawatt, megawatt, processor, share, chip, server

  var name: String {
    switch self {
    case .gigawatt: "GW"
    case .megawatt: "MW"
    case .processor: "GPU"
    case .share: "share"
    case .chip: "chip"
    case .server: "server"
    }
  }
}
