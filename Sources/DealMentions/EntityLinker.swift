import DealLexicon
import DealText

/// Joins names of one article that mean the same party.
///
/// Two names are one party when they are equal without legal forms, when the curated table says so,
/// when one opens the other and what is left names no unit of its own, or when one is made of the
/// other's initials.
struct EntityLinker {
  private let article: ArticleText
  private let lexicon: Lexicon
  private(set) var entities: [Entity] = []
  private var byKey: [String: Int] = [:]
  /// The entities of names that were met before, by the hashes of their words.
  private var bySpelling = WordTable<Int>()
  private var byKnown: [Int: Int] = [:]
  private var keys: [[String]] = []
  private var keyScalars: [[UInt32]] = []
  private var keyInitials: [String] = []
  /// The entities whose names begin with a word, or have it for initials; of Chinese names, those with a
  /// character among their first four.
  private var byBeginning: [String: [Int]] = [:]
  private var byScalar: [UInt32: [Int]] = [:]

  init(_ article: ArticleText, _ lexicon: Lexicon) {
    self.article = article
    self.lexicon = lexicon
  }

  /// The entity of each name; the longest names are met first, so that short forms find them.
  mutating func link(_ names: [Range<Int>]) -> [Int] {
    var entityOfName = [Int](repeating: -1, count: names.count)
    let order = names.indices.sorted {
      (-article.bytes(of: names[$0]).count, $0) < (-article.bytes(of: names[$1]).count, $1)
    }
    for index in order { entityOfName[index] = entity(of: names[index]) }
    joinAliases(&entityOfName, names)
    renumber(&entityOfName, names)
    return entityOfName
  }

  /// Makes one party of a name and the short name that follows it alone in brackets:
  /// `Kestrel Holdings Limited ("KHL")`, 明辰置业有限公司(以下简称“明辰”).
  private mutating func joinAliases(_ entityOfName: inout [Int], _ names: [Range<Int>]) {
    for index in names.indices.dropLast() {
      let (long, short) = (entityOfName[index], entityOfName[index + 1])
      guard long != short, isAlias(names[index], names[index + 1]),
        entities[long].known == nil || entities[short].known == nil
      else { continue }
      if entities[long].known == nil { entities[long].known = entities[short].known }
      for other in entityOfName.indices where entityOfName[other] == short {
        entityOfName[other] = long
      }
    }
  }

  private func isAlias(_ long: Range<Int>, _ short: Range<Int>) -> Bool {
    let gap = long.upperBound..<short.lowerBound
    guard gap.count >= 1, gap.count <= 8, short.upperBound < article.tokens.count,
      article.tokens[gap.lowerBound].word == Self.opening,
      article.tokens[gap].dropFirst().allSatisfy({
        Self.quotes.contains($0.word) || Self.calling.contains($0.word)
      })
    else { return false }
    var end = short.upperBound
    while end < article.tokens.count, Self.quotes.contains(article.tokens[end].word) { end += 1 }
    return end < article.tokens.count && article.tokens[end].word == Self.closing
  }

  private static let opening = atom("(")
  private static let closing = atom(")")
  private static let quotes = hashes("\" “ ” ' ‘ ’ 「 」 『 』 《 》")
  private static let calling = hashes("the hereinafter or : 以 下 简 称 或 为 后")
  private static func hashes(_ words: String) -> WordSet {
    WordSet(words: words)
  }

  /// Numbers the entities by first meeting and collects their forms.
  private mutating func renumber(_ entityOfName: inout [Int], _ names: [Range<Int>]) {
    var numbers: [Int: Int] = [:]
    var ordered: [Entity] = []
    for index in names.indices {
      let old = entityOfName[index]
      let number = numbers[old] ?? ordered.count
      if number == ordered.count {
        numbers[old] = number
        ordered.append(Entity(known: entities[old].known, forms: [], mentions: []))
      }
      entityOfName[index] = number
      let form = surface(names[index])
      if !ordered[number].forms.contains(form) { ordered[number].forms.append(form) }
    }
    entities = ordered
  }

  /// The form as the article spells it.
  private func surface(_ range: Range<Int>) -> String {
    let original = article.normal.originalRange(of: article.bytes(of: range))
    return String(decoding: article.source.text[original], as: UTF8.self)
  }

  private mutating func entity(of range: Range<Int>) -> Int {
    let spelling = article.tokens[range].reduce(1) { mixed($0, $1.word) }
    if let entity = bySpelling[spelling] { return entity }
    let entity = newEntity(of: range)
    bySpelling[spelling] = entity
    return entity
  }

  private mutating func newEntity(of range: Range<Int>) -> Int {
    let words = Self.core(article.tokens[range].map { article.normal.string($0.range) })
    let key = words.joined(separator: " ")
    if let entity = byKey[key] { return entity }
    let known = lexicon.parties.party(of: range, in: article.tokens)
    if let known, let entity = byKnown[known] {
      byKey[key] = entity
      return entity
    }
    if let entity = longerName(words, known) {
      byKey[key] = entity
      if let known, entities[entity].known == nil { entities[entity].known = known }
      return entity
    }
    let entity = entities.count
    entities.append(Entity(known: known, forms: [], mentions: []))
    remember(words, entity)
    byKey[key] = entity
    if let known { byKnown[known] = entity }
    return entity
  }

  /// Keeps the name of an entity, so that shorter ones find it.
  private mutating func remember(_ words: [String], _ entity: Int) {
    keys.append(words)
    keyInitials.append(
      String(words.filter { !Self.smallWords.contains(foldedHash($0.utf8)) }.compactMap(\.first)))
    keyScalars.append(article.language.isChinese ? Self.scalars(words) : [])
    if let first = words.first { byBeginning[first, default: []].append(entity) }
    if let initials = keyInitials.last, initials != words.first {
      byBeginning[initials, default: []].append(entity)
    }
    for scalar in Set(keyScalars[entity].prefix(4)) {
      byScalar[scalar, default: []].append(entity)
    }
  }

  /// The one entity whose name is a longer form of `words`.
  private func longerName(_ words: [String], _ known: Int?) -> Int? {
    let isChinese = article.language.isChinese && Self.isHan(words)
    let scalars = isChinese ? Self.scalars(words) : []
    let near =
      isChinese ? scalars.first.flatMap { byScalar[$0] } : words.first.flatMap { byBeginning[$0] }
    var match: Int?
    for index in near ?? [] {
      if let known, let other = entities[index].known, known != other { continue }
      guard
        isChinese
          ? Self.shortens(scalars, keyScalars[index])
          : Self.shortens(words, keys[index], keyInitials[index])
      else { continue }
      if match != nil { return nil }
      match = index
    }
    return match
  }

  private static func scalars(_ words: [String]) -> [UInt32] {
    words.flatMap { $0.unicodeScalars.map(\.value) }
  }

  private static func isHan(_ words: [String]) -> Bool {
    words.contains { $0.utf8.first.map { $0 >= 0xE3 } ?? false }
  }

  /// Whether a Latin name is a short form: its first words, or its initials.
  private static func shortens(_ short: [String], _ long: [String], _ initials: String) -> Bool {
    guard short.count < long.count, !short.isEmpty else { return false }
    if long[0] == short[0], long.starts(with: short) {
      return !unitWords.contains(foldedHash(long[short.count].utf8))
        && short.joined().utf8.count > 1
    }
    return short.count == 1 && short[0].utf8.count > 1 && initials == short[0]
  }

  /// Whether a Chinese name is a short form: found in the long one, with only a place before it and
  /// a trade or legal form after it.
  private static func shortens(_ short: [UInt32], _ long: [UInt32]) -> Bool {
    guard short.count >= 2, short.count < long.count, let start = find(short, in: long) else {
      return isAbbreviation(short, of: long)
    }
    let rest = long[(start + short.count)...]
    return start <= 3 && (rest.isEmpty || endsAsCompany(rest))
  }

  private static func find(_ short: [UInt32], in long: [UInt32]) -> Int? {
    (0...long.count - short.count).first { start in
      long[start] == short[0] && long[start...].starts(with: short)
    }
  }

  private static func endsAsCompany(_ name: ArraySlice<UInt32>) -> Bool {
    companyEndings.contains { name.suffix($0.count).elementsEqual($0) }
  }

  /// Whether the characters of `short` occur in `long` in order, its first character first or after
  /// a place, and `long` ends as companies do: 合肥产投 of 合肥市产业投资控股有限公司.
  private static func isAbbreviation(_ short: [UInt32], of long: [UInt32]) -> Bool {
    guard short.count >= 2, long.count >= short.count + 3, long[0] == short[0],
      endsAsCompany(long[...])
    else { return false }
    var rest = long[...]
    for character in short {
      guard let index = rest.firstIndex(of: character) else { return false }
      rest = rest[(index + 1)...]
    }
    return true
  }

  private static let companyEndings: [[UInt32]] = [
    "公司", "集团", "股份", "有限合伙", "(有限合伙)", "企业", "控股", "科技", "技术", "银行", "基金", "资本",
    "合伙", "集团公司", "实业", "电子", "药业", "医药", "智能", "生物", "能源",
  ].map { $0.unicodeScalars.map(\.value) }

  /// Words after a name that make it another party: a unit or fund of the first.
  private static let unitWords = WordSet(
    [
      "ventures", "capital", "cloud", "bank", "foundation", "fund", "finance", "financial",
      "energy",
      "insurance", "pictures", "games", "studios", "music", "research", "india", "china", "japan",
      "europe", "asia", "america", "uk", "vision", "leasing", "logistics", "power", "credit",
      "partners", "realty", "properties", "infrastructure",
    ].map { foldedHash($0.utf8) })

  private static let smallWords = WordSet(
    ["of", "the", "and", "&", "for", "de", "du", "la"].map { foldedHash($0.utf8) })

  /// The words of a name in lower case without article and legal forms.
  private static func core(_ words: [String]) -> [String] {
    var words = words.map { $0.lowercased() }.filter { $0 != "." && $0 != "," && $0 != "·" }
    if words.first == "the", words.count > 1 { words.removeFirst() }
    while words.count > 1, let last = words.last, legalForms.contains(foldedHash(last.utf8)) {
      words.removeLast()
    }
    return words
  }

  private static let legalForms = WordSet(
    [
      "inc", "inc.", "corp", "corp.", "corporation", "incorporated", "company", "co", "co.", "ltd",
      "ltd.", "limited", "llc", "l.l.c", "lp", "l.p", "llp", "plc", "ag", "sa", "s.a", "s.a.", "se",
      "nv", "n.v", "n.v.", "bv", "b.v", "b.v.", "gmbh", "ab", "a.b", "as", "a/s", "asa", "oy",
      "oyj",
      "aps", "spa", "s.p.a", "s.p.a.", "srl", "s.r.l", "kk", "k.k", "k.k.", "pty", "pte", "pvt",
      "private", "holdings", "holding", "group", "bhd", "sdn", "tbk", "zrt", "zrt.", "kft", "d.o.o",
      "sas", "s.a.s", "ug", "kg", "kgaa", "sarl", "public", "berhad", "pjsc", "psc", "jsc", "ojsc",
      "technologies", "p.l.c", "p.l.c.", "&", "s", "p", "a", "o.o", "z", "(",
    ].map { foldedHash($0.utf8) })
}
