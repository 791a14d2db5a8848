/// Box and block elements as filled paths in a cell: a font's own seldom meet those of the next line.
enum SVGShape {
  /// Path commands for a character with its cell's upper left corner at `x`, `y`; nil for one that is drawn as text.
  static func path(_ text: String, x: Int, y: Int) -> String? {
    let scalars = text.unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1 else { return nil }
    if let eighths = blocks[scalar] {
      // Rounded up so that a part of a cell is never nothing.
      let width = (SVG.cellWidth * eighths + 7) / 8
      // Bars of neighbouring lines stay apart.
      return rectangle(x, y + 3, width, SVG.cellHeight - 6)
    }
    if scalar == "▐" { return rectangle(x + SVG.cellWidth / 2, y, SVG.cellWidth - SVG.cellWidth / 2, SVG.cellHeight) }
    guard let arms = lines[scalar] else { return nil }
    return path(arms, thickness: scalar == "┃" || scalar == "━" ? 3 : 1, x: x, y: y)
  }

  private struct Arms: OptionSet {
    let rawValue: Int
    static let up = Arms(rawValue: 1)
    static let right = Arms(rawValue: 2)
    static let down = Arms(rawValue: 4)
    static let left = Arms(rawValue: 8)
  }

  private static func path(_ arms: Arms, thickness: Int, x: Int, y: Int) -> String {
    let middle = (x: (SVG.cellWidth - thickness) / 2, y: (SVG.cellHeight - thickness) / 2)
    var path = ""
    let startX = arms.contains(.left) ? 0 : middle.x
    let endX = arms.contains(.right) ? SVG.cellWidth : middle.x + thickness
    if !arms.isDisjoint(with: [.left, .right]) {
      path += rectangle(x + startX, y + middle.y, endX - startX, thickness)
    }
    let startY = arms.contains(.up) ? 0 : middle.y
    let endY = arms.contains(.down) ? SVG.cellHeight : middle.y + thickness
    if !arms.isDisjoint(with: [.up, .down]) {
      path += rectangle(x + middle.x, y + startY, thickness, endY - startY)
    }
    return path
  }

  private static func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> String {
    "M\(x) \(y)h\(width)v\(height)h-\(width)z"
  }

  private static let blocks: [Unicode.Scalar: Int] = [
    "▏": 1, "▎": 2, "▍": 3, "▌": 4, "▋": 5, "▊": 6, "▉": 7, "█": 8,
  ]

  private static let lines: [Unicode.Scalar: Arms] = [
    "─": [.left, .right], "━": [.left, .right], "│": [.up, .down], "┃": [.up, .down], "┌": [.right, .down],
    "╭": [.right, .down], "┐": [.left, .down], "╮": [.left, .down], "└": [.up, .right], "╰": [.up, .right],
    "┘": [.up, .left], "╯": [.up, .left], "├": [.up, .right, .down], "┤": [.up, .left, .down],
    "┬": [.left, .right, .down], "┴": [.left, .right, .up], "┼": [.up, .right, .down, .left],
  ]
}
