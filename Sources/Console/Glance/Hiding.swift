import EscalationDomain
import Screen

/// Customers' names and money out of sight, for a screen that others see too.
extension ConsoleCommand {
  static let hiding: [ConsoleCommand] = [
    ConsoleCommand(
      .hideNames, "hide names", [.character("#")], in: places, .looking, also: "share screen private anonymous mask",
      "Hide the names of customers and their people, and all money, on every place: for a shared screen."),
    ConsoleCommand(
      .showNames, "show names", [.character("#")], in: places, .looking, prompted: true,
      "Show names and money again."),
  ]
}

extension Model {
  /// Starts to hide, or stops.
  mutating func turnHiding() {
    hidden = hidden == nil ? words : nil
    tell(.told, hidden == nil ? "names and money show" : "names and money are hidden on every place")
  }

  /// New rows bring new names. O(rows) where names are hidden.
  mutating func followHiding(_ message: Message) {
    guard hidden != nil else { return }
    switch message {
    case .boardLoaded, .recordLoaded, .performed, .opened, .register, .room, .endedLoaded, .openingLoaded,
      .accountLoaded:
      hidden = words
    default: break
    }
  }

  /// What must not be read: names of accounts, of their people and how to reach them; long words of them too, for a name
  /// may be broken between two lines. O(rows).
  private var words: Set<String> {
    var names = Set(board.board.rows.map(\.account))
    for row in register.rows {
      switch row {
      case .escalation(let row, _): names.insert(row.account)
      case .risk(let row, _): names.insert(row.account)
      }
    }
    names.formUnion((room.file?.items ?? []).map(\.row.account))
    names.formUnion((room.file?.news.records ?? []).map(\.row.account))
    if let minutes = room.minutes {
      names.formUnion(minutes.items.map(\.row.account) + minutes.skipped.map(\.row.account))
      names.formUnion(minutes.news.records.map(\.row.account))
    }
    if case .ended(let panel) = overlay { names.formUnion((panel.rows ?? []).map(\.account)) }
    names.formUnion(opening.book?.accounts ?? [])
    if let record = records.record {
      names.insert(record.escalation.account.name)
      for contact in record.escalation.contacts {
        names.formUnion([contact.name, contact.email, contact.phone].compactMap { $0 })
      }
    }
    let shown = Set(names.map { Visible.text($0, newlines: .space) })
    let parts = shown.flatMap { $0.split { !$0.isLetter }.map(String.init) }.filter { $0.count > 4 }
    return shown.union(parts).subtracting([""])
  }
}
