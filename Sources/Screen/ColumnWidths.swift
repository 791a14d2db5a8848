/// How wide each column becomes, in plain numbers: a board is laid out anew for each picture of it.
struct ColumnWidths {
  struct Wish {
    var minimum: Int
    var ideal: Int
    var rank: Int
    var flex: Int
  }

  /// As wished for; 0 for those that gave way.
  private(set) var widths: [Int]

  init(_ wishes: [Wish], width: Int, gap: Int) {
    var shown = Array(wishes.indices)
    func needed() -> Int { shown.reduce(0) { $0 + wishes[$1].minimum } + gap * max(0, shown.count - 1) }
    while shown.count > 1, needed() > width {
      let last = shown.indices.min { (wishes[shown[$0]].rank, -$0) < (wishes[shown[$1]].rank, -$1) }
      if let last { shown.remove(at: last) }
    }
    widths = Array(repeating: 0, count: wishes.count)
    for index in shown {
      widths[index] = shown.count == 1 ? min(wishes[index].minimum, max(0, width)) : wishes[index].minimum
    }
    var room = max(0, width - widths.reduce(0, +) - gap * max(0, shown.count - 1))
    for index in shown.sorted(by: { (-wishes[$0].rank, $0) < (-wishes[$1].rank, $1) }) {
      let more = min(room, wishes[index].ideal - widths[index])
      guard more > 0 else { continue }
      widths[index] += more
      room -= more
    }
    var weight = shown.reduce(0) { $0 + wishes[$1].flex }
    for index in shown where wishes[index].flex > 0 {
      let share = room * wishes[index].flex / weight
      widths[index] += share
      room -= share
      weight -= wishes[index].flex
    }
  }
}
