import Foundation

/// The README's generated parts, between markers that name them.
struct Readme {
  let reference: CommandReference
  let keys: [(keys: String, help: String, place: String)]

  /// The text with each generated part written anew; a marker that is missing is an error.
  func renewed(_ text: String) throws -> String {
    try parts.reduce(text) { text, part in
      let (start, end) = ("<!-- \(part.name): generated -->\n", "<!-- /\(part.name) -->")
      guard let from = text.range(of: start), let to = text.range(of: end, range: from.upperBound..<text.endIndex)
      else {
        throw CommandFailure(.badData, "the README has no part marked \(part.name)")
      }
      return text.replacingCharacters(in: from.upperBound..<to.lowerBound, with: part.text)
    }
  }

  private var parts: [(name: String, text: String)] {
    [
      ("filters", filterTable), ("keys", keyTables), ("verbs", verbTable), ("options", optionTable),
      ("files", fileTable),
    ]
  }

  private var keyTables: String {
    var text = ""
    var place = ""
    for key in keys {
      if key.place != place {
        place = key.place
        text += "\n**\(place)**\n\n| key | what it does |\n|---|---|\n"
      }
      text += "| `\(cell(key.keys))` | \(cell(key.help)) |\n"
    }
    return text + "\n"
  }

  private var verbTable: String {
    let rows = reference.verbs.map { path, command in
      let arguments = (command.arguments ?? []).filter { $0.kind == "positional" && $0.isShown }.map(\.spelling)
      return "| `\(cell(([path] + arguments).joined(separator: " ")))` | \(cell(command.abstract ?? "")) |"
    }
    return "\n| verb | what it does |\n|---|---|\n" + rows.joined(separator: "\n") + "\n\n"
  }

  private var optionTable: String {
    let shared = reference.verbs.first { $0.path == "list" }?.command.arguments?.filter { $0.isShared } ?? []
    let rows = shared.map { "| `\(cell($0.spelling))` | \(cell($0.abstract ?? "")) |" }
    return "\n| option | what it does |\n|---|---|\n" + rows.joined(separator: "\n") + "\n\n"
  }

  private var filterTable: String {
    let rows = FilterTable.rows.map { "| `\(cell($0.term))` | \(cell($0.meaning)) | \($0.place) |" }
    return "\n| term | what it asks | where |\n|---|---|---|\n" + rows.joined(separator: "\n") + "\n\n"
  }

  private var fileTable: String {
    let rows = Files.all.map { "| `\(cell($0.path))` | \(cell($0.what)) |" }
    return "\n| file or variable | what it is |\n|---|---|\n" + rows.joined(separator: "\n") + "\n\n"
  }

  private func cell(_ text: String) -> String { text.replacing("|", with: "\\|").replacing("\n", with: " ") }
}
