import DealModel

extension QuantityLexicon {
  /// Words of numbers in both languages.
  mutating func addNumbers() {
    let ones = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    for (index, word) in ones.enumerated() { add(word, .number, value: Double(index + 1)) }
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    for (index, word) in tens.enumerated() { add(word, .number, value: Double(index * 10 + 20)) }
    add("dozen", .hundred, value: 12)
    add("hundred", .hundred, value: 100)
    add("thousand|thou|grand", .scale, value: 1e3)
    add("million|mn|mln|mio|mil", .scale, value: 1e6)
    add("billion|bn|bln|mrd|bil", .scale, value: 1e9)
    add("trillion|tn|trn|tln", .scale, value: 1e12)
    add("lakh|lac|lakhs", .scale, value: 1e5)
    add("crore|cr|crores", .scale, value: 1e7)
    add("k", .letterScale, value: 1e3)
    add("m|mm", .letterScale, value: 1e6)
    add("b", .letterScale, value: 1e9)
    add("t", .letterScale, value: 1e12)
    let plurals = ["thousands", "millions", "billions", "trillions"]
    for (index, word) in plurals.enumerated() { add(word, .plural, value: plural(index)) }
    add("multimillion|multibillion|multitrillion|multi", .vagueSum)
    add("tens|dozens|hundreds|several|few|multiple|double|triple", .vague)
    add("a|an", .article)
    add("half", .fraction, value: 0.5)
    add("third|thirds", .fraction, value: 1.0 / 3)
    add("quarter|quarters", .fraction, value: 0.25)
    add("fourth|fourths", .fraction, value: 0.25)
    add("fifth|fifths", .fraction, value: 0.2)
    add("sixth|sixths", .fraction, value: 1.0 / 6)
    add("eighth|eighths", .fraction, value: 0.125)
    add("tenth|tenths", .fraction, value: 0.1)
    let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"]
    for (index, word) in ordinals.enumerated() { add(word, .ordinal, code: index + 1) }
    addHanNumbers()
  }

  private func plural(_ index: Int) -> Double { [1e3, 1e6, 1e9, 1e12][index] }

  private mutating func addHanNumbers() {
    for (index, character) in "零一二三四五六七八九".enumerated() {
      add(String(character), .hanDigit, value: Double(index))
    }
    for (index, character) in "壹贰叁肆伍陆柒捌玖".enumerated() {
      add(String(character), .hanDigit, value: Double(index + 1))
    }
    add("拾", .hanUnit, value: 10)
    add("佰", .hanUnit, value: 100)
    add("仟", .hanUnit, value: 1e3)
    add("〇", .hanDigit, value: 0)
    add("两|俩", .hanDigit, value: 2)
    add("十", .hanUnit, value: 10)
    add("廿", .hanUnit, value: 20)
    add("百", .hanUnit, value: 100)
    add("千", .hanUnit, value: 1e3)
    add("万", .hanScale, value: 1e4)
    add("亿", .hanScale, value: 1e8)
    add("兆", .hanScale, value: 1e12)
    add("数|几|若干", .hanVague)
    add("余|多", .hanSurplus)
    add("半", .hanHalf, value: 0.5)
    // Words that begin like numbers.
    add("一些|一家|一起|一致|一直|一定|一般|一旦|一样|一同|一并|一度", [])
    add("千瓦时|兆瓦时|吉瓦时|瓦时|度电|千瓦小时|兆瓦小时|吉瓦小时|亿度", [])
    add("千万别|万一|万科|百度|百货|万达|千问|百川", [])
    add("一成不变|一成立|三成立", [])
  }

  /// Words that bound a figure, and words that make it a rate.
  mutating func addBounds() {
    let exactly = BoundWord.self
    add(
      """
      up to|as much as|as many as|at most|no more than|not more than|less than|fewer than|under\
      |below|a maximum of|maximum of|maximum|max|not exceeding|not to exceed|capped at|as high as\
      |limited to|within|最高|最多|至多|不超过|不高于|不多于|上限|最大|不逾|多达|不足|不到|低于|上看
      """, .boundBefore, code: exactly.upTo.rawValue)
    add(
      """
      more than|over|at least|above|exceeding|in excess of|upwards of|upward of|north of|no less than\
      |not less than|no fewer than|not fewer than|a minimum of|minimum of|minimum|topping|beyond\
      |surpassing|well over|just over|a bit over|a little over|slightly more than|slightly over|a little more than\
      |a shade over|greater than|larger than|超过|超|逾|至少|不少于|不低于|起码|最少|最低|突破\
      |超出|大于|高于|多于|不下
      """, .boundBefore, code: exactly.atLeast.rawValue)
    add(
      """
      about|around|roughly|approximately|nearly|almost|some|circa|ca|close to|near|approaching\
      |just under|just shy of|a bit under|a little under|slightly less than|slightly under\
      |a shade under|or so|~|in the region of|in the order of|on the order of|something like\
      |the equivalent of about|a little less than|as good as|estimated|approx\
      |approx.|~|～|≈|well under|约|大约|约为|约合|近|接近|将近|大概|差不多|估计|预计约|约莫|逼近
      """, .boundBefore, code: exactly.about.rawValue)
    add(
      "at most|at the most|max|maximum|tops|以内|以下|之内|封顶|为限", .boundAfter,
      code: exactly.upTo.rawValue)
    add(
      "or more|and up|plus|-plus|+|at least|minimum|and above|以上|之上|起步", .boundAfter,
      code: exactly.atLeast.rawValue)
    add("or so|or thereabouts|approximately|左右|上下", .boundAfter, code: exactly.about.rawValue)
    add(
      "total of|sum of|another|additional|further|extra|combined|total|its|分别为|分别|达|可达|达到|为|共|合共|合计|总额|人民币",
      .boundFiller)
    addRates()
  }

  private mutating func addRates() {
    add("每年|年租金|年费|年租|每年度|年均|年薪|首年|年化|a year's", .perYearBefore)
    add("annual|annually|yearly|per annum|pa|每年", .perYearAfter)
    add("每股|每辆|每台|每张|每吨|每颗|每块|每枚|每个|每套|每千字|每瓦时|每度|每桶|每平方米|每份|每单位|每人|单价|每名", .perUnitBefore)
    add("apiece|each", .perUnitAfter)
    add(
      "share|tonne|ton|barrel|head|unit|chip|gpu|kilowatt|megawatt|piece|seat|hour|user|kilo|card|box|copy|litre|square|coach|game|ship|vessel|aircraft|plane|jet|train|bus|turbine|vehicle|car|truck|engine|locomotive|carriage|tanker|helicopter|satellite",
      .perUnitNoun)
    add("to|-|–|—|至|到|~|～|/|or|或", .rangeMark)
    add("and|和", .rangeAnd)
    add("between|介于", .rangeOpener)
    add("from|由|从", .change)
    add("of|worth of|的|之", .of)
  }
}

/// The bounds by number.
enum BoundWord: Int {
  case exact, upTo, atLeast, about

  var bound: Bound {
    switch self {
    case .exact: .exact
    case .upTo: .upTo
    case .atLeast: .atLeast
    case .about: .about
    }
  }
}
