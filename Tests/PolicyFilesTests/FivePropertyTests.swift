import Testing

@testable import EscalationDomain
@testable import PolicyFiles

/// What holds for every clock of the playbooks that ship, over random courses, calendars, zones and pauses.
@Suite("What holds for every clock of the five playbooks")
struct FivePropertyTests {
  @Test(
    "Counted stretches sum exactly to a duration, else to the deadline less its start",
    arguments: BuiltinPlaybooks.all.map(\.id))
  func sums(id: String) throws {
    var (durations, dates) = (0, 0)
    for seed in 0..<60 {
      let life = try Self.life(id, seed: seed)
      let moments = life.events.map(\.occurred) + [(life.events.last?.occurred ?? Instant(0)) + 3_000_000]
      for now in moments {
        let record = try life.record(now)
        for clock in record.clocks where clock.deadline != nil {
          let timeline = try #require(life.policies.current.calendars[clock.calendar]).value
          let explanation = clock.explain(on: timeline, now: now)
          #expect(explanation.adds, "\(id) seed \(seed) at \(now): \(clock.rule) counts \(explanation.counted)")
          if explanation.asked != nil {
            durations += 1
          } else if clock.pauses.isEmpty, let due = clock.deadline, due >= clock.countsFrom {
            #expect(explanation.counted == due - clock.countsFrom, "\(id) seed \(seed) at \(now): \(clock.rule)")
            dates += 1
          }
        }
      }
    }
    #expect(durations + dates > 500)
    #expect(dates > 0)
  }

  @Test("Whoever looks, and however often, sees the same", arguments: BuiltinPlaybooks.all.map(\.id))
  func writers(id: String) throws {
    for seed in 0..<20 {
      let life = try Self.life(id, seed: seed)
      let now = (life.events.last?.occurred ?? Instant(0)) + 3_000_000
      let record = try life.record(now)
      var stored = life.events
      for draft in record.unstored(in: life.history) {
        stored.append(draft.event(Int64(stored.count + 1), of: "W-1", recorded: now))
      }
      let again = try Escalation.replay(History(stored), policies: life.policies, now: now)
      #expect(again == record, "\(id) seed \(seed)")
      #expect(again.unstored(in: History(stored)).isEmpty, "\(id) seed \(seed)")
    }
  }

  /// A course of acts that the rules let through; what they refuse is left out.
  private static func life(_ playbook: String, seed: Int) throws -> Life {
    var random = Dice(seed)
    let opened = Instant(1_771_200_000 + Int64.random(in: 0..<20_000_000, using: &random))
    let calendar = try week(&random)
    let found = try PlaybookFiles.playbook(playbook)
    let grades = (found.severities + found.levels + found.stages).map(\.id)
    var life = try Life(playbook, grades.randomElement(using: &random), opened: opened, calendar: calendar) {
      $0.account.renewal = LocalDate(daysSinceEpoch: Int.random(in: 20_500..<20_900, using: &random))
      $0.account.qbr = Bool.random(using: &random) ? LocalDate(daysSinceEpoch: 20_700) : nil
    }
    var at = opened
    for _ in 0..<Int.random(in: 4..<16, using: &random) {
      at = at + Int64.random(in: 60..<260_000, using: &random)
      for _ in 0..<3 {
        if let next = try? life.doing(at, command(at, found, &random)) {
          life = next
          break
        }
      }
    }
    return life
  }

  private static func command(_ at: Instant, _ playbook: Playbook, _ random: inout Dice) -> Command {
    let later = at + Int64.random(in: 60..<200_000, using: &random)
    let grade = (playbook.severities + playbook.levels + playbook.stages).randomElement(using: &random)?.id ?? ""
    switch Int.random(in: 0..<16, using: &random) {
    case 0: return .acknowledge(note: nil)
    case 1, 2: return .update(CustomerUpdate(text: "Known", next: Bool.random(using: &random) ? later : nil))
    case 3, 4: return .pause(reason: "Logs", until: later)
    case 5: return .resume(note: nil)
    case 6: return .customerReplied(text: "Here")
    case 7: return .check(note: nil)
    case 8: return .changeSeverity(to: grade, reason: nil)
    case 9: return .enterLevel(grade, reason: nil)
    case 10: return .enterStage(grade, reason: nil)
    case 11: return .setNeededBy(later)
    case 12: return .resolve(Resolution(rootCause: "A full disk", prevention: ["An alarm"]))
    case 13: return .reopen(reason: "Again")
    case 14: return .mark(playbook.process.randomElement(using: &random)?.id ?? "")
    default: return .stateHypothesis(HypothesisStatement(cause: "The champion left"))
    }
  }

  private static func week(_ random: inout Dice) throws -> BusinessCalendar {
    let zones = ["UTC", "America/New_York", "Europe/London", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Cairo"]
    let shifts = ["09:00-17:00", "08:15-12:00", "01:30-03:30", "22:00-24:00"]
    var hours: [Weekday: [DayInterval]] = [.wed: [try DayInterval(parsing: "09:00-17:00")]]
    for weekday in Weekday.allCases where Int.random(in: 0..<4, using: &random) > 0 {
      hours[weekday] = [try DayInterval(parsing: shifts.randomElement(using: &random) ?? shifts[0])]
    }
    let first = LocalDate(daysSinceEpoch: 20_500)
    let dates = Set((0..<10).map { _ in Int.random(in: 0..<300, using: &random) })
    return try BusinessCalendar(
      id: "random", name: "Random", zone: Zone(zones.randomElement(using: &random) ?? "UTC"), hours: hours,
      holidays: dates.map { Holiday(date: first.adding(days: $0), name: "Holiday \($0)") })
  }
}

/// Numbers that are the same on every run.
private struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
