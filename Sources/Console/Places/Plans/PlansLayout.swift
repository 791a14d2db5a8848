import Screen

/// Where the parts of the plans stand on a screen of a size.
struct PlansLayout {
  /// Cells before the first column: the pointer and a blank.
  static let lead = 2

  let header: Rect
  /// The names of the columns, or the filter.
  let titles: Rect
  /// What is wrong with a filter that is being typed.
  let note: Rect?
  /// The dates over the chart.
  let scale: Rect?
  let list: Rect
  /// In the chart: the cells for what a milestone is, and those for its time.
  let label: Int
  let chart: Int

  init(_ size: Size, _ look: PlansState.Look, hasNote: Bool = false) {
    let (top, rest) = Rect(size).split(top: 2)
    header = top
    let (titles, body) = rest.split(bottom: 1).rest.split(top: 1)
    self.titles = titles
    let (remark, below) = body.split(top: hasNote ? 1 : 0)
    note = hasNote ? remark : nil
    if look == .chart {
      let (scale, list) = below.split(top: 1)
      (self.scale, self.list) = (scale, list)
    } else {
      (scale, list) = (nil, below)
    }
    label = min(70, max(26, size.columns * 40 / 100))
    // The last cell is the scroll bar's.
    chart = max(0, size.columns - PlansLayout.lead - label - 2)
  }
}

extension Model {
  /// Where the parts of the plans stand now.
  var plansLayout: PlansLayout { PlansLayout(size, plans.look, hasNote: plans.line.field != nil) }
}
