import ArgumentParser
import EscalationDomain
import EscalationStore
import Foundation
import PolicyFiles

struct PlaybookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "playbook", abstract: "Playbooks: what the team agreed, as files.",
    subcommands: [
      Listing.self, Showing.self, ComparePlaybooks.self, Validating.self, Installing.self, Formatting.self,
      Assigning.self, Unassigning.self, Assignments.self,
    ])

  struct Listing: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the installed playbooks.")
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let policy = try global.session().store().policies().current
      if json {
        return Output.json(
          .list(
            policy.playbooks.sorted { $0.key < $1.key }.map {
              PolicyJSON.playbook($0.value.value, version: $0.value.version)
            }))
      }
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
    @Argument(help: "The playbook's id.") var id: String
    @Flag(help: "Only the notes: what was assumed where the practice is silent.") var notes = false
    @Flag(help: "The file as installed, to copy and edit.") var file = false
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      guard [notes, file, json].filter(\.self).count <= 1 else {
        throw CommandFailure(.usage, "--notes, --file and --json exclude each other")
      }
      let store = try global.session().store()
      if file {
        let texts = try store.policyTexts()
        guard let text = texts.first(where: { $0.kind == "playbook" && $0.id == id })?.text else {
          throw missing(store)
        }
        return Output.write(text)
      }
      guard let playbook = try store.policies().current.playbooks[id] else { throw missing(store) }
      if json { return Output.json(PolicyJSON.playbook(playbook.value, version: playbook.version)) }
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
    @Argument(help: "The file.") var file: String
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let calendars = try KnownCalendars(global)
      let problems = PlaybookFile.check(
        text: try TextFile.read(file), file: file, calendars: calendars.ids, closed: calendars.closed)
      if json {
        Output.json(PolicyJSON.validation(file: file, problems: problems))
      } else {
        for problem in problems { Output.line(Output.visible("\(problem)")) }
      }
      guard problems.isEmpty else {
        throw CommandFailure(.badData, "\(file) has \(Output.count(problems.count, "problem"))")
      }
      if !json { Output.line(Output.visible("\(file) is in order")) }
    }
  }

  struct Installing: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "install", abstract: "Install a playbook as its next version, after showing which deadlines move.")
    @Argument(help: "The file.") var file: String
    @Flag(help: "Install it without asking.") var yes = false
    @Flag(name: .customLong("dry-run"), help: "Only show what would move.") var dryRun = false
    @Flag(help: "As JSON; asks nothing.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let text = try TextFile.read(file)
      let calendars = try KnownCalendars(global)
      let playbook = try PlaybookFile.parse(text, file: file, calendars: calendars.ids, closed: calendars.closed)
      let texts = [PolicyText(.playbook, id: playbook.id, text: text)]
      try Installation(texts: texts, what: "playbook \(playbook.id)", yes: yes, dryRun: dryRun, json: json).run(global)
    }
  }

  struct Formatting: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "format", abstract: "Print the reference for writing a playbook file.")
    @OptionGroup var global: GlobalOptions

    func run() throws { Output.write(PlaybookFormat.text) }
  }
}
