/// Finds where sentences end.
struct SentenceSplitter {
  private let bytes: [UInt8]
  private let tokens: [Token]
  private let isChinese: Bool

  /// The sentences of `tokens`, in order, covering every token.
  static func sentences(of tokens: [Token], in text: NormalText, isChinese: Bool) -> [Sentence] {
    let splitter = SentenceSplitter(bytes: text.bytes, tokens: tokens, isChinese: isChinese)
    return splitter.run()
  }

  /// The number of tokens at which a text without full stops is cut, so that no sentence grows without
  /// bound.
  private static let longest = 300

  private func run() -> [Sentence] {
    var sentences: [Sentence] = []
    var paragraph = 0
    var start = 0
    for index in tokens.indices {
      let isLast = index + 1 == tokens.count
      let breaksLine = !isLast && breaksLine(after: index)
      let isTooLong = index - start >= Self.longest
      guard isLast || breaksLine || isTooLong || endsSentence(at: index) else { continue }
      sentences.append(Sentence(tokens: start..<index + 1, paragraph: paragraph))
      start = index + 1
      if breaksLine { paragraph += 1 }
    }
    return sentences
  }

  private func byte(_ index: Int) -> UInt8 { bytes[Int(tokens[index].start)] }

  private func isMark(_ index: Int, _ text: StaticString) -> Bool {
    tokens[index].kind == .mark && tokens[index].word == foldedHash(text.description.utf8)
  }

  /// Whether a line ends after the token: a line feed that does not merely wrap a long line.
  private func breaksLine(after index: Int) -> Bool {
    let gap = bytes[Int(tokens[index].end)..<Int(tokens[index + 1].start)]
    let feeds = gap.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    guard feeds == 1 else { return feeds > 1 }
    let next = tokens[index + 1]
    let continues =
      next.shape == .lower && tokens[index].kind == .word || isMark(index, ",") && !isChinese
    return !continues
  }

  private func endsSentence(at index: Int) -> Bool {
    guard tokens[index].kind == .mark else { return false }
    let next = tokens[index + 1]
    switch byte(index) {
    case 0x21, 0x3F:
      return isChinese ? !isClosing(index + 1) : next.spaceBefore && !isClosing(index + 1)
    case 0x2E where tokens[index].end - tokens[index].start == 1:
      return next.spaceBefore && opensSentence(next) && !isAbbreviation(index)
    case 0x22, 0x27, 0x29: return index > 0 && endsInside(index) && !isClosing(index + 1)
    case 0xE3:
      return isMark(index, "。") && !isClosing(index + 1)
    default: return false
    }
  }

  /// Whether a closing quote or bracket follows a full stop that ends its sentence.
  private func endsInside(_ index: Int) -> Bool {
    guard tokens[index - 1].kind == .mark, !tokens[index].spaceBefore else { return false }
    if isMark(index - 1, "。") { return true }
    let mark = byte(index - 1)
    guard mark == 0x21 || mark == 0x3F || mark == 0x2E else { return false }
    if isChinese && mark != 0x2E { return true }
    return tokens[index + 1].spaceBefore && opensSentence(tokens[index + 1])
  }

  private func isClosing(_ index: Int) -> Bool {
    guard index < tokens.count, tokens[index].kind == .mark, !tokens[index].spaceBefore else {
      return false
    }
    let mark = byte(index)
    return mark == 0x22 || mark == 0x27 || mark == 0x29 || isMark(index, "》")
      || isMark(index, "】")
  }

  private func opensSentence(_ token: Token) -> Bool {
    token.hasCapital || token.kind != .word || bytes[Int(token.start)] >= 0x80
      || token.shape == .lower && token.spaceBefore && bytes[Int(token.start) - 1] == 0x0A
  }

  private static let abbreviations = WordSet(
    [
      "mr", "mrs", "ms", "dr", "st", "vs", "no", "nos", "sen", "rep", "gov", "gen", "jan", "feb",
      "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "approx", "fig", "vol",
      "prof", "mt", "rs", "u.s", "u.k", "art", "est", "cf", "al", "messrs",
    ].map { foldedHash($0.utf8) })

  private static let legalForms = WordSet(
    ["inc", "corp", "co", "ltd", "bros", "cos", "llc", "plc", "jr", "sr", "pvt", "pte", "pty"]
      .map { foldedHash($0.utf8) })

  /// Whether the full stop at `index` belongs to the word before it rather than ending a sentence.
  private func isAbbreviation(_ index: Int) -> Bool {
    guard index > 0, !tokens[index].spaceBefore, tokens[index - 1].kind == .word else {
      return false
    }
    let word = tokens[index - 1]
    if word.shape == .initial || Self.abbreviations.contains(word.word) { return true }
    guard Self.legalForms.contains(word.word), word.hasCapital else { return false }
    // "Acme Corp. The deal …" ends a sentence, "Acme Corp. Chief Executive" rarely occurs.
    return !Self.openers.contains(tokens[index + 1].word)
  }

  private static let openers = WordSet(
    [
      "the", "a", "an", "it", "its", "in", "on", "under", "this", "that", "these", "both", "they",
      "he", "she", "we", "our", "as", "at", "by", "for", "from", "if", "no", "neither", "after",
      "all", "and", "but", "its", "terms", "financial", "according", "separately", "meanwhile",
      "last", "shares", "when", "with", "there", "their", "two", "one", "about",
    ].map { foldedHash($0.utf8) })
}
