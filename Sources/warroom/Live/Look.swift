import EscalationDomain
import Foundation
import Screen
import ThemeFiles

/// The theme in use and the ones that follow it.
struct Look {
  private(set) var theme: Theme
  private var names: [String]
  private let isAskedFor: Bool

  /// The theme asked for, else `$WARROOM_THEME`, else mono where colours are unwanted, else dark.
  init(_ name: String?) throws {
    let environment = ProcessInfo.processInfo.environment
    let noColor = !(environment["NO_COLOR"] ?? "").isEmpty
    let asked = name ?? environment["WARROOM_THEME"]?.nonEmpty
    let wanted = asked ?? Themes.suited(to: noColor ? .mono : .full)
    isAskedFor = asked != nil
    names = Themes.names
    guard let theme = try Themes.embedded(wanted) else {
      let known = Themes.names.joined(separator: ", ")
      throw CommandFailure(.configuration, "there is no theme “\(wanted)”; known: \(known)")
    }
    self.theme = theme
  }

  /// Takes the theme that suits a terminal, unless a person asked for another.
  mutating func suit(_ depth: ColorDepth) {
    guard !isAskedFor, let suited = try? Themes.embedded(Themes.suited(to: depth)) else { return }
    theme = suited
  }

  /// Takes a theme by its id, if there is such a one, and gives the name of the one that shows.
  mutating func take(_ id: String) -> String {
    if let taken = try? Themes.embedded(id) { theme = taken }
    return theme.name
  }

  /// Goes on to the next theme and gives its name.
  mutating func advance() -> String {
    let index = names.firstIndex(of: theme.id).map { ($0 + 1) % names.count } ?? 0
    if let next = try? Themes.embedded(names[index]) { theme = next }
    return theme.name
  }
}
