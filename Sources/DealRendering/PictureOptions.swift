/// What a picture shows and how.
public struct PictureOptions: Sendable, Hashable {
  /// Which leg of a deal the arrows follow.
  public enum Leg: String, Sendable, CaseIterable {
    /// The money, from payer to payee.
    case money
    /// What is bought, from payee to payer.
    case goods
    /// Both, as two arrows.
    case both
  }

  /// How several deals between two parties are drawn.
  public enum Edges: String, Sendable, CaseIterable {
    /// An arrow a deal.
    case split
    /// An arrow for all deals of a kind.
    case byKind = "by-kind"
    /// One arrow for all deals.
    case merged
  }

  /// The size of a frame in points.
  public struct Frame: Sendable, Hashable {
    /// The width.
    public var width: Double
    /// The height.
    public var height: Double

    /// Makes a frame.
    public init(width: Double, height: Double) {
      self.width = width
      self.height = height
    }

    /// By how much a drawing is to be scaled to fill the frame.
    func scale(of drawing: Drawing) -> Double {
      min(width / max(1, drawing.width), height / max(1, drawing.height))
    }
  }

  /// By what parties are put into boxes.
  public enum Cluster: String, Sendable, CaseIterable {
    /// The trade of a party.
    case sector
    /// The country of a party.
    case country
  }

  /// The leg that is drawn.
  public var leg = Leg.money
  /// How deals between two parties are drawn; nil for `split`, or `by-kind` in a thinned picture.
  public var edges: Edges?
  /// The boxes, drawn by the layout `dot` only.
  public var cluster: Cluster?
  /// The most parties; nil thins to 40 parties and 80 arrows what has more than 60 parties.
  public var maximumNodes: Int?
  /// The layout; nil for `dot`, or `sfdp` beyond 400 parties.
  public var layout: String?
  /// Whether the money flows down the page, as narrow screens want it, and not to the right.
  public var flowsDown = false
  /// A frame in points that the picture is looked at in: the layout `dot` lets a small picture flow
  /// down if that leaves it larger there.
  public var frame: Frame?
  /// The title; nil for that of the only article, or a general one.
  public var title: String?
  /// Dots per inch of a PNG.
  public var dotsPerInch = 144.0
  /// How many loops are numbered and emphasised.
  public var markedLoops = 3
  /// Whether title, key and notes are drawn.
  public var hasLegend = true
  /// Whether edges link to their article where it has a web address.
  public var hasLinks = true
  /// Whether the SVG carries ``Picture/styleSheet``; a page may carry it itself.
  public var embedsStyle = true
  /// Seconds that a worker may take.
  public var timeout = 60.0

  /// Makes the options of a picture of the money.
  public init() {}
}
