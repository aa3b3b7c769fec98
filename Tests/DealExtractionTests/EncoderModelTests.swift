import DealExtraction
import DealLexicon
import Testing

/// Small numbers that follow from a seed.
private struct Numbers {
  var state: UInt64 = 3

  mutating func next(_ bound: Int) -> Int {
    state = mixed(state, 1)
    return Int(state % UInt64(2 * bound + 1)) - bound
  }
}

@Test(arguments: [(16, 1), (64, 3), (12, 1)], [1, 3, 8, 21])
func aLayerGivesTheSameByAllInstructions(shape: (outputs: Int, taps: Int), count: Int) {
  var numbers = Numbers()
  let (columns, step) = (32, 64)
  let weights = (0..<shape.outputs * shape.taps * columns).map { _ in Int16(numbers.next(4000)) }
  let bias = (0..<shape.outputs).map { _ in Int32(numbers.next(100_000)) }
  let inputs = (0..<columns * (count + 5)).map { _ in Int16(numbers.next(8191)) }
  let layer = EncoderModel.Layer(weights, bias: bias, taps: shape.taps)
  for limit in [Int32(0), 1, 2] {
    var outputs = [Int32](repeating: 0, count: count * layer.rows)
    layer.apply(to: inputs, at: columns, step: step, count: count, limit: limit, &outputs)
    for row in 0..<count {
      for output in 0..<shape.outputs {
        var sum = Int(bias[output])
        for tap in 0..<shape.taps {
          for column in 0..<columns {
            sum +=
              Int(weights[(output * shape.taps + tap) * columns + column])
              * Int(inputs[columns + row * columns + tap * step + column])
          }
        }
        #expect(Int(outputs[row * layer.rows + output]) == (sum + 2048) >> 12)
      }
    }
  }
}
