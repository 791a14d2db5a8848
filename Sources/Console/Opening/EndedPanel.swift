import EscalationDomain
import Screen

/// What has left the board, newest first, narrowed by what is typed: from here it is looked at, and opened again.
public struct EndedPanel: Equatable, Sendable {
  /// So many are read at once; more are found by typing.
  static let most = 60

  public internal(set) var filter = TextField()
  /// Nil until they were read.
  public internal(set) var rows: [BoardRow]?
  /// Index into the rows.
  public internal(set) var highlighted = 0
  /// The words that are being looked for.
  var asked: String?

  /// Looks for what is typed, one reading at a time.
  mutating func look() -> [Effect] {
    guard asked == nil else { return [] }
    asked = filter.text
    return [.loadEnded(filter.text)]
  }

  /// Takes an answer in, and asks again where more was typed meanwhile.
  mutating func answered(_ words: String, _ found: [BoardRow]?) -> [Effect] {
    guard words == asked else { return [] }
    asked = nil
    guard let found else { return [] }
    rows = found
    highlighted = min(highlighted, max(0, found.count - 1))
    return words == filter.text ? [] : look()
  }

  var selected: BoardRow? { rows.flatMap { $0.indices.contains(highlighted) ? $0[highlighted] : nil } }
}

extension Model {
  mutating func lookAmongEnded() -> [Effect] {
    var panel = EndedPanel()
    let effects = panel.look()
    overlay = .ended(panel)
    return effects
  }

  mutating func typeAmongEnded(_ key: Key) -> [Effect] {
    guard case .ended(var panel) = overlay, panel.filter.handle(key) else { return [] }
    panel.highlighted = 0
    let effects = panel.look()
    overlay = .ended(panel)
    return effects
  }

  mutating func endedLoaded(_ words: String, _ rows: [BoardRow]?) -> [Effect] {
    guard case .ended(var panel) = overlay else { return [] }
    let effects = panel.answered(words, rows)
    overlay = .ended(panel)
    return effects
  }

  /// To the place of the one that is highlighted.
  mutating func openEnded() -> [Effect] {
    guard case .ended(let panel) = overlay, let id = panel.selected?.id else { return [] }
    overlay = nil
    place = .escalation(EscalationPlace(id: id))
    return records.want(id)
  }
}
