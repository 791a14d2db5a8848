import EscalationDomain
import Foundation
import PolicyFiles
import Testing

@testable import Interchange

/// Five mornings over real incidents, imported day by day up to 09:00; Excerpt/ATTRIBUTION.md says whose. The playbook is
/// `protocol`; its calendar is open Monday to Friday, 09:00–17:00 UTC. Monday is 14 March 2016.
@Suite("A week of war rooms over a real incident log")
struct IncidentWeekTests {
  private static func at(_ day: Int, _ time: String = "09:00") -> Instant { .utc("2016-03-\(day) \(time)") }

  private static func excerpt() throws -> String {
    let url = try #require(
      Bundle.module.url(forResource: "incident-log", withExtension: "csv", subdirectory: "Excerpt"))
    return url.path
  }

  /// A morning: what was imported until then, the agenda and what is new since the morning before.
  struct Morning {
    var agenda: Agenda
    var news: RoomNews

    /// `deadline 19, decision 12`.
    var reasons: String {
      let kinds = agenda.items.flatMap(\.reasons).map(\.kind)
      return AgendaReason.Kind.allCases.compactMap { kind in
        let count = kinds.count { $0 == kind }
        return count == 0 ? nil : "\(kind.rawValue) \(count)"
      }.joined(separator: ", ")
    }

    var tally: String {
      "opened \(news.opened), reopened \(news.reopened), resolved \(news.resolved), breached \(news.breached), "
        + "updates \(news.updates), told of \(news.records.count)"
    }

    /// Why one is on the agenda; nil where it is not.
    func why(_ id: String) -> [String]? {
      agenda.items.first { $0.id.text == id }?.reasons.map { $0.sentence(zone: .utc, now: agenda.asOf) }
    }

    func changes(_ id: String) -> [String]? {
      news.records.first { $0.id.text == id }?.changes.map { $0.sentence(zone: .utc, now: news.asOf) }
    }
  }

  private static func morning(_ day: Int, of file: String, in destination: MemoryDestination) throws -> Morning {
    let now = at(day)
    _ = try Importer(
      profile: try .shipped("servicenow"), file: file, options: .plain(until: now, now: now),
      destination: destination
    ).run()
    let reader = Reader(destination)
    let room = Room(RoomID(date: Zone.utc.local(now).date))
    let window = RoomWindow(now: now, zone: .utc, last: nil, policy: reader.policies.current)
    return Morning(
      agenda: try reader.agenda(of: room, in: window, policies: reader.policies, now: now),
      news: try reader.news(since: window.since, now: now))
  }

  private static func week(_ file: String) throws -> [Morning] {
    let destination = MemoryDestination(policy: try .builtin())
    return try (14...18).map { try morning($0, of: file, in: destination) }
  }

  @Test func `each morning has its agenda`() throws {
    let week = try Self.week(try Self.excerpt())
    #expect(week.map(\.agenda.items.count) == [27, 27, 29, 27, 27])
    #expect(
      week.map(\.reasons) == [
        "decision 17, deadline 19", "decision 17, deadline 20", "update 1, decision 17, watch 2, deadline 22",
        "update 1, decision 18, watch 2, deadline 20", "update 1, decision 18, deadline 20",
      ])
    // Friday's reaches until Monday.
    #expect(week.map { $0.agenda.window.until - $0.agenda.asOf } == [1, 1, 1, 1, 3].map { $0 * 86_400 })
    for morning in week {
      #expect(morning.agenda.items.map(\.row.band) == morning.agenda.items.map(\.row.band).sorted())
    }
  }

  @Test func `one that turns critical comes first, with the hour in which nobody was told`() throws {
    let week = try Self.week(try Self.excerpt())
    // Priority 3 on Wednesday; 1 on Monday at 11:33, while it waits for the customer. Telling the team was due within
    // 15 minutes of the opening, so that it is late by the change.
    #expect(week[0].why("INC0004822") == ["to decide in Actions by priority: Call the customer"])
    #expect(week.map { $0.agenda.items[0].id.text }.dropFirst().allSatisfy { $0 == "INC0004822" })
    #expect(week[1].why("INC0004822") == ["Notify internal team breached Mon 11:33"])
    #expect(week[1].agenda.items[0].reasons[0].isNews && !week[2].agenda.items[0].reasons[0].isNews)
    #expect(
      week[1].changes("INC0004822") == ["severity P3 → P1", "Notify internal team breached Mon 11:33"])
    #expect(week[2].changes("INC0004822") == nil)
  }

  @Test func `hourly updates, a follow-up call and a watch come up on their days`() throws {
    let week = try Self.week(try Self.excerpt())
    // Opened on Tuesday at 09:21; the team in 15 minutes, the customer in an hour.
    #expect(
      week[2].why("INC0007080") == ["Notify internal team breached Tue 09:36", "Customer update breached Tue 10:21"])
    // Resolved on Thursday the 10th at 10:45: two working days later is Monday.
    let cause = "to decide in Actions by priority: Document the root cause"
    #expect(week[0].why("INC0000094") == ["Follow-up call due 10:45", cause])
    #expect(week[1].why("INC0000094") == ["Follow-up call breached Mon 10:45", cause])
    // Resolved on Wednesday the 9th at 16:25: the call was due on Friday, the watch of a P3 lasts a week.
    let asked = [
      "to decide in Actions by priority: Call the customer", "to decide in After the resolution: Post-mortem",
    ]
    let call = "Follow-up call breached Fri 16:25"
    #expect(week[1].why("INC0004426") == [call] + asked)
    #expect(week[2].why("INC0004426") == [call, "Watch account health ends 16:25"] + asked)
    #expect(week[3].why("INC0004426") == [call, "Watch account health ended Wed 16:25"] + asked)
    #expect(week[4].why("INC0004426") == ["Follow-up call breached 2016-03-11"] + asked)
  }

  @Test func `what is new since the morning before`() throws {
    let week = try Self.week(try Self.excerpt())
    #expect(
      week.map(\.tally) == [
        "opened 0, reopened 0, resolved 0, breached 0, updates 0, told of 0",
        "opened 0, reopened 0, resolved 1, breached 2, updates 0, told of 3",
        "opened 2, reopened 1, resolved 3, breached 3, updates 4, told of 4",
        "opened 1, reopened 0, resolved 0, breached 1, updates 1, told of 3",
        "opened 0, reopened 0, resolved 0, breached 1, updates 0, told of 2",
      ])
    // Solved and taken up again within minutes counts as both.
    #expect(
      week[2].changes("INC0004687")?.prefix(2)
        == ["status new → resolved Tue 15:37", "status resolved → active Tue 15:45"])
    #expect(week[1].changes("INC0003312") == ["status paused → resolved Mon 12:38"])
    #expect(
      week[2].changes("INC0007157") == [
        "opened Tue 10:36", "status new → resolved Tue 11:10", "Notify internal team breached Tue 10:51",
        "Acknowledge met", "update sent Tue 10:38",
      ])
    #expect(week[3].changes("INC0001431") == ["status paused → active 03:07"])
  }

  @Test func `a morning looks the same when it is looked at after the whole week`() throws {
    let file = try Self.excerpt()
    let week = try Self.week(file)
    let whole = MemoryDestination(policy: try .builtin())
    _ = try Self.morning(31, of: file, in: whole)
    for (day, morning) in zip(14...18, week) {
      let again = try Self.morning(day, of: file, in: whole)
      #expect(again.agenda == morning.agenda)
      #expect(again.news == morning.news)
    }
  }

  /// Beside the repository, where it is kept at all; larger than the excerpt.
  private static let whole = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/data")
    .appendingPathComponent("servicenow-incident-log.csv").path

  @Test(.enabled(if: FileManager.default.fileExists(atPath: whole), "the whole log is not here"))
  func `the same week over the whole log`() throws {
    let week = try Self.week(Self.whole)
    #expect(week.map(\.agenda.items.count) == [200, 224, 241, 257, 271])
    #expect(week.map(\.news.opened) == [4, 24, 17, 19, 17])
    #expect(week.map(\.news.resolved) == [1, 19, 21, 16, 19])
    #expect(week.map(\.news.reopened) == [0, 0, 1, 1, 0])
  }
}

/// What was imported, as a store would read it.
private struct Reader: RecordReading {
  let histories: [History]
  let policies: PolicyBook

  init(_ destination: MemoryDestination) {
    histories = destination.log.keys.sorted().map { destination.history($0.text) }
    policies = PolicyBook(destination.policy)
  }

  func eachHistory(
    touching window: Range<Instant>, now: Instant, _ body: (History, PolicyBook) throws -> Void
  ) throws {
    for history in histories { try body(history, policies) }
  }
}

extension Policy {
  /// What a new store begins with.
  static func builtin() throws -> Policy {
    let playbooks = try BuiltinPlaybooks.all.map { try PlaybookFile.parse($0.text, file: $0.name) }
    let calendars = try BuiltinCalendars.all
    return Policy(
      edition: 1, installed: Instant(0),
      playbooks: Dictionary(uniqueKeysWithValues: playbooks.map { ($0.id, Versioned(version: 1, value: $0)) }),
      calendars: Dictionary(
        uniqueKeysWithValues: calendars.map { ($0.id, Versioned(version: 1, value: WorkingTimeline($0))) }),
      defaultCalendar: "standard")
  }
}
