import DealModel
import Foundation
import Testing

@testable import DealRendering

/// The program that lies beside the tests.
private var program: String {
  var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
  for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
    folder = bundle.bundleURL.deletingLastPathComponent()
  }
  return folder.appending(path: "dealgraph").path
}

private let small =
  "digraph \"g\" { \"a\" [id=\"a\"]; \"b\" [id=\"b\"]; \"a\" -> \"b\" [id=\"e\"]; }"

private let heavy: String = {
  var text = "digraph \"g\" {\n"
  for number in 0..<3000 {
    text += "\"\(number)\" -> \"\(number * 7919 % 700)\" [label=\"a label\"];\n"
  }
  return text + "}\n"
}()

@Test func aWorkerGivesWhatTheProcessWouldGive() throws {
  let answer = try Worker(program: program).render(
    dot: small, layout: "dot", format: Worker.layoutFormat)
  #expect(
    Layout(text: String(decoding: answer, as: UTF8.self))
      == (try Graphviz.layout(dot: small, layout: "dot")))
}

@Test func aHungWorkerIsKilledInTime() {
  let error = #expect(throws: RenderingError.self) {
    try Worker(program: program, seconds: 0.4).render(dot: heavy, layout: "dot", format: "svg")
  }
  #expect(error?.code == .timedOut)
  #expect(error?.message.contains("--timeout") == true)
}

@Test func aKilledWorkerIsAnError() {
  let error = #expect(throws: RenderingError.self) {
    try Worker(program: program).render(dot: heavy, layout: "dot", format: "svg") { id in
      kill(id, SIGKILL)
    }
  }
  #expect(error?.code == .workerDied)
}

@Test func aWorkerWithoutMemoryIsAnError() {
  let error = #expect(throws: RenderingError.self) {
    try Worker(program: program, seconds: 30, megabytes: 1).render(
      dot: heavy, layout: "dot", format: "svg")
  }
  #expect(error != nil)
}

@Test func aProgramThatIsNotThereIsAnError() {
  let error = #expect(throws: RenderingError.self) {
    try Worker(program: "/nowhere/dealgraph").render(dot: small, layout: "dot", format: "svg")
  }
  #expect(error?.code == .workerDied)
}

@Test func aRefusalOfTheWorkerIsTold() {
  let error = #expect(throws: RenderingError.self) {
    try Worker(program: program).render(dot: "digraph {", layout: "dot", format: "svg")
  }
  #expect(error?.code == .refused)
}

@Test func fontsAreReadAsFontconfigWritesThem() {
  let coverage = FontCoverage(charsets: "20-7e a0\n4e00-9fff\n")
  #expect(coverage.missing(in: ["A b", "輝達", "שa"]).map(\.value) == [0x5E9])
}

@Test func aThousandPartiesAreLaidOutInTime() throws {
  let parties = (0..<1000).map { Party(id: "p\($0)", name: "Party \($0)") }
  let deals = (0..<1500).map { number in
    Deal(
      key: "d\(number)", payer: "p\(number % 1000)", payee: "p\(number * 7919 % 997)", kind: .loan)
  }
  var options = PictureOptions()
  options.maximumNodes = 1000
  let picture = Picture(
    graph: DealGraph(parties: parties, deals: deals), options: options,
    worker: Worker(program: program, seconds: 50))
  #expect(try picture.svg().split(separator: "class=\"node party").count - 1 == 1000)
}
