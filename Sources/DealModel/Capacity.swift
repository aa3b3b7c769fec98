/// A quantity that is bought other than money: power, processors, shares.
public struct Capacity: Hashable, Sendable {
  /// The number of units.
  public var value: Double
  /// The unit: `GW`, `MW`, `GPU`, `share`, `chip`, `server`, or another that was read.
  public var unit: String
  /// How the stated figure bounds the true one.
  public var bound: Bound
  /// Fields of a file that this version does not know.
  public var unknown: [JSONField] = []

  /// Makes a capacity.
  public init(value: Double, unit: String, bound: Bound = .exact) {
    self.value = value
    self.unit = unit
    self.bound = bound
  }
}
