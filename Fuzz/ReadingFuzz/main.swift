import DealReading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// ReadingFuzz FOLDER FIRST COUNT [NAME]: drives the readers with the inputs FIRST up to FIRST + COUNT
// made of the samples in FOLDER (Tests/Inputs), or of the one sample NAME. The number of the input at
// work stands in the file fuzz.state, so that a trap can be told; inputs that take more than a second
// or 64 MiB, or break a claim, are told and written to fuzz-NUMBER. Ends with 1 if there was one.

let words = CommandLine.arguments
guard words.count >= 4, let first = Int(words[2]), let count = Int(words[3]) else { exit(64) }
let only = words.count > 4 ? words[4] : nil

func seconds() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func peakMiB() -> Int {
  var usage = rusage()
  unsafe getrusage(0, &usage)  // RUSAGE_SELF, whose type differs between the C libraries.
  return usage.ru_maxrss / 1024
}

/// What is held at this moment (Linux).
func heldMiB() -> Int {
  let text = (try? FileBytes.read("/proc/self/statm")).map { String(decoding: $0, as: UTF8.self) }
  let pages = text?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  return (pages * 4096) >> 20
}

let samples = try Samples(folder: words[1]).all.filter { only == nil || $0.name == only }
guard !samples.isEmpty else { exit(64) }
let others = samples.map(\.bytes)
let state = unsafe open("fuzz.state", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
let start = seconds()
var faults = 0
var slowest = (seconds: 0.0, number: 0)
var (peak, begin) = (0, 0)
for number in first..<first + count {
  var line = Array("\(number)          ".utf8)
  _ = unsafe pwrite(state, &line, line.count, 0)
  var mutator = Mutator(seed: UInt64(number))
  let sample = samples[mutator.number(below: samples.count)]
  let input = mutator.mutated(sample.bytes, others: others, words: Samples.words)
  let before = seconds()
  var fault = Target.drive(sample.name, input, &mutator)
  let took = seconds() - before
  if took > slowest.seconds { slowest = (took, number) }
  if took > 1 { fault = fault ?? "\(took) s" }
  let reached = peakMiB()
  if number > first + 20_000, reached > peak + 64 { fault = fault ?? "\(reached - peak) MiB" }
  peak = max(peak, reached)
  if number == first + 20_000 { begin = heldMiB() }
  if let fault {
    faults += 1
    print("input \(number) of \(sample.name): \(fault)")
    try FileOutput.write(input, to: "fuzz-\(number)")
  }
}
let total = seconds() - start
print(
  "\(count) inputs of \(samples.count) samples in \(Int(total)) s, \(Int(Double(count) / total)) a second,"
    + " \(faults) faults; slowest \(Int(slowest.seconds * 1000)) ms (input \(slowest.number));"
    + " memory \(begin) MiB after 20,000, \(heldMiB()) MiB at the end, \(peak) MiB at most")
exit(faults == 0 ? 0 : 1)
