import Testing

@testable import EscalationDomain

@Suite("What a window comes to, worked out by hand")
struct FiguresTests {
  static let march: Range<Instant> = "03-01 00:00"..<"04-01 00:00"

  private func log(_ opened: Instant, _ complete: (inout Opening) -> Void = { _ in }) -> Log {
    Log(Ledger.rules, opened: opened, complete)
  }

  @Test func `each figure counts by its own instant`() throws {
    // Opened before the window, answered and resolved in it.
    let early = log("02-28 23:00").then("03-01 00:00", .ack).then("03-01 12:00", .resolve)
    // Opened in it, answered in it, resolved after it.
    let late = log("03-31 22:00").then("03-31 22:30", .ack).then("04-01 00:00", .resolve)
    // Opened at the window's end: not in it.
    let next = log("04-01 00:00").then("04-01 00:01", .ack)
    let figures = try Ledger(logs: [early, late, next]).figures(Self.march).all
    #expect(figures.opened.total == 1)
    #expect(figures.timeToAcknowledge.summary == .init(count: 2, median: 2700, p90: 3600, mean: 2700))
    #expect(figures.timeToResolve.summary == .init(count: 1, median: 46_800, p90: 46_800, mean: 46_800))
  }

  @Test func `a resolution that does not stand is none, and the next counts from the opening`() throws {
    let log = log("03-02 09:00").then("03-02 10:00", .resolve).then("03-02 11:00", .close)
      .then("03-03 09:00", .reopen)
    #expect(try Ledger(logs: [log]).figures(Self.march).all.timeToResolve.summary == nil)
    let again = log.then("03-03 10:00", .resolve).then("03-20 10:00", .close)
    #expect(try Ledger(logs: [again]).figures(Self.march).all.timeToResolve.summary?.median == 90_000)
    // As the window ended before the reopening, the first resolution stood.
    #expect(try Ledger(logs: [again]).figures("03-01 00:00"..<"03-03 00:00").all.timeToResolve.summary?.median == 3600)
  }

  @Test func `what was withdrawn, a duplicate or cancelled was not resolved`() throws {
    let logs = [
      log("03-02 09:00").then("03-02 10:00", .closed(.withdrawn)),
      log("03-02 09:00").then("03-02 10:00", .closed(.duplicate)),
      log("03-02 09:00").then("03-02 10:00", .resolve).then("03-02 10:00", .cancelled),
      log("03-02 09:00").then("03-02 09:20", .closed(.churned)),
    ]
    let figures = try Ledger(logs: logs).figures(Self.march).all
    #expect(figures.timeToResolve.summary?.count == 1 && figures.timeToResolve.summary?.mean == 1200)
    #expect(figures.withoutCause == 1)
  }

  static let attainments: [(String, String, @Sendable (Log) -> Log, Instant, String)] = [
    ("at the deadline is met", "answer", { $0.then("03-02 10:00", .ack) }, "03-03 00:00", "met 1"),
    ("a second later is missed", "answer", { $0.then("03-02 10:00:01", .ack) }, "03-03 00:00", "missed 1"),
    ("open past it is late", "answer", { $0 }, "03-02 10:00:02", "late 1"),
    ("open at it is nothing yet", "answer", { $0 }, "03-02 10:00:01", ""),
    (
      "cycles of a cadence", "update", { $0.then("03-02 12:00", .told).then("03-02 17:00", .told) }, "03-02 20:00",
      "met 1 missed 1"
    ),
    (
      "cancelled by resolving", "update", { $0.then("03-02 12:00", .told).then("03-02 13:00", .resolve) },
      "03-03 00:00", "met 1 cancelled 1"
    ),
    (
      "broken off when it was late already", "update", { $0.then("03-02 14:00", .resolve) }, "03-03 00:00", "missed 1"
    ),
    (
      "broken off at its deadline", "update", { $0.then("03-02 13:00", .resolve) }, "03-03 00:00", "cancelled 1"
    ),
    ("a watch is no promise", "watch", { $0.then("03-02 13:00", .resolve) }, "03-10 00:00", ""),
    (
      "ended before the window", "answer", { $0.then("03-01 09:30", .ack) }, "03-03 00:00", ""
    ),
    (
      "a task's clock", "task",
      {
        $0.then("03-02 09:10", .taskAdded(ActionItem(id: "T1", title: "Call", due: "03-02 12:00")))
          .then("03-02 12:30", .taskDone(id: "T1", note: nil))
      }, "03-03 00:00", "missed 1"
    ),
  ]

  @Test(arguments: attainments.indices)
  func attainment(row: Int) throws {
    let (name, rule, then, until, expected) = Self.attainments[row]
    let start: Instant = name == "ended before the window" ? "03-01 09:00" : "03-02 09:00"
    let figures = try Ledger(logs: [then(log(start))]).figures("03-02 00:00"..<until).all
    #expect(figures.attained(rule) == expected, "\(name)")
  }

  @Test func `breaches by reclassification and corrected ones are counted apart`() throws {
    let rules = [rule(.by(.severity, ["S1": "1h", "S2": "8h"]), "answer")]
    let base = Log(rules, opened: "03-02 09:00", severity: "S2").then("03-02 11:00", .severity("S1"))
    #expect(try Ledger(logs: [base]).figures(Self.march).all.attained("answer") == "late reclassified 1")
    let answered = base.then("03-02 12:00", .ack)
    let figures = try Ledger(logs: [answered]).figures(Self.march).all
    #expect(figures.attained("answer") == "reclassified 1")
    #expect(figures.allAttainment.attained == nil)
    let dropped = base.then("03-02 12:00", .cancelled)
    #expect(try Ledger(logs: [dropped]).figures(Self.march).all.attained("answer") == "reclassified 1")
    // A breach that was stored, and an answer recorded later that was in time.
    let corrected = try Log(rules, opened: "03-02 09:00", severity: "S1").settled("03-02 11:00")
      .then("03-02 09:30", .ack, recorded: "03-02 12:00", source: .imported)
    #expect(try Ledger(logs: [corrected]).figures(Self.march).all.attained("answer") == "met 1 corrected 1")
  }

  @Test func `attainment is told by the grade as the window ends`() throws {
    let log = log("03-02 09:00").then("03-02 09:30", .ack).then("03-02 12:00", .severity("S0"))
    let keys = try Ledger(logs: [log]).figures(Self.march).all.attainment.keys
    #expect(Set(keys.map(\.grade)) == ["S0"] && Set(keys.map(\.playbook)) == ["desk"])
  }

  @Test func `openings by month are the reader's, early and reactive apart, empty months shown`() throws {
    let logs = [
      log("01-31 23:30") { $0.detection = .early }, log("02-01 00:30") { $0.detection = .reactive },
      log("04-02 00:00"),
      log("04-03 00:00") {
        $0.health = HealthTrigger(
          score: HealthScore(date: LocalDate(daysSinceEpoch: 20_500), composite: 40), trend: .declining, past: [])
      },
    ]
    func lines(_ zone: Zone, _ window: Range<Instant>) throws -> [String] {
      let report = try Ledger(logs: logs).figures(window, zone: zone)
      return report.months(of: report.all).map {
        "\($0.month) \($0.opened.early)/\($0.opened.reactive)/\($0.opened.unknown)\($0.isWhole ? "" : " part")"
      }
    }
    #expect(
      try lines(.utc, .min..<"04-10 00:00")
        == ["2026-01 1/0/0", "2026-02 0/1/0", "2026-03 0/0/0", "2026-04 1/0/1 part"])
    #expect(
      try lines(Zone("America/New_York"), "01-15 00:00"..<"04-01 04:00")
        == ["2026-01 1/1/0 part", "2026-02 0/0/0", "2026-03 0/0/0"])
  }

  @Test func `outcomes, churn, CSAT and churned ARR of what was closed`() throws {
    func closed(_ outcome: Closing.Outcome?, csat: Int? = nil, _ arr: Money? = nil) -> Log {
      log("03-02 09:00") { $0.account.arr = arr }.then("03-02 10:00", .closed(outcome, csat: csat))
    }
    let logs = [
      closed(.recovered, csat: 9), closed(.recovered, csat: 8), closed(.retainedWithLoss, csat: 4),
      closed(.churned, csat: 2, Money(minorUnits: 100_00, currency: "USD")),
      closed(.churned, Money(minorUnits: 50, currency: "JPY")),
      closed(.churned, Money(minorUnits: 1_50, currency: "USD")),
      closed(.churned), closed(.withdrawn, csat: 10, Money(minorUnits: 7, currency: "USD")), closed(nil),
    ]
    let figures = try Ledger(logs: logs).figures(Self.march).all
    #expect(figures.outcomes == [.recovered: 2, .retainedWithLoss: 1, .churned: 4, .withdrawn: 1, nil: 1])
    // 4 of 7.
    #expect(figures.escalationToChurn?.text == "57.14")
    #expect(figures.csat.count == 5 && figures.csat.mean?.text == "6.6")
    #expect(figures.churned.totals.amounts.map(\.description) == ["JPY 50", "USD 101.50"])
    #expect(figures.churned.unknown == 1)
  }

  @Test func `root causes are one whatever their case and spaces, the commonest first`() throws {
    let logs = [
      log("03-02 09:00").then("03-02 10:00", .resolved("Full  disk")),
      log("03-02 09:00").then("03-02 10:00", .resolved("a race")),
      log("03-02 09:00").then("03-02 10:00", .resolved("full disk ")),
      log("03-02 09:00").then("03-02 10:00", .resolved(" ")),
    ]
    let figures = try Ledger(logs: logs).figures(Self.march).all
    #expect(figures.causes.ranked.map { "\($0.name) \($0.count)" } == ["Full  disk 2", "a race 1"])
    #expect(figures.withoutCause == 1)
  }

  @Test func `groups: the pressing severity first, names by name, what has none last`() throws {
    func opened(_ severity: String, _ account: String, _ owner: String?) -> Log {
      Log(Ledger.rules, opened: "03-02 09:00", severity: severity) {
        $0.account.name = account
        $0.owner = owner
      }
    }
    let logs = [opened("S2", "B 10", "bo"), opened("S0", "b 2", nil), opened("S2", "B 2", "Al")]
    func names(_ grouping: MetricsGrouping) throws -> [String] {
      try Ledger(logs: logs).figures(Self.march, by: grouping).groups.map {
        "\($0.name ?? "-") \($0.figures.opened.total)"
      }
    }
    #expect(try names(.severity) == ["S0 1", "S2 2"])
    #expect(try names(.account) == ["b 2 2", "B 10 1"])
    #expect(try names(.owner) == ["Al 1", "bo 1", "- 1"])
    #expect(try names(.playbook) == ["desk 3"])
    #expect(try names(.cause) == ["- 3"])
  }

  @Test("Attainment's counts add up to the cycles that ended", arguments: [true, false])
  func sums(ordered: Bool) throws {
    var counted = 0
    for seed in 0..<200 {
      let log = try RandomLives.log(seed: seed, ordered: ordered)
      let first = log.events[0].occurred
      let last = log.events.map(\.occurred).max() ?? first
      for window in [.min..<last + 1, first + 100_000..<last + 500_000, last..<last + 2_000_000] {
        guard window.lowerBound < window.upperBound else { continue }
        let moment = MetricsTally.moment(of: window, now: .max)
        guard let record = try Escalation.replayIfOpened(log.history, policies: log.policies, now: moment) else {
          continue
        }
        var tally = MetricsTally(window: window, zone: .utc)
        tally.add(record)
        let sum = tally.report(playbooks: []).all.allAttainment
        let ended = record.clocks.filter { !$0.elapses && $0.ended.map(window.contains) ?? false }
        let late = record.clocks.filter { $0.isOpen && !$0.elapses && $0.state(at: moment) == .breached }
        #expect(sum.ended == ended.count, "seed \(seed)")
        #expect(sum.met == ended.count { $0.state(at: moment) == .met }, "seed \(seed)")
        #expect(sum.breachedOpen + sum.breachedOpenByReclassification == late.count, "seed \(seed)")
        counted += sum.ended
      }
    }
    #expect(counted > 1000)
  }
}
