import DealLexicon
import DealMentions
import DealText

/// Trains and checks the tagger of names.
struct NameTraining {
  let lexicon: Lexicon
  let recorder = FeatureRecorder()
  var counts = VocabularyCounts()

  private struct Example {
    let features: NameFeatures
    let sentence: Range<Int>
    let tags: [Int]
  }

  /// The averaged weights after `rounds` over the articles.
  mutating func train(_ articles: [Annotated], rounds: Int) -> [UInt64: [Double]] {
    for word in NameFeatures.atomWords + lexicon.english.frames + lexicon.chinese.frames {
      recorder.keep(word)
    }
    for article in articles { keepWords(of: article.text) }
    for article in articles { counts.add(article) }
    var perceptron = Perceptron(classes: 3)
    var examples = articles.flatMap(examples)
    perceptron.keepOnly(frequent(examples))
    var state: UInt64 = 7
    for _ in 0..<rounds {
      shuffle(&examples, &state)
      for example in examples {
        learn(example, &perceptron)
        perceptron.advance()
      }
    }
    return perceptron.averaged()
  }

  /// The features that stand at several tokens: a feature of one token is learnt by heart.
  private func frequent(_ examples: [Example]) -> Set<UInt64> {
    var counts: [UInt64: Int] = [:]
    var buffer = FeatureBuffer()
    for example in examples {
      for (offset, index) in example.sentence.enumerated() {
        guard example.features.mayBegin(index) || example.features.mayContinue(index) else {
          continue
        }
        buffer.removeAll()
        example.features.add(index, in: example.sentence, to: &buffer)
        let before = offset == 0 ? 2 : example.tags[offset - 1]
        example.features.addTag(before, index, in: example.sentence, to: &buffer)
        for hash in buffer.hashes { counts[hash, default: 0] += 1 }
      }
    }
    return Set(counts.lazy.filter { $0.value >= 3 }.map(\.key))
  }

  private func keepWords(of text: ArticleText) {
    for token in text.tokens {
      let word = text.normal.string(token.range)
      recorder.keep(word)
      let bytes = Array(word.utf8)
      for tail in [3, 4] {
        recorder.keep(String(decoding: [0x2D] + bytes.suffix(tail), as: UTF8.self))
      }
      recorder.keep(String(decoding: Array(bytes.prefix(3)) + [0x2D], as: UTF8.self))
    }
  }

  /// The common words of the other articles: an article must not vouch for its own.
  private func vocabulary(without article: Annotated) -> Vocabulary {
    counts.vocabulary(without: article)
  }

  private func examples(_ article: Annotated) -> [Example] {
    let classes = TokenClasses(article.text, lexicon: lexicon)
    let names = article.names()
    var tags = [Int](repeating: 2, count: article.text.tokens.count)
    for name in names {
      for index in name.range { tags[index] = index == name.range.lowerBound ? 0 : 1 }
    }
    let features = NameFeatures(
      article.text, classes: classes, memory: NameMemory(article.text),
      vocabulary: vocabulary(without: article))
    return article.text.sentences.map { sentence in
      Example(features: features, sentence: sentence.tokens, tags: Array(tags[sentence.tokens]))
    }
  }

  private func learn(_ example: Example, _ perceptron: inout Perceptron) {
    var buffer = FeatureBuffer(recorder: recorder)
    let guess = decode(example, perceptron)
    guard guess != example.tags else { return }
    for (offset, index) in example.sentence.enumerated() {
      let (right, wrong) = (example.tags[offset], guess[offset])
      if right != wrong {
        buffer.removeAll()
        example.features.add(index, in: example.sentence, to: &buffer)
        perceptron.update(buffer, right, by: 1)
        perceptron.update(buffer, wrong, by: -1)
      }
      let (rightBefore, wrongBefore) =
        offset == 0 ? (2, 2) : (example.tags[offset - 1], guess[offset - 1])
      if right != wrong || rightBefore != wrongBefore {
        buffer.removeAll()
        example.features.addTag(rightBefore, index, in: example.sentence, to: &buffer)
        perceptron.update(buffer, right, by: 1)
        buffer.removeAll()
        example.features.addTag(wrongBefore, index, in: example.sentence, to: &buffer)
        perceptron.update(buffer, wrong, by: -1)
      }
    }
  }

  private func decode(_ example: Example, _ perceptron: Perceptron) -> [Int] {
    var buffer = FeatureBuffer()
    var sums = [0.0, 0.0, 0.0]
    return NameTagger.decode(example.sentence, example.features) { index, previous in
      buffer.removeAll()
      if previous < 0 {
        example.features.add(index, in: example.sentence, to: &buffer)
      } else {
        example.features.addTag(previous, index, in: example.sentence, to: &buffer)
      }
      sums = [0, 0, 0]
      perceptron.add(buffer, to: &sums)
      return SIMD4(Int32(sums[0] * 1000), Int32(sums[1] * 1000), Int32(sums[2] * 1000), 0)
    }.map(\.rawValue)
  }

  /// Prints precision and recall of whole names with the trained tagger.
  func check(_ articles: [Annotated], _ tagger: NameTagger, show: Bool) {
    var right = 0
    var guessed = 0
    var wanted = 0
    var partiesFound = 0
    var parties = 0
    for article in articles {
      let classes = TokenClasses(article.text, lexicon: lexicon)
      let features = NameFeatures(
        article.text, classes: classes, memory: NameMemory(article.text),
        vocabulary: lexicon.vocabulary)
      let gold = article.names()
      let goldRanges = Set(gold.map(\.range))
      var found: Set<Range<Int>> = []
      for sentence in article.text.sentences {
        found.formUnion(tagger.names(of: sentence.tokens, features).map(\.tokens))
      }
      right += found.intersection(goldRanges).count
      guessed += found.count
      wanted += goldRanges.count
      let dealNames = gold.filter { $0.party >= 0 }
      parties += dealNames.count
      partiesFound += dealNames.filter { found.contains($0.range) }.count
      if show {
        for range in found.subtracting(goldRanges).sorted(by: { $0.lowerBound < $1.lowerBound }) {
          print("\(article.name)  extra   \(article.text.string(of: range))")
        }
        for range in goldRanges.subtracting(found).sorted(by: { $0.lowerBound < $1.lowerBound }) {
          print("\(article.name)  missed  \(article.text.string(of: range))")
        }
      }
    }
    func percent(_ part: Int, _ whole: Int) -> String {
      String((Double(part) / Double(max(1, whole)) * 1000).rounded() / 10)
    }
    print(
      "names: precision \(percent(right, guessed)) recall \(percent(right, wanted))",
      "of deal parties \(percent(partiesFound, parties)) (\(wanted) names)")
  }
}

/// The elements in an order drawn from `state` (splitmix64).
func shuffle<Element>(_ elements: inout [Element], _ state: inout UInt64) {
  for index in stride(from: elements.count - 1, to: 0, by: -1) {
    state = mixed(state, 1)
    elements.swapAt(index, Int(state % UInt64(index + 1)))
  }
}
