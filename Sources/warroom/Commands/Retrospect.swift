import ArgumentParser
import EscalationDomain
import Interchange

struct Retrospect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retrospective",
    abstract: "What a quarter's closed escalations teach, recovered and lost, as Markdown.",
    discussion: """
      Counted are records closed within the quarter, in the reader's zone, and still closed. A cause's category is the \
      hypothesis of the menu that was held last, else the root cause as written; an intervention is the last that was \
      stated. Where nobody wrote down what a question asks, the answer says so.

      --json gives quarter, zone, since, until, closed, outcomes{}, churned_arr[] (currency, amount), \
      churned_without_arr, commonest_causes[], causes[] (category), without_cause{}, earlier_entry{recovered_more_often \
      (more, less, same, unknown), early{}, late{}, by_days_before_renewal[] (days), without_renewal{}, \
      by_grade_at_opening[] (grade)}, interventions[] (intervention), without_intervention{}, preventions[] \
      (prevention, churned_arr), without_prevention{}, gates_overridden[] (id, gate, by, authority, why, at). What \
      counts records has records, recovered, lost, unknown, recovered_percent.
      """)
  @Option(help: ArgumentHelp("The quarter, like 2026Q4.", valueName: "quarter")) var quarter: String
  @Flag(help: "As JSON.") var json = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    guard let quarter = Quarter(parsing: quarter) else {
      throw CommandFailure(.usage, "“\(quarter)” is no quarter; write it like 2026Q4")
    }
    let session = try global.session()
    var look = Retrospective(quarter, zone: session.zone)
    guard look.window.lowerBound <= session.now else {
      throw CommandFailure(.usage, "\(quarter) is yet to come")
    }
    let store = try session.store()
    let policies = try store.policies()
    try store.eachRecord(touching: look.window, now: session.now) { record in
      look.add(record, playbook: try policies.policy(record.edition).playbooks[record.playbook]?.value)
    }
    if json {
      Output.json(RetrospectiveJSON.report(look))
    } else {
      for line in RetrospectiveMarkdown.text(look).split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
        Output.line(Output.visible(String(line)))
      }
    }
  }
}
