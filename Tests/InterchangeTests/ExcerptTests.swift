import EscalationDomain
import Foundation
import Testing

@testable import Interchange

/// Real incidents: Excerpt/ATTRIBUTION.md says whose.
@Suite("An excerpt of a real incident log")
struct ExcerptTests {
  private func lines() throws -> [Substring] {
    let url = try #require(
      Bundle.module.url(forResource: "incident-log", withExtension: "csv", subdirectory: "Excerpt"))
    return try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
  }

  private func run(
    _ lines: some Sequence<Substring>, _ destination: MemoryDestination = MemoryDestination(), until: Instant? = nil
  ) throws -> (MemoryDestination, ImportReport) {
    let scratch = try Scratch()
    let report = try Importer(
      profile: try .shipped("servicenow"), file: try scratch.file(lines.joined(separator: "\r\n")),
      options: .plain(until: until), destination: destination
    ).run()
    return (destination, report)
  }

  private func facts(_ destination: MemoryDestination) -> [EscalationID: [Draft]] {
    destination.log.mapValues { events in
      History(events).events.map {
        Draft(occurred: $0.occurred, actor: $0.actor, why: $0.why, source: $0.source, fact: $0.fact)
      }
    }
  }

  @Test("every incident opens, and each ends as its last row says")
  func whole() throws {
    let lines = try lines()
    let (destination, report) = try run(lines)
    #expect(report.rows == 342)
    #expect(report.new == 43)
    #expect(report.refused.isEmpty)
    #expect(report.events["opened"] == 43)
    #expect(report.events["closed"] == 43)
    #expect(report.events["reopened"] == 5)
    for id in destination.log.keys { #expect(try destination.replay(id.text).status == .closed) }
  }

  @Test("the order of the rows in the file does not matter")
  func shuffled() throws {
    var lines = try lines()
    let expected = facts(try run(lines).0)
    var seed: UInt64 = 7
    for index in stride(from: lines.count - 1, to: 1, by: -1) {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      lines.swapAt(index, 1 + Int(seed >> 33) % index)
    }
    #expect(facts(try run(lines).0) == expected)
  }

  @Test("importing it again adds nothing")
  func again() throws {
    let lines = try lines()
    let (destination, first) = try run(lines)
    let before = facts(destination)
    let report = try run(lines, destination).1
    #expect(report.newEvents == 0)
    #expect(report.unchanged == 43)
    #expect(report.alreadyKnown == first.newEvents - 43)
    #expect(destination.publications == 1)
    #expect(facts(destination) == before)
  }

  @Test("in two halves by time, by line, or up to an instant first, it comes to the same")
  func parts() throws {
    let lines = try lines()
    let expected = facts(try run(lines).0)
    let (header, rows) = (lines.prefix(1), lines.dropFirst())

    let halves = try run(header + rows.prefix(170)).0
    _ = try run(header + rows.dropFirst(170), halves)
    #expect(facts(halves) == expected)

    let early = try run(lines, until: .utc("2016-03-10 12:00"))
    #expect(early.1.leftOutByUntil > 0)
    #expect(early.0.log.values.joined().allSatisfy { $0.occurred <= .utc("2016-03-10 12:00") })
    _ = try run(lines, early.0)
    #expect(facts(early.0) == expected)

    // Newer rows only: the log tells what came before them.
    let format = try #require(DateFormat("d/M/yyyy H:mm"))
    let dates = DateReading(formats: [format], zone: .utc)
    let isEarly = { (row: Substring) -> Bool in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      return (dates.instant(String(cells[13])) ?? .max) <= .utc("2016-03-10 12:00")
    }
    let split = try run(header + rows.filter(isEarly)).0
    _ = try run(header + rows.filter { !isEarly($0) }, split)
    #expect(facts(split) == expected)
  }

  @Test("an incident that opened before an instant and has its first row after it is open and no more")
  func openedOnly() throws {
    let scratch = try Scratch()
    var log = IncidentLog()
    log.add(5, "Active", count: 1)
    let destination = MemoryDestination()
    let report = try Importer(
      profile: try .shipped("servicenow"), file: try scratch.file(log.text),
      options: .plain(until: .utc("2016-03-01 10:00")), destination: destination
    ).run()
    #expect(report.leftOutByUntil == 2)
    #expect(try destination.replay("INC1").status == .new)
  }
}
