import CNcurses
import Screen

/// Puts a frame's cells on the ncurses screen: styles to attributes and colour pairs, each worked out once a theme.
struct Painter {
  private let capabilities: Capabilities
  private var inks: [Style: Ink] = [:]
  /// Palette entries redefined for exact colours, by colour.
  private var defined: [Color: UInt8] = [:]

  private struct Ink {
    let pair: Int32
    let attributes: UInt8
  }

  init(_ capabilities: Capabilities) { self.capabilities = capabilities }

  /// After another theme, or when the palette was given back.
  mutating func forgetColors() {
    inks = [:]
    defined = [:]
  }

  /// Gives the grounds the first choice of palette entries: a large surface shows a wrong colour most.
  mutating func prepare(_ theme: Theme) {
    guard inks.isEmpty else { return }
    for ground in [Role.text, .header, .selection, .changed, .dialog, .breached] {
      _ = index(of: theme.paint(Style(ground), depth: capabilities.depth).background)
    }
    let plain = theme.paint(.text, depth: capabilities.depth)
    cn_plain(index(of: plain.foreground), index(of: plain.background))
  }

  mutating func put(_ run: FrameRun, of frame: Frame, _ theme: Theme) {
    var cells: [cn_cell] = []
    cells.reserveCapacity(run.columns.count)
    var last: (style: Style, ink: Ink)?
    for column in run.columns {
      let point = Point(column: column, row: run.row)
      let cell = frame[point]
      if cell.isCovered { continue }
      let style = cell.style
      let ink = last.flatMap { $0.style == style ? $0.ink : nil } ?? self.ink(style, theme)
      last = (style, ink)
      if let scalar = cell.scalar, scalar.isASCII {
        cells.append(Self.cell(scalar, width: 1, ink))
      } else {
        Self.append(frame.portable(at: point, ascii: !capabilities.isUTF8), ink, to: &cells)
      }
    }
    cn_put(Int32(run.row), Int32(run.columns.lowerBound), cells, Int32(cells.count))
  }

  private static func append(_ text: String, _ ink: Ink, to cells: inout [cn_cell]) {
    var marks = 0
    for scalar in text.unicodeScalars {
      let width = Width.of(scalar)
      if width > 0 {
        cells.append(cell(scalar, width: UInt8(width), ink))
        marks = 0
      } else if let last = cells.indices.last {
        withUnsafeMutableBytes(of: &cells[last].marks) { bytes in
          let slots = bytes.bindMemory(to: UInt32.self)
          if marks < slots.count { slots[marks] = scalar.value }
        }
        marks += 1
      }
    }
  }

  private static func cell(_ scalar: Unicode.Scalar, width: UInt8, _ ink: Ink) -> cn_cell {
    var cell = cn_cell()
    cell.base = scalar.value
    cell.width = width
    cell.pair = ink.pair
    cell.attributes = ink.attributes
    return cell
  }

  private mutating func ink(_ style: Style, _ theme: Theme) -> Ink {
    if let known = inks[style] { return known }
    let depth = capabilities.depth
    let paint = theme.paint(style, depth: depth)
    let pair = cn_pair(index(of: paint.foreground), index(of: paint.background))
    let ink = Ink(pair: pair, attributes: Self.attributes(paint.attributes))
    inks[style] = ink
    return ink
  }

  /// The palette entry that shows a colour. An exact colour takes the nearest entry that is still free and redefines it,
  /// so a terminal that pays no heed shows something close. Only reached at full depth: elsewhere themes are reduced.
  private mutating func index(of color: Color) -> Int32 {
    switch color {
    case .standard: return Int32(CN_DEFAULT_COLOR)
    case .palette(let index): return Int32(index)
    case .rgb(let red, let green, let blue):
      if let known = defined[color] { return Int32(known) }
      let exact = (red: Int(red), green: Int(green), blue: Int(blue))
      let index = Color.nearest(exact, in: 16...255, excluding: Set(defined.values))
      cn_define_color(Int32(index), Int32(red), Int32(green), Int32(blue))
      defined[color] = index
      return Int32(index)
    }
  }

  private static func attributes(_ attributes: Attributes) -> UInt8 {
    var value = 0
    if attributes.contains(.bold) { value |= CN_BOLD }
    if attributes.contains(.dim) { value |= CN_DIM }
    if attributes.contains(.underline) { value |= CN_UNDERLINE }
    if attributes.contains(.reverse) { value |= CN_REVERSE }
    if attributes.contains(.italic) { value |= CN_ITALIC }
    if attributes.contains(.blink) { value |= CN_BLINK }
    return UInt8(value)
  }
}
