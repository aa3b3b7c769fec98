public import ArgumentParser
public import DealReading

extension InputFormat: ExpressibleByArgument {}

/// How inputs are read.
struct ReadingChoices: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The format of the inputs, instead of looking at them: "
        + InputFormat.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "format"))
  var from: InputFormat?

  @Option(
    help: ArgumentHelp(
      "Read the inputs that this file names, one a line; '-' is standard input.",
      valueName: "file"), completion: .file())
  var filesFrom: String?

  @Option(
    help: ArgumentHelp(
      "Which field of JSON or CSV holds what: text=…, title=…, date=… or url=…; a.b goes inwards.",
      valueName: "part=name"))
  var field: [String] = []

  @Option(help: ArgumentHelp("The largest article, in MiB.", valueName: "MiB"))
  var maxSize = 64

  @Flag(help: "Fetch URLs of private addresses too.")
  var allowPrivate = false

  func validate() throws {
    if !(1...1024).contains(maxSize) { throw ValidationError("--max-size is 1 to 1024") }
    _ = try fields()
  }

  /// The inputs of the command line and of `--files-from`.
  func paths(_ inputs: [String]) throws -> [String] {
    guard let filesFrom else { return inputs }
    do throws(ReadingError) {
      let list = String(decoding: try FileBytes.read(filesFrom), as: UTF8.self)
      return inputs + list.split(whereSeparator: \.isNewline).map(String.init)
    } catch {
      throw fail(code(of: error), error.description)
    }
  }

  func options() throws -> ReadingOptions {
    var options = ReadingOptions()
    options.format = from
    options.fields = try fields()
    options.articleLimit = maxSize << 20
    options.allowsPrivateAddresses = allowPrivate
    return options
  }

  private func fields() throws -> [String: String] {
    var fields: [String: String] = [:]
    for word in field {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, ["text", "title", "date", "url"].contains(parts[0]) else {
        throw ValidationError("'\(word)' is no field: text=…, title=…, date=… or url=…")
      }
      fields[parts[0]] = parts[1]
    }
    return fields
  }
}
