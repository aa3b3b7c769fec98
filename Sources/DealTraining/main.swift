import DealLexicon
import DealMentions
import DealTables
import Foundation

/// usage: DealTraining names en|zh OUT.tsv --train DIR... --check DIR... [--show]
let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count > 3 else {
  print("usage: DealTraining names en|zh OUT.tsv --train DIR... [--check DIR...] [--show]")
  exit(64)
}

func folders(after flag: String) -> [String] {
  guard let start = arguments.firstIndex(of: flag) else { return [] }
  return Array(arguments[(start + 1)...].prefix { !$0.hasPrefix("--") })
}

let isChinese = arguments[1] == "zh"
let output = arguments[2]
let training = try Annotated.load(folders(after: "--train"), chinese: isChinese)
let checking = try Annotated.load(folders(after: "--check"), chinese: isChinese)
let lexicon = Lexicon()
print("\(training.count) articles to learn from, \(checking.count) to check")

switch arguments[0] {
case "names":
  var trainer = NameTraining(lexicon: lexicon)
  let weights = trainer.train(training, rounds: 8)
  let writer = ModelWriter(
    recorder: trainer.recorder, classes: NameTag.classes, scale: 16, minimum: 2)
  try writer.write(weights, comment: "Averaged perceptron; trained by DealTraining.", to: output)
  let table = Table(Array(try Data(contentsOf: URL(fileURLWithPath: output))))
  let tagger = NameTagger(model: LinearModel(table, templates: NameTemplate.self))
  trainer.check(checking, tagger, show: arguments.contains("--show"))
default:
  print("unknown task \(arguments[0])")
  exit(64)
}
