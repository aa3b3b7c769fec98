import DealTables
import DealText

/// How currencies are written, and which of several a word means in an article.
struct CurrencyTable: Sendable {
  /// A way of writing a currency: the codes it can stand for, the likeliest first.
  struct Form: Sendable {
    var codes: [String]
    /// Whether it must be written in capitals, as ISO codes are.
    var isCode: Bool
  }

  private(set) var forms: [Form] = []
  private var hints = QuantityLexicon(empty: ())
  private var hintCodes: [String] = []
  private var homes = HomeDollar()
  /// The number of the form 元, for sums that leave their currency out; zero without one.
  private(set) var yuan: Int32 = 0
  /// The number of the form "rupees", for crore and lakh; zero without one.
  private(set) var rupees: Int32 = 0

  /// Reads a table with the columns `code`, `use` and `forms`, adding its forms to a lexicon.
  init(_ table: Table, addingTo lexicon: inout QuantityLexicon) {
    table.forEachRow { _, cells in
      guard cells.count >= 3 else { return }
      let codes = cells[0].split(separator: 0x7C).map { String(decoding: $0, as: UTF8.self) }
      let use = String(decoding: cells[1], as: UTF8.self)
      if use == "hint" {
        addHints(cells[2], code: codes[0])
      } else if use == "home" {
        homes.add(cells[2], code: codes[0])
      } else if let roles = Self.roles[use] {
        forms.append(Form(codes: codes, isCode: use == "code"))
        if use == "after", codes.count > 2 { noteCommon(codes[0]) }
        for form in cells[2].split(separator: 0x7C) {
          let sense = QuantitySense(roles: roles, value: 0, code: Int32(forms.count))
          lexicon.insert(phraseTokens(Array(form)), sense)
        }
      }
    }
  }

  private mutating func noteCommon(_ code: String) {
    if code == "CNY" { yuan = Int32(forms.count) }
    if code == "INR" { rupees = Int32(forms.count) }
  }

  private mutating func addHints(_ cell: ArraySlice<UInt8>, code: String) {
    hintCodes.append(code)
    for form in cell.split(separator: 0x7C) {
      let sense = QuantitySense(roles: .last, value: 0, code: Int32(hintCodes.count))
      hints.insert(phraseTokens(Array(form)), sense)
    }
  }

  private static let roles: [String: QuantitySense.Roles] = [
    "before": .currencyBefore, "after": .currencyAfter,
    "both": [.currencyBefore, .currencyAfter], "code": [.currencyBefore, .currencyAfter],
    "kr": [.currencyBefore, .currencyAfter], "weak": [.currencyAfter, .needsScale],
  ]

  /// The codes that a form can stand for in a language; none where it is not a form.
  func codes(of code: Int32, in language: Language) -> [String] {
    let codes = form(code)?.codes ?? []
    // Simplified texts mean the yuan by 元.
    return language == .simplifiedChinese && codes.contains("CNY") ? ["CNY"] : codes
  }

  /// The form of a sense's code.
  func form(_ code: Int32) -> Form? {
    forms.indices.contains(Int(code) - 1) ? forms[Int(code) - 1] : nil
  }

  /// Where an article hints at which currency.
  func hints(
    in atoms: [QuantityAtom], lexicon: QuantityLexicon, language: Language, source: [UInt8]
  ) -> CurrencyHints {
    var found = CurrencyHints()
    for index in atoms.indices {
      guard let (sense, _) = hints.match(at: index, in: atoms) else { continue }
      found.add(hintCodes[Int(hints.senses[Int(sense)].code) - 1], at: index)
    }
    switch language {
    case .traditionalChinese:
      // Papers of Taiwan say 元 for their own currency, those of Hong Kong seldom, mainland ones hardly.
      found.favour("TWD", by: 3)
      found.favour("CNY", by: hasGlosses(source) ? 8 : -1)
    case .english:
      let stated = Set(
        atoms.compactMap { atom -> String? in
          guard !atom.roles.isDisjoint(with: [.currencyBefore, .currencyAfter]),
            let codes = form(lexicon.senses[Int(atom.sense)].code)?.codes, codes.count == 1
          else { return nil }
          return codes[0]
        })
      found.dollar = homes.choice(in: atoms, stated: stated)
    case .simplifiedChinese: break
    }
    return found
  }

  /// Whether a text carries pinyin glosses, `達(dá)`, as converted pages from the mainland do.
  private func hasGlosses(_ text: [UInt8]) -> Bool {
    var count = 0
    for index in text.indices where text[index] == 0x28 || text[index] == 0x88 {
      var end = index + 1
      var hasTone = false
      while end < text.count, end - index < 10, text[end] != 0x29 {
        if text[end] >= 0xC3 && text[end] <= 0xC7 { hasTone = true }
        guard isASCIILetter(text[end]) || text[end] >= 0x80 && text[end] <= 0xC7 else { break }
        end += 1
      }
      if hasTone, end < text.count, text[end] == 0x29 || text[end] == 0xEF { count += 1 }
      if count > 2 { return true }
    }
    return false
  }
}
