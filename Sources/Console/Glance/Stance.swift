import EscalationDomain
import Screen

/// What the board does as rows change under a person who looks at it.
public enum Stance: Hashable, Sendable {
  case normal
  /// The cursor stays on the row that is due first, the one most over its time before all.
  case follow
  /// Rows stay in their order and no new one comes between them; clocks run on.
  case freeze

  var next: Stance {
    switch self {
    case .normal: .follow
    case .follow: .freeze
    case .freeze: .normal
    }
  }
}

extension ConsoleCommand {
  /// What shows at a glance, and how.
  static let glancing: [ConsoleCommand] = [
    ConsoleCommand(
      .stance, "follow, freeze", [.character("F")], in: [.board], .looking,
      "Follow what is most urgent with the cursor; again: freeze the order of the rows; again: neither."),
    ConsoleCommand(
      .density, "density", [.character("=")], in: places, .looking,
      "Show more rows at once, without preview and blank lines, or as before; it is remembered."),
    ConsoleCommand(
      .messages, "messages", [.control("g")], in: places, .looking,
      "Read again what was said at the foot of the screen, the newest first."),
    ConsoleCommand(
      .closeMessages, "close",
      [.escape, .character("q"), .character("h"), .left, .enter, .control("g"), .control("c")], in: [.messages],
      .console, prompted: true, "Close the list of messages."),
  ]
}

extension Model {
  public var density: Density { desk.density ?? settings.density }

  mutating func turnDensity() {
    let next: Density = density == .normal ? .compact : .normal
    // What is set as usual needs no keeping.
    desk.density = next == settings.density ? nil : next
    tell(.told, next == .compact ? "compact: more rows, no preview" : "normal density")
  }

  mutating func turnStance() {
    board.take(board.stance.next)
    switch board.stance {
    case .follow: tell(.told, "following what is due first; a cursor key ends it")
    case .freeze: tell(.told, "frozen: rows stay in their order, clocks run on")
    case .normal: tell(.told, "rows move as they change")
    }
  }
}
