/// A number as a text writes it.
struct Figure {
  /// Its value; of an approximation such as 三四 the upper one.
  var value: Double
  /// The atom after it.
  var end: Int
  /// The bound that the number itself carries: 余, 多.
  var bound: BoundWord?
  /// Whether it has no figure: "billions", 数亿.
  var isVague = false
  /// The product of its scale words; 1 without one.
  var scale = 1.0
  /// Whether it begins with digits.
  var hasDigits = false
  /// What the value is still to be divided by for its decimals.
  var divisor = 1.0
  /// Whether it is an article alone, as in "a gigawatt".
  var isArticle = false
}

extension QuantityReader {
  /// The number that starts at an atom.
  func figure(at start: Int, money: Bool = false) -> Figure? {
    let roles = sense(start).roles
    if isNumber(start) {
      return isChinese ? chineseFigure(at: start) : englishFigure(at: start, money: money)
    }
    if !roles.isDisjoint(with: [.hanDigit, .hanUnit, .hanScale, .hanVague]) {
      return chineseFigure(at: start)
    }
    if !roles.isDisjoint(with: [.number, .article, .fraction, .vague, .plural, .hundred, .vagueSum])
    {
      return englishFigure(at: start, money: money)
    }
    return nil
  }
}
