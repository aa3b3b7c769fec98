/// What a word or phrase can mean in a quantity.
struct QuantitySense: Sendable {
  /// The parts a word can play.
  struct Roles: OptionSet, Sendable {
    let rawValue: UInt64

    static let number = Roles(rawValue: 1)  // value: one, twelve, forty
    static let hundred = Roles(rawValue: 1 << 1)
    static let scale = Roles(rawValue: 1 << 2)  // value: thousand, million, bn
    static let letterScale = Roles(rawValue: 1 << 3)  // value: m, b, k, t: only right after digits
    static let fraction = Roles(rawValue: 1 << 4)  // value: half, third, quarter
    static let article = Roles(rawValue: 1 << 5)
    static let vague = Roles(rawValue: 1 << 6)  // several, dozens of, tens of
    static let plural = Roles(rawValue: 1 << 7)  // millions, billions

    static let hanDigit = Roles(rawValue: 1 << 8)  // value
    static let hanUnit = Roles(rawValue: 1 << 9)  // value: ten, hundred, thousand
    static let hanScale = Roles(rawValue: 1 << 10)  // value: 万, 亿, 兆
    static let hanVague = Roles(rawValue: 1 << 11)  // 数, 几
    static let hanSurplus = Roles(rawValue: 1 << 12)  // 余, 多
    static let hanHalf = Roles(rawValue: 1 << 13)

    static let currencyBefore = Roles(rawValue: 1 << 14)  // code: form
    static let currencyAfter = Roles(rawValue: 1 << 15)  // code: form
    static let needsScale = Roles(rawValue: 1 << 16)  // a currency only after a large number
    static let percent = Roles(rawValue: 1 << 17)
    static let percentBefore = Roles(rawValue: 1 << 18)  // 百分之
    static let percentPoint = Roles(rawValue: 1 << 19)
    static let tenths = Roles(rawValue: 1 << 20)  // 成

    static let unit = Roles(rawValue: 1 << 21)  // code: unit; value: factor
    static let classifier = Roles(rawValue: 1 << 22)  // 张, 块, 颗, 台
    static let processor = Roles(rawValue: 1 << 23)  // a model's or maker's word
    static let year = Roles(rawValue: 1 << 24)  // value: years
    static let month = Roles(rawValue: 1 << 25)  // code
    static let weekday = Roles(rawValue: 1 << 26)  // code, Monday is 0
    static let day = Roles(rawValue: 1 << 27)  // value: days from the article's
    static let relativeMonth = Roles(rawValue: 1 << 28)  // value: months from the article's
    static let relativeYear = Roles(rawValue: 1 << 29)  // value: years from the article's
    static let season = Roles(rawValue: 1 << 30)
    static let holiday = Roles(rawValue: 1 << 31)  // code: month * 100 + day

    static let boundBefore = Roles(rawValue: 1 << 32)  // code: bound
    static let boundAfter = Roles(rawValue: 1 << 33)  // code: bound
    static let boundFiller = Roles(rawValue: 1 << 34)
    static let perYearBefore = Roles(rawValue: 1 << 35)
    static let perYearAfter = Roles(rawValue: 1 << 36)
    static let perUnitBefore = Roles(rawValue: 1 << 37)
    static let perUnitAfter = Roles(rawValue: 1 << 38)
    static let rangeMark = Roles(rawValue: 1 << 39)  // to, -, 至
    static let rangeAnd = Roles(rawValue: 1 << 40)  // and, 和
    static let rangeOpener = Roles(rawValue: 1 << 41)  // between
    static let change = Roles(rawValue: 1 << 42)  // from: "from 5 to 6" is no range
    static let stakeNoun = Roles(rawValue: 1 << 43)  // stake, shares, 股权
    static let whole = Roles(rawValue: 1 << 44)  // all of the equity, 全部股权
    static let notTerm = Roles(rawValue: 1 << 45)  // ago, old, earlier
    static let past = Roles(rawValue: 1 << 46)  // past, last
    static let relativeWeek = Roles(rawValue: 1 << 47)  // value: days from the article's
    static let ahead = Roles(rawValue: 1 << 48)  // will, due, 将
    static let sameDay = Roles(rawValue: 1 << 50)  // value: days from the last date
    static let next = Roles(rawValue: 1 << 52)
    static let last = Roles(rawValue: 1 << 53)
    static let this = Roles(rawValue: 1 << 54)
    static let of = Roles(rawValue: 1 << 55)
    static let vagueSum = Roles(rawValue: 1 << 56)  // multibillion
    static let ordinal = Roles(rawValue: 1 << 58)  // code
    static let later = Roles(rawValue: 1 << 59)  // value: +1 later, -1 earlier
    static let weekWord = Roles(rawValue: 1 << 60)
    static let perUnitNoun = Roles(rawValue: 1 << 62)
  }

  var roles: Roles
  var value: Double
  var code: Int32

  static let none = QuantitySense(roles: [], value: 0, code: 0)
}
