import DealModel
import Testing

@testable import DealEvaluation

@Test(
  arguments: [
    ("The NVIDIA Corp.", "nvidia"), ("ＮＶＩＤＩＡ", "Nvidia"), ("Scale AI, Inc.", "scale-ai"),
    ("华为技术有限公司", "华为技术有限公司"), ("Foxconn Technologies Group", "foxconn"),
    ("Société Générale SA", "Socie\u{301}te\u{301} Ge\u{301}ne\u{301}rale"), ("Group", "GROUP"),
    ("AT&T", "at t"), ("腾讯 集团", "腾讯"), ("Theranos", "theranos, inc"),
  ])
func spellingsOfOneNameAreOne(one: String, other: String) {
  #expect(FoldedName(one) == FoldedName(other))
}

@Test(arguments: [("Theranos", "ranos"), ("腾讯集团", "腾讯"), ("Cohere", "here"), ("Coin", "in")])
func othersStayApart(one: String, other: String) {
  #expect(FoldedName(one) != FoldedName(other))
}

private let annotation = """
  {"article": "a", "language": "zh-Hant", "parties": {"Acme": ["Acme Corp", "it"], "Beta": []},
   "others": ["Gamma"], "deals": [
   {"payer": "Acme", "payee": "Beta", "kind": "purchase", "also": ["compute"],
    "amount": {"value": 1000, "currency": "USD", "bound": "exact", "scope": "own"},
    "capacity": null, "stake": null, "years": 3, "date": null, "status": "agreed",
    "evidence": "Acme buys."},
   {"payer": "Beta", "payee": "Acme", "kind": "loan", "amount": null, "status": "talks",
    "evidence": "Beta lends."}]}
  """

private func deal(
  _ payer: String, _ payee: String, _ kind: DealKind, _ value: Double?, _ status: DealStatus
) -> Deal {
  Deal(
    key: "\(payer)>\(payee):\(kind.rawValue):\(value ?? 0)", payer: payer, payee: payee, kind: kind,
    amount: value.map { Amount(value: $0, currency: .usd) }, status: status,
    evidence: [Evidence(article: "x", range: 0..<4, text: "Acme\nbuys.")])
}

private func evaluated(_ deals: [Deal]) throws -> Evaluation {
  let parties = [Party(id: "acme", name: "ACME"), Party(id: "b", name: "B.", aliases: ["Beta"])]
  var evaluation = Evaluation()
  evaluation.add(
    try AnnotatedArticle(json: Array(annotation.utf8)), DealGraph(parties: parties, deals: deals),
    name: "a", text: Array("Acme  buys. Beta lends.".utf8))
  return evaluation
}

@Test func eachAnnotatedDealIsMatchedOnceByTheBest() throws {
  let evaluation = try evaluated([
    deal("acme", "b", .purchase, 900, .agreed), deal("acme", "b", .compute, 1005, .agreed),
  ])
  #expect(evaluation.all.deals == Score(annotated: 2, hits: 1, found: 2, right: 1))
  #expect(evaluation.all.agreement(on: .amount) == 1)
  #expect(evaluation.all.agreement(on: .years) == 0)
  #expect(evaluation.kinds["purchase"] == Score(annotated: 1, hits: 1, found: 1, right: 0))
  #expect(evaluation.kinds["compute"] == Score(annotated: 0, hits: 0, found: 1, right: 1))
  #expect(evaluation.statuses["talks"] == Score(annotated: 1))
  #expect(evaluation.languages.keys.sorted() == ["zh"])
  #expect(evaluation.all.groundedShare == 1)
  #expect(evaluation.disagreements.map(\.isMissed) == [true, false])
}

@Test func aWrongKindIsAPairAndAReversedDealIsNot() throws {
  let kind = try evaluated([deal("acme", "b", .investment, nil, .agreed)])
  #expect(kind.all.deals.f1 == 0)
  #expect(kind.all.pairs == Score(annotated: 2, hits: 1, found: 1, right: 1))
  let reversed = try evaluated([deal("b", "acme", .purchase, 1000, .agreed)])
  #expect(reversed.all.deals.hits == 0)
  #expect(try evaluated([deal("acme", "b", .partnership, nil, .agreed)]).all.deals.found == 0)
}

@Test func anArticleWithoutDealsIsQuietWhenNothingIsFound() throws {
  let empty = Array(#"{"language": "en", "parties": {}, "deals": []}"#.utf8)
  var evaluation = Evaluation()
  evaluation.add(try AnnotatedArticle(json: empty), DealGraph(), name: "a", text: [])
  #expect(evaluation.all.quietShare == 1)
  let graph = DealGraph(deals: [deal("a", "b", .loan, 1, .agreed)])
  evaluation.add(try AnnotatedArticle(json: empty), graph, name: "b", text: [])
  #expect(evaluation.all.quietShare == 0.5)
  #expect(evaluation.all.groundedShare == 0)
  evaluation.add(try AnnotatedArticle(json: Array(annotation.utf8)), nil, name: "c", text: [])
  #expect(evaluation.all.failed == 1)
  #expect(evaluation.all.deals.annotated == 2)
  #expect(evaluation.languages["zh"]?.quietShare == nil)
}

@Test(
  arguments: [
    ("[]", "1:1: expected an object, found '['"), ("{}", "1:3: no language"),
    (
      #"{"language":"en","deals":[{"payer":"A","payee":"B","kind":"loan"}]}"#,
      "1:68: the party 'A' of a deal is not in 'parties'"
    ),
    (#"{"language":"en","deals":[{"payer":"A"}]}"#, "1:40: a deal without payer, payee or kind"),
  ])
func brokenAnnotationsAreToldWithTheirPlace(json: String, message: String) {
  let error = #expect(throws: ModelError.self) { try AnnotatedArticle(json: Array(json.utf8)) }
  #expect(error?.description == message)
}
