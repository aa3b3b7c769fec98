import Foundation

// LoopBenchmark TASK NUMBER NUMBER < payments: CPU seconds, the median of up to five runs, and the result.
// Payments are rows of four 32-bit numbers in the order of this machine: from, to, amount, day.

let input = try FileHandle.standardInput.readToEnd() ?? Data()
let words = unsafe input.withUnsafeBytes { bytes in unsafe Array(bytes.bindMemory(to: Int32.self)) }
let arguments = CommandLine.arguments.dropFirst()
let numbers = arguments.dropFirst().compactMap { Int($0) }
let work = Work(words, numbers)
guard let task = work.task(arguments.first ?? "") else {
  FileHandle.standardError.write(Data("no such task\n".utf8))
  exit(64)
}
var times: [Double] = []
var result = ""
repeat {
  let start = clock()
  result = task()
  times.append(Double(clock() - start) / Double(CLOCKS_PER_SEC))
} while times.count < 5 && times.reduce(0, +) < 8
print(times.sorted()[times.count / 2], result)
