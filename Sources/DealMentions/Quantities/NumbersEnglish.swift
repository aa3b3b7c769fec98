extension QuantityReader {
  /// An English number: `1,250.5`, `$2 billion and a half`, "half a billion", "tens of millions".
  func englishFigure(at start: Int, money: Bool) -> Figure? {
    if isNumber(start) { return digitFigure(at: start, money: money) }
    let roles = sense(start).roles
    if roles.contains(.vagueSum) { return vagueSum(at: start) }
    if !roles.isDisjoint(with: [.vague, .plural]) { return vagueFigure(at: start) }
    if let figure = fractionOfScale(at: start) { return figure }
    if roles.contains(.article) { return articleFigure(at: start) }
    if !roles.isDisjoint(with: [.number, .hundred]) {
      var figure = wordFigure(at: start)
      applyScales(&figure, money: money)
      return figure
    }
    return nil
  }

  private func digitFigure(at start: Int, money: Bool) -> Figure {
    let (whole, divisor) = digits(start)
    var figure = Figure(value: whole, end: digitEnd(start), hasDigits: true)
    applyScales(&figure, money: money)
    figure.value /= divisor
    if divisor == 1 { addHalf(&figure) }
    return figure
  }

  /// "a hundred", "a million", "a few million"; "a" alone before a unit.
  private func articleFigure(at start: Int) -> Figure? {
    let next = isWord(start + 1, Sign.hyphen) ? start + 2 : start + 1
    guard continues(next) else { return nil }
    if has(next, .vague) { return vagueFigure(at: next) }
    var figure = Figure(value: 1, end: next, isArticle: true)
    if has(next, .hundred) { figure = wordFigure(at: next) }
    applyScales(&figure, money: false)
    addHalf(&figure)
    if figure.scale > 1 { figure.isArticle = false }
    return figure
  }

  /// "fifty-five", "one hundred and twenty".
  private func wordFigure(at start: Int) -> Figure {
    var value = 0.0
    var end = start
    var position = start
    while position == start || continues(position) {
      let sense = sense(position)
      if sense.roles.contains(.number) {
        guard value == 0 || joins(value, sense.value) else { break }
        value += sense.value
      } else if sense.roles.contains(.hundred) {
        value = max(value, 1) * sense.value
      } else if value > 0, isWord(position, Sign.hyphen), has(position + 1, [.number, .hundred]) {
        position += 1
        continue
      } else if value >= 100, has(position, .rangeAnd), has(position + 1, .number) {
        position += 1
        continue
      } else {
        break
      }
      position += 1
      end = position
    }
    var figure = Figure(value: value, end: end)
    addHalf(&figure)
    return figure
  }

  private func joins(_ value: Double, _ next: Double) -> Bool {
    let rest = value.truncatingRemainder(dividingBy: 100)
    return rest == 0 || (rest >= 20 && rest.truncatingRemainder(dividingBy: 10) == 0 && next < 10)
  }

  /// Multiplies a figure by the scale words that follow it.
  private func applyScales(_ figure: inout Figure, money: Bool) {
    while true {
      var position = figure.end
      if isWord(position, Sign.hyphen), has(position + 1, .scale) { position += 1 }
      guard continues(position) else { return }
      let sense = sense(position)
      let isLetter =
        sense.roles.contains(.letterScale) && isNumber(position - 1)
        && (!atoms[position].spaceBefore || money && sense.value == 1e6)
      let isHundred =
        sense.roles.contains(.hundred) && figure.hasDigits && has(position + 1, .scale)
      let isPlural = sense.roles.contains(.plural) && figure.hasDigits
      guard sense.roles.contains(.scale) || isLetter || isHundred || isPlural else { return }
      figure.value *= sense.value
      figure.scale *= sense.value
      figure.end = after(position)
    }
  }

  /// Adds "and a half".
  private func addHalf(_ figure: inout Figure) {
    var position = figure.end
    func skipHyphen() { if isWord(position, Sign.hyphen) { position += 1 } }
    skipHyphen()
    guard has(position, .rangeAnd) else { return }
    position += 1
    skipHyphen()
    guard has(position, .article) else { return }
    position += 1
    skipHyphen()
    guard has(position, .fraction), sense(position).value == 0.5 else { return }
    figure.value += 0.5 * figure.scale
    figure.end = position + 1
  }

  /// "half a billion", "a quarter of a million", "three-quarters of a billion".
  private func fractionOfScale(at start: Int) -> Figure? {
    var position = start
    var count = 1.0
    if has(position, [.article, .number]), !has(position, .fraction) {
      if has(position, .number) { count = sense(position).value }
      position += 1
      if isWord(position, Sign.hyphen) { position += 1 }
    }
    guard has(position, .fraction) else { return nil }
    var figure = Figure(value: count * sense(position).value, end: 0)
    position += 1
    if isWord(position, Sign.hyphen) { position += 1 }
    if has(position, .of) { position += 1 }
    if has(position, .article) { position += 1 }
    if isWord(position, Sign.hyphen) { position += 1 }
    guard has(position, .scale), continues(position) else { return nil }
    figure.end = position
    applyScales(&figure, money: false)
    return figure
  }

  /// "billions", "tens of millions", "a few billion".
  private func vagueFigure(at start: Int) -> Figure? {
    var position = start
    while continues(position + 1), has(position, .vague) {
      position += 1
      if has(position, .of) { position += 1 }
    }
    if isWord(position, Sign.hyphen) { position += 1 }
    guard has(position, [.scale, .plural, .hundred]) else { return nil }
    while has(position, [.scale, .plural, .hundred]) || hasScaleAfterOf(position) { position += 1 }
    return Figure(value: 0, end: position, isVague: true, scale: 1e6)
  }

  private func hasScaleAfterOf(_ position: Int) -> Bool {
    has(position, .of) && has(position + 1, [.plural, .scale])
  }

  /// "multibillion", "multi-billion".
  private func vagueSum(at start: Int) -> Figure? {
    var position = start + 1
    if isWord(position, Sign.hyphen), has(position + 1, .scale) { position += 2 }
    if has(position, .scale) { position += 1 }
    guard position > start + 1 || !isWord(start, Sign.multi) else { return nil }
    return Figure(value: 0, end: position, isVague: true, scale: 1e6)
  }
}
