extension Explanation {
  static func elapsedStretches(from: Instant, to: Instant, pauses: [Range<Instant>]) -> [Stretch] {
    carve([Stretch(from: from, to: to, kind: .counted)], pauses)
  }

  /// Open hours are counted; what lies between them is closed or a holiday, by local date.
  static func businessStretches(
    from: Instant, to: Instant, pauses: [Range<Instant>], on timeline: WorkingTimeline
  ) -> [Stretch] {
    var stretches: [Stretch] = []
    var cursor = from
    for interval in timeline.intervals(from: from, to: to) {
      append(closedStretches(from: cursor, to: interval.lowerBound, on: timeline), to: &stretches)
      append([Stretch(from: interval.lowerBound, to: interval.upperBound, kind: .counted)], to: &stretches)
      cursor = interval.upperBound
    }
    append(closedStretches(from: cursor, to: to, on: timeline), to: &stretches)
    return carve(stretches, pauses)
  }

  private static func closedStretches(from: Instant, to: Instant, on timeline: WorkingTimeline) -> [Stretch] {
    guard from < to else { return [] }
    let zone = timeline.calendar.zone
    var stretches: [Stretch] = []
    var cursor = from
    while cursor < to {
      let midnight = zone.instant(zone.local(cursor).date.adding(days: 1), secondOfDay: 0)
      let end = min(to, max(midnight, cursor + 1))
      let kind: Kind
      if case .holiday(let name) = timeline.closure(at: cursor) { kind = .holiday(name) } else { kind = .closed }
      append([Stretch(from: cursor, to: end, kind: kind)], to: &stretches)
      cursor = end
    }
    return stretches
  }

  /// Joins a stretch to the one before it where both are of a kind.
  private static func append(_ more: [Stretch], to stretches: inout [Stretch]) {
    for stretch in more where stretch.from < stretch.to {
      if let last = stretches.last, last.kind == stretch.kind, last.to == stretch.from {
        stretches[stretches.count - 1].to = stretch.to
      } else {
        stretches.append(stretch)
      }
    }
  }

  /// Cuts the pauses out of what lies under them.
  private static func carve(_ stretches: [Stretch], _ pauses: [Range<Instant>]) -> [Stretch] {
    var result: [Stretch] = []
    for stretch in stretches {
      var cursor = stretch.from
      for pause in pauses where pause.upperBound > stretch.from && pause.lowerBound < stretch.to {
        let from = max(pause.lowerBound, stretch.from)
        let to = min(pause.upperBound, stretch.to)
        append([Stretch(from: cursor, to: from, kind: stretch.kind)], to: &result)
        append([Stretch(from: from, to: to, kind: .paused)], to: &result)
        cursor = to
      }
      append([Stretch(from: cursor, to: stretch.to, kind: stretch.kind)], to: &result)
    }
    return result
  }
}
