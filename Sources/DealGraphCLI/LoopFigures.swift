import DealModel

/// Figures as people read them.
enum Figure {
  /// US dollars in thousands, millions, billions and trillions.
  static func usd(_ value: Double) -> String {
    (value < 0 ? "-$" : "$") + DealWords.short(value.magnitude)
  }

  /// A share in per cent with one digit.
  static func percent(_ share: Double) -> String {
    DealWords.number((share * 1000).rounded() / 10) + "%"
  }
}

/// The names of the parties of a graph.
struct PartyNames {
  private let names: [String: String]

  init(_ graph: DealGraph) {
    names = Dictionary(
      graph.parties.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(id: String) -> String { names[id] ?? id }
}

/// Columns of text, lined up.
struct TextTable {
  private let heads: [String]
  private let numeric: Range<Int>
  private var rows: [[String]] = []

  /// Begins a table; the columns of `numeric` are set to the right.
  init(_ heads: [String], numeric: Range<Int>) {
    self.heads = heads
    self.numeric = numeric
  }

  /// A cell that would take more columns than this is followed by a new line.
  private static let widest = 64

  mutating func add(_ row: [String]) { rows.append(row) }

  /// The table with its heads in grey.
  func text(_ messages: MessageOptions) -> String {
    let widths = heads.indices.map { column in
      ([heads] + rows).map { Self.width($0[column]) }.filter { $0 <= Self.widest }.max() ?? 0
    }
    var text = messages.dim(line(heads, widths)) + "\n"
    for row in rows { text += line(row, widths) + "\n" }
    return text
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      let room = widths[column] - Self.width(cell)
      if room < 0 {
        let indent = widths[...column].reduce(0, +) + 2 * (column + 1)
        line += cell + "\n" + String(repeating: " ", count: indent)
        continue
      }
      let padding = String(repeating: " ", count: room)
      line += numeric.contains(column) ? padding + cell : cell + padding
      if column + 1 < cells.count { line += "  " }
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// How many columns of a terminal a text takes: two for each Chinese, Japanese or Korean letter.
  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { width, scalar in
      switch scalar.value {
      case 0x300..<0x370, 0x200B...0x200F, 0xFE00...0xFE0F: width
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60,
        0x20000...0x3FFFD:
        width + 2
      default: width + 1
      }
    }
  }
}
