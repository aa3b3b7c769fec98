/// What a sentence has said so far, for what it leaves out later.
struct QuantityMemory {
  /// Dates, of the whole text.
  var dates: DateMemory
  /// The form of the last currency; zero for none.
  private(set) var form: Int32 = 0
  /// The form of the last currency of the whole text; zero for none.
  private(set) var lastForm: Int32 = 0
  /// The unit of the last capacity.
  private(set) var unit: String?
  /// Whether a length of time was named.
  private(set) var hasTerm = false

  init(dates: DateMemory) { self.dates = dates }

  /// The same at the beginning of another sentence.
  func inNextSentence() -> QuantityMemory {
    var memory = QuantityMemory(dates: dates.inNextSentence())
    memory.lastForm = lastForm
    return memory
  }

  /// Takes note of a quantity and of the form of its currency.
  mutating func note(_ quantity: Quantity, form: Int32) {
    switch quantity.value {
    case .money: if form != 0 { (self.form, lastForm) = (form, form) }
    case .capacity(_, let unit, _): self.unit = unit
    case .term: hasTerm = true
    case .stake, .date, .vague: break
    }
  }
}
