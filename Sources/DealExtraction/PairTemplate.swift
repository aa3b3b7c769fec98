import DealLexicon

/// The features of a candidate: does this party pay that one, by this word?
package enum PairTemplate: UInt64, FeatureTemplate {
  case bias = 301
  case payerFrame, payeeFrame, payerPlain, payeePlain, payerWord, payeeWord
  case payerBefore, payeeBefore, payerAfter, payeeAfter, payerBeforeTwo, payeeBeforeTwo
  case payerAfterTwo, payeeAfterTwo, payerType, payeeType, payerTypeFrame, payeeTypeFrame
  case payerRank, payeeRank, payerVerb, payeeVerb
  case both, bothFrame, bothWord, bothType, order, orderFrame, orderWord
  case between, betweenFrame, distance, triggerDistance, sameGroup, ranks, samePrefix
  case cue, cueFrame, cueBefore, sums, sumsBetween, entities, headline, question, lone
  case nearestPayer, nearestPayee, frames, otherSums
  case payerRival, payeeRival, rivals
  case payerTopic, payeeTopic, payerSeen, payeeSeen
  case fits, fitsFrame, fitsOrder, payerFit, payeeFit
  case payerPath, payeePath, pairPath, pairPathFrame
}
