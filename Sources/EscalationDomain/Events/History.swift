/// The events of one escalation in the order in which state follows them.
public struct History: Hashable, Sendable {
  /// By `occurred`, then `sequence`.
  public private(set) var events: [Event]

  /// O(n log n).
  public init(_ events: [Event]) {
    self.events = events.sorted { ($0.occurred, $0.sequence) < ($1.occurred, $1.sequence) }
  }

  public var isEmpty: Bool { events.isEmpty }

  /// The same with more events in their places.
  public func adding(_ more: [Event]) -> History { History(events + more) }

  /// What had happened by `now`: an event later than `now` has not happened (CLOCKS, Time).
  public func until(_ now: Instant) -> History {
    guard let last = events.last, last.occurred > now else { return self }
    var copy = self
    copy.events = events.filter { $0.occurred <= now }
    return copy
  }

  /// What stood in the log when its last event had that number.
  public func through(_ number: Int64) -> History {
    guard events.contains(where: { $0.sequence > number }) else { return self }
    var copy = self
    copy.events = events.filter { $0.sequence <= number }
    return copy
  }

  /// What the room knew at `instant`, for a look at the past.
  public func known(at instant: Instant) -> History {
    var copy = self
    copy.events = events.filter { $0.occurred <= instant && $0.known <= instant }
    return copy
  }

  /// The sequence numbers that an undo took out, after undone undos.
  public var voided: Set<Int64> {
    var voided: Set<Int64> = []
    for event in events.sorted(by: { $0.sequence > $1.sequence }) {
      if case .undone(let target) = event.fact, !voided.contains(event.sequence) { voided.insert(target) }
    }
    return voided
  }

  /// The events that count: neither undone nor an undo.
  public var effective: [Event] {
    guard events.contains(where: { if case .undone = $0.fact { true } else { false } }) else { return events }
    let voided = voided
    return events.filter { event in
      if case .undone = event.fact { return false }
      return !voided.contains(event.sequence)
    }
  }
}
