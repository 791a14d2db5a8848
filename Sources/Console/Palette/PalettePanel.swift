import EscalationDomain
import Screen

/// Everything that can be done or gone to, narrowed by what is typed.
public struct PalettePanel: Equatable, Sendable {
  public internal(set) var filter = TextField()
  var lines: [PaletteLine] = []
  /// Index into the lines.
  public internal(set) var highlighted = 0

  var selected: PaletteLine? { lines.indices.contains(highlighted) ? lines[highlighted] : nil }
}

/// What a person ran before, by the palette and the command line, the newest first.
public struct Habits: Hashable, Codable, Sendable {
  static let most = 12
  static let mostLines = 200

  public var entries: [String] = []
  public var commandLines: [String] = []

  mutating func ran(_ entry: String) {
    entries = Array(([entry] + entries.filter { $0 != entry }).prefix(Self.most))
  }

  mutating func ran(line: String) {
    commandLines = Array(([line] + commandLines.filter { $0 != line }).prefix(Self.mostLines))
  }
}

extension Model {
  /// Whose keys the place has, whatever lies over it.
  var placeScope: ConsoleCommand.Scope {
    switch place {
    case .board: .board
    case .escalation: .escalation
    case .plans: .plans
    case .room: .room
    case .register: .register
    }
  }

  mutating func openPalette() {
    viewCounts.follow(board, views, now: now)
    overlay = .palette(PalettePanel(lines: PaletteLine.lines(for: "", in: self)))
  }

  mutating func typeInPalette(_ key: Key) {
    guard case .palette(var panel) = overlay, panel.filter.handle(key) else { return }
    panel.lines = PaletteLine.lines(for: panel.filter.text, in: self)
    panel.highlighted = 0
    overlay = .palette(panel)
  }

  mutating func closePalette(_ key: Key) {
    guard key == .escape, case .palette(let panel) = overlay, !panel.filter.isEmpty else {
      overlay = nil
      return
    }
    openPalette()
  }

  /// Does what is highlighted, as its own key would.
  mutating func pickEntry() -> [Effect] {
    guard case .palette(let panel) = overlay, let line = panel.selected else { return [] }
    overlay = nil
    if let habit = line.entry.habit {
      var habits = desk.habits ?? Habits()
      habits.ran(habit)
      desk.habits = habits
    }
    switch line.entry {
    case .command(let id):
      let commands = ConsoleCommand.all(in: scope).filter { $0.id == id }
      // The state may have changed since the line was made.
      let able = commands.first { $0.availability(in: self) == .available }
      guard let command = able, let key = command.keys.first else {
        tell(.told, "\(line.name): it can do nothing now")
        return []
      }
      return start(command, key)
    case .escalation(let id): return openEscalation(id)
    case .theme(let theme): return [.takeTheme(theme)]
    case .view(let name):
      // Another console may have dropped it since the line was made.
      guard let place = views.place(of: name) else {
        tell(.told, "\(line.name): it is not there any more")
        return []
      }
      showView(place)
      return []
    }
  }
}

extension ConsoleCommand {
  /// What cannot be done is listed with its reason, and not run.
  func picking(in model: Model) -> Availability {
    guard case .palette(let panel) = model.overlay, let line = panel.selected else {
      return .unavailable("nothing has these letters")
    }
    return line.reason.map { .unavailable("\(line.name): \($0)") } ?? .available
  }
}
