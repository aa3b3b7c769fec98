import DealPrograms
import Foundation
import Testing

private let shell = InstalledProgram(path: "/bin/sh")
private let limits = ProgramLimits(seconds: 60, output: 1 << 20)

private func run(_ script: String, _ input: String = "", _ limits: ProgramLimits = limits) throws
  -> ProgramRun
{
  try #require(shell.run(["-c", script], input: Array(input.utf8), limits: limits))
}

@Test func outputAndComplaintsStayApart() throws {
  let found = try run("cat; echo out; echo 'first\nsecond' >&2; exit 3", "in\n")
  #expect(found.ending == .exited(3))
  #expect(found.outputText == "in\nout\n")
  #expect(found.message == "first; second")
}

@Test func inputOfAnySizeComesWhole() throws {
  let text = String(repeating: "0123456789", count: 100_000)
  #expect(try run("cat", text, ProgramLimits(seconds: 60, output: 1 << 21)).outputText == text)
}

@Test func childThatReadsNothingIsNoFault() throws {
  let text = String(repeating: "x", count: 1 << 20)
  #expect(try run("exec true", text).ending == .exited(0))
}

@Test(.timeLimit(.minutes(1))) func timeIsLimitedForTheWholeGroup() throws {
  // The grandchild holds the pipe; both are ended.
  let found = try run(
    "sleep 600 & echo $!; wait", "", ProgramLimits(seconds: 0.2, output: 1 << 10))
  #expect(found.ending == .exceededTime)
  let grandchild = try #require(
    pid_t(found.outputText.trimmingCharacters(in: .whitespacesAndNewlines)))
  // A signal ends a process in its own time; the time limit of the test bounds the loop.
  while isAlive(grandchild) { sched_yield() }
}

@Test func outputIsLimited() throws {
  let found = try run(
    "while :; do echo 0123456789; done", "", ProgramLimits(seconds: 60, output: 1 << 16))
  #expect(found.ending == .exceededOutput)
}

@Test func childThatClosesItsFilesAndGoesOnIsEnded() throws {
  let found = try run(
    "exec >&- 2>&-; exec sleep 600", "", ProgramLimits(seconds: 0.2, output: 1 << 10))
  #expect(found.ending == .exceededTime)
}

@Test func signalsAreTold() throws {
  #expect(try run("kill -KILL $$").ending == .signalled(SIGKILL))
}

@Test func memoryIsLimited() throws {
  let hungry = "head -c 400000000 /dev/zero | tail -n 1 | wc -c"
  let small = ProgramLimits(seconds: 60, output: 1 << 10, memory: 200 << 20)
  #expect(try run(hungry).message.isEmpty)
  #expect(try !run(hungry, "", small).message.isEmpty)
}

@Test func missingProgramIsNil() {
  #expect(InstalledProgram(named: "no-such-program-of-any-kind") == nil)
  #expect(InstalledProgram(path: "/no/such/program").run([], limits: limits) == nil)
  #expect(InstalledProgram(named: "sh")?.path.hasSuffix("/sh") == true)
}

/// Whether a process is there and no zombie.
private func isAlive(_ process: pid_t) -> Bool {
  guard kill(process, 0) == 0 else { return false }
  let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
  return status.map { !$0.contains(") Z ") } ?? false
}
