import DealExtraction
import DealLexicon
import DealMentions
import DealTables
import Testing

/// A template of the tests' own.
private enum Template: UInt64, FeatureTemplate {
  case one = 1
  case two
}

/// Weights of made features: some thousand, so that slots collide.
private func madeRows(_ count: Int) -> [UInt64: [Int]] {
  var rows: [UInt64: [Int]] = [:]
  for number in 0..<count {
    let weight = number % 2001 - 1000
    rows[mixed(7, UInt64(number))] = [weight, -weight * 3, number % 7]
  }
  return rows
}

@Test func everyFeatureHasItsWeightsAndNoOther() {
  let rows = madeRows(5000)
  let file = LinearModelFile.encoded(rows, classes: ["a", "b", "c"], templates: Template.self)
  let model = LinearModel(ModelBytes(file))
  #expect(model.classes == ["a", "b", "c"])
  for (feature, row) in rows {
    var scores: [Int32] = [1, 2, 3]
    model.add(FeatureBuffer([feature]), to: &scores)
    #expect(scores == [1 + Int32(row[0]), 2 + Int32(row[1]), 3 + Int32(row[2])])
  }
  var scores: [Int32] = [0, 0, 0]
  model.add(FeatureBuffer((0..<5000).map { mixed(8, $0) }), to: &scores)
  #expect(scores == [0, 0, 0])
}

@Test func aModelOfOneClassSumsItsWeights() {
  let rows = madeRows(300).mapValues { [$0[0]] }
  let file = LinearModelFile.encoded(rows, classes: ["score"], templates: Template.self)
  let model = LinearModel(ModelBytes(file))
  let sum = model.sum(FeatureBuffer(rows.keys.sorted() + [5, 6]))
  #expect(Int(sum) == rows.values.reduce(0) { $0 + $1[0] })
}

@Test func sumsTakenAsFeaturesComeAreThoseOfTheBuffer() {
  let all = madeRows(300)
  let one = LinearModel(
    ModelBytes(
      LinearModelFile.encoded(
        all.mapValues { [$0[0]] }, classes: ["score"], templates: Template.self)))
  let three = LinearModel(
    ModelBytes(LinearModelFile.encoded(all, classes: ["a", "b", "c"], templates: Template.self)))
  var sum = LinearSum(one)
  var row = LinearRow(three)
  for hash in all.keys.sorted() + [5, 6] {
    sum.take(hash, Template.one, [])
    row.take(hash, Template.one, [])
  }
  #expect(Int(sum.sum) == all.values.reduce(0) { $0 + $1[0] })
  for place in 0..<3 { #expect(Int(row.sums[place]) == all.values.reduce(0) { $0 + $1[place] }) }
}

@Test func aModelsFileTellsWhatIsWrongWithIt() {
  let file = LinearModelFile.encoded(
    madeRows(50), classes: ["a", "b", "c"], templates: Template.self)
  #expect(LinearModelFile(ModelBytes(file)).fault(for: Template.self) == nil)
  #expect(
    LinearModelFile(ModelBytes(file)).fault(for: NameTemplate.self) == "made for other templates")
  var broken = file
  broken[100] ^= 1
  #expect(
    LinearModelFile(ModelBytes(broken)).fault(for: Template.self) == "the check sum is wrong")
}

@Test func theEmbeddedModelsAreSoundAndMadeForTheseTemplates() {
  for bytes in [ModelBytes.namesEnglish, .namesChinese] {
    #expect(LinearModelFile(bytes).fault(for: NameTemplate.self) == nil)
    #expect(LinearModel(bytes).classes == NameTag.classes)
  }
  for bytes in [ModelBytes.dealsEnglish, .dealsChinese] {
    #expect(LinearModelFile(bytes).fault(for: PairTemplate.self) == nil)
  }
  for bytes in [ModelBytes.kindsEnglish, .kindsChinese] {
    #expect(LinearModelFile(bytes).fault(for: ContextTemplate.self) == nil)
    #expect(LinearModel(bytes).classes == ClaimModels.kindNames)
  }
  for bytes in [ModelBytes.statusEnglish, .statusChinese] {
    #expect(LinearModelFile(bytes).fault(for: ContextTemplate.self) == nil)
    #expect(LinearModel(bytes).classes == ClaimModels.statusNames)
  }
  for bytes in [ModelBytes.quantitiesEnglish, .quantitiesChinese] {
    #expect(LinearModelFile(bytes).fault(for: QuantityTemplate.self) == nil)
  }
}
