import DealText

extension QuantityReader {
  typealias CapacityFound = (unit: CapacityUnit, factor: Double, end: Int)

  /// 8000万股, 1.02万张卡, 40万块GB200, 620台GPU服务器, 服务器1,280台, 20万颗.
  func chineseUnit(after figure: Figure, from start: Int) -> CapacityFound? {
    let position = figure.end
    guard continues(position) else { return nil }
    if has(position, .unit), let unit = CapacityUnit(rawValue: Int(sense(position).code)) {
      return directUnit(unit, at: position, figure: figure, from: start)
    }
    guard has(position, .classifier), figure.value >= 2 || !isChinese else {
      return isModel(position) && figure.scale > 1 ? (.processor, 1, position + 1) : nil
    }
    switch atoms[position].word {
    case Self.machine: return server(at: position, from: start)
    case Self.portion: return warrant(at: position)
    case Self.set: return nil
    case Self.card: return (.processor, 1, position + 1)
    default: return processor(at: position, figure: figure)
    }
  }

  private static let machine = foldedHash("台".utf8)
  private static let portion = foldedHash("份".utf8)
  private static let card = foldedHash("卡".utf8)
  private static let grain = foldedHash("颗".utf8)
  private static let set = foldedHash("套".utf8)
  private static let slice = foldedHash("片".utf8)
  private static let block = foldedHash("块".utf8)
  private static let stock = foldedHash("股".utf8)

  private func directUnit(
    _ unit: CapacityUnit, at position: Int, figure: Figure, from start: Int
  ) -> CapacityFound? {
    guard unit == .share else { return (unit, 1, after(position)) }
    // 一股热潮 is no share; 一股黄金股 is one.
    if !figure.hasDigits, figure.value < 10 {
      let near = position + 1..<min(position + 7, atoms.count)
      guard near.contains(where: { isWord($0, Self.stock) && continues($0) }) else { return nil }
    }
    return (unit, 1, position + 1)
  }

  /// 台 counts servers where they are named near it.
  private func server(at position: Int, from start: Int) -> CapacityFound? {
    var index = position + 1
    while index < min(position + 12, atoms.count), continues(index), !isBreak(index) {
      if isServer(index) { return (.server, 1, after(index)) }
      index += 1
    }
    for index in stride(from: start - 1, through: max(0, start - 5), by: -1)
    where isServer(index) && after(index) <= start {
      return (.server, 1, position + 1)
    }
    return nil
  }

  private func isServer(_ index: Int) -> Bool {
    has(index, .unit) && sense(index).code == Int32(CapacityUnit.server.rawValue)
  }

  private func isBreak(_ index: Int) -> Bool {
    atoms[index].kind == .number
      || atoms[index].kind == .mark && !isWord(index, Sign.hyphen) && !isWord(index, Sign.plus)
  }

  private static let warrants: [UInt64] = ["认", "股", "购", "期"].map { foldedHash($0.utf8) }

  /// 2400万份认股权证.
  private func warrant(at position: Int) -> CapacityFound? {
    guard continues(position + 1), Self.warrants.contains(atoms[position + 1].word) else {
      return nil
    }
    return (.share, 1, position + 1)
  }

  /// 张, 块, 枚, 颗, 片 count processors where one is named near them.
  private func processor(at position: Int, figure: Figure) -> CapacityFound? {
    let isGrain = isWord(position, Self.grain)
    var hasModel = false
    var index = position + 1
    while index < min(position + 14, atoms.count), continues(index) {
      if has(index, .unit), let unit = CapacityUnit(rawValue: Int(sense(index).code)) {
        guard unit == .chip || unit == .processor else { break }
        let counts = unit == .processor || !isGrain && !isWord(index, Self.tpu)
        return (counts ? .processor : .chip, 1, after(index))
      }
      if isWord(index, Self.card) { return (.processor, 1, index + 1) }
      if isModel(index) { hasModel = true }
      if !isModel(index), isBreak(index) { break }
      index += 1
    }
    if hasModel { return (.processor, 1, position + 1) }
    guard figure.scale >= 1000 || figure.value >= 100, mentionsProcessors else { return nil }
    guard !isWord(position, Self.slice), !isWord(position, Self.block),
      !has(position + 1, .currencyAfter)
    else { return nil }
    return (isGrain ? .chip : .processor, 1, position + 1)
  }

  private static let tpu = foldedHash("tpu".utf8)

  /// Whether the article names processors at all.
  private var mentionsProcessors: Bool {
    atoms.indices.contains { has($0, .processor) || isModel($0) || isWord($0, Self.card) }
  }
}
