import DealEvaluation
import DealGraph
import DealModel
import DealReading
import DealText

/// Annotated articles of a folder: `NAME.txt` beside `NAME.json`.
struct AnnotatedFolder {
  /// An article with its annotation.
  struct Item {
    let name: String
    let annotation: AnnotatedArticle
    let article: Result<SourceText, ReadingError>
  }

  /// The paths of the texts that have an annotation.
  let texts: [String]

  init(_ path: String) throws(ReadingError) {
    let annotations = Set(try FolderFiles.list(path, ending: ".json"))
    texts = try FolderFiles.list(path, ending: ".txt").filter {
      annotations.contains(Self.annotation(of: $0))
    }
    guard !texts.isEmpty else {
      throw ReadingError(.missing, path: path, "no annotated article: NAME.txt beside NAME.json")
    }
  }

  /// Reads an article and its annotation.
  ///
  /// - Throws: ``ReadingError`` when there is no annotation to compare with.
  func item(_ text: String) throws(ReadingError) -> Item {
    let path = Self.annotation(of: text)
    let annotation: AnnotatedArticle
    let bytes = try FileBytes.read(path)
    do throws(ModelError) {
      annotation = try AnnotatedArticle(json: bytes)
    } catch {
      throw ReadingError(.badData, path: path, error.description)
    }
    let name = text.split(separator: "/").last.map { String($0.dropLast(4)) } ?? text
    return Item(name: name, annotation: annotation, article: Self.article(text))
  }

  private static func article(_ path: String) -> Result<SourceText, ReadingError> {
    do throws(ReadingError) {
      guard case .article(let article) = try Input.read(path) else {
        return .failure(ReadingError(.badData, path: path, "a graph, not an article"))
      }
      return .success(article)
    } catch {
      return .failure(error)
    }
  }

  private static func annotation(of text: String) -> String { text.dropLast(4) + ".json" }
}
