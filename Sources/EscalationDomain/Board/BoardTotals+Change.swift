extension BoardTotals {
  /// The first instant after `now` at which time alone changes the totals: a deadline that passes or comes within the
  /// hour. O(n).
  public static func nextChange(_ rows: [BoardRow], after now: Instant) -> Instant? {
    var next: Instant?
    for row in rows {
      guard let clock = row.clock, let deadline = clock.deadline, clock.isOpen else { continue }
      for instant in [deadline + -3600, deadline + 1] where instant > now {
        if next.map({ instant < $0 }) ?? true { next = instant }
      }
      if let opens = clock.due.opens, opens > now, next.map({ opens < $0 }) ?? true { next = opens }
    }
    return next
  }
}
