import DealLexicon
import DealTables

extension LinearModel {
  /// The embedded weights for names in English.
  static var namesEnglish: LinearModel {
    LinearModel(.modelNamesEnglish, templates: NameTemplate.self)
  }

  /// The embedded weights for names in Chinese.
  static var namesChinese: LinearModel {
    LinearModel(.modelNamesChinese, templates: NameTemplate.self)
  }
}
