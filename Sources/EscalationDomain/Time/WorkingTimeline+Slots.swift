extension WorkingTimeline {
  /// The date on the wall at an instant.
  public func localDate(_ instant: Instant) -> LocalDate { LocalDate(daysSinceEpoch: local(instant.seconds).day) }

  /// 23:59:59 of a local date: the first if there are two, later by the gap if there is none.
  public func endOfDate(_ date: LocalDate) -> Instant {
    Instant(second(day: date.daysSinceEpoch, secondOfDay: 86_399))
  }

  /// The first slot that is due strictly after an instant (CLOCKS "Targets", slots).
  ///
  /// Slots are due at the calendar's closing on their date. One that falls on a closed date moves to the next open one,
  /// except `daily`, which is due at 23:59:59 there; slots that then share a date are one. Costs the same however long
  /// ago the anchor lies.
  /// - Parameter anchor: the opening date; the first slot lies after it.
  public func slotDue(_ cadence: SlotCadence, anchor: LocalDate, after: Instant) throws(CalendarError) -> Instant {
    try firstSlot(cadence, anchor: anchor, after: after).due
  }

  /// The slots due after one instant and up to and including another, in order.
  ///
  /// An error, as for `slotDue`, where the calendar runs out of working dates before `through`.
  public func slots(
    _ cadence: SlotCadence, anchor: LocalDate, after: Instant, through: Instant
  ) throws(CalendarError) -> [Instant] {
    guard after < through else { return [] }
    var result: [Instant] = []
    var slot = try firstSlot(cadence, anchor: anchor, after: after)
    while slot.due <= through {
      result.append(slot.due)
      slot = try firstSlot(cadence, anchor: anchor, from: slot.date, dueAfter: slot.due)
    }
    return result
  }

  private struct Slot {
    let date: LocalDate
    let due: Instant
  }

  private func firstSlot(
    _ cadence: SlotCadence, anchor: LocalDate, after: Instant
  ) throws(CalendarError) -> Slot {
    // A closing is at most a midnight and a skipped date later than its own date.
    var served = max(anchor, localDate(after).adding(days: -3))
    if cadence != .daily {
      // The dates a moved slot comes from reach back to the previous working date.
      served = workingDate(before: served.adding(days: 1), after: anchor) ?? anchor
    }
    return try firstSlot(cadence, anchor: anchor, from: served, dueAfter: after)
  }

  /// The first slot on a date after another one and due after an instant. The given date is the anchor or, unless the
  /// cadence is daily, a working date; so no slot moves across it.
  private func firstSlot(
    _ cadence: SlotCadence, anchor: LocalDate, from date: LocalDate, dueAfter: Instant
  ) throws(CalendarError) -> Slot {
    var date = date
    while true {
      let nominal = cadence.nominalDate(after: date, anchor: anchor)
      guard nominal > date, nominal.daysSinceEpoch < CivilDay.last else { throw .beyondRange(from: dueAfter) }
      let moves = cadence != .daily && !isWorkingDate(nominal)
      date = moves ? try nextWorkingDate(after: nominal) : nominal
      let due = closing(on: date) ?? endOfDate(date)
      if due > dueAfter { return Slot(date: date, due: due) }
    }
  }
}
