import DealText

extension QuantityReader {
  /// The capacity that starts at an atom: 10 gigawatts, 4,096 H200 GPUs, 8,000万股, 服务器1,280台.
  func capacity(at start: Int) -> (quantity: Quantity, end: Int)? {
    guard let figure = figure(at: start), !figure.isVague, figure.value > 0,
      !isWord(start - 1, Sign.colon) || !isGlued(start),
      !isWord(start - 1, Sign.each), !isWord(start - 1, Sign.ordinal)
    else { return nil }
    if let range = powerRange(at: start, low: figure) { return range }
    guard let found = unit(after: figure, from: start) else { return nil }
    return capacity(figure, unit: found.unit, factor: found.factor, start..<found.end)
  }

  private func capacity(
    _ figure: Figure, unit: CapacityUnit, factor: Double, _ range: Range<Int>
  ) -> (quantity: Quantity, end: Int) {
    var value = figure.value * factor
    var unit = unit
    if unit == .megawatt, factor < 1 {
      value = figure.value / (1 / factor).rounded()
      if value >= 1000 { (value, unit) = (value / 1000, .gigawatt) }
    }
    let bounds = bounds(around: range, inner: figure.bound)
    let quantity = Quantity(
      value: .capacity(value: value, unit: unit.name, bound: bounds.word.bound),
      tokens: tokens(range), full: tokens(bounds.range))
    return (quantity, range.upperBound)
  }

  /// "100 to 150 megawatts": the upper end.
  private func powerRange(at start: Int, low: Figure) -> (quantity: Quantity, end: Int)? {
    guard continues(low.end), has(low.end, .rangeMark) || isAfterBetween(low.end, start) else {
      return nil
    }
    let next = after(low.end)
    guard continues(next), let high = figure(at: next), high.value > low.value, !high.isVague,
      let (unit, factor, end) = power(at: high.end)
    else { return nil }
    var figure = high
    figure.bound = .upTo
    return capacity(figure, unit: unit, factor: factor, start..<end)
  }

  private func isAfterBetween(_ position: Int, _ start: Int) -> Bool {
    has(position, .rangeAnd) && has(start - 1, .rangeOpener)
  }

  /// "hires 1,500 more", "a further 1,024", "4.5m of them": what was counted before.
  func bareCount(at start: Int, unit known: String?) -> (quantity: Quantity, end: Int)? {
    guard !isChinese, let figure = figure(at: start), figure.value >= 10, !figure.isVague,
      !figure.isArticle
    else { return nil }
    let isOfThem = has(figure.end, .of) && isWord(figure.end + 1, Self.them)
    let isMore =
      isWord(figure.end, Self.more) || Self.furthers.contains(atoms[max(0, start - 1)].word)
    guard isOfThem || isMore && known != nil,
      let name = isOfThem ? unitNamed(before: start) : known,
      let unit = CapacityUnit.allCases.first(where: { $0.name == name })
    else { return nil }
    return capacity(figure, unit: unit, factor: 1, start..<figure.end)
  }

  private static let them = foldedHash("them".utf8)
  private static let more = foldedHash("more".utf8)
  private static let furthers = WordSet(
    ["further", "another", "additional"].map { foldedHash($0.utf8) })

  /// The unit that the sentence named last before an atom.
  private func unitNamed(before start: Int) -> String? {
    var index = start - 1
    while index >= 0 {
      if has(index, .unit), let unit = CapacityUnit(rawValue: Int(sense(index).code)) {
        return unit.name
      }
      guard continues(index) else { return nil }
      index -= 1
    }
    return nil
  }

  private typealias Found = (unit: CapacityUnit, factor: Double, end: Int)

  private func unit(after figure: Figure, from start: Int) -> Found? {
    if let power = power(at: figure.end) { return power }
    guard !figure.isArticle else { return nil }
    return isChinese || has(figure.end, .classifier)
      ? chineseUnit(after: figure, from: start) : englishUnit(after: figure, from: start)
  }

  /// A unit of power, not of energy.
  private func power(at index: Int) -> Found? {
    var position = index
    if isWord(position, Sign.hyphen) { position += 1 }
    guard continues(position), has(position, .unit),
      let unit = CapacityUnit(rawValue: Int(sense(position).code)),
      unit == .gigawatt || unit == .megawatt
    else { return nil }
    var next = after(position)
    if isWord(next, Sign.hyphen) { next += 1 }
    guard !isHour(next) else { return nil }
    return (unit, sense(position).value, after(position))
  }

  private func isHour(_ index: Int) -> Bool {
    isWord(index, Self.hour) || isWord(index, Self.hours) || isWord(index, Self.hanHour)
      || isGlued(index) && isWord(index, Self.h)
  }

  private static let hour = foldedHash("hour".utf8)
  private static let hours = foldedHash("hours".utf8)
  private static let hanHour = foldedHash("时".utf8)
  private static let h = foldedHash("h".utf8)

  /// "433.3 million newly issued shares", "6,000 of Nvidia's GPUs", "512 H100s".
  private func englishUnit(after figure: Figure, from start: Int) -> Found? {
    var position = figure.end
    var model: Int?
    for _ in 0..<8 {
      guard continues(position) else { break }
      let roles = sense(position).roles
      if roles.contains(.unit) {
        guard let unit = CapacityUnit(rawValue: Int(sense(position).code)), unit != .gigawatt,
          unit != .megawatt, isCount(figure, of: unit, at: start)
        else { return nil }
        return (unit, 1, after(position))
      }
      if isModel(position) { model = position }
      guard model == position || mayQualify(position) else { break }
      position += 1
    }
    guard let model, isPluralModel(model) else { return nil }
    return (.processor, 1, model + 1)
  }

  /// Whether a number can count the unit: years do not count shares.
  private func isCount(_ figure: Figure, of unit: CapacityUnit, at start: Int) -> Bool {
    if unit == .share, let year = integer(start), figure.end == start + 1 {
      return !(1900...2100).contains(year)
    }
    return true
  }

  /// Whether a word can stand between a number and what it counts.
  private func mayQualify(_ index: Int) -> Bool {
    let atom = atoms[index]
    if atom.kind == .mark { return isWord(index, Sign.hyphen) || isWord(index, Sign.apostrophe) }
    guard atom.kind == .word, !Self.stoppers.contains(atom.word) else { return false }
    let text = bytes(index)
    guard text.last == 0x73, text.count > 3, !atom.isCapital else { return true }
    return Self.qualifiers.contains(atom.word)
  }

  private static let stoppers = WordSet(
    """
    and or in for at to with by per on from as that which who whose when while are is was were will \
    has have had people companies sites data centre center a an year years month months percent per \
    dollars euros pounds worth into under over than through between customers employees staff after
    """.split(separator: " ").map { foldedHash($0.utf8) })
  private static let qualifiers = WordSet(
    ["graphics", "its", "gross", "class", "wireless", "previous", "such", "ampere's"].map {
      foldedHash($0.utf8)
    })

  /// Whether a word is a processor's model: H200, GB300s, MI450.
  func isModel(_ index: Int) -> Bool {
    guard atoms.indices.contains(index), atoms[index].kind == .word, atoms[index].isCapital else {
      return false
    }
    let text = bytes(index)
    let letters = text.prefix { $0 >= 0x41 && $0 <= 0x5A }.count
    let digits = text.dropFirst(letters).prefix { isDigit($0) }.count
    return (1...3).contains(letters) && (2...4).contains(digits)
      && text.count - letters - digits <= 2
  }

  private func isPluralModel(_ index: Int) -> Bool { bytes(index).last == 0x73 }
}
