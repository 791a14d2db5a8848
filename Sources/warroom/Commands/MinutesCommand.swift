import ArgumentParser
import EscalationDomain
import EscalationStore
import Interchange

struct MinutesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "minutes", abstract: "What a session of the war room came to, from the log.",
    discussion: """
      Decisions, who does what by when, what is at risk and what changed. Of a session that is over they tell what \
      stood in the log when it ended, in the zone where it met, so they are the same whenever they are written.

      They are printed, unless --copy, --out or --pipe takes them somewhere. The command of --pipe is the one that \
      messages are given to, $WARROOM_MESSAGE_COMMAND or message_command in the settings file; it reads the minutes on \
      its standard input, with $WARROOM_SUBJECT, $WARROOM_SESSION and $WARROOM_FORMAT.

      slack is Slack's own markup. In every text what would call people (@here, <!channel>) calls nobody.

      --json gives what war-room --json gives of the session, and zone, now, open, breached, decisions[] (text, by, \
      at, why, id, account), actions[] and open_questions[] (escalation, kind, id, title, owner, due), items[] (id, \
      account, title, …, on_agenda, discussed, spent_seconds, reasons[], decisions[], actions[], acts[], changes[], \
      at_risk[]), skipped[] (… and at_risk[]), notes[] and news{} as since --json.
      """)
  @Argument(
    help: ArgumentHelp(
      "The session: 2026-03-02, 2026-03-02.2 for a date's second, today, yesterday; else the last.", valueName: "date"))
  var date: String?
  @Option(help: ArgumentHelp("md, text, slack, html or json.", valueName: "format")) var format = MinutesFormat.md
  @Flag(help: "As JSON.") var json = false
  @OptionGroup var delivery: MinutesDelivery
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.session()
    try delivery.check()
    let store = try session.store()
    let room = try room(store, session)
    guard let minutes = try store.minutes(of: room, zone: session.zone, now: session.now) else {
      throw CommandFailure(.noInput, "the session \(room.id) has not started, so it has no minutes")
    }
    let format = json ? .json : format
    let text = format.text(of: minutes, visible: Output.visible)
    guard delivery.isAny else { return Output.write(text) }
    try delivery.deliver(text, of: room.id, as: format)
  }

  private func room(_ store: SQLiteStore, _ session: Session) throws -> Room {
    let sessions = try store.sessions(around: session.now, zone: session.zone, policy: store.policies().current)
    let newest = sessions.room.started == nil ? sessions.last : sessions.room
    guard let date else {
      if let newest { return newest }
      throw CommandFailure(.noInput, "no session of the war room is on record; war-room start begins one")
    }
    let today = session.zone.local(session.now).date
    let named =
      switch date.lowercased() {
      case "today": RoomID(date: today)
      case "yesterday": RoomID(date: today.adding(days: -1))
      default: RoomID(date)
      }
    guard let id = named else {
      throw CommandFailure(.usage, "“\(date)” is no session; write it like 2026-03-02, 2026-03-02.2 or yesterday")
    }
    let room = try store.room(id, now: session.now)
    guard !room.log.entries.isEmpty else {
      let last = newest.map { "; the last one is \($0.id)" } ?? ""
      throw CommandFailure(.noInput, "there was no session \(id)\(last)")
    }
    return room
  }
}

extension MinutesFormat: ExpressibleByArgument {}
