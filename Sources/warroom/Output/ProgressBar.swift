import Foundation
import Interchange

/// A bar on standard error while an import runs; silent where that is not a terminal.
final class ProgressBar {
  private let isShown = isatty(2) == 1
  private var last = ""
  private var isDirty = false

  func show(_ progress: ImportProgress) {
    guard isShown else { return }
    let percent = progress.total > 0 ? min(100, progress.done * 100 / progress.total) : 100
    let filled = percent * 24 / 100
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 24 - filled)
    let line = "\(progress.stage.rawValue) [\(bar)] \(percent)%"
    guard line != last else { return }
    last = line
    isDirty = true
    Output.error("\r\u{1B}[K\(line)")
  }

  /// Takes the bar off the screen.
  func finish() {
    guard isDirty else { return }
    isDirty = false
    Output.error("\r\u{1B}[K")
  }
}
