import EscalationDomain
import Foundation
import Interchange
import Screen

/// What goes to standard output. Outside text passes through `Visible` before it gets here.
enum Output {
  /// Writes a line; a reader that went away ends the program quietly.
  static func line(_ text: String) { write(text + "\n") }

  static func write(_ text: String) { write(bytes: Array(text.utf8)) }

  static func write(bytes: [UInt8]) {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Foundation.write(1, $0.baseAddress, $0.count) }
      if written > 0 {
        bytes = bytes.dropFirst(written)
      } else if errno != EINTR && errno != EAGAIN {
        exit(errno == EPIPE ? 0 : CommandFailure.Kind.inputOutput.rawValue)
      }
    }
  }

  /// Writes to standard error. Where that takes nothing, there is nobody left to tell.
  static func error(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Foundation.write(2, $0.baseAddress, $0.count) }
      if written > 0 {
        bytes = bytes.dropFirst(written)
      } else if errno != EINTR && errno != EAGAIN {
        return
      }
    }
  }

  /// `1 row`, `2 rows`.
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  static func json(_ value: JSONValue) { line(value.pretty) }

  /// Outside text on one line, with nothing in it that a terminal would act on.
  static func visible(_ text: String) -> String { Visible.text(text, newlines: .space) }

  /// No column but the last takes more: one endless title must not push every row's clock out of sight.
  private static let widestColumn = 60

  /// Rows in columns as wide as their widest cell, two spaces apart; the last column is neither padded nor cut. Where
  /// somebody reads them and they do not fit, they are made to.
  ///
  /// - Parameter ranks: which columns matter more, where they do not all fit.
  static func table(_ rows: [[String]], header: [String]? = nil, ranks: [Int]? = nil) {
    let all = (header.map { [$0] } ?? []) + rows.map { $0.map(visible) }
    var widths: [Int] = []
    for row in all {
      for (index, cell) in row.enumerated() {
        if index == widths.count { widths.append(0) }
        widths[index] = max(widths[index], min(Width.of(cell), widestColumn))
      }
    }
    if let width, let fit = fit(all, widths, ranks, width) {
      for text in all.flatMap(fit.lines) { line(trimmed(text)) }
      let lost = fit.dropped.compactMap { header?.indices.contains($0) ?? false ? header?[$0] : nil }
      if !lost.isEmpty { line("(no room for \(lost.joined(separator: ", ")))") }
      return
    }
    for row in all {
      let cells = row.enumerated().map { index, cell in
        index == row.count - 1 ? cell : Fit.padded(cell, to: widths[index])
      }
      line(trimmed(cells.joined(separator: "  ")))
    }
  }

  /// How rows that are too wide are made to fit; none where they are not.
  private static func fit(_ rows: [[String]], _ widths: [Int], _ ranks: [Int]?, _ width: Int) -> TableFit? {
    var widths = widths
    // The last column is as wide as it is, not as wide as others may be.
    guard let last = widths.indices.last else { return nil }
    widths[last] = rows.reduce(1) { max($0, $1.count > last ? Width.of($1[last]) : 0) }
    guard widths.reduce(0, +) + 2 * (widths.count - 1) > width else { return nil }
    return TableFit(widths, ranks: ranks, width: width)
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}
