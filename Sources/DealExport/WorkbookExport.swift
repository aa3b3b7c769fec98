import DealModel

/// An Excel workbook (ECMA-376) with the sheets Deals, Parties and Articles.
///
/// Texts are inline strings, which no spreadsheet runs as formulas; cells end at 32,767 characters.
enum WorkbookExport {
  private enum Cell {
    case text(String?)
    case number(Double?)
  }

  static func bytes(_ graph: DealGraph) -> [UInt8] {
    let sheets = [
      ("Deals", deals(graph)), ("Parties", parties(graph)), ("Articles", articles(graph)),
    ]
    var zip = ZipArchive()
    var types = head + "<Types xmlns=\"\(package)/content-types\">"
    types += "<Default Extension=\"rels\" ContentType=\"\(office)package.relationships+xml\"/>"
    types += "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(sheetType)sheet.main+xml\"/>"
    var book = head + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\"><sheets>"
    var links = head + "<Relationships xmlns=\"\(package)/relationships\">"
    for (index, sheet) in sheets.enumerated() {
      let number = index + 1
      types += "<Override PartName=\"/xl/worksheets/sheet\(number).xml\""
      types += " ContentType=\"\(sheetType)worksheet+xml\"/>"
      book += "<sheet name=\"\(sheet.0)\" sheetId=\"\(number)\" r:id=\"rId\(number)\"/>"
      links += "<Relationship Id=\"rId\(number)\" Type=\"\(relations)/worksheet\""
      links += " Target=\"worksheets/sheet\(number).xml\"/>"
    }
    zip.add("[Content_Types].xml", Array((types + "</Types>").utf8))
    let root =
      head + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\""
      + " Type=\"\(relations)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    zip.add("_rels/.rels", Array(root.utf8))
    zip.add("xl/workbook.xml", Array((book + "</sheets></workbook>").utf8))
    zip.add("xl/_rels/workbook.xml.rels", Array((links + "</Relationships>").utf8))
    for (index, sheet) in sheets.enumerated() {
      zip.add("xl/worksheets/sheet\(index + 1).xml", xml(sheet.1))
    }
    return zip.finished()
  }

  private static func deals(_ graph: DealGraph) -> [[Cell]] {
    let heads = ["payer", "payee"] + DealColumn.allCases.map(\.rawValue)
    return [heads.map { .text($0) }]
      + graph.deals.map { deal in
        [.text(deal.payer), .text(deal.payee)]
          + DealColumn.allCases.map { column in
            column.isNumeric ? .number(column.number(deal)) : .text(column.text(deal))
          }
      }
  }

  private static func parties(_ graph: DealGraph) -> [[Cell]] {
    [["id", "name", "kind", "ticker", "aliases"].map { .text($0) }]
      + graph.parties.map { party in
        [party.id, party.name, party.kind, party.ticker, party.aliases.joined(separator: "|")]
          .map { .text($0) }
      }
  }

  private static func articles(_ graph: DealGraph) -> [[Cell]] {
    [["id", "title", "source", "date", "language"].map { .text($0) }]
      + graph.articles.map { article in
        [article.id, article.title, article.source, article.date?.description, article.language]
          .map { .text($0) }
      }
  }

  private static func xml(_ rows: [[Cell]]) -> [UInt8] {
    var text = XMLText()
    text.raw(head + "<worksheet xmlns=\"\(main)\"><sheetData>")
    for row in rows {
      text.raw("<row>")
      for cell in row { add(cell, to: &text) }
      text.raw("</row>")
    }
    text.raw("</sheetData></worksheet>")
    return text.bytes
  }

  private static func add(_ cell: Cell, to text: inout XMLText) {
    switch cell {
    case .number(let number?): text.raw("<c><v>\(CSVExport.number(number))</v></c>")
    case .text(let value?):
      text.raw("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">")
      text.escaped(String(decoding: value.utf16.prefix(32_767), as: UTF16.self))
      text.raw("</t></is></c>")
    default: text.raw("<c/>")
    }
  }

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let office = "application/vnd.openxmlformats-"
  private static let sheetType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml."
}
