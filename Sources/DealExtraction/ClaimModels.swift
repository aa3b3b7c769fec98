package import DealLexicon
import DealTables

/// The trained weights of one language that judge candidates.
package struct ClaimModels: Sendable {
  /// One class: is it a deal in this direction?
  package let deals: LinearModel
  /// The final word on deal and direction, from the linear score and the signs of the candidate.
  package let trees: TreeModel
  /// The final word on the kind, from the linear scores and the signs of the candidate.
  package let kindTrees: TreeModel
  /// The final word on the status.
  package let statusTrees: TreeModel
  /// A class a kind.
  package let kinds: LinearModel
  /// A class a status.
  package let statuses: LinearModel
  /// One class: does the quantity belong to the deal?
  package let quantities: LinearModel
  /// The final word on sums, from the linear scores and their signs; where there are no trees, the linear
  /// score is.
  package let sumTrees: TreeModel
  /// Judges candidates by the tokens around them; its score is added to that of the trees.
  package let encoder: EncoderModel?

  /// Weights are stored in units of 1/`scale`.
  package static let scale = 256.0

  /// The kinds of deals, in the order of their numbers.
  package static let kindNames = [
    "investment", "acquisition", "loan", "purchase", "compute", "lease", "licence", "equityGrant",
    "guarantee", "grant", "revenueShare",
  ]
  /// The statuses of deals.
  package static let statusNames = ["completed", "agreed", "planned", "talks", "ended"]

  package init(
    deals: LinearModel, trees: TreeModel, kindTrees: TreeModel, statusTrees: TreeModel,
    kinds: LinearModel, statuses: LinearModel, quantities: LinearModel, sumTrees: TreeModel,
    encoder: EncoderModel?
  ) {
    self.deals = deals
    self.trees = trees
    self.kindTrees = kindTrees
    self.statusTrees = statusTrees
    self.kinds = kinds
    self.statuses = statuses
    self.quantities = quantities
    self.sumTrees = sumTrees
    self.encoder = encoder
  }

  /// The embedded weights for English, read when they are first needed.
  package static let english = ClaimModels(
    deals: LinearModel(.dealsEnglish),
    trees: TreeModel(.modelTreesEnglish, signs: PairSigns.names),
    kindTrees: TreeModel(.modelKindTreesEnglish, signs: ClassSigns.names(kindNames)),
    statusTrees: TreeModel(.modelStatusTreesEnglish, signs: ClassSigns.names(statusNames)),
    kinds: LinearModel(.kindsEnglish),
    statuses: LinearModel(.statusEnglish),
    quantities: LinearModel(.quantitiesEnglish),
    sumTrees: TreeModel(.modelSumTreesEnglish, signs: SumSigns.names),
    encoder: EncoderModel(.encoderEnglish))

  /// The embedded weights for Chinese, read when they are first needed.
  package static let chinese = ClaimModels(
    deals: LinearModel(.dealsChinese),
    trees: TreeModel(.modelTreesChinese, signs: PairSigns.names),
    kindTrees: TreeModel(.modelKindTreesChinese, signs: ClassSigns.names(kindNames)),
    statusTrees: TreeModel(.modelStatusTreesChinese, signs: ClassSigns.names(statusNames)),
    kinds: LinearModel(.kindsChinese),
    statuses: LinearModel(.statusChinese),
    quantities: LinearModel(.quantitiesChinese),
    sumTrees: TreeModel(.modelSumTreesChinese, signs: SumSigns.names),
    encoder: EncoderModel(.encoderChinese))
}
