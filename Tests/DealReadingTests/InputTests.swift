import DealReading
import DealText
import Foundation
import Testing

private func file(_ bytes: [UInt8]) throws -> String {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try Data(bytes).write(to: url)
  return url.path
}

private func text(_ path: String) throws -> String? {
  guard case .article(let article) = try Input.read(path) else { return nil }
  return String(decoding: article.article, as: UTF8.self)
}

@Test func encodingsAreBroughtIntoUTF8() throws {
  let sentence = "英伟达向OpenAI投资。Nvidia pays."
  #expect(try text(file(Array(sentence.utf8))) == sentence)
  #expect(try text(file([0xEF, 0xBB, 0xBF] + Array(sentence.utf8))) == sentence)
  let little = sentence.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
  #expect(try text(file([0xFF, 0xFE] + little)) == sentence)
  let big = sentence.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
  #expect(try text(file([0xFE, 0xFF] + big)) == sentence)
  let gb18030: [UInt8] = [0xCE, 0xD2, 0xC3, 0xC7, 0xCD, 0xB6, 0xD7, 0xCA, 0xA1, 0xA3]
  #expect(try text(file(gb18030)) == "我们投资。")
}

@Test func faultsNameTheFileAndTheByte() throws {
  let broken = try file(Array("Nvidia buys ".utf8) + [0xC3, 0x28, 0x41])
  let error = #expect(throws: ReadingError.self) { try Input.read(broken) }
  #expect(error?.code == .badData)
  #expect(error?.description == "\(broken): invalid UTF-8 at byte 12")
  let binary = try file([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 1])
  #expect(throws: ReadingError.self) { try Input.read(binary) }
  let empty = try file([])
  #expect(throws: ReadingError(.badData, path: empty, "an empty file")) { try Input.read(empty) }
  #expect(throws: ReadingError(.missing, path: "no/such/file", "no such file")) {
    try Input.read("no/such/file")
  }
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  #expect(throws: ReadingError(.missing, path: folder.path, "a folder without articles")) {
    try Input.read(folder.path)
  }
  let graph = try file(Array("{\"nodes\": [".utf8))
  let truncated = #expect(throws: ReadingError.self) { try Input.read(graph) }
  #expect(truncated?.message.hasPrefix("1:12: ") == true)
}

@Test func filesAppearWholeOrNotAtAll() throws {
  let path = try file([1])
  try FileOutput.write(Array("whole".utf8), to: path)
  #expect(try FileBytes.read(path) == Array("whole".utf8))
  #expect(throws: ReadingError.self) { try FileOutput.write([1], to: "/no/such/folder/file") }
}

@Test func pipesAndLinksStayWhatTheyAre() throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let pipe = folder.appendingPathComponent("pipe").path
  let made = unsafe mkfifo(pipe, 0o600)
  try #require(made == 0)
  let reader = unsafe open(pipe, O_RDWR)
  defer { close(reader) }
  try FileOutput.write([0x61], to: pipe)
  #expect(try kind(pipe) == .typeUnknown)
  let byte = try FileHandle(fileDescriptor: reader).read(upToCount: 1)
  #expect(byte == Data([0x61]))
  let file = folder.appendingPathComponent("file").path
  let link = folder.appendingPathComponent("link").path
  try FileOutput.write([0x61], to: file)
  try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "file")
  try FileOutput.write([0x62], to: link)
  #expect(try FileBytes.read(file) == [0x62])
  #expect(try kind(link) == .typeSymbolicLink)
}

/// What is at a path; a pipe is of a type that Foundation has no name for.
private func kind(_ path: String) throws -> FileAttributeType? {
  try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
}
