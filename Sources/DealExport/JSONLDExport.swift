import DealModel

/// RDF as expanded JSON-LD 1.1: the statements of the Turtle, one object a statement, no context.
enum JSONLDExport {
  static func bytes(_ graph: DealGraph) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    RDFStatement.forEach(of: graph) { statement in
      writer.newLine()
      writer.beginObject()
      writer.name("@id")
      writer.string(statement.subject)
      if case .resource(let iri) = statement.object, statement.predicate == RDFStatement.type {
        writer.name("@type")
        writer.string(iri)
      } else {
        writer.name(statement.predicate)
        object(statement.object, to: &writer)
      }
      writer.endObject()
    }
    writer.endArray()
    return writer.bytes + [0x0A]
  }

  private static func object(_ object: RDFStatement.Object, to writer: inout JSONWriter) {
    writer.beginObject()
    switch object {
    case .resource(let iri):
      writer.name("@id")
      writer.string(iri)
    case .text(let value):
      writer.name("@value")
      writer.string(String(value.unicodeScalars.filter { $0 != "\u{0}" }.map(Character.init)))
    case .typed(let value, let type):
      writer.name("@value")
      writer.string(value)
      writer.name("@type")
      writer.string(RDFStatement.xsd + type)
    }
    writer.endObject()
  }
}
