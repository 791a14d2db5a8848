/// What a session looks back to and ahead to: from the one before it until the next.
public struct RoomWindow: Hashable, Sendable {
  /// News are what came after it.
  public var since: Instant
  /// What is due up to and with it belongs to this session.
  public var until: Instant

  public init(since: Instant, until: Instant) {
    self.since = since
    self.until = until
  }

  /// The window of a session at `now`: back to the start of the one before, else a local day; ahead to the same time on
  /// the next date.
  ///
  /// - Parameters:
  ///   - zone: where the room meets.
  ///   - last: the session before, whatever came of it.
  public init(now: Instant, zone: Zone, last: Room?) {
    let here = zone.local(now)
    let yesterday = zone.instant(here.date.adding(days: -1), secondOfDay: here.secondOfDay)
    self.init(
      since: last?.start.flatMap { _ in last?.started?.at } ?? yesterday,
      until: zone.instant(here.date.adding(days: 1), secondOfDay: here.secondOfDay))
  }
}
