import DealLexicon
import DealText
import Testing

@testable import DealExtraction

private func lexicon(_ table: String) throws -> Lexicon {
  var lexicon = Lexicon()
  try NameTable(Array(table.utf8)).add(to: &lexicon)
  return lexicon
}

extension Lexicon {
  fileprivate func id(_ form: String) -> String? {
    parties.party(of: phraseTokens(form)).map { parties.entries[$0].id }
  }
}

@Test func ownRowsAddPartiesAndForms() throws {
  let lexicon = try lexicon(
    "name\tsimplified\taliases\r\nZorblatt GmbH\t佐布拉特\tZorb Works|ZBW\r\n# a comment\r\nNvidia\t\tGreen Eye\r\n"
  )
  for form in ["Zorblatt GmbH", "佐布拉特", "Zorb Works", "ZBW"] {
    #expect(lexicon.id(form) == "zorblatt")
  }
  #expect(lexicon.id("Green Eye") == "nvidia")
  #expect(lexicon.id("a comment") == nil)
}

@Test func registeredCompaniesAreKnownByTickerAndPlainName() throws {
  let lexicon = try lexicon(
    """
    {"0":{"cik_str":1045810,"ticker":"NVDA","title":"NVIDIA CORP"},
     "1":{"cik_str":5,"ticker":"ZBW","title":"Zorblatt Works, Inc. /DE/"},
     "2":{"cik_str":5,"ticker":"ZBW-A","title":"Zorblatt Works, Inc. /DE/"},
     "3":{"cik_str":6,"ticker":"MNY","title":"MONEY CO"}}
    """)
  #expect(lexicon.id("NVIDIA CORP") == "nvidia")
  #expect(lexicon.id("Zorblatt Works") == "zorblatt-works")
  #expect(lexicon.parties.entries.count { $0.id == "zorblatt-works" } == 1)
  #expect(lexicon.id("Money Co") == "money")
  #expect(lexicon.id("money") == nil)
}

@Test(
  arguments: [
    ("NVIDIA CORP", ["NVIDIA"]), ("Zorblatt Works, Inc. /DE/", ["Zorblatt Works"]),
    ("Apple Inc.", ["Apple"]), ("Eli Lilly & Co", ["Eli Lilly"]), ("Inc", []), ("Visa", []),
    ("Royal Bank N.V.", ["Royal Bank"]), ("/", []),
  ])
func registeredNamesLoseTheirLegalForm(title: String, forms: [String]) {
  #expect(RegisteredName.forms(of: title) == forms)
}

@Test(
  arguments: [
    ("ticker\nZ\n", 1, "no column 'name'"), ("name\n\n", 1, "a table without parties"),
    ("{}", 1, "a table without parties"), ("[1]", 1, "expected an object, found '['"),
    ("{\"0\":{\"title\":\"A\"}", 1, "the text ends where ',' or '}' was expected"),
  ])
func brokenTablesAreTold(table: String, line: Int, message: String) {
  #expect(throws: NameTableError(line: line, message: message)) {
    try NameTable(Array(table.utf8))
  }
}
