import DealFlow

/// Graphs of three to five parties whose figures were worked out by other programs.
enum WorkedGraphs {
  /// A → B → C → A and back, unequal: five payments.
  static let d = graph("A B 10, B C 10, C A 10, B A 5, C B 4")
  /// Two circles that share A → B.
  static let s = graph("A B 10, B C 10, C A 10, B D 7, D E 7, E A 7")
  /// A funds B, B buys of C, C buys of A.
  static let t = graph("N O 100, O R 300, R N 40")
  /// Five companies, eleven flows: C, M, N, O, R.
  static let w = graph(
    """
    N O 101000, O R 300000, R N 40000, M O 13000, O M 250000, M N 20000, N C 6300, C N 8000,
    O C 22400, C O 350, M C 10000
    """)

  /// The names of the nodes in `text`, ascending: node 0 is the first.
  static func names(_ text: String) -> [Character] {
    Array(Set(text.filter(\.isLetter))).sorted()
  }

  /// A graph in notation: payer, payee and amount, separated by commas.
  static func graph(_ text: String) -> WeightedDigraph {
    let names = names(text)
    func number(_ cell: Substring) -> Int32 {
      Int32(names.firstIndex { cell.first == $0 } ?? 0)
    }
    let arcs = text.split(separator: ",").map { line in
      let cells = line.split(whereSeparator: \.isWhitespace)
      return (from: number(cells[0]), to: number(cells[1]), weight: Int64(cells[2]) ?? 0)
    }
    return WeightedDigraph(count: names.count, arcs: arcs)
  }
}

/// Numbers from a seed, the same on every machine (splitmix64).
struct Seeded {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A number below `bound`.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// A graph of up to `nodes` nodes and `arcs` arcs of amounts up to `amount`.
  mutating func graph(nodes: Int, arcs: Int, amount: Int = 9) -> WeightedDigraph {
    let count = 2 + below(nodes - 1)
    let list = (0..<below(arcs + 1)).map { _ in
      (
        from: Int32(below(count)), to: Int32(below(count)), weight: Int64(1 + below(amount))
      )
    }
    return WeightedDigraph(count: count, arcs: list)
  }
}
