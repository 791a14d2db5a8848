extension Act {
  /// Carries out an act that happens when its turn comes. Where somebody acted while it waited, the clock is read again,
  /// once for each of them; one whose time lies ahead of this clock stays in the way.
  ///
  /// - Parameters:
  ///   - now: when it was asked for.
  ///   - clock: what time it is by now; one that stands still tries once.
  ///   - body: what is done at an instant; it changes nothing where it throws.
  public static func whenItsTurnComes<Result>(
    _ now: Instant, clock: () -> Instant, _ body: (Instant) throws -> Result
  ) throws -> Result {
    var now = now
    while true {
      do {
        return try body(now)
      } catch Refusal.laterActExists(let other) {
        let present = clock()
        guard now < other, other <= present else { throw Refusal.laterActExists(other) }
        now = present
      }
    }
  }
}
