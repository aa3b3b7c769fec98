/// A sum of money as an article states it.
public struct Amount: Hashable, Sendable {
  /// Whole units of `currency`; of a range the upper end.
  public var value: Double
  /// The lower end of a range.
  public var low: Double?
  /// The ISO 4217 code.
  public var currency: Currency
  /// How the stated figure bounds the sum.
  public var bound: Bound
  /// Whether the sum belongs to this pair of parties alone.
  public var scope: Scope
  /// `value` in US dollars at the yearly average rate; nil where no rate is known.
  public var usd: Double?
  /// Fields of a file that this version does not know.
  public var unknown: [JSONField] = []

  /// Makes an amount.
  public init(
    value: Double, low: Double? = nil, currency: Currency, bound: Bound = .exact,
    scope: Scope = .own, usd: Double? = nil
  ) {
    self.value = value
    self.low = low
    self.currency = currency
    self.bound = bound
    self.scope = scope
    self.usd = usd
  }
}

/// An ISO 4217 currency code.
public struct Currency: RawRepresentable, Hashable, Sendable {
  /// The three letters.
  public let rawValue: String

  /// Makes a currency from its three letters.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The US dollar.
  public static let usd = Currency(rawValue: "USD")
}

/// How a stated figure bounds the true one.
public struct Bound: RawRepresentable, Hashable, Sendable {
  /// The word used in JSON.
  public let rawValue: String

  /// Makes a bound from the word used in JSON.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Just this figure.
  public static let exact = Bound(rawValue: "exact")
  /// At most this figure.
  public static let upTo = Bound(rawValue: "upTo")
  /// This figure or more.
  public static let atLeast = Bound(rawValue: "atLeast")
  /// Near this figure.
  public static let about = Bound(rawValue: "about")
}

/// Whether a sum belongs to one pair of parties or is shared among several.
public struct Scope: RawRepresentable, Hashable, Sendable {
  /// The word used in JSON.
  public let rawValue: String

  /// Makes a scope from the word used in JSON.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The sum of this pair alone.
  public static let own = Scope(rawValue: "own")
  /// The sum of several pairs together.
  public static let joint = Scope(rawValue: "joint")
}
