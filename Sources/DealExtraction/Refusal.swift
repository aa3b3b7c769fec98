import DealLexicon
import DealText

/// Sentences that deny, suppose or ask instead of asserting.
///
/// A denial refuses what follows it, and with words such as "false" the whole sentence; a supposition
/// refuses when it opens the sentence; a question asserts nothing.
package struct Refusal {
  private let sentence: SentenceReading
  /// Whether every reading is refused.
  let isWhole: Bool
  private let denial: Int?

  package init(_ sentence: SentenceReading) {
    self.sentence = sentence
    let tokens = sentence.article.tokens
    let isChinese = sentence.article.language.isChinese
    let words = isChinese ? Self.chinese : Self.english
    var denial: Int?
    var isWhole = false
    for index in sentence.tokens {
      guard let (_, kind) = words.match(tokens, at: index, limit: sentence.tokens.upperBound)
      else { continue }
      switch kind {
      case .denies: denial = denial ?? index
      case .refutes: isWhole = true
      case .supposes: isWhole = isWhole || index - sentence.tokens.lowerBound < 2
      }
    }
    if let last = sentence.tokens.last, tokens[last].word == Self.questionMark { isWhole = true }
    self.denial = denial
    self.isWhole = isWhole
  }

  /// Whether a reading is refused.
  package func refuses(_ way: Candidate) -> Bool {
    if isWhole { return true }
    guard let denial else { return false }
    let place =
      way.trigger >= 0
      ? sentence.triggers[way.trigger].tokens.lowerBound : sentence.tokens.upperBound
    return denial < place
  }

  private enum Kind: Sendable {
    case denies
    case refutes
    case supposes
  }

  private static let questionMark = atom("?")

  private static func matcher(_ lists: [(Kind, [String])]) -> PhraseMatcher<Kind> {
    var matcher = PhraseMatcher<Kind>()
    for (kind, phrases) in lists {
      for phrase in phrases { matcher.insert(phraseTokens(phrase), kind) }
    }
    return matcher
  }

  private static let english = matcher([
    (
      .denies, ["denied", "denies", "deny", "denying", "no plans", "ruled out", "has no intention"]
    ),
    (
      .refutes,
      [
        "untrue", "turned out to be false", "is false", "was false", "baseless", "was denied",
        "were denied", "been denied", "is denied", "are denied",
      ]
    ),
    (.supposes, ["if", "suppose", "imagine", "were", "should", "what if", "let us say"]),
  ])
  private static let chinese = matcher([
    (.denies, ["否认", "从未", "无意", "并未", "没有计划", "不会"]),
    (.refutes, ["不实", "不属实", "子虚乌有", "辟谣", "误传", "谣言", "被否认", "遭否认", "予以否认", "均否认"]),
    (.supposes, ["如果", "假如", "倘若", "假设", "假使", "设想", "要是", "若"]),
  ])
}
