import DealExtraction
import DealLexicon
import DealMentions
import DealTables
import Foundation

let usage = """
  usage: DealTraining en|zh OUTDIR --train DIR... [--check DIR...] [--show] [--given-names]
         DealTraining en|zh OUTDIR --check DIR...   (with the tables of OUTDIR)

  Learns the tables of a language from annotated articles, writes them to OUTDIR, and reports how
  they do on the articles to check. The names of articles in training are found by taggers that
  have not seen them.
  """
let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count > 3 else {
  print(usage)
  exit(64)
}

func values(after flag: String) -> [String] {
  guard let start = arguments.firstIndex(of: flag) else { return [] }
  return Array(arguments[(start + 1)...].prefix { !$0.hasPrefix("--") })
}

let language = arguments[0]
let folder = arguments[1]
let isChinese = language == "zh"
var run = TrainingRun(language: language, folder: folder)
let givenNames = arguments.contains("--given-names")
if arguments.contains("--train") {
  try run.learn(try Annotated.load(values(after: "--train"), chinese: isChinese))
} else {
  try run.recallVocabulary()
}
let checking = try Annotated.load(values(after: "--check"), chinese: isChinese)
let results = try run.check(
  checking, show: arguments.contains("--show"), givenNames: givenNames)
for (threshold, figures) in results { figures.report("threshold \(threshold)") }
