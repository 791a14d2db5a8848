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
      title, owner, current, discussed, spent_seconds), pinned[], added[], skipped[] and notes[] (by, at, why).
      """,
    subcommands: [
      Showing.self, Start.self, Enter.self, Next.self, Back.self, Skip.self, Unskip.self, Add.self, Pin.self,
      Unpin.self, Order.self, Attend.self, Role.self, Timebox.self, Note.self, Drive.self, Adjourn.self,
      Continue.self, End.self,
    ],
    defaultSubcommand: Showing.self)

  struct Showing: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show how the session stands.")
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let context = try RoomContext(try global.session())
      let session = context.session
      let text = RoomText(context.room, zone: session.zone, now: session.now)
      if context.room.started == nil {
        let agenda = try context.agenda()
        if json { return Output.json(try text.json(context.store, agenda: agenda.items.map(\.id))) }
        let lines = text.head + [""] + AgendaText(zone: session.zone).lines(agenda)
        for line in lines { Output.line(Output.visible(line)) }
        return
      }
      if json { return Output.json(try text.json(context.store)) }
      for line in text.head { Output.line(Output.visible(line)) }
      let rows = try text.rows(context.store, of: context.room.agenda)
      if context.room.agenda.isEmpty { return Output.line("nothing is on its agenda") }
      Output.table(text.agenda(rows))
    }
  }

  struct Start: RoomVerb {
    static let configuration = CommandConfiguration(
      commandName: "start", abstract: "Start the session; its agenda stands from here on.")
    @Option(help: ArgumentHelp("How long to talk about each; else 5.", valueName: "minutes")) var each: Int?
    @Option(help: ArgumentHelp("How long to talk in all; else 30.", valueName: "minutes")) var all: Int?
    @Option(
      parsing: .unconditional,
      help: ArgumentHelp(
        "The next session: what is due until then is on it; else this time tomorrow.", valueName: "time"))
    var until: String?
    @Flag(help: "Answer with the session as JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try perform { context in
        let session = context.session
        var window = RoomWindow(now: session.now, zone: session.zone, last: context.last)
        if let until {
          window.until = try context.times.by(until, as: "the next session")
          guard window.until > session.now else { throw Refusal.notAhead(window.until, what: "the next session") }
        }
        let box = context.room.timebox
        return (
          .started(
            RoomStart(
              agenda: try context.agenda(window).items.map(\.id), since: window.since, until: window.until,
              timebox: RoomTimebox(
                each: each ?? box?.each ?? RoomTimebox.usual.each, all: all ?? box?.all ?? RoomTimebox.usual.all), zone: session.zone)),
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
