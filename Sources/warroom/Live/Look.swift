import EscalationDomain
import Foundation
import Screen
import SettingsFiles
import ThemeFiles

/// The theme in use and the ones that follow it.
struct Look {
  private(set) var theme: Theme
  /// What it is called among themes; a file's name may differ from its id.
  private(set) var name: String
  private var settings: RunSettings
  /// What the terminal can show, once it is known.
  private var depth: ColorDepth?

  /// The theme that is set, else mono where colours are unwanted, else dark.
  init(_ settings: RunSettings) throws {
    let noColor = !(ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    self.settings = settings
    name = settings[.theme] ?? Themes.suited(to: noColor ? .mono : .full)
    theme = try Look.shelf(settings).theme(name, place: settings.place(of: .theme))
  }

  /// The same; where the file names a theme that cannot be had, the one that holds without, and what is wrong.
  static func atStart(_ settings: RunSettings) throws -> (look: Look, complaint: String?) {
    do {
      return (try Look(settings), nil)
    } catch {
      guard case .file = settings.chosen[.theme].origin, let failure = CommandFailure(describing: error) else {
        throw error
      }
      return (try Look(settings.without(.theme)), failure.sentence)
    }
  }

  /// Takes the theme that suits a terminal, unless a person asked for another.
  mutating func suit(_ depth: ColorDepth) {
    self.depth = depth
    let suited = Themes.suited(to: depth)
    guard settings[.theme] == nil, let theme = try? Look.shelf(settings).theme(suited) else { return }
    (self.theme, name) = (theme, suited)
  }

  /// The theme as a file of one's own, whether it is there or not.
  var file: String? { Look.shelf(settings).file(of: name) }

  /// Takes in settings that were read anew. Where they name the theme that they named before, the one in use is read
  /// anew: a person may have turned to another since.
  mutating func follow(_ new: RunSettings) throws {
    var next = self
    next.settings = new
    if new[.theme] != settings[.theme] {
      next.name = new[.theme] ?? Themes.suited(to: depth ?? .full)
    }
    next.theme = try Look.shelf(new).theme(next.name, place: new.place(of: .theme))
    self = next
  }

  /// Takes a theme by its id and gives its name.
  mutating func take(_ id: String) throws -> String {
    theme = try Look.shelf(settings).theme(id)
    name = id
    return theme.name
  }

  /// Goes on to the next theme and gives its name. One that cannot be read is told of and passed over.
  mutating func advance() throws -> String {
    let names = Look.shelf(settings).names
    let index = names.firstIndex(of: name).map { ($0 + 1) % names.count } ?? 0
    name = names[index]
    theme = try Look.shelf(settings).theme(name)
    return theme.name
  }

  private static func shelf(_ settings: RunSettings) -> ThemeShelf { ThemeShelf(folder: settings.path.themes) }
}
