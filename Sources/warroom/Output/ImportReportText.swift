import Interchange

/// What an import came to, in words or as JSON.
struct ImportReportText {
  let report: ImportReport
  let dryRun: Bool
  let json: Bool

  func print() {
    json ? Output.json(value) : text.forEach(Output.line)
  }

  private var text: [String] {
    let verb = dryRun ? "would be" : report.new == 1 ? "was" : "were"
    var lines = [
      "\(Output.count(report.rows, "row")): \(Output.count(report.new, "escalation")) \(verb) new, \(report.updated) updated, "
        + "\(report.unchanged) unchanged"
    ]
    let kinds = report.events.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
    if !kinds.isEmpty { lines.append("events: " + kinds.joined(separator: ", ")) }
    if report.duplicates > 0 {
      lines.append("\(Output.count(report.duplicates, "row")) said again what another row says")
    }
    if report.alreadyKnown > 0 { lines.append("\(Output.count(report.alreadyKnown, "event")) on record already") }
    if report.leftOutByUntil > 0 { lines.append("\(Output.count(report.leftOutByUntil, "event")) left out as later") }
    if report.afterNow > 0 {
      lines.append("\(Output.count(report.afterNow, "event")) later than now: not happened yet")
    }
    if !report.refused.isEmpty {
      lines += report.refused.prefix(5).map { Output.visible("refused \($0)") }
      lines.append(
        "\(Output.count(report.refused.count, "row")) refused" + (report.refusedFile.map { ", written to \($0)" } ?? "")
      )
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
