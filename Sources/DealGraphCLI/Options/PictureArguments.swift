import ArgumentParser
import DealRendering

/// What a picture shows and how.
struct PictureArguments: ParsableArguments {
  @Option(help: "dot, neato, sfdp, circo or twopi.")
  var layout: String?

  @Option(help: "A title above the picture.")
  var title: String?

  @Option(help: "Which leg the arrows follow: money, goods or both.")
  var leg = PictureOptions.Leg.money

  @Option(help: "Several deals between two parties: split, by-kind or merged.")
  var edges: PictureOptions.Edges?

  @Option(help: "Boxes by sector or country (layout dot).")
  var cluster: PictureOptions.Cluster?

  @Option(help: "Draw at most this many parties: all loops, then the largest sums.")
  var maxNodes: Int?

  @Option(help: "Dots per inch of a PNG, 36 to 600.")
  var dpi = 144.0

  @Flag(help: "Let the money flow down the page, for narrow screens.")
  var down = false

  @Option(help: "Seconds a layout may take.")
  var timeout = 60.0

  func validate() throws {
    if let layout, !Graphviz.layouts.contains(layout) {
      throw ValidationError("no layout is called '\(layout)'")
    }
    guard (36...600).contains(dpi) else { throw ValidationError("--dpi is 36 to 600") }
    guard timeout > 0, timeout <= 86_400 else { throw ValidationError("--timeout is 0 to 86400") }
    if let maxNodes, maxNodes < 2 { throw ValidationError("--max-nodes is at least 2") }
  }

  var options: PictureOptions {
    var options = PictureOptions()
    options.layout = layout
    options.title = title
    options.leg = leg
    options.edges = edges
    options.cluster = cluster
    options.maximumNodes = maxNodes
    options.dotsPerInch = dpi
    options.flowsDown = down
    options.timeout = timeout
    return options
  }
}
