import EscalationDomain
import Foundation
import Screen
import SettingsFiles
import ThemeFiles
import YAMLReading

/// The themes that can be chosen: those that ship, and files of a person's own, which win over a shipped one of their name.
struct ThemeShelf {
  let folder: String

  /// Those that ship first.
  var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let own = files.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }.sorted()
    return Themes.names + own.filter { !Themes.names.contains($0) }
  }

  /// The file of one's own by that name, whether it is there or not; none for what cannot be a file's name.
  func file(of name: String) -> String? {
    name.contains("/") || name.hasPrefix(".") ? nil : "\(folder)/\(name).yaml"
  }

  /// - Parameter place: where the name was set, for the error: `config.yaml:4: `.
  func theme(_ name: String, place: String = "") throws -> Theme {
    if let file = file(of: name), FileManager.default.fileExists(atPath: file) {
      do {
        return try ThemeFile.theme(fromYAML: try TextFile.read(file), file: file)
      } catch let error as ThemeFileError {
        throw CommandFailure(.configuration, "\(error)")
      }
    }
    if let theme = try Themes.embedded(name) { return theme }
    let hint = NearestWord.hint(name, among: names)
    throw CommandFailure(
      .configuration, "\(place)there is no theme “\(name)”; \(hint)known: \(names.joined(separator: ", "))")
  }
}
