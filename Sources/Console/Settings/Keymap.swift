import Screen

/// Which keys mean which commands: the table's own, but for what a person changed.
///
/// A change counts wherever its command works, with three bounds. Where one types, what types or edits stays with the
/// text. What the table gives a command in one place only stays in that place. And `esc` and `ctrl-c` still lead out.
public struct Keymap: Sendable {
  public static let standard = Keymap()

  /// The keys that were given to commands in place of the table's; none takes the keys away.
  public let changes: [ConsoleCommand.ID: [Key]]
  private let byKey: [ConsoleCommand.Scope: [Key: [ConsoleCommand]]]

  private init() {
    changes = [:]
    byKey = [:]
  }

  /// O(commands · places).
  public init(_ changes: [ConsoleCommand.ID: [Key]]) throws(KeymapProblem) {
    self.changes = changes
    guard !changes.isEmpty else {
      byKey = [:]
      return
    }
    var table: [ConsoleCommand.Scope: [Key: [ConsoleCommand]]] = [:]
    for command in ConsoleCommand.all {
      for scope in command.scopes {
        for key in Keymap.keys(of: command, in: scope, changes) {
          table[scope, default: [:]][key, default: []].append(command)
        }
      }
    }
    byKey = table
    try Keymap.check(changes)
    try Keymap.check(table, changes)
  }

  /// The commands that a key means somewhere: several where they take turns.
  func meant(by key: Key, in scope: ConsoleCommand.Scope) -> [ConsoleCommand] {
    changes.isEmpty ? ConsoleCommand.meant(by: key, in: scope) : byKey[scope]?[key] ?? []
  }

  /// The keys of a command somewhere, the one to show first; none where they were taken away.
  public func keys(of command: ConsoleCommand, in scope: ConsoleCommand.Scope) -> [Key] {
    Keymap.keys(of: command, in: scope, changes)
  }

  /// The name of the key to press for something, as texts tell it; the command's own name where it has no key.
  func name(of id: ConsoleCommand.ID, in scope: ConsoleCommand.Scope) -> String {
    let command = ConsoleCommand.all.first { $0.id == id && $0.scopes.contains(scope) }
    return command.flatMap { keys(of: $0, in: scope).first?.name } ?? id.configName
  }

  private static func keys(
    of command: ConsoleCommand, in scope: ConsoleCommand.Scope, _ changes: [ConsoleCommand.ID: [Key]]
  ) -> [Key] {
    guard let wanted = changes[command.id] else {
      // A view's key is any that is left over.
      guard command.id == .showView else { return command.keys }
      let taken = Set(changes.values.joined())
      return command.keys.filter { !taken.contains($0) }
    }
    let own = command.keys
    let elsewhere = Set(ConsoleCommand.all.lazy.filter { $0.id == command.id }.flatMap(\.keys))
    var keys = wanted.filter { key in
      own.contains(key) || (!elsewhere.contains(key) && !(scope.isTyped && key.types))
    }
    // Where nothing of it can be used, as letters where one types, the table's keys stay.
    if keys.isEmpty, !wanted.isEmpty, scope.isTyped { keys = own }
    return keys + own.filter { !keys.contains($0) && isFixed($0, in: scope) }
  }

  /// What leads out must not be taken away: ctrl-c anywhere, esc out of whatever lies over a place. Ctrl-z is the shell's.
  static func isFixed(_ key: Key, in scope: ConsoleCommand.Scope) -> Bool {
    switch key {
    case .control("c"), .control("z"): true
    case .escape: !ConsoleCommand.places.contains(scope)
    default: false
    }
  }
}

extension Keymap {
  /// A key that can be used nowhere its command works.
  private static func check(_ changes: [ConsoleCommand.ID: [Key]]) throws(KeymapProblem) {
    for (id, keys) in changes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let scopes = ConsoleCommand.all.filter { $0.id == id }.reduce(into: Set()) { $0.formUnion($1.scopes) }
      let own = ConsoleCommand.all.filter { $0.id == id }.flatMap(\.keys)
      for key in keys where scopes.allSatisfy(\.isTyped) && key.types && !own.contains(key) {
        throw .types(id, key)
      }
    }
  }

  private static func check(
    _ table: [ConsoleCommand.Scope: [Key: [ConsoleCommand]]], _ changes: [ConsoleCommand.ID: [Key]]
  ) throws(KeymapProblem) {
    for scope in ConsoleCommand.Scope.allCases {
      for (key, commands) in (table[scope] ?? [:]).sorted(by: { $0.key.name < $1.key.name }) where commands.count > 1 {
        for (index, first) in commands.enumerated() {
          for second in commands[(index + 1)...] where first.id != second.id {
            guard changes[first.id] != nil || changes[second.id] != nil, !takeTurns(first.id, second.id, scope) else {
              continue
            }
            // The one that the key is new for is the one to mend.
            let isFirst = changes[first.id] != nil && !first.keys.contains(key)
            let (new, old) = isFirst || changes[second.id] == nil ? (first, second) : (second, first)
            throw .clash(new.id, with: old.id, key, in: scope)
          }
        }
      }
    }
  }

  /// Two that share a key in the table: which of them works follows from what there is to work on.
  private static func takeTurns(
    _ first: ConsoleCommand.ID, _ second: ConsoleCommand.ID, _ scope: ConsoleCommand.Scope
  ) -> Bool {
    func keys(_ id: ConsoleCommand.ID) -> Set<Key> {
      Set(ConsoleCommand.all(in: scope).filter { $0.id == id }.flatMap(\.keys))
    }
    return !keys(first).isDisjoint(with: keys(second))
  }
}

extension Keymap: Hashable {
  /// By the changes alone: the rest follows from them.
  public static func == (a: Keymap, b: Keymap) -> Bool { a.changes == b.changes }
  public func hash(into hasher: inout Hasher) { hasher.combine(changes) }
}

/// Why keys cannot be changed so.
public enum KeymapProblem: Error, Hashable, Sendable {
  /// A key would mean two things in one place.
  case clash(ConsoleCommand.ID, with: ConsoleCommand.ID, Key, in: ConsoleCommand.Scope)
  /// The key types or edits text where the command works.
  case types(ConsoleCommand.ID, Key)

  /// The command to mend.
  public var command: ConsoleCommand.ID {
    switch self {
    case .clash(let id, _, _, _), .types(let id, _): id
    }
  }

  /// What is wrong, and what to do.
  public var words: (problem: String, remedy: String) {
    switch self {
    case .clash(let id, let other, let key, let scope):
      let remedy =
        Keymap.isFixed(key, in: scope)
        ? "take another key: this one leads out"
        : "take another key, or give \(other.configName) another one or none"
      return ("\(key.name) would mean both \(id.configName) and \(other.configName) (\(scope.title))", remedy)
    case .types(let id, let key):
      return (
        "\(key.name) types or edits text where \(id.configName) works",
        "take a key that does not, as ctrl-s or a function key"
      )
    }
  }
}

extension ConsoleCommand.Scope {
  /// Whether letters go into a text there: no command of the table takes one.
  var isTyped: Bool { Self.typed.contains(self) }

  private static let typed = Set(
    allCases.filter { scope in
      ConsoleCommand.all(in: scope).allSatisfy { command in
        !command.keys.contains { if case .character = $0 { true } else { false } }
      }
    })
}

extension Key {
  /// Whether it types or edits where one types.
  fileprivate var types: Bool {
    var text = TextField("ab")
    return text.handle(self)
  }
}
