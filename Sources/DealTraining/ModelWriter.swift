import DealLexicon
import Foundation

/// Writes trained weights as integers: a model file, and beside it a table for the eye.
struct ModelWriter {
  let recorder: FeatureRecorder
  let classes: [String]
  /// What a weight of one becomes.
  let scale: Double
  /// Rows whose largest weight is smaller than this, after scaling, are left out.
  let minimum: Int

  /// Writes the table to `path`, which ends in `.tsv`, and the model with the ending `.bin`.
  func write<Template: FeatureTemplate>(
    _ weights: [UInt64: [Double]], _ templates: Template.Type, comment: String, to path: String
  ) throws {
    var kept: [UInt64: [Int]] = [:]
    var rows: [String] = []
    var unnamed = 0
    for (feature, row) in weights {
      let numbers = row.map { Int(($0 * scale).rounded()) }
      guard numbers.contains(where: { abs($0) >= minimum }) else { continue }
      guard let name = recorder.name(of: feature) else {
        unnamed += 1
        if unnamed < 10 { print("unnamed:", recorder.template(of: feature) ?? "?") }
        continue
      }
      kept[feature] = numbers
      rows.append(name + "\t" + numbers.map(String.init).joined(separator: ","))
    }
    rows.sort()
    let head = "feature\t\(classes.joined(separator: ","))\n# \(comment)\n"
    let text = head + rows.joined(separator: "\n") + "\n"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let file = LinearModelFile.encoded(kept, classes: classes, templates: templates)
    try Data(file).write(to: URL(fileURLWithPath: path.replacing(".tsv", with: ".bin")))
    print("\(path): \(rows.count) rows, \(text.utf8.count / 1024) KB, \(unnamed) unnamed left out")
  }
}
