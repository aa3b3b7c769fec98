import DealText

extension QuantityReader {
  /// A Chinese number: 1.02万, 十五亿, 12亿3000万, 3000余万, 数十亿.
  func chineseFigure(at start: Int) -> Figure? {
    var figure = Figure(value: 0, end: start, hasDigits: isNumber(start))
    var lastScale = Double.infinity
    while let section = section(at: figure.end, isFirst: figure.end == start) {
      guard section.scale < lastScale, figure.end == start || section.scale > 1 else { break }
      figure.value += section.value
      figure.end = section.end
      figure.bound = section.bound ?? figure.bound
      figure.isVague = figure.isVague || section.isVague
      if lastScale == .infinity { figure.scale = section.scale }
      lastScale = section.scale
      guard section.scale > 1, !section.isVague else { break }
    }
    if lastScale < .infinity, lastScale >= 1e4 { addTenth(&figure, of: lastScale) }
    return figure.end > start ? figure : nil
  }

  /// A digit that ends a figure counts tenths of its scale: 六亿二 is 620 million.
  private func addTenth(_ figure: inout Figure, of scale: Double) {
    guard !figure.hasDigits, continues(figure.end), has(figure.end, .hanDigit) else { return }
    let next = figure.end + 1
    guard !continues(next) || atoms[next].kind == .mark || has(next, .currencyAfter) else { return }
    figure.value += sense(figure.end).value * scale / 10
    figure.end = next
  }

  /// A part of a number with its scale: 12亿, 3千万, 余万.
  private func section(at start: Int, isFirst: Bool) -> Figure? {
    guard isFirst || continues(start) else { return nil }
    guard var figure = isNumber(start) ? digitSection(at: start) : hanSection(at: start) else {
      return nil
    }
    addSurplus(&figure)
    if isWord(figure.end, Sign.piece), has(figure.end + 1, .hanScale) { figure.end += 1 }
    while continues(figure.end), has(figure.end, .hanScale) {
      figure.value *= sense(figure.end).value
      figure.scale *= sense(figure.end).value
      figure.end += 1
      addSurplus(&figure)
    }
    figure.value /= figure.divisor
    return figure
  }

  private func addSurplus(_ figure: inout Figure) {
    guard continues(figure.end), has(figure.end, .hanSurplus) else { return }
    let next = figure.end + 1
    let belongs =
      has(next, [.hanScale, .currencyAfter, .classifier, .unit, .year, .percent])
    guard belongs else { return }
    figure.end = next
    figure.bound = .atLeast
  }

  private func digitSection(at start: Int) -> Figure {
    let (whole, divisor) = digits(start)
    var figure = Figure(value: whole, end: digitEnd(start), hasDigits: true, divisor: divisor)
    addSurplus(&figure)
    while continues(figure.end), has(figure.end, .hanUnit) {
      figure.value *= sense(figure.end).value
      figure.scale *= sense(figure.end).value
      figure.end += 1
    }
    if has(figure.end, [.scale, .letterScale]), isGlued(figure.end) || has(figure.end, .scale) {
      figure.value *= sense(figure.end).value
      figure.scale *= sense(figure.end).value
      figure.end += 1
    }
    return figure
  }

  /// Han numerals below ten thousand, positional ones (二〇二五), 数十, or nothing before 万 and 亿.
  private func hanSection(at start: Int) -> Figure? {
    var figure = Figure(value: 0, end: start)
    var digit: Double?
    var run = 0.0
    var digitCount = 0
    while figure.end == start || continues(figure.end) {
      let sense = sense(figure.end)
      if sense.roles.contains(.hanDigit) {
        run = run * 10 + sense.value
        digitCount += 1
        digit = sense.value
      } else if sense.roles.contains(.hanUnit) {
        figure.value += digitCount > 0 ? approximate(run, digitCount) * sense.value : sense.value
        (run, digitCount, digit) = (0, 0, nil)
      } else if sense.roles.contains(.hanVague) {
        figure.isVague = true
      } else {
        break
      }
      figure.end += 1
    }
    if let digit {
      figure.value +=
        digitCount > 1 && figure.value == 0 ? positional(run, digitCount, figure) : digit
      addDecimals(&figure)
    }
    if figure.end == start {
      guard has(start, .hanScale) else { return nil }
      figure.value = 1
    }
    return figure
  }

  /// Of 三四 before a unit the larger digit.
  private func approximate(_ run: Double, _ count: Int) -> Double {
    count == 2 ? run.truncatingRemainder(dividingBy: 10) : run
  }

  /// Of 三四 before 亿 the larger digit; of 二〇二五 the whole.
  private func positional(_ run: Double, _ count: Int, _ figure: Figure) -> Double {
    let tail = run.truncatingRemainder(dividingBy: 10)
    let isPair = count == 2 && tail - (run - tail) / 10 == 1
    return isPair && has(figure.end, [.hanScale, .hanUnit, .tenths, .year]) ? tail : run
  }

  /// Adds 点五.
  private func addDecimals(_ figure: inout Figure) {
    guard isWord(figure.end, Sign.point), has(figure.end + 1, .hanDigit) else { return }
    var unit = 0.1
    var position = figure.end + 1
    while continues(position), has(position, .hanDigit) {
      figure.value += sense(position).value * unit
      unit /= 10
      position += 1
    }
    figure.end = position
  }
}
