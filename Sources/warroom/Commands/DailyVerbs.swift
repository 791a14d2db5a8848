import ArgumentParser
import EscalationDomain
import Interchange

extension ChecklistCommand.Listing {
  /// What the room must do today, over all escalations.
  func today() throws {
    let session = try global.session()
    let store = try session.store()
    let policies = try store.policies()
    let daily = try store.dailyChecklist(now: session.now)
    if json { return Output.json(DailyJSON.checklist(daily) { try? policies.policy($0) }) }
    for line in DailyText(zone: session.zone).lines(daily) { Output.line(Output.visible(line)) }
  }
}

/// A handover.
struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief", abstract: "A handover on one page: what is on fire, what is due next, who waits for what.",
    discussion: """
      On fire is what has breached and what is of the gravest severity, level or stage. Due is what comes due in the \
      shift ahead, and what is overdue after a resolution. Waiting are customers whom we wait for, promises, people to bring in, blockers, \
      and people's tasks and milestones. Of each part it tells the first, and how many more there are.

      --json gives now, until, open, breached, on_fire[] and due[] (as agenda --json, with reasons[]) and waiting[] \
      (kind, id, account, title, owner, what, since, due).
      """)
  @Option(
    name: .customLong("for"), parsing: .unconditional,
    help: ArgumentHelp("How long the shift ahead is: 8h, 90m, 1d.", valueName: "length"))
  var length: String = "8h"
  @Flag(help: "Tell everything, also where it is more than a page.") var all = false
  @Flag(help: "As JSON.") var json = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.session()
    let until = try end(of: session)
    let store = try session.store()
    let policies = try store.policies()
    let brief = try store.brief(until: until, policies: policies, now: session.now)
    if json { return Output.json(DailyJSON.brief(brief, zone: session.zone) { try? policies.policy($0) }) }
    for line in DailyText(zone: session.zone).lines(brief, isWhole: all) { Output.line(Output.visible(line)) }
  }

  /// A length alone: a time of day would be a deadline of another sort.
  private func end(of session: Session) throws -> Instant {
    let text = length.hasPrefix("+") ? length : "+\(length)"
    guard let until = try? TypedTime.parse(text, now: session.now, zone: session.zone, timeline: nil),
      until > session.now
    else { throw CommandFailure(.usage, "“\(length)” is no length of a shift; write it like 8h, 90m or 1d") }
    return until
  }
}
