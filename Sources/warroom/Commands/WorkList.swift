import ArgumentParser
import EscalationDomain
import Interchange

/// A verb that lists one part of what is asked of an escalation.
protocol WorkList: ParsableCommand {
  var id: String { get }
  var json: Bool { get }
  var global: GlobalOptions { get }
}

extension WorkList {
  /// Prints the rows, or says in a line that there are none.
  func list(
    _ rows: (WorkText) -> [WorkText.Row], json value: (FoundRecord, WorkView) -> JSONValue, ifNone: String
  ) throws {
    let found = try FoundRecord(id, global)
    let work = WorkText(found.record, policy: found.policy, now: found.session.now, zone: found.session.zone)
    if json { return Output.json(value(found, work.view)) }
    let rows = rows(work)
    if rows.isEmpty { return Output.line(Output.visible("\(found.record.id) \(ifNone)")) }
    Output.table(rows.map(\.cells))
  }
}
