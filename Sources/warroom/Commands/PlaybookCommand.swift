import ArgumentParser
import EscalationDomain
import EscalationStore
import Foundation
import PolicyFiles

struct PlaybookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "playbook", abstract: "Playbooks: what the team agreed, as files.",
    subcommands: [Listing.self, Showing.self, Validating.self, Installing.self, Formatting.self])

  struct Listing: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the installed playbooks.")
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let policy = try global.session().store().policies().current
      Output.table(
        policy.playbooks.sorted { $0.key < $1.key }.map { id, playbook in
          let grades = (playbook.value.severities + playbook.value.levels + playbook.value.stages).map(\.id)
          return [id, "v\(playbook.version)", playbook.value.name, grades.joined(separator: " ")]
        })
    }
  }

  struct Showing: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show a playbook's grades and clocks, its file, or what was assumed in it.")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "The playbook's id.") var id: String
    @Flag(help: "Only the notes: what was assumed where the practice is silent.") var notes = false
    @Flag(help: "The file as installed, to copy and edit.") var file = false

    func run() throws {
      let store = try global.session().store()
      if file {
        let texts = try store.policyTexts()
        guard let text = texts.first(where: { $0.kind == "playbook" && $0.id == id })?.text else {
          throw missing(store)
        }
        return Output.write(text)
      }
      guard let playbook = try store.policies().current.playbooks[id] else { throw missing(store) }
      if notes {
        for note in playbook.value.notes { Output.line("- " + Output.visible(note)) }
      } else {
        PlaybookText(playbook: playbook.value, version: playbook.version).print()
      }
    }

    private func missing(_ store: SQLiteStore) -> CommandFailure {
      let known = (try? store.policies().current.playbooks.keys.sorted().joined(separator: ", ")) ?? ""
      return CommandFailure(.noInput, "there is no playbook “\(id)”; known: \(known)")
    }
  }

  struct Validating: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "validate", abstract: "Check a playbook file; say what is wrong, with file, line and key.")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "The file.") var file: String

    func run() throws {
      let problems = PlaybookFile.check(
        text: try TextFile.read(file), file: file, calendars: try KnownCalendars.ids(global))
      for problem in problems { Output.line(Output.visible("\(problem)")) }
      guard problems.isEmpty else {
        throw CommandFailure(.badData, "\(file) has \(problems.count) problem\(problems.count == 1 ? "" : "s")")
      }
      Output.line("\(file) is in order")
    }
  }

  struct Installing: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "install", abstract: "Install a playbook as its next version, after showing which deadlines move.")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "The file.") var file: String
    @Flag(help: "Install it without asking.") var yes = false
    @Flag(name: .customLong("dry-run"), help: "Only show what would move.") var dryRun = false

    func run() throws {
      let text = try TextFile.read(file)
      let playbook = try PlaybookFile.parse(text, file: file, calendars: try KnownCalendars.ids(global))
      let texts = [PolicyText(.playbook, id: playbook.id, text: text)]
      try Installation(texts: texts, what: "playbook \(playbook.id)", yes: yes, dryRun: dryRun).run(global)
    }
  }

  struct Formatting: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "format", abstract: "Print the reference for writing a playbook file.")

    func run() throws { Output.write(PlaybookFormat.text) }
  }
}

/// The calendars a playbook may name: the store's, else those that ship.
enum KnownCalendars {
  static func ids(_ global: GlobalOptions) throws -> Set<String> {
    let session = try global.session()
    guard FileManager.default.fileExists(atPath: session.path) else { return Set(try BuiltinCalendars.all.map(\.id)) }
    return Set(try session.store().policies().current.calendars.keys)
  }
}

/// Installing policy: what moves is shown first, then it moves.
struct Installation {
  let texts: [PolicyText]
  let what: String
  let yes: Bool
  let dryRun: Bool

  func run(_ global: GlobalOptions) throws {
    let session = try global.session()
    let store = try session.store()
    if session.isReadOnly { throw StoreFailure.readOnly(path: session.path) }
    if dryRun || !yes {
      print(try store.previewInstall(texts, actor: session.actor, now: session.now), zone: session.zone, done: false)
    }
    if dryRun { return }
    guard try yes || Prompt.confirm("Install \(what)?", orSay: "--yes") else { return Output.line("nothing changed") }
    let effects = try store.install(texts, actor: session.actor, now: session.now)
    if yes { print(effects, zone: session.zone, done: true) }
    Output.line("installed \(what), policy edition \(try store.policies().current.edition)")
  }

  private func print(_ effects: [PolicyEffect], zone: Zone, done: Bool) {
    let moved = effects.filter { !$0.moves.isEmpty }
    for effect in moved {
      Output.line(Output.visible("\(effect.id)"))
      MoveTable(moves: effect.moves, zone: zone).print()
    }
    let count = moved.reduce(0) { $0 + $1.moves.count }
    let verb = done ? "moved" : "would move"
    Output.line(
      "\(count) open deadline\(count == 1 ? "" : "s") \(verb) on \(moved.count) of \(effects.count) escalations")
  }
}

/// A playbook in words.
struct PlaybookText {
  let playbook: Playbook
  let version: Int

  func print() {
    Output.line(Output.visible("\(playbook.id)  \(playbook.name)  v\(version)"))
    if !playbook.purpose.isEmpty { Output.line(Output.visible(playbook.purpose)) }
    for (title, grades) in [
      ("Severities", playbook.severities), ("Levels", playbook.levels), ("Stages", playbook.stages),
    ]
    where !grades.isEmpty {
      Output.line("\n\(title)")
      Output.table(grades.map { ["  \($0.id)", $0.name, "band \($0.band)", $0.meaning] })
    }
    Output.line("\nClocks")
    Output.table(playbook.clocks.map(row))
  }

  private func row(_ rule: ClockRule) -> [String] {
    let target: String =
      switch rule.target {
      case .all(let target): target.description
      case .by(let scale, let table):
        grades(scale).compactMap { id in table[id].map { "\(id) \($0)" } }.joined(separator: " · ")
      }
    let traits = [rule.repeats ? "repeats" : nil, rule.pausable ? "pausable" : nil].compactMap(\.self)
    return ["  \(rule.id)", rule.label, target, traits.joined(separator: ", ")]
  }

  private func grades(_ scale: Scale) -> [String] {
    switch scale {
    case .severity: playbook.severities.map(\.id)
    case .level: playbook.levels.map(\.id)
    case .stage: playbook.stages.map(\.id)
    }
  }
}
