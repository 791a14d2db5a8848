/// The sessions of the war room around a moment.
public struct RoomSessions: Hashable, Sendable {
  /// The one that goes on, else the next to come, about which people may have said something already.
  public var room: Room
  /// The one that started last before it.
  public var last: Room?
  /// Where a session that starts now is written down. Also one that was planned for another date bears the date on
  /// which it meets.
  public var starting: RoomID

  /// - Parameters:
  ///   - rooms: the newest sessions.
  ///   - zone: where the room meets: a session bears the date of there.
  /// O(n log n).
  public init(_ rooms: [Room], zone: Zone, policy: Policy, now: Instant) {
    let today = zone.local(now).date
    func free(_ date: LocalDate) -> RoomID {
      let met = rooms.filter { $0.id.date == date && $0.started != nil }
      return RoomID(date: date, number: (met.map(\.id.number).max() ?? 0) + 1)
    }
    starting = free(today)
    // By when they met, not by their names: two rooms of one day need not meet in one zone.
    let met = rooms.filter { $0.started != nil }.sorted { a, b in
      (a.started?.at ?? .max, a.id) > (b.started?.at ?? .max, b.id)
    }
    if let going = met.first(where: { !$0.isOver }) {
      let before = met.filter { $0.id != going.id && ($0.started?.at ?? .max) <= (going.started?.at ?? .max) }
      (room, last) = (going, before.first)
      return
    }
    last = met.first
    // A plan that no session took up stays the next one's; one that was made before the last session is over with it.
    let planned = rooms.filter { room in
      room.started == nil && (met.first.map { $0.id < room.id } ?? true)
    }.max { $0.id < $1.id }
    let hasMet = met.contains { $0.id.date >= today }
    room = planned ?? Room(hasMet ? free(policy.nextMeeting(after: today)) : starting)
  }
}

extension Policy {
  /// The date on which the room meets next: the next working date of the store's own calendar, so that a Friday's agenda
  /// reaches over the weekend; the next date where there is none.
  public func nextMeeting(after date: LocalDate) -> LocalDate {
    let working = try? calendars[defaultCalendar]?.value.nextWorkingDate(after: date)
    return working ?? date.adding(days: 1)
  }
}
