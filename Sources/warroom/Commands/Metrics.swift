import ArgumentParser
import EscalationDomain
import Interchange

struct Metrics: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics",
    abstract: "Figures of a window of time: answers, resolutions, clocks kept, outcomes, causes, and the goals.",
    discussion: """
      Counted are records opened, first answered, resolved or closed within the window, each figure by its own \
      instant, and clocks that ended in it or are past their deadline at its end; all as it stood at its end. \
      Times are elapsed seconds, p90 is the nearest rank, months are the reader's. Withdrawn ones and duplicates are \
      no resolutions. Clocks that a change of severity put past their deadline, and breaches that were corrected, \
      are counted apart; watch and stage periods are left out.

      A playbook sets goals for: time-to-acknowledge and time-to-resolve (their median), attainment, \
      escalations-a-month and reactive-a-month (the last whole month), resolved-against-churned, \
      escalation-to-churn, csat (its mean), root-causes. Each is met, not-met, no-data, watched (no goal), or \
      not-measured.

      --json gives since, until, zone, by, all{}, groups[] (each as all, and name) and goals[]. all has opened{total, \
      early, reactive, unknown}, months[] (month, whole, and as opened), time_to_acknowledge{count, median_seconds, \
      p90_seconds, mean_seconds}, time_to_resolve{}, attainment[] (playbook, rule, grade, met, missed, breached_open, \
      missed_by_reclassification, breached_open_by_reclassification, corrected, cancelled, attained_percent), \
      outcomes{}, resolved, churned, escalation_to_churn_percent, churned_arr[] (currency, amount), \
      churned_without_arr, root_causes[] (cause, count), without_root_cause, csat{count, mean}. A goal has playbook, \
      id, label, goal, value, before, unit, state. --csv gives one line a figure.
      """)
  @Option(
    parsing: .unconditional, help: ArgumentHelp("From then on; without it from the first record.", valueName: "time"))
  var since: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("Up to then, itself left out; without it up to now.", valueName: "time")
  )
  var until: String?
  @Option(help: "Also apart by severity, account, owner, playbook or cause.") var by: String?
  @Flag(help: "As JSON.") var json = false
  @Flag(help: "As CSV.") var csv = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    if json && csv { throw CommandFailure(.usage, "--json and --csv exclude each other") }
    let session = try global.session()
    let grouping = try grouping()
    let window = try window(session)
    let store = try session.store()
    var tally = MetricsTally(window: window, zone: session.zone, by: grouping)
    try store.eachRecord(touching: window, now: MetricsTally.moment(of: window, now: session.now)) { tally.add($0) }
    let report = tally.report(playbooks: try store.policies().current.playbooks.values.map(\.value))
    if json {
      Output.json(MetricsJSON.report(report))
    } else if csv {
      Output.write(MetricsCSV.text(report))
    } else {
      MetricsText(report: report).print()
    }
  }

  private func grouping() throws -> MetricsGrouping? {
    try by.map { text in
      guard let grouping = MetricsGrouping(rawValue: text.lowercased()) else {
        let known = MetricsGrouping.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure(.usage, "“\(text)” is nothing to group by; known: \(known)")
      }
      return grouping
    }
  }

  /// What is yet to come is in no window.
  private func window(_ session: Session) throws -> Range<Instant> {
    let times = Times(session: session, timeline: nil)
    let start = try since.map { try times.past($0, as: "since") } ?? .min
    let end = try until.map { try times.past($0, as: "until") }
    times.echoes.print()
    if let end, start >= end {
      throw CommandFailure(
        .usage, "--since \(start.words(in: session.zone)) is not before --until \(end.words(in: session.zone))")
    }
    guard start <= session.now else {
      throw CommandFailure(.usage, "--since \(start.words(in: session.zone)) is yet to come")
    }
    return start..<min(end ?? .max, session.now + 1)
  }
}
