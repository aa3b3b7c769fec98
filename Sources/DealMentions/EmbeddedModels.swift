import DealLexicon
import DealTables

extension LinearModel {
  /// The embedded weights for names in English.
  static let namesEnglish = LinearModel(
    .modelNamesEnglish, templates: NameTemplate.self)

  /// The embedded weights for names in Chinese.
  static let namesChinese = LinearModel(
    .modelNamesChinese, templates: NameTemplate.self)
}
