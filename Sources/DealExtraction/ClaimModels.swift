package import DealLexicon
import DealTables

/// The trained weights of one language that judge candidates.
package struct ClaimModels: Sendable {
  /// One class: is it a deal in this direction?
  package let deals: LinearModel
  /// A class a kind.
  package let kinds: LinearModel
  /// A class a status.
  package let statuses: LinearModel
  /// One class: does the quantity belong to the deal?
  package let quantities: LinearModel

  /// Weights are stored in units of 1/`scale`.
  package static let scale = 256.0

  package init(
    deals: LinearModel, kinds: LinearModel, statuses: LinearModel, quantities: LinearModel
  ) {
    self.deals = deals
    self.kinds = kinds
    self.statuses = statuses
    self.quantities = quantities
  }

  /// The embedded weights for English, read when they are first needed.
  package static let english = ClaimModels(
    deals: LinearModel(.modelDealsEnglish, templates: PairTemplate.self),
    kinds: LinearModel(.modelKindsEnglish, templates: ContextTemplate.self),
    statuses: LinearModel(.modelStatusEnglish, templates: ContextTemplate.self),
    quantities: LinearModel(.modelQuantitiesEnglish, templates: QuantityTemplate.self))

  /// The embedded weights for Chinese, read when they are first needed.
  package static let chinese = ClaimModels(
    deals: LinearModel(.modelDealsChinese, templates: PairTemplate.self),
    kinds: LinearModel(.modelKindsChinese, templates: ContextTemplate.self),
    statuses: LinearModel(.modelStatusChinese, templates: ContextTemplate.self),
    quantities: LinearModel(.modelQuantitiesChinese, templates: QuantityTemplate.self))
}
