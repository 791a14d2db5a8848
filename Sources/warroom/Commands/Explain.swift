import ArgumentParser
import EscalationDomain
import Interchange

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Show how a deadline came about, stretch by stretch.")
  @Argument(help: "The escalation's id.") var id: String
  @Argument(help: "The clock: a rule's id, as show lists it.") var clock: String
  @Option(help: "Which cycle, if not the newest.") var cycle: Int?
  @Flag(help: "As JSON.") var json = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let found = try FoundRecord(id, global)
    let cycles = found.record.clocks.filter { $0.rule == clock }
    guard let chosen = cycle.map({ number in cycles.last { $0.cycle == number } }) ?? cycles.last else {
      let known = Set(found.record.clocks.map(\.rule)).sorted().joined(separator: ", ")
      throw CommandFailure(
        .noInput, "\(id) has no clock “\(clock)”\(cycle.map { " of cycle \($0)" } ?? ""); it has: \(known)")
    }
    let policy = try found.policies.policy(chosen.edition)
    guard let timeline = policy.calendars[chosen.calendar]?.value else {
      throw PolicyError.unknownCalendar(chosen.calendar, edition: chosen.edition)
    }
    let explanation = chosen.explain(on: timeline, now: found.session.now)
    if json {
      Output.json(EscalationJSON.explanation(explanation, policy: policy, now: found.session.now))
    } else {
      for line in explanation.lines(zone: found.session.zone, now: found.session.now) {
        Output.line(Output.visible(line.text))
      }
    }
  }
}
