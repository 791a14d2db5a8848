import EscalationDomain
import Screen

/// What the room must do today, over all escalations, with what was carried over and for how long.
struct ChecklistView {
  let model: Model
  let file: RoomFile

  func draw(in body: Rect, on frame: inout Frame) {
    let list = file.checklist
    guard !list.groups.isEmpty else {
      return RoomView.drawEmpty(
        "Nothing is asked today", "No playbook asks the room for anything on what is open.", in: body, on: &frame)
    }
    let (top, rest) = body.split(top: 2)
    var words: Line = [Span("\(list.openCount)", .title), Span(" open", .muted)]
    if list.carriedCount > 0 {
      words += [Span("   \(list.carriedCount)", .warning), Span(" carried over from earlier days", .muted)]
    }
    frame.write(words, at: top.point(1, 0), maxWidth: top.columns - 2)
    var rows: [ItemRow] = []
    var index = 0
    for group in list.groups {
      rows.append(
        ItemRow(line: RoomView.lead(group.row, frame.glyphs) + [Span("  \(group.row.title)", .muted)], item: nil))
      rows += self.rows(group.items, from: index, width: rest.columns - 6)
      index += group.items.count
    }
    frame.draw(rows, in: rest, selected: model.room.cursor(.checklist), hasKeys: true)
  }

  /// - Parameter first: the index of the first item in the list that the cursor goes through.
  func rows(_ items: [DailyChecklist.Item], from first: Int, width: Int) -> [ItemRow] {
    items.enumerated().flatMap { index, item -> [ItemRow] in
      let lines = wrapped(
        [Span(box(item) + " ", item.isOpen ? .accent : .muted)], text(item), style(item), width: width)
      let isFirst = index == 0 || items[index - 1].checklist != item.checklist
      let head = isFirst ? [ItemRow(line: [Span("  \(item.checklistLabel)", .muted)], item: nil)] : []
      return head + lines.map { ItemRow(line: $0, item: first + index) }
    }
  }

  private func box(_ item: DailyChecklist.Item) -> String {
    switch item.answer {
    case .open: "[ ]"
    case .done: "[x]"
    case .notNeeded: "[-]"
    case .carriedOver: "[>]"
    }
  }

  private func text(_ item: DailyChecklist.Item) -> String {
    switch item.answer {
    case .open, .carriedOver: item.shortSentence
    case .done(let stamp): "\(item.item.label), done by \(stamp.by)"
    case .notNeeded(let stamp): "\(item.item.label), not needed" + (stamp.why.map { ": \($0)" } ?? "")
    }
  }

  private func style(_ item: DailyChecklist.Item) -> Style {
    guard item.isOpen else { return Style(.muted) }
    return item.carried > 0 ? Style(.warning) : Style(.text)
  }
}
