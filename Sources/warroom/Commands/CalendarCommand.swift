import ArgumentParser
import EscalationDomain
import EscalationStore
import Interchange
import PolicyFiles

struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Business calendars, and deadlines worked out on them.",
    subcommands: [Listing.self, Showing.self, Validating.self, Installing.self, Deadline.self, Elapsed.self])

  struct Listing: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the installed calendars.")
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let policy = try global.session().store().policies().current
      if json {
        return Output.json(
          .list(
            policy.calendars.sorted { $0.key < $1.key }.map { id, calendar in
              PolicyJSON.calendar(calendar.value.calendar)
                .adding(["version": .int(Int64(calendar.version)), "default": .bool(id == policy.defaultCalendar)])
            }))
      }
      Output.table(
        policy.calendars.sorted { $0.key < $1.key }.map { id, calendar in
          let zone = calendar.value.calendar.zone.id
          let mark = id == policy.defaultCalendar ? "default" : ""
          return [id, "v\(calendar.version)", zone, calendar.value.calendar.name, mark]
        })
    }
  }

  struct Showing: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Print a calendar as a file.")
    @Argument(help: "A file or an installed calendar's id.") var calendar: String
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let calendar = try CalendarSource.read(calendar, global).calendar
      if json { return Output.json(PolicyJSON.calendar(calendar)) }
      Output.write(CalendarFile.text(calendar))
    }
  }

  struct Validating: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "validate", abstract: "Check a calendar file; say what is wrong and where.")
    @Argument(help: "The file.") var file: String
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      do {
        let calendar = try CalendarSource.usable(file)
        if json { return Output.json(PolicyJSON.validation(file: file, problems: [])) }
        Output.line(Output.visible("\(file): calendar \(calendar.id) is in order"))
      } catch let problem as PolicyFileError where json {
        Output.json(PolicyJSON.validation(file: file, problems: [problem]))
        throw problem
      }
    }
  }

  struct Installing: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "install", abstract: "Install a calendar as its next version, after showing which deadlines move.")
    @Argument(help: "The file.") var file: String
    @Flag(help: "Install it without asking.") var yes = false
    @Flag(name: .customLong("dry-run"), help: "Only show what would move.") var dryRun = false
    @Flag(name: .customLong("default"), help: "Make it the calendar where nothing else names one.") var isDefault =
      false
    @Flag(help: "As JSON; asks nothing.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let calendar = try CalendarSource.usable(file)
      var texts = [PolicyText(.calendar, id: calendar.id, text: CalendarFile.text(calendar))]
      if isDefault { texts.append(PolicyText(.defaultCalendar, id: "default", text: calendar.id)) }
      try Installation(texts: texts, what: "calendar \(calendar.id)", yes: yes, dryRun: dryRun, json: json).run(global)
    }
  }
}
