/// Cuts a word or phrase of a table into tokens, as ``ArticleText`` would inside an article.
public func phraseTokens(_ phrase: String) -> [Token] {
  phraseTokens(Array(phrase.utf8))
}

/// Cuts the UTF-8 bytes of a word or phrase into tokens.
public func phraseTokens(_ phrase: [UInt8]) -> [Token] {
  Tokenizer.tokens(of: Normalizer.normalize(phrase, isChinese: true))
}
