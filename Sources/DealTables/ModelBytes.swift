import CDealTables

/// The bytes of a trained model, used where they lie: embedded in the program, or read from a file.
///
/// They begin at a multiple of eight and never move.
@safe public struct ModelBytes: @unchecked Sendable {
  /// Where the bytes start.
  public let start: UnsafeRawPointer
  /// How many there are.
  public let count: Int
  private let owner: Owner?

  /// Keeps bytes that are not the program's own alive.
  @safe private final class Owner: @unchecked Sendable {
    let memory: UnsafeMutableRawPointer

    init(_ bytes: [UInt8]) {
      unsafe memory = .allocate(byteCount: max(8, bytes.count), alignment: 8)
      unsafe bytes.withUnsafeBytes { source in
        if let base = source.baseAddress {
          unsafe memory.copyMemory(from: base, byteCount: source.count)
        }
      }
    }

    deinit { unsafe memory.deallocate() }
  }

  /// Takes a copy of bytes, as a file has them.
  public init(_ bytes: [UInt8]) {
    let owner = Owner(bytes)
    unsafe start = UnsafeRawPointer(owner.memory)
    count = bytes.count
    self.owner = owner
  }

  private init(embedded table: DealTableBytes) {
    unsafe start = UnsafeRawPointer(table.bytes)
    unsafe count = table.count
    owner = nil
  }

  /// Weights of names in English.
  public static var namesEnglish: ModelBytes {
    unsafe ModelBytes(embedded: dealTableModelNamesEnglish())
  }
  /// Weights of names in Chinese.
  public static var namesChinese: ModelBytes {
    unsafe ModelBytes(embedded: dealTableModelNamesChinese())
  }
  /// Weights of candidates in English.
  public static var dealsEnglish: ModelBytes {
    unsafe ModelBytes(embedded: dealTableModelDealsEnglish())
  }
  /// Weights of candidates in Chinese.
  public static var dealsChinese: ModelBytes {
    unsafe ModelBytes(embedded: dealTableModelDealsChinese())
  }
  /// Weights of kinds in English.
  public static var kindsEnglish: ModelBytes {
    unsafe ModelBytes(embedded: dealTableModelKindsEnglish())
  }
  /// Weights of kinds in Chinese.
  public static var kindsChinese: ModelBytes {
    unsafe ModelBytes(embedded: dealTableModelKindsChinese())
  }
  /// Weights of statuses in English.
  public static var statusEnglish: ModelBytes {
    unsafe ModelBytes(embedded: dealTableModelStatusEnglish())
  }
  /// Weights of statuses in Chinese.
  public static var statusChinese: ModelBytes {
    unsafe ModelBytes(embedded: dealTableModelStatusChinese())
  }
  /// Weights of quantities in English.
  public static var quantitiesEnglish: ModelBytes {
    unsafe ModelBytes(embedded: dealTableModelQuantitiesEnglish())
  }
  /// Weights of quantities in Chinese.
  public static var quantitiesChinese: ModelBytes {
    unsafe ModelBytes(embedded: dealTableModelQuantitiesChinese())
  }
  /// The encoder for English.
  public static var encoderEnglish: ModelBytes {
    unsafe ModelBytes(embedded: dealTableModelEncoderEnglish())
  }
  /// The encoder for Chinese.
  public static var encoderChinese: ModelBytes {
    unsafe ModelBytes(embedded: dealTableModelEncoderChinese())
  }
}
