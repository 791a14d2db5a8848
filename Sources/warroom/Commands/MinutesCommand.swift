import ArgumentParser
import EscalationDomain
import Interchange

struct MinutesCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case md
    case text
    case html
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "minutes", abstract: "What a session of the war room came to, from the log.",
    discussion: """
      Decisions, who does what by when, what is at risk and what changed. Of a session that is over they tell what \
      stood in the log when it ended, in the zone where it met, so they are the same whenever they are written.

      --json gives what war-room --json gives of the session, and zone, now, open, breached, decisions[] (text, by, \
      at, why, id, account), actions[] and open_questions[] (escalation, kind, id, title, owner, due), items[] (id, \
      account, title, …, on_agenda, discussed, spent_seconds, reasons[], decisions[], actions[], acts[], changes[], \
      at_risk[]), skipped[], notes[] and news{} as since --json.
      """)
  @Argument(
    help: ArgumentHelp(
      "The session: 2026-03-02, or 2026-03-02.2 for a date's second; else the last.", valueName: "date"))
  var date: String?
  @Option(help: ArgumentHelp("md, text, html or json.", valueName: "format")) var format = Format.md
  @Flag(help: "As JSON.") var json = false
  @Option(help: ArgumentHelp("Write them into a new file.", valueName: "file")) var to: String?
  @Flag(help: "Write over a file that is there.") var force = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.session()
    let store = try session.store()
    let room = try room(store, now: session.now)
    guard let minutes = try store.minutes(of: room, zone: session.zone, now: session.now) else {
      throw CommandFailure(.noInput, "the session \(room.id) has not started, so it has no minutes")
    }
    let text = text(minutes)
    guard let to else { return Output.write(text) }
    _ = try MessageFile.write(text, to: to, over: force)
    ProcessEnd.writeError("minutes of \(room.id) written to \(Output.visible(to))")
  }

  private func room(_ store: some RoomStoring, now: Instant) throws -> Room {
    let rooms = try store.rooms(atMost: date == nil ? 20 : .max, now: now)
    guard let date else {
      for id in rooms {
        let room = try store.room(id, now: now)
        if room.started != nil { return room }
      }
      throw CommandFailure(.noInput, "no session of the war room is on record; war-room start begins one")
    }
    guard let id = RoomID(date) else {
      throw CommandFailure(.usage, "“\(date)” is no session; write it like 2026-03-02 or 2026-03-02.2")
    }
    guard rooms.contains(id) else {
      let last = rooms.first.map { "; the last one is \($0)" } ?? ""
      throw CommandFailure(.noInput, "there was no session \(id)\(last)")
    }
    return try store.room(id, now: now)
  }

  private func text(_ minutes: Minutes) -> String {
    if json || format == .json { return RoomJSON.minutes(minutes).pretty + "\n" }
    let page = MinutesPage(minutes, visible: Output.visible)
    return switch format {
    case .html: page.html
    case .text: page.plain
    case .md, .json: page.markdown
    }
  }
}
