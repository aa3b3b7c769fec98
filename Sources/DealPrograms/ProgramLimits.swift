/// What a program may take; what takes more is ended.
package struct ProgramLimits: Sendable {
  /// How long it may run, in seconds of the wall clock.
  package var seconds: Double
  /// How many bytes it may print.
  package var output: Int
  /// How many bytes of address space it may hold; nil sets no limit.
  package var memory: Int?

  /// Makes limits.
  package init(seconds: Double, output: Int, memory: Int? = nil) {
    self.seconds = seconds
    self.output = output
    self.memory = memory
  }
}
