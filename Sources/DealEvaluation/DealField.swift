import DealModel

/// A field of a deal that annotation and graph may agree on.
public enum DealField: Int, Sendable, CaseIterable {
  case amount, bound, scope, capacity, stake, years, status

  /// The word used in JSON.
  public var word: String {
    switch self {
    case .amount: "amount"
    case .bound: "bound"
    case .scope: "scope"
    case .capacity: "capacity"
    case .stake: "stake"
    case .years: "years"
    case .status: "status"
    }
  }

  /// Whether an annotated deal states the field.
  func isStated(in deal: Deal) -> Bool {
    switch self {
    case .amount, .bound, .scope: deal.amount != nil
    case .capacity: deal.capacity != nil
    case .stake: deal.stake != nil
    case .years: deal.years != nil
    case .status: true
    }
  }

  /// The fields in which two deals agree: numbers within 1 %, words and what is unknown exactly.
  static func agreeing(_ annotated: Deal, _ found: Deal) -> Set<DealField> {
    var fields: Set<DealField> = []
    if close(annotated.amount?.value, found.amount?.value),
      annotated.amount?.currency == found.amount?.currency
    {
      fields.insert(.amount)
      if annotated.amount?.bound == found.amount?.bound { fields.insert(.bound) }
      if annotated.amount?.scope == found.amount?.scope { fields.insert(.scope) }
    }
    if close(annotated.capacity?.value, found.capacity?.value),
      annotated.capacity?.unit == found.capacity?.unit
    {
      fields.insert(.capacity)
    }
    if close(annotated.stake, found.stake) { fields.insert(.stake) }
    if close(annotated.years, found.years) { fields.insert(.years) }
    if annotated.status == found.status { fields.insert(.status) }
    return fields
  }

  private static func close(_ one: Double?, _ other: Double?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return abs(one - other) <= 0.01 * max(abs(one), abs(other), 1e-9)
  }
}
