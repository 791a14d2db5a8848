import ArgumentParser
import EscalationDomain
import Interchange

/// A session of the war room, from its agenda to its end.
struct WarRoomCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "war-room", abstract: "Run a session of the war room; without a verb, show how it stands.",
    discussion: """
      A verb is about the session that goes on, else about the next one of today. Before its start people skip, add, \
      pin and order what is on its agenda; from the start on the agenda stands, and only what they do moves it. A \
      session lasts until somebody ends it, whatever happens to a console meanwhile; then minutes tells of it.

      --json gives session, condition, started, started_by, adjourned, ended, lasted_seconds, since, until, \
      timebox{each_minutes, all_minutes}, driver{}, roles{}, attendance[], current, next, agenda[] (id, account, \
      title, owner, current, discussed, spent_seconds, reasons[]), pinned[], added[], skipped[] and notes[] (by, at, \
      why). show adds now, last (the session before) and board{open, breached, due_within_hour, paused, bands[], arr_at_risk[], escalations[]}: \
      with --as-of every escalation that was open then.
      """,
    subcommands: [
      Showing.self, Start.self, Enter.self, Next.self, Back.self, Leave.self, Skip.self, Unskip.self, Add.self,
      Pin.self, Unpin.self, Order.self, Attend.self, Role.self, Timebox.self, Note.self, Drive.self, TakeBack.self,
      Adjourn.self, Continue.self, End.self,
    ],
    defaultSubcommand: Showing.self)

  struct Start: RoomVerb {
    static let configuration = CommandConfiguration(
      commandName: "start", abstract: "Start the session; its agenda stands from here on.")
    @Option(help: ArgumentHelp("How long to talk about each; else as the playbooks say.", valueName: "minutes"))
    var each: Int?
    @Option(help: ArgumentHelp("How long to talk in all; else as the playbooks say.", valueName: "minutes"))
    var all: Int?
    @Option(
      parsing: .unconditional,
      help: ArgumentHelp(
        "The next session: what is due until then is on it; else this time on the next working day.",
        valueName: "time"))
    var until: String?
    @Flag(help: "Answer with the session as JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try perform { context in
        let session = context.session
        var window = context.window()
        if let until {
          window.until = try context.times.by(until, as: "the next session")
          guard window.until > session.now else { throw Refusal.notAhead(window.until, what: "the next session") }
        }
        let agenda = try context.agenda(window)
        var box = try context.timebox(agenda)
        (box.each, box.all) = (each ?? box.each, all ?? box.all)
        return (
          .started(
            RoomStart(
              agenda: agenda.items.map(\.id), since: window.since, until: window.until, timebox: box,
              zone: session.zone)),
          nil
        )
      }
    }
  }

  struct Enter: RoomVerb {
    static let configuration = CommandConfiguration(
      commandName: "enter", abstract: "Put an escalation before the room.")
    @Argument(help: "The escalation's id, as list shows it.") var id: String
    @Flag(help: "Answer with the session as JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform(.entered(EscalationID(id))) }
  }

  struct Next: RoomVerb {
    static let configuration = CommandConfiguration(
      commandName: "next", abstract: "Go on to what is next on the agenda and was not talked about.")
    @Flag(help: "Answer with the session as JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try perform { context in
        guard context.room.started != nil else { throw Refusal.roomNotStarted(context.room.id) }
        guard let next = context.room.next else {
          throw CommandFailure(.refused, "nothing is left on the agenda; end the session, or enter one by its id")
        }
        return (.entered(next), nil)
      }
    }
  }

  struct Back: RoomVerb {
    static let configuration = CommandConfiguration(
      commandName: "back", abstract: "Go back to what stands before it on the agenda.")
    @Flag(help: "Answer with the session as JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try perform { context in
        guard context.room.started != nil else { throw Refusal.roomNotStarted(context.room.id) }
        guard let previous = context.room.previous else {
          throw CommandFailure(.refused, "nothing stands before it on the agenda")
        }
        return (.entered(previous), nil)
      }
    }
  }

  struct Leave: RoomVerb {
    static let configuration = CommandConfiguration(
      commandName: "leave", abstract: "Put nothing before the room; the session goes on.")
    @Flag(help: "Answer with the session as JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform(.left) }
  }

  struct Adjourn: RoomVerb {
    static let configuration = CommandConfiguration(
      commandName: "adjourn", abstract: "Break the session off for a while; no time counts until it goes on.")
    @Flag(help: "Answer with the session as JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform(.adjourned) }
  }

  struct Continue: RoomVerb {
    static let configuration = CommandConfiguration(commandName: "continue", abstract: "Go on after a break.")
    @Flag(help: "Answer with the session as JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform(.continued) }
  }

  struct End: RoomVerb {
    static let configuration = CommandConfiguration(
      commandName: "end", abstract: "End the session; its minutes stand from here on.")
    @Flag(help: "Answer with the session as JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform(.ended()) }
  }
}
