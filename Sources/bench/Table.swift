/// Figures in columns: the first to the left, the others to the right, under a heading of their own.
struct Table {
  private var rows: [[String]]

  init(_ title: String, _ columns: String...) { rows = [[title] + columns] }

  mutating func add(_ name: String, _ figures: String...) { rows.append([name] + figures) }

  /// A figure of ours beside another program's, ours as a multiple of it, and the bar that ours is to reach.
  mutating func compare(_ name: String, _ ours: Double, _ theirs: Double?, _ unit: Unit, _ bar: Bar? = nil) {
    let ratio = theirs.flatMap { $0 > 0 ? (ours / $0).fixed(2) : nil }
    rows.append(
      [name, unit.text(ours), theirs.map(unit.text) ?? "-", ratio ?? "-"]
        + (bar.map { [$0.text(ours, theirs, unit)] } ?? []))
  }

  func print() {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
    for (index, row) in rows.enumerated() {
      let cells = row.enumerated().map { column, text in
        let space = String(repeating: " ", count: widths[column] - text.count)
        return column == 0 ? text + space : space + text
      }
      Swift.print(cells.joined(separator: "  "))
      if index == 0 { Swift.print(String(repeating: "-", count: widths.reduce(0, +) + 2 * (count - 1))) }
    }
  }
}

/// How a figure is written.
enum Unit {
  case milliseconds
  case percent
  case count
  case megabytes

  func text(_ value: Double) -> String {
    switch self {
    case .milliseconds: "\(value.fixed(1)) ms"
    case .percent: "\(value.fixed(2)) %"
    case .count: value.fixed(value < 100 ? 1 : 0)
    case .megabytes: "\(value.fixed(1)) MB"
    }
  }
}

extension Double {
  /// With so many digits behind the point.
  func fixed(_ digits: Int) -> String {
    guard isFinite else { return "-" }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int((magnitude * scale).rounded())
    let whole = (scaled / Int(scale)).grouped
    let sign = self < 0 && scaled > 0 ? "-" : ""
    guard digits > 0 else { return sign + whole }
    let rest = String(scaled % Int(scale))
    return sign + whole + "." + String(repeating: "0", count: digits - rest.count) + rest
  }
}

extension Int {
  /// `1,234,567`.
  var grouped: String {
    var text = ""
    for (index, digit) in String(magnitude).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return (self < 0 ? "-" : "") + String(text.reversed())
  }
}
