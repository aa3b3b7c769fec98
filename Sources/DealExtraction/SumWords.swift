import DealText

/// Words that say what a sum is: a price, a value, a total, a part.
enum SumWords {
  /// The groups of words in both languages.
  static let groups: [(name: String, words: String)] = [
    (
      "worth",
      "valuation|valued|values|valuing|market value|market capitalisation|market capitalization|capitalised|pre-money|post-money|net asset value|book value|估值|市值|投前|投后|身价|净值|账面|帐面"
    ),
    (
      "income",
      "revenue|revenues|turnover|profit|profits|sales|ebitda|earnings|income|loss|losses|takings|营收|收入|营业额|净利|利润|亏损|销售额|产值"
    ),
    (
      "whole",
      "total|totalling|totaling|altogether|in all|combined|overall|together|aggregate|aggregating|total of|合计|共计|总额|总计|总金额|合共|总值|总投资|总价|共|一共"
    ),
    (
      "part",
      "of which|including|balance|rest|remainder|remaining|of that|of this|out of|portion|slice|half|tranche|其中|其余|余款|剩余|部分|余下|另外|首期"
    ),
    (
      "advance",
      "upfront|up front|initial|deposit|down payment|in advance|now|首付款|首付|预付|订金|定金|预付款|头期|签约金"
    ),
    (
      "later",
      "milestone|milestones|royalties|earn-out|earnout|contingent|further|additional|later|bonus|里程碑|分成|后续|对赌|或有"
    ),
    (
      "before",
      "earlier|previous|previously|originally|ago|once|formerly|last year|compared|from|此前|曾|之前|当年|原先|去年|先前|早前|年前"
    ),
    (
      "price",
      "price|cost|costs|costing|worth|for|pay|paid|pays|consideration|fee|bill|priced|sum|代价|价格|作价|售价|造价|金额|对价|成交价|标价|价|款|费用|费|涉资|斥资|耗资"
    ),
    (
      "fund",
      "fund|assets|under management|vehicle|endowment|budget|programme|program|war chest|基金|资产|管理规模|规模|预算"
    ),
    (
      "loan",
      "loan|loans|debt|facility|credit|bond|bonds|notes|borrowing|borrowed|lend|lent|贷款|借款|债|授信|融资|额度|联贷|借"
    ),
    (
      "round",
      "round|raise|raised|raising|series|seed|funding|proceeds|capital increase|融资|轮|募资|募集|集资|增资"
    ),
    ("rent", "rent|rents|rental|lease|a year|per year|annual|annually|租金|每年|年租|月租|每月|年费"),
    (
      "penalty",
      "fine|fined|penalty|tax|damages|settlement|lawsuit|owed|owes|arrears|dividend|dividends|罚款|罚金|税|赔偿|违约金|欠|股息|分红"
    ),
    (
      "capital",
      "registered capital|share capital|capital of|investment of|project|plant|capex|capital expenditure|注册资本|资本额|资本金|项目|工程|投资额"
    ),
    (
      "give",
      "put in|put up|contribute|contributed|contributes|invest|invested|investing|invests|injected|inject|chipped in|adding|stake|出资|投资|投入|注资|认购|入股|拿出|掏出|出|投"
    ),
    ("share", "each|apiece|per|各|每|half"),
    (
      "may", "would|could|if|estimated|estimate|estimates|expected|analysts|target|估计|预计|若|如果|预估|目标"
    ),
    ("not", "not|no|instead|rejected|against|unlike|rival|rather|未|不|拒绝|并非"),
  ]

  /// Whether a sentence deals sums out by the order of names: "respectively", 分别.
  static func isInOrder(_ article: ArticleText, _ sentence: Range<Int>) -> Bool {
    sentence.contains { index in
      let word = article.tokens[index].word
      guard orders.first != word else { return true }
      return index + 1 < sentence.upperBound
        && orderPairs.contains { $0.0 == word && $0.1 == article.tokens[index + 1].word }
    }
  }

  private static let orders = phraseTokens("respectively").map(\.word)
  private static let orderPairs = ["分别", "依序", "依次", "各自"].compactMap {
    form -> (UInt64, UInt64)? in
    let words = phraseTokens(form).map(\.word)
    return words.count == 2 ? (words[0], words[1]) : nil
  }

  /// A form of a group: the words after its first one.
  private typealias Phrase = (rest: [UInt64], group: Int)

  private static let phrases: WordTable<[Phrase]> = {
    var table = WordTable<[Phrase]>()
    for (number, group) in groups.enumerated() {
      for form in group.words.split(separator: "|") {
        let words = phraseTokens(String(form)).map(\.word)
        guard let first = words.first else { continue }
        table[first, default: []].append((Array(words.dropFirst()), number))
      }
    }
    return table
  }()

  /// The words of all groups in a sentence.
  static func hits(in article: ArticleText, _ sentence: Range<Int>) -> [(
    tokens: Range<Int>, group: Int
  )] {
    var hits: [(tokens: Range<Int>, group: Int)] = []
    for start in sentence {
      guard let phrases = phrases[article.tokens[start].word] else { continue }
      for phrase in phrases where start + phrase.rest.count < sentence.upperBound {
        let isWhole = phrase.rest.indices.allSatisfy {
          article.tokens[start + 1 + $0].word == phrase.rest[$0]
        }
        if isWhole { hits.append((start..<start + 1 + phrase.rest.count, phrase.group)) }
      }
    }
    return hits
  }
}
