#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import DealModel

/// A colour with its name as a CSS custom property, for light paper and for dark.
struct Ink: Sendable, Hashable {
  let name: String
  let light: String
  let dark: String

  static let paper = Ink(name: "paper", light: "#FFFFFF", dark: "#12171D")
  static let ink = Ink(name: "ink", light: "#1B2430", dark: "#E8ECF1")
  static let quiet = Ink(name: "quiet", light: "#5A6472", dark: "#A7B1BE")
  static let node = Ink(name: "node", light: "#F3F5F8", dark: "#212A34")
  static let outline = Ink(name: "outline", light: "#7C8794", dark: "#76828F")
  static let loopNode = Ink(name: "loop-node", light: "#FFF1CC", dark: "#4A3B12")
  static let loop = Ink(name: "loop", light: "#F5B82E", dark: "#C08A12")
  static let box = Ink(name: "box", light: "#C5CCD5", dark: "#3D4854")

  // Colours that stay apart under the common colour blindnesses (Okabe and Ito 2008).
  static let equity = Ink(name: "equity", light: "#0072B2", dark: "#5AB6EE")
  static let goods = Ink(name: "goods", light: "#D55E00", dark: "#F58A3C")
  static let compute = Ink(name: "compute", light: "#009E73", dark: "#2CC79C")
  static let debt = Ink(name: "debt", light: "#CC79A7", dark: "#E79DC5")
  static let other = Ink(name: "other", light: "#7A828D", dark: "#98A2AE")
  static let mixed = Ink(name: "mixed", light: "#44546A", dark: "#B6C3D4")

  static let all = [
    paper, ink, quiet, node, outline, loopNode, loop, box, equity, goods, compute, debt, other,
    mixed,
  ]
}

/// The head of an arrow.
enum Arrowhead: String, Sendable, Hashable {
  case normal
  case double = "normalnormal"
  case empty
  case vee
  case diamond
  case tee
  case openDiamond = "odiamond"
  case openDot = "odot"
  case none

  /// The length in units of the arrow size of Graphviz.
  var isLong: Bool { self == .double }
}

/// How a line is drawn.
enum Line: String, Sendable, Hashable {
  case solid
  case dashed
  case dotted
}

/// How a deal is drawn: the colour and the head tell the kind, the line the status, the width the sum.
struct EdgeStyle: Sendable, Hashable {
  var ink: Ink
  var line: Line
  var arrow: Arrowhead
  var width: Double

  init(kind: DealKind?, status: DealStatus, usd: Double?) {
    ink = status == .ended ? .other : Self.ink(of: kind)
    line = Self.line(of: status)
    arrow = Self.arrow(of: kind)
    width = Self.width(usd)
  }

  /// 1 + 1.5 · log10(USD / 10⁸), between 1 and 8; 1 where no sum is known.
  static func width(_ usd: Double?) -> Double {
    guard let usd, usd > 0 else { return 1 }
    return min(8, max(1, 1 + 1.5 * log10(usd / 1e8)))
  }

  /// How large Graphviz is to make the head: it takes ten points of length a unit.
  var arrowSize: Double { 0.6 + 0.2 * width }

  static func line(of status: DealStatus) -> Line {
    switch status {
    case .planned: .dashed
    case .talks: .dotted
    default: .solid
    }
  }

  /// The colour of a kind; nil is several kinds.
  static func ink(of kind: DealKind?) -> Ink {
    switch kind {
    case nil: .mixed
    case .investment, .acquisition, .equityGrant: .equity
    case .purchase, .lease, .licence: .goods
    case .compute: .compute
    case .loan, .guarantee, .grant, .revenueShare: .debt
    default: .other
    }
  }

  static func arrow(of kind: DealKind?) -> Arrowhead {
    switch kind {
    case .acquisition: .double
    case .equityGrant: .empty
    case .lease: .vee
    case .licence: .diamond
    case .guarantee: .tee
    case .grant: .openDiamond
    case .revenueShare: .openDot
    case .partnership: Arrowhead.none
    default: .normal
    }
  }
}
