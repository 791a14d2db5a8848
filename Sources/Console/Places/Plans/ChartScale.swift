import EscalationDomain

/// Which dates the cells of the chart stand for, counted in the viewer's zone so that a day is a day whatever its length.
struct ChartScale {
  /// So many cells stand for so many days.
  struct Step: Hashable {
    var cells: Int
    var days: Int
  }

  private static let steps = [
    Step(cells: 4, days: 1), Step(cells: 2, days: 1), Step(cells: 1, days: 1), Step(cells: 1, days: 2),
    Step(cells: 1, days: 4), Step(cells: 1, days: 7), Step(cells: 1, days: 14),
  ]

  let zone: Zone
  let width: Int
  let step: Step
  let start: LocalDate
  let now: Instant

  /// The finest that shows what is open from its beginning to its due time, and today; where even the coarsest cannot,
  /// from a while before today on.
  init(_ span: ClosedRange<Instant>?, width: Int, daysAhead: Int, now: Instant, zone: Zone) {
    (self.zone, self.width, self.now) = (zone, max(1, width), now)
    let today = zone.local(now).date
    let first = min(today, span.map { zone.local($0.lowerBound).date } ?? today).adding(days: -1)
    // Room for what stands behind the last due time.
    let last = max(today, span.map { zone.local($0.upperBound).date } ?? today).adding(days: 2)
    let days = last - first + 1
    let columns = self.width
    let fitting = ChartScale.steps.first { days * $0.cells <= columns * $0.days }
    step = fitting ?? Step(cells: 1, days: 14)
    let spare = max(0, columns * step.days / step.cells - days)
    let begin = fitting == nil ? today.adding(days: -columns * step.days / 5) : first.adding(days: -min(spare / 4, 7))
    start = begin.adding(days: daysAhead)
  }

  init(_ model: Model) {
    self.init(
      model.plans.span, width: model.plansLayout.chart, daysAhead: model.plans.daysAhead, now: model.now,
      zone: model.viewer.zone)
  }

  /// The cell of an instant, before the first one or past the last where it lies outside. O(1).
  func cell(_ instant: Instant) -> Int {
    let local = zone.local(instant)
    let seconds = (local.date - start) * 86_400 + local.secondOfDay
    let (cell, rest) = (seconds * step.cells).quotientAndRemainder(dividingBy: 86_400 * step.days)
    return rest < 0 ? cell - 1 : cell
  }

  /// A quarter of what shows, in days.
  var quarter: Int { max(1, width * step.days / step.cells / 4) }

  struct Tick: Hashable {
    var cell: Int
    var label: String
  }

  /// The dates to name, with room for each name.
  var ticks: [Tick] {
    let room = 7
    let every = [1, 2, 7, 14, 28, 91, 182].first { $0 * step.cells >= room * step.days } ?? 364
    // Weeks begin on Monday.
    var date = every < 7 ? start : start.adding(days: (8 - start.weekday.rawValue) % 7)
    var ticks: [Tick] = []
    while true {
      let cell = (date - start) * step.cells / step.days
      let name = "\(date)".suffix(5)
      let label = every * step.cells >= 12 * step.days ? "\(date.weekday.shortName) \(name)" : String(name)
      if cell + label.count > width { return ticks }
      ticks.append(Tick(cell: cell, label: label))
      date = date.adding(days: every)
    }
  }
}
