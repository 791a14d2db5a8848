/// What a session looks back to and ahead to: from the one before it until the next.
public struct RoomWindow: Hashable, Sendable {
  /// News are what came from then on.
  public var since: Instant
  /// What is due up to and with it belongs to this session.
  public var until: Instant

  public init(since: Instant, until: Instant) {
    self.since = since
    self.until = until
  }

  /// The window of a session that starts at `now`, or of one that is planned for a later date: back to the start of the
  /// one before, else a local day; ahead to the next one, which begins at the same time of its date.
  ///
  /// - Parameters:
  ///   - date: that of the session; an earlier one than that of `now` is as good as it.
  ///   - zone: where the room meets.
  ///   - last: the session before, whatever came of it.
  ///   - policy: says on which dates the room meets; see ``Policy/nextMeeting(after:)``.
  public init(now: Instant, date: LocalDate? = nil, zone: Zone, last: Room?, policy: Policy) {
    let here = zone.local(now)
    let met = last?.started?.at
    let isLater = date.map { $0 > here.date } ?? false
    let second = isLater ? met.map { zone.local($0).secondOfDay } ?? here.secondOfDay : here.secondOfDay
    let next = policy.nextMeeting(after: isLater ? date ?? here.date : here.date)
    self.init(
      since: met ?? zone.instant(here.date.adding(days: -1), secondOfDay: here.secondOfDay),
      until: zone.instant(next, secondOfDay: second))
  }
}
