// warroom: the commands and the live wiring. It turns words typed at a shell into domain commands, asks the store to
// carry them out, and prints what came of it. It knows no rule of its own.

import ArgumentParser
import EscalationDomain
import Glibc

@main
struct Warroom: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "warroom",
    abstract: "The war-room console for customer escalations: a live board with exact SLA clocks.",
    discussion: """
      Without a verb it opens the board. Every other verb works in a script and speaks --json.

      Times are typed as people type them: 17:00, tomorrow 9:30, fri 17:00, +4h, +1bd, or ISO 8601. \
      When something happened leans back, what is promised leans ahead; either is echoed.

      Every verb takes --store, --now, --as-of, --read-only, --actor, --zone and --config, before it or behind it.

      Exit codes: 64 usage, 65 bad data, 66 no such input or record, 69 refused by a rule, 74 I/O, \
      75 busy, 77 permission, 78 configuration.
      """,
    version: version,
    groupedSubcommands: [
      CommandGroup(
        name: "Looking",
        subcommands: [BoardCommand.self, List.self, ViewCommand.self, Show.self, Explain.self]),
      CommandGroup(
        name: "The war room",
        subcommands: [
          WarRoomCommand.self, AgendaCommand.self, SinceCommand.self, BriefCommand.self, MinutesCommand.self,
          Decide.self, Blocker.self, Review.self,
        ]),
      CommandGroup(name: "Looking back", subcommands: [Metrics.self, Retrospect.self]),
      CommandGroup(
        name: "Acting on an escalation",
        subcommands: [
          Open.self, Acknowledge.self, Update.self, Reply.self, Note.self, Check.self, NotifyCommand.self,
          Assign.self, GiveRole.self, ChangeSeverity.self, Move.self, EnterLevel.self, EnterStage.self, NeededBy.self,
          PauseCommand.self, Resume.self, Resolve.self, Confirm.self, Reopen.self,
          Close.self, Cancel.self, Amend.self, Mark.self, Undo.self,
          Redo.self,
        ]),
      CommandGroup(
        name: "What is asked of it",
        subcommands: [
          ChecklistCommand.self, GateCommand.self, TaskCommand.self, HypothesisCommand.self, PathCommand.self,
          CapCommand.self, MilestoneCommand.self,
        ]),
      CommandGroup(
        name: "Around it",
        subcommands: [
          RegisterCommand.self,
          AccountCommand.self, ContactCommand.self, RiskGroup.self, Signals.self, TeamCommand.self,
          HealthCommand.self, ExecutiveCommand.self, MessageCommand.self, GuidanceCommand.self, CalendarCommand.self,
          PlaybookCommand.self,
        ]),
      CommandGroup(name: "The store", subcommands: [Init.self, Import.self, Demo.self, Doctor.self, Manual.self]),
      CommandGroup(name: "The settings", subcommands: [ConfigCommand.self, SetupCommand.self]),
    ],
    defaultSubcommand: BoardCommand.self)

  static func main() {
    fillStandardDescriptors()
    do {
      let given = Array(CommandLine.arguments.dropFirst())
      // The board must be there at once, and the tree of all verbs takes milliseconds; what is wrong is told by the tree.
      if GlobalArguments.nameNoVerb(given), let board = try? BoardCommand.parse(given) {
        try board.run()
        return RunSettings.tellComplaint()
      }
      let hoisted = try GlobalArguments.hoisted(given, verbs: verbs)
      let arguments = try FilterArguments.guarded(hoisted)
      var command = try parseAsRoot(arguments)
      try command.run()
      RunSettings.tellComplaint()
    } catch {
      RunSettings.tellComplaint(besides: error)
      ProcessEnd.leave(with: error)
    }
  }

  /// Started with standard input, output or errors closed, the store's file would come to stand in their place. What takes
  /// it instead can neither be read from nor written to, so that losing output still shows.
  private static func fillStandardDescriptors() {
    while true {
      let descriptor = open("/dev/null", O_RDONLY)
      guard descriptor <= STDERR_FILENO else {
        close(descriptor)
        return
      }
      if descriptor < 0 { return }
    }
  }

  static var verbNames: Set<String> { Set(verbs.keys) }

  /// Every verb with the verbs of its own, for telling them from options' values.
  private static var verbs: [String: GlobalArguments.Verb] {
    var verbs: [String: GlobalArguments.Verb] = ["help": .init()]
    for group in configuration.groupedSubcommands {
      for command in group.subcommands {
        verbs[command._commandName] = .init(
          own: Set(command.configuration.subcommands.map { $0._commandName }),
          standsAlone: command.configuration.defaultSubcommand != nil,
          lists: command.configuration.defaultSubcommand?._commandName == "list")
      }
    }
    return verbs
  }
}
