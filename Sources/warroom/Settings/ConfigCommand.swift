import ArgumentParser
import Console
import EscalationDomain
import Foundation
import Interchange
import SettingsFiles
import YAMLReading

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show every setting, its value and where it comes from; write a first file.")
  @Argument(help: "One setting, by its name.") var name: String?
  @Flag(name: .customLong("init"), help: "Write a file of comments, one setting after the other; never over a file.")
  var writes = false
  @Flag(help: "List the commands whose keys can be set, where they work, and their keys.") var keys = false
  @Flag(help: "As JSON.") var json = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    if writes { return try write() }
    let settings = try global.settings()
    settings.use()
    var shown: [Setting] = []
    if keys {
      list(settings.chosen.file.keymap)
    } else {
      shown = try chosen()
      show(shown, settings)
    }
    // What a console would not start with is told the same here, and once all is shown.
    let problems = settings.read.problems.map { CommandFailure(.configuration, "\($0)") }
    let all = problems + shown.compactMap { $0.problem(in: settings) }
    guard let first = all.first else { return }
    for failure in all { ProcessEnd.writeError("warroom: \(Output.visible(failure.sentence))") }
    throw ExitCode(first.kind.rawValue)
  }

  private func show(_ shown: [Setting], _ settings: RunSettings) {
    if json { return print(shown.map { ($0, object($0, settings)) }) }
    if let only = shown.first, name != nil { return Output.line(value(only, settings)) }
    let rows = shown.map { [$0.name, value($0, settings), settings.chosen[$0].origin.words] }
    Output.table(rows, header: ["setting", "value", "from"])
    let isThere = FileManager.default.fileExists(atPath: settings.path.file)
    Output.line("")
    Output.line(
      Output.visible(
        isThere ? "file \(settings.path.file)" : "no file at \(settings.path.file); warroom config --init writes one"))
  }

  private func chosen() throws -> [Setting] {
    guard let name else { return Setting.allCases }
    let typed = name.replacing("-", with: "_")
    guard let setting = Setting(rawValue: typed) else {
      let known = Setting.allCases.map(\.name)
      let hint = NearestWord.of(typed, among: known).map { "did you mean \($0)? " } ?? ""
      throw CommandFailure(
        .usage, "there is no setting “\(name)”; \(hint)known: \(known.joined(separator: ", "))")
    }
    return [setting]
  }

  private func value(_ setting: Setting, _ settings: RunSettings) -> String {
    settings.value(setting) ?? setting.standard
  }

  private func object(_ setting: Setting, _ settings: RunSettings) -> JSONValue {
    .object([
      "value": .maybe(settings.value(setting)), "from": .text(settings.chosen[setting].origin.words),
      "default": .text(setting.standard), "meaning": .text(setting.meaning), "flag": .maybe(setting.flag),
      "environment": .list(setting.environment.map { .text($0) }),
      "problem": .maybe(setting.problem(in: settings)?.sentence),
    ])
  }

  private func print(_ settings: [(Setting, JSONValue)]) {
    if name != nil, let only = settings.first { return Output.json(only.1) }
    Output.json(.object(settings.map { JSONValue.Member(name: $0.0.name, value: $0.1) }))
  }

  /// Every command by the name that a settings file calls it, with its places and the keys it has there now.
  private func list(_ keymap: Keymap) {
    struct Line {
      var places: [ConsoleCommand.Scope] = []
      var keys: [String] = []
    }
    var lines: [(id: ConsoleCommand.ID, line: Line)] = []
    for command in ConsoleCommand.all {
      let at = lines.firstIndex { $0.id == command.id } ?? lines.count
      if at == lines.count { lines.append((command.id, Line())) }
      for scope in ConsoleCommand.Scope.allCases where command.scopes.contains(scope) {
        if !lines[at].line.places.contains(scope) { lines[at].line.places.append(scope) }
        for key in keymap.keys(of: command, in: scope) where !lines[at].line.keys.contains(key.name) {
          lines[at].line.keys.append(key.name)
        }
      }
    }
    if json {
      return Output.json(
        .object(
          lines.map { id, line in
            JSONValue.Member(
              name: id.configName,
              value: .object([
                "keys": .list(line.keys.map { .text($0) }),
                "places": .list(line.places.map { .text($0.rawValue) }), "changed": .bool(keymap.changes[id] != nil),
              ]))
          }))
    }
    Output.table(
      lines.map { id, line in
        [
          id.configName, line.keys.isEmpty ? "none" : line.keys.joined(separator: " "),
          line.places.count == ConsoleCommand.Scope.allCases.count
            ? "everywhere" : line.places.map(\.rawValue).joined(separator: ", "),
        ]
      }, header: ["command", "keys", "places"])
  }

  private func write() throws {
    let path = global.settingsPath.file
    try ConfigFile.make(SettingsText.template, at: path)
    Output.line(Output.visible("made \(path)"))
  }
}
