/// What becomes of the cycles a search meets.
///
/// Searches are generic over their sink and specialised for it, so that counting costs no call.
protocol CycleSink: ~Copyable {
  /// Whether only numbers of cycles matter: then no path is kept, and ``takeMany(_:)`` is called.
  static var countsOnly: Bool { get }

  /// Takes the cycle over the first `length` nodes of `path`, of which the first `shared` are those
  /// of the cycle before; false ends the search.
  mutating func take(_ path: Cells<Int32>, _ length: Int, _ shared: Int) -> Bool

  /// Takes a number of cycles at once; false ends the search.
  mutating func takeMany(_ count: Int) -> Bool

  /// How many more steps the search may take; none ends it.
  mutating func refuel() -> Int
}

/// How far a search may go: steps first, so that the same input ends at the same place.
struct CycleFuel {
  private var steps: Int
  private let deadline: ContinuousClock.Instant?
  private static let portion = 1 << 22

  init(_ query: CycleQuery) {
    steps = query.maximumSteps
    deadline = query.timeLimit.map { ContinuousClock.now + $0 }
  }

  /// The next portion of steps.
  mutating func next() -> Int {
    if let deadline, ContinuousClock.now >= deadline { return 0 }
    let portion = min(steps, Self.portion)
    steps -= portion
    return portion
  }
}

/// Counts cycles up to a limit.
struct CountingSink: CycleSink {
  static var countsOnly: Bool { true }
  private(set) var count = 0
  private let limit: Int
  private var fuel: CycleFuel

  init(_ query: CycleQuery) {
    limit = query.maximumCount
    fuel = CycleFuel(query)
  }

  mutating func take(_ path: Cells<Int32>, _ length: Int, _ shared: Int) -> Bool { takeMany(1) }

  @inline(__always)
  mutating func takeMany(_ more: Int) -> Bool {
    if more > limit - count {
      count = limit
      return false
    }
    count += more
    return true
  }

  mutating func refuel() -> Int { fuel.next() }
}

/// Hands each cycle to a function as an array that begins with its least node.
struct CallingSink: CycleSink {
  static var countsOnly: Bool { false }
  private let body: ([Int32]) -> Bool
  private var fuel: CycleFuel

  init(_ query: CycleQuery, _ body: @escaping ([Int32]) -> Bool) {
    self.body = body
    fuel = CycleFuel(query)
  }

  mutating func take(_ path: Cells<Int32>, _ length: Int, _ shared: Int) -> Bool {
    body(CycleList.canonical((0..<length).map { path[$0] }))
  }

  mutating func takeMany(_ count: Int) -> Bool { true }

  mutating func refuel() -> Int { fuel.next() }
}

/// Counts the cycles of a multigraph: each cycle of nodes as often as its arcs can be chosen.
struct ParallelSink: CycleSink {
  static var countsOnly: Bool { false }
  private(set) var count = 0
  private let limit: Int
  private var fuel: CycleFuel
  private let graph: Digraph
  private let parallels: [Int]

  init(_ query: CycleQuery, _ graph: Digraph, _ parallels: [Int]) {
    limit = query.maximumCount
    fuel = CycleFuel(query)
    self.graph = graph
    self.parallels = parallels
  }

  mutating func take(_ path: Cells<Int32>, _ length: Int, _ shared: Int) -> Bool {
    var product = 1
    for place in 0..<length {
      let next = path[place + 1 == length ? 0 : place + 1]
      guard let arc = graph.arc(from: path[place], to: next) else { return true }
      let (many, overflow) = product.multipliedReportingOverflow(by: parallels[arc])
      product = overflow ? .max : many
    }
    if product > limit - count {
      count = limit
      return false
    }
    count += product
    return true
  }

  mutating func takeMany(_ count: Int) -> Bool { true }

  mutating func refuel() -> Int { fuel.next() }
}
