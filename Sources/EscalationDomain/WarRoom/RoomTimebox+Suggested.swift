extension RoomTimebox {
  /// The most minutes that a room may mean to talk, about one or in all.
  public static let range = 1...480

  /// What a session means to take unless somebody says otherwise: of the playbooks on its agenda the longest time each,
  /// so that no playbook's records are cut short. Where nothing is on it, what a playbook without words for it gives.
  /// O(agenda).
  public init(for agenda: Agenda, policy: Policy) {
    let plans = Set(agenda.items.map(\.row.playbook)).compactMap { policy.playbooks[$0]?.value.room }
    let usual = RoomPlan()
    let range = RoomTimebox.range
    func fitting(_ minutes: Int) -> Int { min(max(minutes, range.lowerBound), range.upperBound) }
    self.init(
      each: fitting(plans.map(\.minutesEach).max() ?? usual.minutesEach),
      all: fitting(plans.map(\.minutesAll).max() ?? usual.minutesAll))
  }
}
