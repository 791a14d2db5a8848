import ArgumentParser
import EscalationDomain
import Interchange

/// What a session of the war room talks about.
struct AgendaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agenda", abstract: "What the war room has to talk about, in its order, each with why.",
    discussion: """
      On it is what the playbooks' cadences ask for, what breached since the last session or will before the next, what \
      is due or late of plans, tasks and promises, reviews, decisions that wait, watches that end and pauses that are \
      over. It is ordered by hand where somebody did so, then by severity, first deadline and ARR.

      --json gives what list --json gives of each, with reasons[] (kind, label, rule, due, breached_at, new, owner, \
      details[], text), pinned and skipped{by, at, why}.
      """)
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The next session: what is due until then is on it; else this time on the next working day.", valueName: "time"))
  var until: String?
  @Flag(help: "As JSON.") var json = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.session()
    let store = try session.store()
    let policies = try store.policies()
    let sessions = try store.sessions(around: session.now, zone: session.zone, policy: policies.current)
    var window = RoomWindow(
      now: session.now, date: sessions.room.id.date, zone: session.zone, last: sessions.last, policy: policies.current)
    if let until {
      let times = Times(session: session, timeline: nil)
      window.until = try times.by(until, as: "the next session")
      guard window.until > session.now else { throw Refusal.notAhead(window.until, what: "the next session") }
      times.echoes.print()
    }
    let agenda = try store.agenda(of: sessions.room, in: window, policies: policies, now: session.now)
    if json { return Output.json(AgendaJSON.agenda(agenda, zone: session.zone) { try? policies.policy($0) }) }
    for line in AgendaText(zone: session.zone).lines(agenda) { Output.line(Output.visible(line)) }
  }
}

/// What changed since an earlier moment.
struct SinceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "since", abstract: "What changed since a time, over the whole board and for each escalation.",
    discussion: """
      TIME leans back: 09:00, yesterday 9:00, fri 17:00, -4h, or ISO 8601; a day alone is its beginning. “last” is the \
      start of the last session of the war room.

      --json gives since, now, opened, reopened, resolved, breached, updates, arr_at_risk{then[], now[]} and \
      escalations[] (id, account, title, severity, level, stage, band, status, owner, changes[] of kind and text).
      """)
  @Argument(help: "Since when.") var time: String
  @Flag(help: "As JSON.") var json = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.session()
    let store = try session.store()
    let times = Times(session: session, timeline: nil)
    let since: Instant
    if time.lowercased() == "last" {
      let sessions = try store.sessions(
        around: session.now, zone: session.zone, policy: store.policies().current)
      guard let started = sessions.last?.started?.at else {
        throw CommandFailure(.noInput, "no session of the war room is on record; name a time")
      }
      since = started
    } else {
      since = try times.past(beginning(session), as: "since")
    }
    guard since <= session.now else { throw CommandFailure(.usage, "\(since.words(in: session.zone)) is yet to come") }
    let news = try store.news(since: since, now: session.now)
    times.echoes.print()
    if json { return Output.json(AgendaJSON.news(news, zone: session.zone)) }
    for line in AgendaText(zone: session.zone).lines(news) { Output.line(Output.visible(line)) }
  }

  /// `yesterday` is no time of its own; as a day it has a beginning.
  private func beginning(_ session: Session) -> String {
    func reads(_ text: String) -> Bool {
      (try? TypedTime.parse(text, now: session.now, zone: session.zone, timeline: nil, leaning: .back)) != nil
    }
    let day = "\(time) 0:00"
    return !reads(time) && reads(day) ? day : time
  }
}
