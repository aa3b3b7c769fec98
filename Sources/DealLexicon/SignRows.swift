/// Rows of signs, one after the other: what decision trees look at.
public struct SignRows: Sendable {
  /// The number of signs of a row.
  public let width: Int
  /// The signs; a row is complete when all of its signs have been appended.
  public var values: [Int16] = []

  /// Makes room for rows of `width` signs.
  public init(width: Int) { self.width = width }

  /// The number of rows.
  @inlinable public var count: Int { values.count / width }

  /// Where the signs of a row stand.
  @inlinable public func range(of row: Int) -> Range<Int> { row * width..<(row + 1) * width }

  /// The signs of a row.
  @inlinable public subscript(row: Int) -> ArraySlice<Int16> { values[range(of: row)] }
}
