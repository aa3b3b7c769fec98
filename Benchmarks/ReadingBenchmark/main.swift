import DealExtraction
import DealModel
import DealText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// ReadingBenchmark FILE THREADS [OUT]: reads the articles of FILE, which a form feed parts, and prints
// their bytes, deals, CPU seconds, wall seconds, and the peak memory in MiB. Writes their graphs to OUT.

let words = CommandLine.arguments
guard words.count >= 3, let threads = Int(words[2]), let file = unsafe fopen(words[1], "r") else {
  exit(64)
}

/// The bytes up to the next form feed; nil at the end.
func nextArticle() -> [UInt8]? {
  var line: UnsafeMutablePointer<CChar>?
  var capacity = 0
  let count = unsafe getdelim(&line, &capacity, 0x0C, file)
  defer { unsafe free(line) }
  guard count > 0, let line = unsafe line else { return nil }
  let bytes = unsafe UnsafeRawBufferPointer(start: line, count: count)
  return unsafe Array(bytes.last == 0x0C ? bytes.dropLast() : bytes[...])
}

func seconds(_ clock: clockid_t) -> Double {
  var time = timespec()
  unsafe clock_gettime(clock, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func peakMiB() -> Int {
  var usage = rusage()
  unsafe getrusage(0, &usage)  // RUSAGE_SELF, whose type differs between the C libraries.
  return usage.ru_maxrss / 1024
}

let (cpu, wall) = (seconds(CLOCK_PROCESS_CPUTIME_ID), seconds(CLOCK_MONOTONIC))
let extractor = Extractor()
let out = words.count > 3 ? unsafe fopen(words[3], "w") : nil
var (bytes, deals) = (0, 0)
var isAtEnd = false
while !isAtEnd {
  var batch: [SourceText] = []
  while batch.count < 256 {
    guard let article = nextArticle() else {
      isAtEnd = true
      break
    }
    bytes += article.count
    batch.append(SourceText(plain: article))
  }
  for graph in extractor.graphs(ofEach: batch, threads: threads) {
    deals += graph.deals.count
    guard let out = unsafe out else { continue }
    let json = graph.json()
    _ = unsafe json.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, out) }
  }
}
if let out = unsafe out { unsafe fclose(out) }
print(
  bytes, deals, seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu, seconds(CLOCK_MONOTONIC) - wall, peakMiB())
