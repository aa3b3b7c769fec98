import CDealKernels
package import DealTables

/// The trained weights of the encoder: a small dilated convolutional network over the tokens of an article
/// (Strubell, Verga, Belanger and McCallum 2017) with a head that judges a candidate by the states of its
/// ends and of what lies between.
///
/// All arithmetic is of integers, so that the same text gets the same scores everywhere: states are in
/// units of 1/512, weights of 1/4096, embeddings of tokens of 1/128.
///
/// The file is little-endian. A head of sixteen numbers of 32 bits: `DGEN`, version, width of a state, of the head, of the
/// pool, layers, sizes of the three vocabularies, rows of marks, rows of places. Then the
/// dilations (eight numbers of 32 bits); the three vocabularies, sorted hashes of 64 bits; the
/// embeddings of words, two rows more than each vocabulary, and of marks, bytes; and of 16 bits a weight and
/// 32 bits a bias: the convolutions (output, tap, input), the pool, the ends, the pooled, the places, the
/// hidden layer and the output.
package struct EncoderModel: Sendable {
  /// A layer; see `DealLayer` for the order of its weights, which has room for sixteen outputs at a time.
  package struct Layer: Sendable {
    private let weights: [Int16]
    let bias: [Int32]
    /// The bias with the half that rounding adds, up to the next multiple of sixteen.
    private let rounding: [Int32]
    /// The number of outputs, up to the next multiple of sixteen.
    package let rows: Int
    private let taps: Int
    private let columns: Int

    /// Makes a layer of weights by output, tap and input.
    package init(_ weights: [Int16], bias: [Int32], taps: Int) {
      precondition(!bias.isEmpty && weights.count % (bias.count * taps * 2) == 0)
      let inputs = weights.count / bias.count
      rows = (bias.count + 15) / 16 * 16
      self.taps = taps
      columns = inputs / taps
      var ordered: [Int16] = []
      ordered.reserveCapacity(rows * inputs)
      for block in stride(from: 0, to: rows, by: 16) {
        for input in stride(from: 0, to: inputs, by: 2) {
          for row in block..<block + 16 {
            for index in row * inputs + input..<row * inputs + input + 2 {
              ordered.append(row < bias.count ? weights[index] : 0)
            }
          }
        }
      }
      self.weights = ordered
      self.bias = bias
      rounding =
        bias.map { $0 &+ 2048 } + [Int32](repeating: 0, count: rows - bias.count)
    }

    /// The weight of an input, counted through all taps, for an output.
    func weight(_ output: Int, _ input: Int) -> Int16 {
      let block = output / 16 * 16 * taps * columns
      return weights[block + input / 2 * 32 + output % 16 * 2 + input % 2]
    }

    /// Writes the outputs for `count` rows of inputs, the first from `place` on, in units of a state; the
    /// taps of a row are `step` numbers apart. `limit` is how wide instructions may be; see `dealApply`.
    ///
    /// - Precondition: All rows with their taps are within the inputs.
    package func apply(
      to inputs: [Int16], at place: Int = 0, step: Int = 0, count: Int = 1, limit: Int32 = 2,
      _ outputs: inout [Int32]
    ) {
      precondition(
        count > 0 && place >= 0 && step >= 0
          && place + (count - 1) * columns + (taps - 1) * step + columns <= inputs.count
          && outputs.count >= count * rows)
      unsafe weights.withUnsafeBufferPointer { weights in
        unsafe rounding.withUnsafeBufferPointer { bias in
          unsafe inputs.withUnsafeBufferPointer { inputs in
            unsafe outputs.withUnsafeMutableBufferPointer { outputs in
              guard let inputs = inputs.baseAddress, let outputs = outputs.baseAddress else {
                return
              }
              let layer = unsafe DealLayer(
                weights: weights.baseAddress, bias: bias.baseAddress, rows: Int32(rows),
                taps: Int32(taps), columns: Int32(columns))
              unsafe dealApply(layer, inputs + place, Int64(step), Int64(count), limit, outputs)
            }
          }
        }
      }
    }
  }

  let width: Int
  let head: Int
  let pool: Int
  let dilations: [Int]
  let convolutions: [Layer]
  let pooling: Layer
  let ends: [Layer]
  let pooled: Layer
  private let places: [Int16]
  let hidden: Layer
  let output: Layer
  private let bytes: ModelBytes
  private let vocabularies: [Vocabulary]
  private let marks: Int

  /// How far a token's state sees.
  var reach: Int { dilations.reduce(0, +) }

  /// Reads a file.
  ///
  /// - Precondition: The file is sound; see ``fault(in:)``.
  package init(_ bytes: ModelBytes) {
    precondition(Self.fault(in: bytes) == nil, "the encoder's model is not sound")
    self.bytes = bytes
    var reader = Reader(bytes: bytes, place: 8)
    let sizes = (0..<14).map { _ in reader.number() }
    width = sizes[0]
    head = sizes[1]
    pool = sizes[2]
    dilations = (0..<8).map { _ in reader.number() }.prefix(sizes[3]).map { $0 }
    var found = sizes[4..<7].map { Vocabulary(reader: &reader, count: $0) }
    for index in 0..<3 {
      found[index].rows = reader.place
      reader.place += (found[index].count + 2) * width
    }
    vocabularies = found
    marks = reader.place
    reader.place += sizes[7] * width
    let (width, head, pool) = (width, head, pool)
    convolutions = dilations.map { _ in reader.layer(rows: width, columns: 3 * width, taps: 3) }
    pooling = reader.layer(rows: pool, columns: width)
    ends = (0..<4).map { _ in reader.layer(rows: head, columns: width) }
    pooled = reader.layer(rows: head, columns: pool)
    places = reader.weights(sizes[8] * head)
    hidden = reader.layer(rows: head, columns: head)
    output = reader.layer(rows: 1 + ClaimModels.kindNames.count, columns: head)
  }

  /// What is wrong with a file; nil where it is sound.
  package static func fault(in bytes: ModelBytes) -> String? {
    guard bytes.count >= 96 else { return "it is cut off" }
    var reader = Reader(bytes: bytes, place: 0)
    guard reader.number() == 0x4E45_4744, reader.number() == 1 else {
      return "it is no encoder of version 1"
    }
    let sizes = (0..<14).map { _ in reader.number() }
    let (width, head, pool) = (sizes[0], sizes[1], sizes[2])
    guard [width, head, pool].allSatisfy({ $0 > 0 && $0 % 16 == 0 }) else {
      return "its layers are not of a multiple of sixteen"
    }
    guard sizes[3] <= 8, sizes[7] == EncoderInput.markCounts.reduce(0, +),
      sizes[8] == EncoderInput.placeCounts.reduce(0, +)
    else { return "it was made for other signs" }
    var count = 96 + sizes[4..<7].reduce(0) { $0 + $1 * 8 + ($1 + 2) * width } + sizes[7] * width
    func layer(_ rows: Int, _ columns: Int) -> Int { rows * columns * 2 + rows * 4 }
    count += sizes[3] * layer(width, 3 * width) + layer(pool, width) + 4 * layer(head, width)
    count += layer(head, pool) + sizes[8] * head * 2 + layer(head, head)
    count += layer(1 + ClaimModels.kindNames.count, head)
    return count == bytes.count ? nil : "it has \(bytes.count) bytes instead of \(count)"
  }

  /// The row of a hash in a vocabulary: 0 for no hash, 1 for an unknown one.
  private func row(_ hash: UInt64, _ vocabulary: Int) -> Int {
    guard hash != 0 else { return 0 }
    let own = vocabularies[vocabulary]
    let bucket = Int(hash >> Vocabulary.shift)
    for place in own.buckets[bucket]..<own.buckets[bucket + 1] {
      let entry = UInt64(
        littleEndian: unsafe bytes.start.loadUnaligned(
          fromByteOffset: own.start + Int(place) * 8, as: UInt64.self))
      if entry == hash { return Int(place) + 2 }
    }
    return 1
  }

  /// Adds what a candidate's signs say to the inputs of the hidden layer.
  func addPlaces(_ signs: [Int], to sums: inout [Int32]) {
    precondition(sums.count >= head && signs.count == EncoderInput.placeCounts.count)
    unsafe sums.withUnsafeMutableBufferPointer { sums in
      unsafe places.withUnsafeBufferPointer { places in
        guard let sums = sums.baseAddress, let places = places.baseAddress else { return }
        var first = 0
        for (sign, size) in zip(signs, EncoderInput.placeCounts) {
          unsafe dealAddRow(
            places + (first + max(0, min(sign, size - 1))) * head, Int64(head), sums)
          first += size
        }
      }
    }
  }

  /// Writes the embeddings of tokens, in units of a state, a row each.
  func embed(
    _ tokens: Range<Int>, of input: EncoderInput, into states: inout [Int16], at place: Int
  ) {
    precondition(place >= 0 && place + tokens.count * width <= states.count)
    let markCount = EncoderInput.markCounts.count
    unsafe states.withUnsafeMutableBufferPointer { states in
      unsafe withUnsafeTemporaryAllocation(
        of: UnsafePointer<Int8>?.self, capacity: 3 + markCount
      ) { rows in
        guard let states = states.baseAddress else { return }
        for token in tokens {
          for index in 0..<3 {
            let row = row(input.hashes[token * 3 + index], index)
            unsafe rows[index] = embedding(vocabularies[index].rows + row * width)
          }
          var first = marks
          for index in 0..<markCount {
            let mark = Int(input.marks[token * markCount + index])
            unsafe rows[3 + index] = embedding(first + mark * width)
            first += EncoderInput.markCounts[index] * width
          }
          unsafe dealEmbed(
            rows.baseAddress, Int32(3 + markCount), Int32(width),
            states + place + (token - tokens.lowerBound) * width)
        }
      }
    }
  }

  private func embedding(_ place: Int) -> UnsafePointer<Int8> {
    unsafe (bytes.start + place).assumingMemoryBound(to: Int8.self)
  }

  /// Hashes that have embeddings, ascending.
  private struct Vocabulary {
    /// Where the hashes start, and how many there are.
    let start: Int
    let count: Int
    /// Where the embeddings start.
    var rows = 0
    /// For each beginning of a hash, how many hashes stand before those with it.
    let buckets: [Int32]

    static let shift: UInt64 = 52

    init(reader: inout Reader, count: Int) {
      start = reader.place
      self.count = count
      var buckets: [Int32] = []
      buckets.reserveCapacity(4097)
      for place in 0..<count {
        let hash = UInt64(
          littleEndian: unsafe reader.bytes.start.loadUnaligned(
            fromByteOffset: start + place * 8, as: UInt64.self))
        while buckets.count <= hash >> Self.shift { buckets.append(Int32(place)) }
      }
      while buckets.count <= 4096 { buckets.append(Int32(count)) }
      self.buckets = buckets
      reader.place += count * 8
    }
  }

  private struct Reader {
    let bytes: ModelBytes
    var place: Int

    mutating func number() -> Int {
      defer { place += 4 }
      return Int(
        Int32(littleEndian: unsafe bytes.start.loadUnaligned(fromByteOffset: place, as: Int32.self))
      )
    }

    mutating func weights(_ count: Int) -> [Int16] {
      defer { place += count * 2 }
      return (0..<count).map {
        Int16(
          littleEndian: unsafe bytes.start.loadUnaligned(
            fromByteOffset: place + $0 * 2, as: Int16.self))
      }
    }

    mutating func layer(rows: Int, columns: Int, taps: Int = 1) -> Layer {
      let weights = weights(rows * columns)
      return Layer(weights, bias: (0..<rows).map { _ in Int32(number()) }, taps: taps)
    }
  }
}
