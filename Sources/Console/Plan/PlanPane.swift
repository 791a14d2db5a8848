import EscalationDomain
import Screen

/// The corrective action plan of an escalation, with a cursor over its lines.
struct PlanPane {
  let model: Model
  let list: PlanList
  let cursor: ItemCursor<PlanItem>

  func draw(in rect: Rect, hasKeys: Bool, on frame: inout Frame) {
    let lines = PlanLines(list, zone: model.viewer.zone, now: model.now, width: min(110, rect.columns - 4))
    frame.draw(lines.rows, in: rect, selected: list.index(of: cursor), hasKeys: hasKeys)
  }
}
