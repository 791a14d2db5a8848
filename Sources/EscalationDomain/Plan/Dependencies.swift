extension Plan {
  /// The way from a milestone back to itself that naming these before it would make, if one: `M1, M3, M1`.
  ///
  /// O(milestones × dependencies).
  public func circle(through id: String, after: [String]) -> [String]? {
    var seen: Set<String> = []
    func path(from at: String) -> [String]? {
      if at == id { return [id] }
      guard seen.insert(at).inserted, let next = milestone(at)?.milestone.after else { return nil }
      for step in next {
        if let rest = path(from: step) { return [at] + rest }
      }
      return nil
    }
    for step in after {
      if let rest = path(from: step) { return [id] + rest }
    }
    return nil
  }

  /// The open milestones that wait for this one, near or far, in the plan's order.
  public func dependents(of id: String) -> [MilestoneState] {
    var found: Set<String> = [id]
    var grows = true
    while grows {
      grows = false
      for milestone in milestones where !found.contains(milestone.id) {
        if milestone.milestone.after.contains(where: found.contains) {
          found.insert(milestone.id)
          grows = true
        }
      }
    }
    return milestones.filter { $0.id != id && found.contains($0.id) && $0.isOpen }
  }

  /// What moving a due time brings along: the milestone's own start and every open one that waits for it, each by as
  /// many local days and at its own time of day. Without a due time before or after nothing else moves.
  public func shift(_ id: String, to due: Instant?, withDependents: Bool, zone: Zone) -> [MilestoneShift] {
    guard let moved = milestone(id) else { return [] }
    var shifts = [MilestoneShift(id: id, start: moved.milestone.start, due: due)]
    guard let old = moved.milestone.due, let due else { return shifts }
    let days = zone.local(due).date - zone.local(old).date
    guard days != 0 else { return shifts }
    shifts[0].start = moved.milestone.start.map { zone.moved($0, days: days) }
    guard withDependents else { return shifts }
    for other in dependents(of: id) where other.milestone.due != nil || other.milestone.start != nil {
      shifts.append(
        MilestoneShift(
          id: other.id, start: other.milestone.start.map { zone.moved($0, days: days) },
          due: other.milestone.due.map { zone.moved($0, days: days) }))
    }
    return shifts
  }
}

extension Zone {
  /// The same time of day so many dates later.
  public func moved(_ instant: Instant, days: Int) -> Instant {
    let local = local(instant)
    return self.instant(local.date.adding(days: days), secondOfDay: local.secondOfDay)
  }
}
