import DealLexicon

/// The features of one token in the search for names.
package enum NameTemplate: UInt64, FeatureTemplate {
  case bias = 101
  case word, before, after, beforeTwo, afterTwo, pairBefore, pairAfter, pairAround, triple
  case farBefore, farAfter
  case shape, shapes, prefix, suffix, longSuffix, opens
  case known, wordClass, classBefore, classAfter, classTwoAfter
  case possessive, tag, tagWord, tagShape, tagClass, tagBefore
  case repeats, repeatsWide, repeatsNext
  case runLast, runFirst, capitalCount
  case lowerElsewhere, length, digits
  case common, commonShape, commonAround
  case triggerBefore, triggerHere, triggerAfter
}

/// The tags of tokens: first of a name, inside a name, outside.
package enum NameTag: Int {
  case begin = 0
  case inside = 1
  case outside = 2

  package static let classes = ["B", "I", "O"]
}
