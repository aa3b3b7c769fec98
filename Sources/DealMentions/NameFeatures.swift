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

  package init(
    _ article: ArticleText, classes: TokenClasses, memory: NameMemory, vocabulary: Vocabulary
  ) {
    self.article = article
    self.vocabulary = vocabulary
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
    typealias T = NameTemplate
    let word = word(index, sentence)
    let before = self.word(index - 1, sentence)
    let after = self.word(index + 1, sentence)
    let beforeTwo = self.word(index - 2, sentence)
    let afterTwo = self.word(index + 2, sentence)
    buffer.add(T.bias)
    buffer.add(T.word, word)
    buffer.add(T.before, before)
    buffer.add(T.after, after)
    buffer.add(T.beforeTwo, beforeTwo)
    buffer.add(T.afterTwo, afterTwo)
    buffer.add(T.pairBefore, before, word)
    buffer.add(T.pairAfter, word, after)
    buffer.add(T.pairAround, before, after)
    let shape = shape(index, sentence)
    buffer.add(T.shape, shape, index == sentence.lowerBound ? Self.yes : Self.no)
    buffer.add(
      T.shapes, self.shape(index - 1, sentence), shape, self.shape(index + 1, sentence))
    let classHere = classAtom(index, sentence)
    if classHere != 0 { buffer.add(T.wordClass, classHere, shape) }
    let classBefore = classAtom(index - 1, sentence)
    if classBefore != 0 { buffer.add(T.classBefore, classBefore, shape) }
    let classAfter = classAtom(index + 1, sentence)
    if classAfter != 0 { buffer.add(T.classAfter, classAfter, shape) }
    let classTwoAfter = classAtom(index + 2, sentence)
    if classTwoAfter != 0 { buffer.add(T.classTwoAfter, classTwoAfter, shape) }
    if let frame = frame(index - 1, sentence) { buffer.add(T.triggerBefore, frame, shape) }
    if let frame = frame(index, sentence) { buffer.add(T.triggerHere, frame, shape) }
    if let frame = frame(index + 1, sentence) { buffer.add(T.triggerAfter, frame, shape) }
    addCommon(index, sentence, shape, to: &buffer)
    buffer.add(T.known, Self.digits[Int(classes.known[index])], shape)
    if article.language.isChinese {
      buffer.add(T.farBefore, beforeTwo, before)
      buffer.add(T.farAfter, after, afterTwo)
      buffer.add(T.triple, before, word, after)
    } else {
      addLatin(index, sentence, shape, to: &buffer)
    }
  }

  private func addLatin(
    _ index: Int, _ sentence: Range<Int>, _ shape: UInt64, to buffer: inout FeatureBuffer
  ) {
    let token = article.tokens[index]
    guard token.kind == .word else { return }
    let bytes = article.normal.bytes[token.range]
    buffer.add(NameTemplate.suffix, foldedHash([0x2D] + bytes.suffix(3)))
    buffer.add(NameTemplate.longSuffix, foldedHash([0x2D] + bytes.suffix(4)))
    buffer.add(NameTemplate.prefix, foldedHash(Array(bytes.prefix(3)) + [0x2D]))
    addRun(index, sentence, shape, to: &buffer)
    if token.hasCapital {
      let lowered = memory.isLowerElsewhere(token.word)
      buffer.add(NameTemplate.lowerElsewhere, lowered ? Self.yes : Self.no, shape)
    }
  }

  /// What the whole run of capitalised words says that a token stands in.
  private func addRun(
    _ index: Int, _ sentence: Range<Int>, _ shape: UInt64, to buffer: inout FeatureBuffer
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
    for (template, place, end) in [(T.runLast, place, last), (T.runFirst, place, first)] {
      let kind = classAtom(end, sentence)
      if kind != 0 { buffer.add(template, place, kind) }
    }
    buffer.add(
      T.capitalCount, Self.numbers[min(3, memory.capitalCount(article.tokens[index].word))],
      index == sentence.lowerBound ? Self.yes : Self.no, shape)
  }

  private func isInRun(_ index: Int) -> Bool {
    let token = article.tokens[index]
    return token.hasCapital || token.word == Self.ampersand || token.kind == .number
  }

  /// Whether the word, or the pairs of characters around it, are common.
  private func addCommon(
    _ index: Int, _ sentence: Range<Int>, _ shape: UInt64, to buffer: inout FeatureBuffer
  ) {
    guard article.language.isChinese else {
      let isCommon = vocabulary.contains(article.tokens[index].word)
      buffer.add(NameTemplate.commonShape, isCommon ? Self.yes : Self.no, shape)
      return
    }
    func isCommonPair(_ first: Int) -> Bool {
      guard sentence.contains(first), sentence.contains(first + 1) else { return false }
      let (one, two) = (article.tokens[first], article.tokens[first + 1])
      guard one.kind == .han, two.kind == .han else { return true }
      return vocabulary.contains(Vocabulary.pair(one.word, two.word))
    }
    let pairs = (isCommonPair(index - 1) ? 2 : 0) + (isCommonPair(index) ? 1 : 0)
    let wide = (isCommonPair(index - 2) ? 2 : 0) + (isCommonPair(index + 1) ? 1 : 0)
    buffer.add(NameTemplate.common, Self.numbers[pairs], shape)
    buffer.add(NameTemplate.commonAround, Self.numbers[pairs], Self.numbers[wide])
    func repeats(_ first: Int) -> UInt64 {
      guard sentence.contains(first), sentence.contains(first + 1) else { return Self.begins }
      let (one, two) = (article.tokens[first], article.tokens[first + 1])
      guard one.kind == .han, two.kind == .han else { return Self.no }
      let pair = Vocabulary.pair(one.word, two.word)
      return vocabulary.contains(pair)
        ? Self.yes : Self.numbers[min(3, memory.pairCount(pair))]
    }
    let (before, after) = (repeats(index - 1), repeats(index))
    buffer.add(NameTemplate.repeats, before, after)
    buffer.add(NameTemplate.repeatsWide, repeats(index - 2), before, after)
    buffer.add(NameTemplate.repeatsNext, before, after, repeats(index + 1))
  }

  /// Adds the features of the tag before a token.
  package func addTag(
    _ tag: Int, _ index: Int, in sentence: Range<Int>, to buffer: inout FeatureBuffer
  ) {
    let atom = Self.digits[tag]
    buffer.add(NameTemplate.tag, atom)
    buffer.add(NameTemplate.tagWord, atom, word(index, sentence))
    buffer.add(NameTemplate.tagShape, atom, shape(index, sentence))
    buffer.add(NameTemplate.tagBefore, atom, word(index - 1, sentence))
    let classHere = classAtom(index, sentence)
    if classHere != 0 { buffer.add(NameTemplate.tagClass, atom, classHere) }
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
