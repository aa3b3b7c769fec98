import DealFlow

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// LoopBenchmark count|list|components BOUND < edges: the number found and CPU seconds, median of 5.
// Edges are lines `from to`, whole numbers; a bound of 0 is none.

var arcs: [(from: Int32, to: Int32)] = []
var count: Int32 = 0
while let line = readLine() {
  let ends = line.split(whereSeparator: \.isWhitespace).prefix(2).compactMap { Int32($0) }
  guard ends.count == 2 else { continue }
  arcs.append((ends[0], ends[1]))
  count = max(count, ends[0] + 1, ends[1] + 1)
}
let task = CommandLine.arguments.dropFirst().first ?? "count"
let bound = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 0
let graph = Digraph(count: Int(count), arcs: arcs)
let query = CycleQuery(maximumLength: bound > 0 ? bound : .max)
var times: [Double] = []
var result = ""
repeat {
  let start = clock()
  switch task {
  case "components": result = String(Set(StrongComponents.numbers(of: graph)).count)
  case "list":
    let list = ElementaryCycles(graph).list(query)
    result = "\(list.count) \(Double(list.byteCount) / Double(max(list.count, 1)))"
  default: result = String(ElementaryCycles(graph).count(query).count)
  }
  times.append(Double(clock() - start) / Double(CLOCKS_PER_SEC))
} while times.count < 5 && times.reduce(0, +) < 8
print(times.sorted()[times.count / 2], result)
