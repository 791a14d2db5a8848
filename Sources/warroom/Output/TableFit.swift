import Foundation
import Screen

/// A table made for the width there is: columns give way whole and wide cells are cut, so that no row runs over into the
/// next line. Only the last cell, which may be a sentence, goes on below itself.
struct TableFit {
  /// Cells of each column; none for those that gave way.
  private let layout: ColumnLayout<Int>
  private let count: Int
  let gap = 2

  /// Below so many cells a column of text is not worth showing; dates and most ids fit.
  private static let least = 12

  /// - Parameters:
  ///   - widths: what each column would take.
  ///   - ranks: which matter more, the lowest giving way first; without, the rightmost do, and the last one stays.
  init(_ widths: [Int], ranks: [Int]?, width: Int) {
    count = widths.count
    layout = ColumnLayout(
      widths.enumerated().map { index, natural in
        let isLast = index == widths.count - 1
        return Column(
          index, minimum: min(natural, isLast && ranks == nil ? 20 : TableFit.least), ideal: natural,
          rank: ranks.flatMap { $0.indices.contains(index) ? $0[index] : nil } ?? (isLast ? 2 : 1))
      }, width: width, gap: gap)
  }

  /// Columns that have no room.
  var dropped: [Int] { (0..<count).filter { layout[$0] == nil } }

  /// The lines of a row of cells that are safe to show.
  func lines(_ cells: [String]) -> [String] {
    var line = ""
    var more: [String] = []
    for place in layout.columns where cells.indices.contains(place.id) {
      let text = cells[place.id]
      line += String(repeating: " ", count: max(0, place.column - Width.of(line)))
      guard place.id == count - 1 else {
        line += Fit.padded(text, to: place.width)
        continue
      }
      let pieces = Wrap.lines(text, width: place.width)
      line += pieces.first ?? ""
      more = pieces.dropFirst().map { String(repeating: " ", count: place.column) + $0 }
    }
    return [line] + more
  }
}

extension Output {
  /// What tells this program how wide the place is where its words are shown, though that is no terminal.
  static let widthVariable = "WARROOM_COLUMNS"

  /// The cells of a line where somebody reads it; none where a program does, which is given everything.
  static let width: Int? = {
    if let told = ProcessInfo.processInfo.environment[widthVariable].flatMap({ Int($0) }) { return max(20, told) }
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return max(20, Int(size.ws_col))
  }()
}
