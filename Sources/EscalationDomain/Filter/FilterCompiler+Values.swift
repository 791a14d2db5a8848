extension FilterCompiler {
  /// The grades of each playbook from one to the other, whichever way round they are typed.
  func grade(_ scale: Scale, _ from: String?, _ to: String?) -> @Sendable (FilterAttributes) -> Bool {
    var meant: [String: Set<String>] = [:]
    for playbook in context.playbooks {
      let grades = playbook.grades(scale)
      func index(_ text: String) -> Int? {
        grades.firstIndex { $0.id.lowercased() == text.lowercased() || $0.name.lowercased() == text.lowercased() }
      }
      let (first, last) = (from.map(index) ?? 0, to.map(index) ?? grades.count - 1)
      guard let first, let last, !grades.isEmpty else { continue }
      meant[playbook.id] = Set(grades[min(first, last)...max(first, last)].map(\.id))
    }
    // A grade that the playbook no longer has is known by its id.
    let single = from == to ? from?.lowercased() : nil
    return { [meant] row in
      let grade =
        switch scale {
        case .severity: row.severity
        case .level: row.level
        case .stage: row.stage
        }
      guard let grade else { return false }
      return row.playbook.flatMap { meant[$0]?.contains(grade) } ?? false || grade.lowercased() == single
    }
  }

  /// What a deadline, or an instant that is past, has to be.
  func instant(
    _ comparison: FilterComparison, _ moment: FilterMoment, isPast: Bool
  ) -> @Sendable (Instant) -> Bool {
    let (now, zone) = (context.now, context.zone)
    switch moment {
    case .span(let span):
      // “within”: a span is never met to the second.
      let comparison = comparison == .equal ? .atMost : comparison
      return { comparison.holds(isPast ? now - $0 : $0 - now, span.seconds) }
    case .day(let day):
      let date = day.date(today: context.today, isPast: isPast)
      let (start, end) = (zone.instant(date, secondOfDay: 0), zone.instant(date.adding(days: 1), secondOfDay: 0))
      switch comparison {
      case .less: return { $0 < start }
      case .atMost: return { $0 < end }
      case .more: return { $0 >= end }
      case .atLeast: return { $0 >= start }
      case .equal: return { $0 >= start && $0 < end }
      }
    case .typed(let text):
      let leaning = isPast ? TypedTime.Leaning.back : .by
      guard let at = try? TypedTime.parse(text, now: now, zone: zone, timeline: nil, leaning: leaning) else {
        return { _ in false }
      }
      return { comparison.holds($0, at) }
    }
  }

  /// What a date has to be, by the viewer's today.
  func date(_ comparison: FilterComparison, _ moment: FilterMoment) -> @Sendable (LocalDate) -> Bool {
    let today = context.today
    switch moment {
    case .span(let span):
      let comparison = comparison == .equal ? .atMost : comparison
      let days = span.days ?? 0
      return { comparison.holds($0 - today, days) }
    case .day(let day):
      let date = day.date(today: today, isPast: false)
      return { comparison.holds($0, date) }
    case .typed: return { _ in false }
    }
  }
}

extension FilterAmount {
  /// Of another currency than the one that is named, no amount is.
  func isMet(by money: Money, _ comparison: FilterComparison) -> Bool {
    if let currency, currency != money.currency { return false }
    // Each in the other's parts, so that hundredths and thousandths compare; too wide for 64 bits.
    let a = money.minorUnits.multipliedFullWidth(by: Money.scale(of: currency))
    let b = minorUnits.multipliedFullWidth(by: money.scale)
    return a.high == b.high ? comparison.holds(a.low, b.low) : comparison.holds(a.high, b.high)
  }
}

extension Playbook {
  func grades(_ scale: Scale) -> [Grade] {
    switch scale {
    case .severity: severities
    case .level: levels
    case .stage: stages
    }
  }
}
