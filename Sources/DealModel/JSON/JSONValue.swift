/// A JSON value (RFC 8259) whose meaning this version does not know, kept to be written again.
public enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number, as it was written.
  case number(String)
  /// A string.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object; the fields keep their order.
  case object([JSONField])
}

/// A name and its value in a JSON object.
public struct JSONField: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The value.
  public let value: JSONValue

  /// Makes a field.
  public init(name: String, value: JSONValue) {
    self.name = name
    self.value = value
  }
}
