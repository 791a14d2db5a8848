import Testing

@testable import EscalationDomain

@Suite("What holds for every life of every clock")
struct PropertyTests {
  @Test("Counted stretches sum exactly to a duration, across clock changes, pauses and changes of severity")
  func sums() throws {
    var summed = 0
    for seed in 0..<400 {
      let log = try RandomLives.log(seed: seed, targets: RandomLives.durations)
      for now in Self.moments(log) {
        let record = try log.record(now)
        for clock in record.clocks where clock.deadline != nil {
          let policy = try log.policies.policy(clock.edition)
          let explanation = clock.explain(on: try #require(policy.calendars[clock.calendar]).value, now: now)
          // A cycle that ended keeps the deadline of the policy it ended under; both editions share their calendars.
          guard explanation.asked != nil else { continue }
          #expect(explanation.adds, "seed \(seed) at \(now): \(clock.line(now)) counts \(explanation.counted)")
          #expect(Self.isUnbroken(explanation), "seed \(seed) at \(now): \(clock.line(now))")
          summed += 1
        }
      }
    }
    #expect(summed > 1500)
  }

  @Test("Stretches follow each other without a gap, whatever the target")
  func unbroken() throws {
    for seed in 0..<200 {
      let log = try RandomLives.log(seed: seed)
      for now in Self.moments(log) {
        for clock in try log.record(now).clocks {
          let timeline = try #require(try log.policies.policy(clock.edition).calendars[clock.calendar]).value
          let explanation = clock.explain(on: timeline, now: now)
          #expect(Self.isUnbroken(explanation), "seed \(seed) at \(now): \(clock.line(now))")
          if explanation.asked == nil, clock.pauses.isEmpty, let due = clock.deadline, due >= clock.countsFrom {
            #expect(explanation.counted == due - clock.countsFrom, "seed \(seed) at \(now): \(clock.line(now))")
          }
        }
      }
    }
  }

  @Test("Every cycle makes sense, in order or out of it", arguments: [true, false])
  func invariants(ordered: Bool) throws {
    for seed in 0..<400 {
      let log = try RandomLives.log(seed: seed, ordered: ordered)
      for now in Self.moments(log) {
        guard let record = try Escalation.replayIfOpened(log.history, policies: log.policies, now: now) else {
          continue
        }
        for clock in record.clocks {
          #expect(Self.complaint(clock, record, now) == nil, "seed \(seed) at \(now): \(clock.line(now))")
        }
        for rule in Set(record.clocks.map(\.rule)) {
          let cycles = record.clocks.filter { $0.rule == rule }
          #expect(cycles.map(\.cycle) == Array(1...cycles.count))
          #expect(cycles.filter(\.isOpen).count <= 1)
        }
        if record.status == .cancelled { #expect(record.openClocks.isEmpty) }
        if record.status == .closed { #expect(record.openClocks.allSatisfy { $0.rule == "watch" }) }
        _ = record.timeline(log.history, now: now)
        _ = BoardRow(record)
      }
    }
  }

  @Test("What time brought does not depend on who stored it, or when")
  func writers() throws {
    for seed in 0..<150 {
      let quiet = try RandomLives.log(seed: seed)
      var busy = Log(policies: quiet.policies)
      busy.events = []
      // A second log with the same acts, and a writer's visit before each of them. Undos name events by number.
      for event in quiet.events {
        if case .undone = event.fact { continue }
        if !busy.events.isEmpty { busy = try busy.settled(event.occurred) }
        busy = busy.then(event.occurred, event.fact)
      }
      var alone = quiet
      alone.events.removeAll { if case .undone = $0.fact { true } else { false } }
      let now = (quiet.events.last?.occurred ?? Instant(0)) + 500_000
      busy = try busy.settled(now)
      let late = try alone.settled(now)
      #expect(Self.breaches(busy) == Self.breaches(late), "seed \(seed)")
      #expect(try busy.record(now).clocks.map { $0.line(now) } == late.record(now).clocks.map { $0.line(now) })
      #expect(try busy.record(now).correctedBreaches.isEmpty, "seed \(seed)")
      #expect(try late.settled(now).events == late.events)
    }
  }

  private static func breaches(_ log: Log) -> [String] {
    log.events.compactMap { event in
      guard case .breached(let breach) = event.fact else { return nil }
      return "\(event.occurred) \(breach)"
    }.sorted()
  }

  /// Some moments worth a look: shortly after each event, and long after the last.
  private static func moments(_ log: Log) -> [Instant] {
    log.events.map(\.occurred) + [(log.events.map(\.occurred).max() ?? Instant(0)) + 2_000_000]
  }

  private static func isUnbroken(_ explanation: Explanation) -> Bool {
    var cursor = explanation.cycle.countsFrom
    for stretch in explanation.stretches {
      guard stretch.from == cursor, stretch.to > stretch.from else { return false }
      cursor = stretch.to
    }
    return cursor == max(explanation.end, explanation.cycle.countsFrom)
  }

  private static func complaint(_ clock: ClockCycle, _ record: Escalation, _ now: Instant) -> String? {
    if let ended = clock.ended, ended > now { return "ended in the future" }
    if clock.started > now { return "started in the future" }
    if let breach = clock.breach {
      if breach.at < clock.started { return "breached before it started" }
      if breach.at > now { return "breached in the future" }
      if breach.at < breach.deadline { return "breached before its deadline" }
    }
    switch clock.state(at: now) {
    case .met: return clock.breach == nil ? nil : "met and breached"
    case .missed: return clock.breach == nil ? "missed and never breached" : nil
    case .breached: return clock.breach == nil ? "breached without a stamp" : nil
    case .paused:
      guard case .paused = record.condition else { return "paused on a record that is not" }
      return clock.pausable && clock.breach == nil ? nil : "paused and should not be"
    case .running: return clock.deadline == nil ? "running to no deadline" : nil
    case .pending, .cancelled: return nil
    }
  }
}
