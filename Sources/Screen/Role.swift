/// What a piece of the screen is, for a theme to dress. Views speak of roles and never of colours.
public enum Role: UInt8, CaseIterable, Sendable {
  // Ground and reading.
  case text, muted, title, header, footer, key, accent, label
  // Frames of panes; `focus` is the border of the pane that has the keys.
  case border, focus
  // Grounds: a row under the cursor, a row that another console has just changed, a dialog.
  case selection, changed, dialog
  // Severity, the gravest first. Playbooks with more or fewer severities map them to bands.
  case band1, band2, band3, band4
  // Deadlines, the most pressing first. `dueSoon`: the last tenth of the time, or its last 15 minutes.
  case breached, dueSoon, onTime, paused, met
  // A countdown's seconds, alike in every row: a tick of a whole board then sends digits and no colours.
  case seconds
  // The bar of time used, and the bars of a chart; `barLate` are those past the line that must not be crossed. A bar is
  // ink alone: on a ground of its own or reversed, half a cell would show as the other half.
  case barFilled, barEmpty, barLate
  // Telling the person something.
  case error, warning, success, toast
  // Typing and finding.
  case input, placeholder, match

  /// As written in a theme file.
  public var name: String { String(describing: self) }

  /// The role of that name, or nil.
  public init?(name: String) {
    guard let role = Self.byName[name] else { return nil }
    self = role
  }

  /// The role for a severity band: 1 is the gravest, and all beyond the fourth look like the fourth.
  public static func band(_ number: Int) -> Role {
    switch number {
    case ...1: .band1
    case 2: .band2
    case 3: .band3
    default: .band4
    }
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}
