import DealLexicon
import DealModel
import DealText

/// Tells what comes back for the money of a purchase, by the words of its sentence.
enum ReturnsReader {
  static func returns(_ claim: Claim, _ reading: ArticleReading) -> Returns {
    guard claim.kind == .purchase else { return Returns(of: claim.kind) }
    let sentence = reading.sentences[claim.sentence]
    var votes: [(Returns, Int)] = []
    for index in sentence.tokens {
      let token = reading.article.tokens[index]
      for (returns, words) in goods where words.contains(token.word) {
        votes.append((returns, index))
      }
      guard reading.article.language.isChinese, index + 1 < sentence.tokens.upperBound else {
        continue
      }
      let pair = mixed(token.word, reading.article.tokens[index + 1].word)
      for (returns, words) in goods where words.contains(pair) { votes.append((returns, index)) }
    }
    let center =
      claim.way.trigger >= 0
      ? sentence.triggers[claim.way.trigger].tokens.lowerBound : sentence.tokens.lowerBound
    return votes.min { abs($0.1 - center) < abs($1.1 - center) }?.0 ?? .goods
  }

  private static let goods: [(Returns, WordSet)] = [
    (
      .chips,
      "chip chips gpu gpus processor processors accelerator accelerators semiconductor semiconductors wafer wafers memory silicon tpu tpus 芯片 显卡 处理器 晶圆 存储 内存"
    ),
    (.servers, "server servers rack racks cluster 服务 机柜 整机"),
    (
      .energy,
      "power electricity energy gas lng megawatts mw gw oil fuel hydrogen coal uranium 电力 绿电 供电 购电 天然 能源 燃料"
    ),
    (
      .equipment,
      "equipment machine machines turbine turbines engine engines plant tools systems cranes pumps robots aircraft jets ships vessels transformers 设备 机器 机组 机床 飞机 船舶 系统"
    ),
  ].map { returns, words in
    (
      returns,
      WordSet(
        words.split(separator: " ").map { word in
          let tokens = phraseTokens(String(word))
          return tokens.dropFirst().reduce(tokens[0].word) { mixed($0, $1.word) }
        })
    )
  }
}
