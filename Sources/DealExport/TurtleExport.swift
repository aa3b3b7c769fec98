import DealModel

/// RDF as Turtle without prefixes, one statement a line; N-Triples readers take it too.
enum TurtleExport {
  static func bytes(_ graph: DealGraph) -> [UInt8] {
    var text = ""
    RDFStatement.forEach(of: graph) { statement in
      text += "<\(statement.subject)> <\(statement.predicate)> "
      switch statement.object {
      case .resource(let iri): text += "<\(iri)>"
      case .text(let value): text += quoted(value)
      case .typed(let value, let type): text += "\(quoted(value))^^<\(RDFStatement.xsd)\(type)>"
      }
      text += " .\n"
    }
    return Array(text.utf8)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
