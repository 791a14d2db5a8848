import EscalationDomain
import Screen

/// Everybody round an escalation, with a cursor over the lines.
struct PeoplePane {
  let model: Model
  let list: PeopleList
  let cursor: ItemCursor<PeopleItem>

  func draw(in rect: Rect, hasKeys: Bool, on frame: inout Frame) {
    let rows = PeopleLines.rows(list, zone: model.viewer.zone, now: model.now, width: min(110, rect.columns - 4))
    frame.draw(rows, in: rect, selected: list.index(of: cursor), hasKeys: hasKeys)
  }
}
