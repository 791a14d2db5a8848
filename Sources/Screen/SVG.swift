/// The parts of a picture of a frame.
enum SVG {
  /// Pixels a cell.
  static let cellWidth = 9
  static let cellHeight = 19
  private static let baseline = 14

  struct Run {
    struct Cluster {
      let text: String
      let column: Int
      let width: Int
    }

    let row: Int
    let style: Style
    var clusters: [Cluster]
  }

  /// A style as SVG has it: reverse resolved, colours named.
  struct Look {
    let foreground: String
    let background: String
    let attributes: Attributes

    init(_ paint: Theme.Paint, _ theme: Theme) {
      let standard = theme.standardColors
      let ink = (paint.foreground == .standard ? standard.foreground : paint.foreground).hexadecimal ?? "#000000"
      let ground = (paint.background == .standard ? standard.background : paint.background).hexadecimal ?? "#ffffff"
      let swapped = paint.attributes.contains(.reverse)
      foreground = swapped ? ground : ink
      background = swapped ? ink : ground
      attributes = paint.attributes
    }
  }

  static func ground(_ run: Run, _ look: Look, _ base: Look) -> String {
    guard look.background != base.background, let first = run.clusters.first, let last = run.clusters.last else {
      return ""
    }
    let x = first.column * cellWidth
    let width = (last.column + last.width) * cellWidth - x
    let y = run.row * cellHeight
    return "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(cellHeight)\" fill=\"\(look.background)\"/>\n"
  }

  /// Letters as text elements, each as long as its cells; box and block elements as paths.
  static func ink(_ run: Run, _ look: Look) -> String {
    var svg = ""
    var pending: [Run.Cluster] = []
    var shapes = ""
    func flush() {
      svg += text(pending, run.row, look)
      pending = []
    }
    for cluster in run.clusters {
      if let shape = SVGShape.path(cluster.text, x: cluster.column * cellWidth, y: run.row * cellHeight) {
        flush()
        shapes += shape
      } else if cluster.width == 1, cluster.text.unicodeScalars.allSatisfy(\.isASCII) {
        pending.append(cluster)
      } else {
        // Another font may serve it: it is held to its own cells.
        flush()
        svg += text([cluster], run.row, look)
      }
    }
    flush()
    if !shapes.isEmpty {
      svg += "<path d=\"\(shapes)\" fill=\"\(look.foreground)\"\(opacity(look))/>\n"
    }
    return svg
  }

  private static func text(_ clusters: [Run.Cluster], _ row: Int, _ look: Look) -> String {
    var clusters = clusters[...]
    while clusters.last?.text == " " { clusters.removeLast() }
    while clusters.first?.text == " " { clusters.removeFirst() }
    guard let first = clusters.first, let last = clusters.last else { return "" }
    let x = first.column * cellWidth
    let length = (last.column + last.width - first.column) * cellWidth
    var attributes = "x=\"\(x)\" y=\"\(row * cellHeight + baseline)\" textLength=\"\(length)\""
    attributes += " lengthAdjust=\"spacingAndGlyphs\" fill=\"\(look.foreground)\"\(opacity(look))"
    if look.attributes.contains(.bold) { attributes += " font-weight=\"bold\"" }
    if look.attributes.contains(.italic) { attributes += " font-style=\"italic\"" }
    if look.attributes.contains(.underline) { attributes += " text-decoration=\"underline\"" }
    let words = escaped(clusters.map(\.text).joined())
    return "<text \(attributes) xml:space=\"preserve\">\(words)</text>\n"
  }

  private static func opacity(_ look: Look) -> String { look.attributes.contains(.dim) ? " opacity=\"0.6\"" : "" }

  /// For text and for attribute values.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
