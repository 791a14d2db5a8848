import Foundation
import Interchange
import Synchronization

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
    FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
  }

  /// Takes the bar off the screen.
  func finish() {
    guard isDirty else { return }
    isDirty = false
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}

/// Ctrl-C during an import asks it to stop; what was staged is then taken back.
enum Interrupt {
  private static let flag = Atomic<Bool>(false)

  static var isPending: Bool { flag.load(ordering: .relaxed) }

  static func catching() {
    for number in [SIGINT, SIGTERM, SIGHUP] { signal(number) { _ in Interrupt.flag.store(true, ordering: .relaxed) } }
  }
}

/// What an import came to, in words or as JSON.
struct ImportReportText {
  let report: ImportReport
  let dryRun: Bool
  let json: Bool

  func print() {
    json ? Output.json(value) : text.forEach(Output.line)
  }

  private var text: [String] {
    let verb = dryRun ? "would be" : "were"
    var lines = [
      "\(report.rows) rows: \(report.new) escalations \(verb) new, \(report.updated) updated, \(report.unchanged) unchanged"
    ]
    let kinds = report.events.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
    if !kinds.isEmpty { lines.append("events: " + kinds.joined(separator: ", ")) }
    if report.duplicates > 0 { lines.append("\(report.duplicates) rows say again what another row says") }
    if report.alreadyKnown > 0 { lines.append("\(report.alreadyKnown) events were on record already") }
    if report.leftOutByUntil > 0 { lines.append("\(report.leftOutByUntil) events left out as later") }
    if report.afterNow > 0 { lines.append("\(report.afterNow) events are later than now and have not happened yet") }
    if !report.refused.isEmpty {
      lines += report.refused.prefix(5).map { Output.visible("refused \($0)") }
      lines.append("\(report.refused.count) rows refused" + (report.refusedFile.map { ", written to \($0)" } ?? ""))
    }
    return lines
  }

  private var value: JSONValue {
    let events = report.events.sorted { $0.key < $1.key }
    return .object([
      "dry_run": .bool(dryRun), "rows": .int(Int64(report.rows)), "new": .int(Int64(report.new)),
      "updated": .int(Int64(report.updated)), "unchanged": .int(Int64(report.unchanged)),
      "events": .object(events.map { JSONValue.Member(name: $0.key, value: .int(Int64($0.value))) }),
      "duplicates": .int(Int64(report.duplicates)), "already_known": .int(Int64(report.alreadyKnown)),
      "left_out": .int(Int64(report.leftOutByUntil)), "after_now": .int(Int64(report.afterNow)),
      "refused": .list(report.refused.map { .text("\($0)") }), "refused_file": .maybe(report.refusedFile),
    ])
  }
}
