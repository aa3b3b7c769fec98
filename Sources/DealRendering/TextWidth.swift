/// How wide and high texts are, without asking for a font.
///
/// A layout that measures by a table does not load the libraries of fonts, and is the same on every
/// machine. The widths are those of DejaVu Sans, which is wider than Helvetica and Arial: what fits
/// there fits everywhere.
enum TextWidth {
  /// The widths of the ASCII characters from the space on, in hundredths of the size.
  private static let ascii: [UInt8] = [
    32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79,
    60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63,
    63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
  ]

  /// The width of a text in units of its size; bold letters are a tenth wider.
  static func ems(_ text: String, isBold: Bool = false) -> Double {
    let hundredths = text.unicodeScalars.reduce(0) { $0 + width($1) }
    return Double(hundredths) * (isBold ? 0.011 : 0.01)
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F: Int(ascii[Int(scalar.value) - 0x20])
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1F000...0x1FAFF: 130
    case 0x2010...0x2BFF, 0x2E80...: 100
    default: 65
    }
  }

  /// The size in points of lines of text, set at 1.2 times their size.
  static func box(_ lines: [String], size: Double, isBold: Bool) -> (width: Double, height: Double)
  {
    let widest = lines.map { ems($0, isBold: isBold) }.max() ?? 0
    return (widest * size, Double(lines.count) * size * 1.2)
  }
}
