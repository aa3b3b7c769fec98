/// A PDF of Helvetica lines, a page each, that was made on 2025-09-22.
func smallPDF(pages: [[String]], title: String) -> [UInt8] {
  var objects = [
    "<< /Type /Catalog /Pages 2 0 R >>", "",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    "<< /Title (\(title)) /CreationDate (D:20250922080000Z) >>",
  ]
  var kids: [String] = []
  for lines in pages {
    let text = lines.map { "(\($0)) Tj T*" }.joined(separator: " ")
    let content = "BT /F1 12 Tf 14 TL 72 720 Td \(text) ET"
    kids.append("\(objects.count + 1) 0 R")
    objects.append(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents \(objects.count + 2) 0 R"
        + " /Resources << /Font << /F1 3 0 R >> >> >>")
    objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
  }
  objects[1] = "<< /Type /Pages /Count \(pages.count) /Kids [\(kids.joined(separator: " "))] >>"
  var file = Array("%PDF-1.4\n".utf8)
  var places: [Int] = []
  for (index, object) in objects.enumerated() {
    places.append(file.count)
    file += Array("\(index + 1) 0 obj\n\(object)\nendobj\n".utf8)
  }
  let start = file.count
  file += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
  for place in places {
    let digits = String(place)
    file += Array((String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8)
  }
  let trailer = "trailer << /Size \(objects.count + 1) /Root 1 0 R /Info 4 0 R >>"
  return file + Array("\(trailer)\nstartxref\n\(start)\n%%EOF\n".utf8)
}
