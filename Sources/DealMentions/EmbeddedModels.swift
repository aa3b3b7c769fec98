import DealLexicon
import DealTables

extension LinearModel {
  /// The embedded weights for names in English.
  static let namesEnglish = LinearModel(.namesEnglish)

  /// The embedded weights for names in Chinese.
  static let namesChinese = LinearModel(.namesChinese)
}
