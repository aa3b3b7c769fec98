package import DealLexicon
package import DealText

/// Makes the features of tokens for the name tagger.
///
/// The signs are those of named-entity recognition by sequence models: the words around, their
/// shapes and endings, word classes, curated names, and what the rest of the article says.
package final class NameFeatures {
  package let article: ArticleText
  package let classes: TokenClasses
  package let memory: NameMemory

  private let shapes: [UInt64]
  private let vocabulary: Vocabulary
  private let pairs: [Pair]

  package init(
    _ article: ArticleText, classes: TokenClasses, memory: NameMemory, vocabulary: Vocabulary
  ) {
    self.article = article
    self.vocabulary = vocabulary
    pairs = Self.pairs(article, memory, vocabulary)
    self.classes = classes
    self.memory = memory
    shapes = article.tokens.map { Self.shapeAtoms[Self.shapeIndex($0)] }
  }

  /// Whether a name may begin at a token.
  package func mayBegin(_ index: Int) -> Bool {
    let token = article.tokens[index]
    if token.kind == .han { return true }
    if token.kind == .number { return article.language.isChinese || mayBeginNumeric(index) }
    guard token.kind == .word else { return false }
    return token.hasCapital || classes.known[index] == 1
      || article.language.isChinese
      || article.normal.bytes[Int(token.start)] >= 0x80
  }

  /// Whether a name may go on with a token.
  package func mayContinue(_ index: Int) -> Bool {
    let token = article.tokens[index]
    if article.language.isChinese { return token.kind != .mark || Self.isJoint(token.word) }
    if token.hasCapital || token.kind == .number || classes.known[index] != 0 { return true }
    return Self.isJoint(token.word)
  }

  private func mayBeginNumeric(_ index: Int) -> Bool {
    let next = index + 1
    return next < article.tokens.count && article.tokens[next].hasCapital
  }

  /// Words and marks that stand inside names.
  private static let joints = WordSet(
    [
      "of", "the", "and", "&", "de", "la", "le", "du", "des", "der", "van", "von", "del", "di",
      "da", "do", "for", "y", "et", "und", "og", "och", "en", "al", "el", "bin", "+", "-", "/", "!",
      ".", "'", "'s", "s", "·", "(", ")", "for", "to", "in", "on", "'", ":", "e", "i",
    ].map { foldedHash($0.utf8) })

  private static func isJoint(_ word: UInt64) -> Bool { joints.contains(word) }

  /// Adds the features of a token that do not depend on tags.
  package func add(_ index: Int, in sentence: Range<Int>, to buffer: inout FeatureBuffer) {
    addOwn(index, in: sentence, to: &buffer)
  }

  /// Adds the features of the tag before a token.
  package func addTag(
    _ tag: Int, _ index: Int, in sentence: Range<Int>, to buffer: inout FeatureBuffer
  ) {
    Self.addTag(tag, shape: shapeIndex(index), to: &buffer)
    addTagOwn(tag, index, in: sentence, to: &buffer)
  }

  /// As ``add(_:in:to:)``, for whatever takes features.
  func addOwn(_ index: Int, in sentence: Range<Int>, to sink: inout some FeatureSink) {
    typealias T = NameTemplate
    let word = word(index, sentence)
    let before = self.word(index - 1, sentence)
    let after = self.word(index + 1, sentence)
    let beforeTwo = self.word(index - 2, sentence)
    let afterTwo = self.word(index + 2, sentence)
    sink.add(T.bias)
    sink.add(T.word, word)
    sink.add(T.before, before)
    sink.add(T.after, after)
    sink.add(T.beforeTwo, beforeTwo)
    sink.add(T.afterTwo, afterTwo)
    sink.add(T.pairBefore, before, word)
    sink.add(T.pairAfter, word, after)
    sink.add(T.pairAround, before, after)
    let shape = shape(index, sentence)
    sink.add(T.shape, shape, index == sentence.lowerBound ? Self.yes : Self.no)
    sink.add(
      T.shapes, self.shape(index - 1, sentence), shape, self.shape(index + 1, sentence))
    let classHere = classAtom(index, sentence)
    if classHere != 0 { sink.add(T.wordClass, classHere, shape) }
    let classBefore = classAtom(index - 1, sentence)
    if classBefore != 0 { sink.add(T.classBefore, classBefore, shape) }
    let classAfter = classAtom(index + 1, sentence)
    if classAfter != 0 { sink.add(T.classAfter, classAfter, shape) }
    let classTwoAfter = classAtom(index + 2, sentence)
    if classTwoAfter != 0 { sink.add(T.classTwoAfter, classTwoAfter, shape) }
    if let frame = frame(index - 1, sentence) { sink.add(T.triggerBefore, frame, shape) }
    if let frame = frame(index, sentence) { sink.add(T.triggerHere, frame, shape) }
    if let frame = frame(index + 1, sentence) { sink.add(T.triggerAfter, frame, shape) }
    addCommon(index, sentence, shape, to: &sink)
    sink.add(T.known, Self.digits[Int(classes.known[index])], shape)
    if article.language.isChinese {
      sink.add(T.farBefore, beforeTwo, before)
      sink.add(T.farAfter, after, afterTwo)
      sink.add(T.triple, before, word, after)
    } else {
      addLatin(index, sentence, shape, to: &sink)
    }
  }

  private func addLatin(
    _ index: Int, _ sentence: Range<Int>, _ shape: UInt64, to sink: inout some FeatureSink
  ) {
    let token = article.tokens[index]
    guard token.kind == .word else { return }
    let (start, end) = (Int(token.start), Int(token.end))
    sink.add(NameTemplate.suffix, hash(Self.hyphen, max(start, end - 3)..<end))
    sink.add(NameTemplate.longSuffix, hash(Self.hyphen, max(start, end - 4)..<end))
    sink.add(
      NameTemplate.prefix, foldedHash(hash(emptyHash, start..<min(end, start + 3)), 0x2D))
    addRun(index, sentence, shape, to: &sink)
    if token.hasCapital {
      let lowered = memory.isLowerElsewhere(token.word)
      sink.add(NameTemplate.lowerElsewhere, lowered ? Self.yes : Self.no, shape)
    }
  }

  /// A hash of bytes that goes on with those of a range.
  private func hash(_ first: UInt64, _ range: Range<Int>) -> UInt64 {
    var hash = first
    for index in range { hash = foldedHash(hash, article.normal.bytes[index]) }
    return hash
  }

  private static let hyphen = foldedHash(emptyHash, 0x2D)

  /// What the whole run of capitalised words says that a token stands in.
  private func addRun(
    _ index: Int, _ sentence: Range<Int>, _ shape: UInt64, to sink: inout some FeatureSink
  ) {
    typealias T = NameTemplate
    guard article.tokens[index].hasCapital else { return }
    var first = index
    var last = index
    while first > sentence.lowerBound, index - first < 6, isInRun(first - 1) { first -= 1 }
    while last + 1 < sentence.upperBound, last - index < 6, isInRun(last + 1) { last += 1 }
    let place =
      first == last
      ? Self.only : index == first ? Self.first : index == last ? Self.last : Self.middle
    let lastKind = classAtom(last, sentence)
    if lastKind != 0 { sink.add(T.runLast, place, lastKind) }
    let firstKind = classAtom(first, sentence)
    if firstKind != 0 { sink.add(T.runFirst, place, firstKind) }
    sink.add(
      T.capitalCount, Self.numbers[min(3, memory.capitalCount(article.tokens[index].word))],
      index == sentence.lowerBound ? Self.yes : Self.no, shape)
  }

  private func isInRun(_ index: Int) -> Bool {
    let token = article.tokens[index]
    return token.hasCapital || token.word == Self.ampersand || token.kind == .number
  }

  /// Whether the word, or the pairs of characters around it, are common.
  private func addCommon(
    _ index: Int, _ sentence: Range<Int>, _ shape: UInt64, to sink: inout some FeatureSink
  ) {
    guard article.language.isChinese else {
      let isCommon = vocabulary.contains(article.tokens[index].word)
      sink.add(NameTemplate.commonShape, isCommon ? Self.yes : Self.no, shape)
      return
    }
    // What pairs outside the sentence say stands for no pair.
    func pair(_ first: Int) -> Pair {
      first >= sentence.lowerBound && first + 1 < sentence.upperBound ? pairs[first] : .outside
    }
    let (wideBefore, before) = (pair(index - 2), pair(index - 1))
    let (after, wideAfter) = (pair(index), pair(index + 1))
    let near = (before.isCommon ? 2 : 0) + (after.isCommon ? 1 : 0)
    let wide = (wideBefore.isCommon ? 2 : 0) + (wideAfter.isCommon ? 1 : 0)
    let numbers = Self.numbers
    sink.add(NameTemplate.common, numbers[near], shape)
    sink.add(NameTemplate.commonAround, numbers[near], numbers[wide])
    let atoms = Self.pairAtoms
    let (one, two) = (atoms[Int(before.rawValue)], atoms[Int(after.rawValue)])
    sink.add(NameTemplate.repeats, one, two)
    sink.add(NameTemplate.repeatsWide, atoms[Int(wideBefore.rawValue)], one, two)
    sink.add(NameTemplate.repeatsNext, one, two, atoms[Int(wideAfter.rawValue)])
  }

  /// What is known of a pair of tokens: it is no pair of Han characters, a common one, or stands some
  /// number of times in the article; or it is not inside the sentence.
  private enum Pair: UInt8 {
    case never, once, twice, often
    case common, other, outside

    var isCommon: Bool { self == .common || self == .other }
  }

  private static let pairAtoms = numbers + [yes, no, begins]

  /// What is known of each token with the next one, in Chinese.
  private static func pairs(
    _ article: ArticleText, _ memory: NameMemory, _ vocabulary: Vocabulary
  ) -> [Pair] {
    guard article.language.isChinese else { return [] }
    let tokens = article.tokens
    return tokens.indices.map { index in
      guard index + 1 < tokens.count else { return .outside }
      let (one, two) = (tokens[index], tokens[index + 1])
      guard one.kind == .han, two.kind == .han else { return .other }
      let pair = Vocabulary.pair(one.word, two.word)
      if vocabulary.contains(pair) { return .common }
      return Pair(rawValue: UInt8(min(3, memory.pairCount(pair)))) ?? .often
    }
  }

  /// Adds the features of the tag before a token of a shape that don't depend on its word.
  static func addTag(_ tag: Int, shape: Int, to sink: inout some FeatureSink) {
    sink.add(NameTemplate.tag, digits[tag])
    sink.add(NameTemplate.tagShape, digits[tag], shapeAtoms[shape])
  }

  /// The number of shapes.
  static let shapeCount = shapeWords.count

  /// The number of a token's shape.
  func shapeIndex(_ index: Int) -> Int { Self.shapeIndex(article.tokens[index]) }

  /// Adds the features of the tag before a token that depend on the words.
  func addTagOwn(
    _ tag: Int, _ index: Int, in sentence: Range<Int>, to sink: inout some FeatureSink
  ) {
    let atom = Self.digits[tag]
    sink.add(NameTemplate.tagWord, atom, word(index, sentence))
    sink.add(NameTemplate.tagBefore, atom, word(index - 1, sentence))
    let classHere = classAtom(index, sentence)
    if classHere != 0 { sink.add(NameTemplate.tagClass, atom, classHere) }
  }

  private func word(_ index: Int, _ sentence: Range<Int>) -> UInt64 {
    guard sentence.contains(index) else {
      return index < sentence.lowerBound ? Self.begins : Self.ends
    }
    let token = article.tokens[index]
    return token.kind == .number ? Self.number : token.word
  }

  private func shape(_ index: Int, _ sentence: Range<Int>) -> UInt64 {
    sentence.contains(index) ? shapes[index] : Self.begins
  }

  private func classAtom(_ index: Int, _ sentence: Range<Int>) -> UInt64 {
    sentence.contains(index) ? classes.atoms[index] : 0
  }

  private func frame(_ index: Int, _ sentence: Range<Int>) -> UInt64? {
    guard sentence.contains(index), classes.frames[index] != 0 else { return nil }
    return classes.frames[index]
  }

  private static let begins = atom("<s>")
  private static let ends = atom("</s>")
  private static let number = atom("<n>")
  private static let only = atom("only")
  private static let first = atom("first")
  private static let middle = atom("middle")
  private static let last = atom("last")
  private static let ampersand = atom("&")
  private static let yes = atom("yes")
  private static let no = atom("no")
  private static let digits = [atom("0"), atom("1"), atom("2")]
  private static let numbers = [atom("0"), atom("1"), atom("2"), atom("3")]

  private static let shapeWords = [
    "none", "lower", "capital", "upper", "initial", "mixed", "number", "han", "mark",
  ]
  private static let shapeAtoms = shapeWords.map { foldedHash($0.utf8) }

  private static func shapeIndex(_ token: Token) -> Int {
    switch token.kind {
    case .word: Int(token.shape.rawValue)
    case .number: 6
    case .han: 7
    case .mark: 8
    }
  }

  /// Every word that stands for an atom, apart from the words of articles.
  package static let atomWords =
    ["<s>", "</s>", "<n>", "yes", "no", "0", "1", "2", "3", "only", "first", "middle", "last"]
    + shapeWords + TokenClasses.atomWords
}
