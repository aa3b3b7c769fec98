import DealExport
import DealModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// ExportBenchmark FORMAT COUNT FILE: writes a made graph of COUNT deals, and prints the CPU seconds of
// the writing, the bytes, and the peak memory in MiB before and after it. The last part counts.

let words = CommandLine.arguments
guard words.count == 4, let format = ExportFormat(rawValue: words[1]), let count = Int(words[2])
else { exit(64) }

/// A graph with ten deals a party, each with a sum, a date and a sentence.
func madeGraph(_ count: Int) -> DealGraph {
  let parties = (0..<max(2, count / 10)).map { number in
    Party(id: "party-\(number)", name: "Party \(number) & Söhne", aliases: ["甲 \(number)"])
  }
  var state: UInt64 = 7
  func random(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
  let deals = (0..<count).map { number in
    let (payer, payee) = (parties[random(parties.count)], parties[random(parties.count)])
    let value = Double(1 + random(9999)) * 1e6
    let kind = DealKind.all[random(DealKind.all.count)]
    let text = "\(payer.name) said on Monday it would pay \"up to\" $\(value), to \(payee.name)."
    return Deal(
      key: "\(payer.id)>\(payee.id):\(kind.rawValue):\(number)", payer: payer.id, payee: payee.id,
      kind: kind, amount: Amount(value: value, currency: .usd, bound: .upTo, usd: value),
      date: PartialDate(year: 2015 + random(11), month: 1 + random(12), day: 1 + random(28)),
      confidence: Double(random(1000)) / 1000,
      evidence: [
        Evidence(article: "article-\(number % 1000)", range: number..<number + 80, text: text)
      ])
  }
  return DealGraph(parties: parties, deals: deals)
}

func peakMiB() -> Int {
  var usage = rusage()
  unsafe getrusage(0, &usage)  // RUSAGE_SELF, whose type differs between the C libraries.
  return usage.ru_maxrss / 1024
}

let graph = madeGraph(count)
guard let file = unsafe fopen(words[3], "w") else { exit(73) }
let before = peakMiB()
var (start, end) = (timespec(), timespec())
unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start)
var bytes = 0
try format.write(graph, part: format.suffixes.count - 1) { piece in
  bytes += unsafe piece.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, file) }
}
unsafe fclose(file)
unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end)
let seconds = Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
print(seconds, bytes, before, peakMiB())
