public import DealModel

/// What a newer graph says otherwise than an older one.
///
/// Deals are matched by key where payer, payee and kind agree, then by payer, payee and kind in the
/// order of the graphs.
public struct GraphDifference: Sendable {
  /// A deal that both graphs hold with another sum, date or status.
  public struct Change: Sendable, Hashable {
    /// The deal of the older graph.
    public let old: Deal
    /// The deal of the newer graph.
    public let new: Deal

    /// The names of the fields that differ: amount, date, status.
    public var fields: [String] {
      [
        ("amount", old.amount != new.amount), ("date", old.date != new.date),
        ("status", old.status != new.status),
      ].filter(\.1).map(\.0)
    }
  }

  /// The deals that the newer graph alone holds.
  public private(set) var appeared: [Deal] = []
  /// The deals that the older graph alone holds.
  public private(set) var vanished: [Deal] = []
  /// The deals that differ.
  public private(set) var changed: [Change] = []
  /// The loops that the newer graph alone holds.
  public let closed: [Loop]
  /// The loops that the older graph alone holds.
  public let opened: [Loop]
  /// Whether both searches for loops met all of them.
  public let isComplete: Bool

  /// Compares two graphs; parties are the same by their ids.
  public init(from old: DealGraph, to new: DealGraph) {
    let before = LoopSearch().loops(in: old)
    let after = LoopSearch().loops(in: new)
    let (known, found) = (Set(before.loops.map(\.parties)), Set(after.loops.map(\.parties)))
    closed = after.loops.filter { !known.contains($0.parties) }
    opened = before.loops.filter { !found.contains($0.parties) }
    isComplete = before.isComplete && after.isComplete
    compare(old.deals, new.deals)
  }

  /// Whether the graphs differ in no deal and no loop.
  public var isEmpty: Bool {
    appeared.isEmpty && vanished.isEmpty && changed.isEmpty && closed.isEmpty && opened.isEmpty
  }

  private mutating func compare(_ old: [Deal], _ new: [Deal]) {
    var twins = [Int?](repeating: nil, count: new.count)
    var taken: Set<Int> = []
    let names: [(Deal) -> String] = [{ Self.pair($0) + "\u{0}" + $0.key }, Self.pair]
    for name in names {
      var places: [String: [Int]] = [:]
      for index in old.indices.reversed() where !taken.contains(index) {
        places[name(old[index]), default: []].append(index)
      }
      for index in new.indices where twins[index] == nil {
        guard let twin = places[name(new[index])]?.popLast() else { continue }
        twins[index] = twin
        taken.insert(twin)
      }
    }
    for (index, deal) in new.enumerated() {
      guard let twin = twins[index] else {
        appeared.append(deal)
        continue
      }
      let change = Change(old: old[twin], new: deal)
      if !change.fields.isEmpty { changed.append(change) }
    }
    vanished = old.indices.filter { !taken.contains($0) }.map { old[$0] }
  }

  private static func pair(_ deal: Deal) -> String {
    "\(deal.payer)\u{0}\(deal.payee)\u{0}\(deal.kind.rawValue)"
  }

  /// The difference as JSON: `appeared`, `vanished`, `changed`, `closed`, `opened`.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("format")
    writer.string("dealgraph-diff")
    writer.name("version")
    writer.integer(1)
    writer.name("complete")
    writer.bool(isComplete)
    for (name, deals) in [("appeared", appeared), ("vanished", vanished)] {
      writer.name(name)
      writer.beginArray()
      for deal in deals { writer.deal(deal) }
      writer.endArray()
    }
    writer.name("changed")
    writer.beginArray()
    for change in changed {
      writer.beginObject()
      writer.name("fields")
      writer.beginArray()
      for field in change.fields { writer.string(field) }
      writer.endArray()
      writer.name("old")
      writer.deal(change.old)
      writer.name("new")
      writer.deal(change.new)
      writer.endObject()
    }
    writer.endArray()
    for (name, loops) in [("closed", closed), ("opened", opened)] {
      writer.name(name)
      writer.beginArray()
      for loop in loops {
        writer.beginArray()
        for party in loop.parties { writer.string(party) }
        writer.endArray()
      }
      writer.endArray()
    }
    writer.endObject()
    return writer.bytes + [0x0A]
  }
}
