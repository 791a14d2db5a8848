import EscalationDomain

extension Model {
  /// The first instant after `now` at which time alone changes what shows or what must be asked for, so that a console
  /// can sleep until then. O(what is on the screen).
  public func nextWake(after now: Instant) -> Instant {
    var next = minuteAfter(now)
    func consider(_ instant: Instant?) {
      if let instant, instant > now, instant < next { next = instant }
    }
    for toast in toasts { consider(toast.until) }
    consider(board.totalsUntil)
    consider(viewCounts.due)
    if let stale = board.staleAfter, stale >= board.board.asOf { consider(stale + 1) }
    if let stale = records.record?.staleAfter { consider(stale + 1) }
    if case .failed(_, let retry) = board.reading { consider(retry) }
    if case .register = place, case .failed(_, let retry) = register.reading { consider(retry) }
    if case .register = place, let stale = register.staleAfter { consider(stale + 1) }
    if isAtPlans {
      for instant in plansWakes(after: now) { consider(instant) }
    }
    if isAtRoom {
      for instant in roomWakes(after: now) { consider(instant) }
    }
    for clock in shownClocks { consider(clock.nextFace(after: now)) }
    return next
  }

  /// The clock on the viewer's wall turns to the next minute.
  private func minuteAfter(_ now: Instant) -> Instant {
    let second = Int64(viewer.zone.local(now).secondOfDay % 60)
    return now + (60 - second)
  }

  private var shownClocks: [ClockCycle] {
    switch place {
    case .board:
      let layout = boardLayout
      var clocks = board.viewport(height: layout.list.rows).visible.compactMap { line -> ClockCycle? in
        guard case .row(let index) = board.line(line) else { return nil }
        return board.row(at: index).clock
      }
      if layout.preview != nil, let id = board.selected?.id, let record = records[id] {
        clocks += record.escalation.openClocks
      }
      return clocks
    case .escalation(let place): return records[place.id]?.escalation.openClocks ?? []
    case .plans: return []
    case .room:
      guard room.look == .meeting, let id = room.subject else { return [] }
      return records[id]?.escalation.openClocks ?? []
    case .register:
      return registerViewport.visible.compactMap { index -> ClockCycle? in
        guard case .escalation(let row, _) = register.rows[index] else { return nil }
        return row.clock
      }
    }
  }
}
