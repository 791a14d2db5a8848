extension BoardTotals {
  /// The first instant after `now` at which time alone changes the totals: a deadline that passes or comes within the
  /// hour. O(n).
  public static func nextChange(_ rows: [BoardRow], after now: Instant) -> Instant? {
    var next: Instant?
    func consider(_ instant: Instant) {
      if instant > now, next.map({ instant < $0 }) ?? true { next = instant }
    }
    for index in rows.indices {
      guard let deadline = rows[index].clock?.deadline, rows[index].clock?.isOpen ?? false else { continue }
      consider(deadline + -3600)
      consider(deadline + 1)
      if let opens = rows[index].clock?.due.opens { consider(opens) }
    }
    return next
  }
}
