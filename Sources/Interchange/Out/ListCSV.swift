import EscalationDomain

/// Lists as CSV: RFC 4180, a header line, one line a row, the names of `list --json`.
public enum ListCSV {
  static let columns = [
    "id", "account", "title", "playbook", "severity", "level", "stage", "band", "status", "owner", "arr", "currency",
    "renewal", "opened", "next_clock", "next_clock_state", "next_deadline", "remaining_seconds",
  ]

  public static func text(_ rows: [BoardRow], now: Instant) -> String {
    var text = columns.joined(separator: ",") + "\r\n"
    for row in rows {
      let clock = row.clock
      let fields: [String?] = [
        row.id.text, row.account, row.title, row.playbook, row.severity, row.level, row.stage, String(row.band),
        row.status.rawValue, row.owner, row.arr?.decimal, row.arr?.currency, row.renewal?.description,
        row.opened.description,
        clock?.rule, clock?.state(at: now).rawValue, clock?.deadline?.description,
        clock?.remaining(at: now).map(String.init),
      ]
      text += fields.map { field($0 ?? "") }.joined(separator: ",") + "\r\n"
    }
    return text
  }

  /// Quotes where needed. A text that a spreadsheet would run as a formula is led by an apostrophe.
  static func field(_ value: String) -> String {
    var value = value
    if let first = value.first, "=+-@\t\r".contains(first), Int64(value) == nil { value = "'" + value }
    guard value.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return value }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }
}
