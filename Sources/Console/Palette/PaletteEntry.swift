import EscalationDomain
import Screen

/// Something that the palette finds. A new kind is a case here, its lines in ``PaletteLine`` and what picking it does.
enum PaletteEntry: Hashable, Sendable {
  case command(ConsoleCommand.ID)
  case escalation(EscalationID)
  case theme(String)
  /// By its name.
  case view(String)
}

extension PaletteEntry {
  /// By which it is remembered from one run to the next; escalations come and go, so none is.
  var habit: String? {
    switch self {
    case .command(let id): id.rawValue
    case .theme(let id): "theme \(id)"
    case .view(let name): "view \(name)"
    case .escalation: nil
    }
  }
}

/// A line of the palette.
struct PaletteLine: Hashable, Sendable {
  var entry: PaletteEntry
  var name: String
  var key: String
  var help: String
  /// Other words for it, and its verb on the command line: small letters, never shown.
  var synonyms = ""
  /// Why it can do nothing now.
  var reason: String?
  /// The graphemes of the name that were typed.
  var positions: [Int] = []
}

extension PaletteLine {
  /// More is not listed: a few more letters find it.
  static let most = 300

  /// What can be done and gone to from the place that shows, for what is typed: the best first; where nothing is typed,
  /// what cannot be done now at the end. O(text of the commands and of the board's rows).
  static func lines(for pattern: String, in model: Model) -> [PaletteLine] {
    let pattern = PalettePattern(pattern)
    let commands = commandLines(in: model)
    let places = viewLines(model) + themeLines(model) + escalationLines(model)
    if pattern.isEmpty {
      let recent = (model.desk.habits?.entries ?? []).compactMap { habit in
        (commands + places).first { $0.entry.habit == habit && $0.reason == nil }
      }
      let able = commands.filter { $0.reason == nil && !recent.contains($0) }
      let unable = commands.filter { $0.reason != nil }
      return Array((recent + able + unable + places.filter { !recent.contains($0) }).prefix(most))
    }
    let all = commands + places
    let found = all.enumerated().compactMap { index, line in
      pattern.rank(line).map { (rank: $0, isAble: line.reason == nil, index: index) }
    }
    return found.sorted { a, b in
      if a.rank.answer != b.rank.answer { return a.rank.answer.rawValue < b.rank.answer.rawValue }
      if a.isAble != b.isAble { return a.isAble }
      return a.rank.score != b.rank.score ? a.rank.score > b.rank.score : a.index < b.index
    }.prefix(most).map { found in
      var line = all[found.index]
      line.positions = found.rank.positions
      return line
    }
  }

  private static func commandLines(in model: Model) -> [PaletteLine] {
    var seen: Set<ConsoleCommand.ID> = [.palette]
    return ConsoleCommand.all(in: model.placeScope).compactMap { command in
      guard seen.insert(command.id).inserted else { return nil }
      let reason: String? =
        switch command.availability(in: model) {
        case .available: nil
        case .unavailable(let reason): reason
        case .elsewhere: "not where the cursor is"
        }
      return PaletteLine(
        entry: .command(command.id), name: command.label, key: command.keys.first?.name ?? "", help: command.help,
        synonyms: "\(command.synonyms) \(command.verb ?? "")", reason: reason)
    }
  }

  private static func themeLines(_ model: Model) -> [PaletteLine] {
    model.viewer.themes.map { PaletteLine(entry: .theme($0), name: "theme \($0)", key: "", help: "Take this theme.") }
  }

  /// Each with its key and how many rows it has, or what is wrong with its filter.
  private static func viewLines(_ model: Model) -> [PaletteLine] {
    let counts = model.viewCounts.counts
    return model.views.enumerated().map { index, view in
      let count = counts.indices.contains(index) ? counts[index] : .awaited
      let told: String =
        switch count {
        case .rows(let rows): "\(rows)  \(view.filterShown)"
        case .awaited: view.filterShown
        case .wrong(let error): error.sentence(in: view.filter)
        }
      return PaletteLine(
        entry: .view(view.name), name: "view \(Visible.text(view.name, newlines: .space))",
        key: model.keyName(of: view) ?? "", help: Visible.text(told, newlines: .space))
    }
  }

  /// In the order of the board, and the one that shows left out.
  private static func escalationLines(_ model: Model) -> [PaletteLine] {
    let here: EscalationID? = if case .escalation(let place) = model.place { place.id } else { nil }
    return model.board.board.rows.compactMap { row in
      guard row.id != here else { return nil }
      let name = Visible.text("\(row.id)  \(row.account)  \(row.title)", newlines: .space)
      return PaletteLine(entry: .escalation(row.id), name: name, key: "", help: "")
    }
  }
}
