/// Cycles kept in few bytes, each as what it does not share with the one before (front coding).
///
/// Searches meet cycles in an order in which neighbours share long beginnings, so that a cycle of
/// any length takes a handful of bytes: two for the lengths, and one, two or four for each node of
/// the rest, as the size of the graph demands.
public struct CycleList: Sendable {
  /// How many cycles there are.
  public let count: Int
  /// Whether these are all the cycles that were asked for.
  public let isComplete: Bool
  private let bytes: [UInt8]
  private let nodeWidth: Int

  init(_ sink: borrowing ListingSink, isComplete: Bool) {
    count = sink.count
    bytes = sink.array
    nodeWidth = sink.nodeWidth
    self.isComplete = isComplete
  }

  /// The bytes the cycles take.
  public var byteCount: Int { bytes.count }

  /// Calls `body` with each cycle in the order of the search, its least node first, until it
  /// returns false.
  ///
  /// - Complexity: O(*l*) for *l* nodes of all cycles.
  public func forEach(_ body: ([Int32]) -> Bool) {
    var path: [Int32] = []
    var place = 0
    for _ in 0..<count {
      let shared = number(&place)
      let rest = number(&place)
      path.removeSubrange(shared...)
      for _ in 0..<rest { path.append(node(&place)) }
      if !body(Self.canonical(path)) { return }
    }
  }

  /// The cycles, each with its least node first.
  public var cycles: [[Int32]] {
    var cycles: [[Int32]] = []
    cycles.reserveCapacity(count)
    forEach {
      cycles.append($0)
      return true
    }
    return cycles
  }

  /// The rotation of a cycle that begins with its least node.
  static func canonical(_ path: [Int32]) -> [Int32] {
    guard let least = path.indices.min(by: { path[$0] < path[$1] }), least > 0 else { return path }
    return Array(path[least...] + path[..<least])
  }

  private func number(_ place: inout Int) -> Int {
    var number = 0
    var shift = 0
    while true {
      let byte = Int(bytes[place])
      place += 1
      number |= (byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }

  private func node(_ place: inout Int) -> Int32 {
    var node: Int32 = 0
    for index in 0..<nodeWidth { node |= Int32(bytes[place + index]) << (8 * Int32(index)) }
    place += nodeWidth
    return node
  }
}

/// Writes cycles into a ``CycleList``.
struct ListingSink: CycleSink, ~Copyable {
  static var countsOnly: Bool { false }
  private(set) var count = 0
  let nodeWidth: Int
  private let limit: Int
  private var fuel: CycleFuel
  private var cells = Cells<UInt8>(room: 1 << 12)
  private var used = 0

  init(_ query: CycleQuery, nodes: Int) {
    limit = query.maximumCount
    fuel = CycleFuel(query)
    nodeWidth = nodes <= 1 << 8 ? 1 : nodes <= 1 << 16 ? 2 : 4
  }

  deinit { cells.free() }

  var array: [UInt8] { cells.prefix(used) }

  mutating func take(_ path: Cells<Int32>, _ length: Int, _ shared: Int) -> Bool {
    if count == limit { return false }
    // Of the first cycle nothing is shared.
    let kept = count == 0 ? 0 : shared
    count += 1
    let most = used + 20 + (length - kept) * nodeWidth
    if most > cells.count { cells = cells.grown(to: max(most, cells.count * 2)) }
    write(kept)
    write(length - kept)
    if nodeWidth == 1 {
      for place in kept..<length {
        cells[used] = UInt8(truncatingIfNeeded: path[place])
        used += 1
      }
    } else {
      for place in kept..<length {
        for index in 0..<nodeWidth {
          cells[used] = UInt8(truncatingIfNeeded: path[place] >> (8 * Int32(index)))
          used += 1
        }
      }
    }
    return true
  }

  mutating func takeMany(_ count: Int) -> Bool { true }

  mutating func refuel() -> Int { fuel.next() }

  private mutating func write(_ number: Int) {
    var rest = number
    while rest >= 0x80 {
      cells[used] = UInt8(rest & 0x7F | 0x80)
      used += 1
      rest >>= 7
    }
    cells[used] = UInt8(rest)
    used += 1
  }
}
