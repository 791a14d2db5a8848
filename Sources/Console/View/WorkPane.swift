import EscalationDomain
import Screen

/// What is asked of an escalation, with a cursor over its lines.
struct WorkPane {
  let model: Model
  let list: WorkList
  let cursor: ItemCursor<WorkItem>

  func draw(in rect: Rect, hasKeys: Bool, on frame: inout Frame) {
    guard !list.items.isEmpty else {
      frame.write(
        "nothing is asked of it; T adds a task", at: rect.point(2, 0), Style(.muted), maxWidth: rect.columns - 2)
      return
    }
    let lines = WorkLines(list, zone: model.viewer.zone, now: model.now, width: min(110, rect.columns - 4))
    frame.draw(lines.rows, in: rect, selected: list.index(of: cursor), hasKeys: hasKeys)
  }
}
