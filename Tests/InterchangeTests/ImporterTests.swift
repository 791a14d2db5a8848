import EscalationDomain
import Foundation
import Testing

@testable import Interchange

@Suite("Importing all of a file or nothing")
struct ImporterTests {
  let scratch: Scratch
  let destination = MemoryDestination()

  init() throws { scratch = try Scratch() }

  private func importer(
    _ text: String, _ options: ImportOptions = .plain(), profile: String = "servicenow", name: String = "in.csv"
  ) throws -> Importer {
    Importer(
      profile: try .shipped(profile), file: try scratch.file(text, name), options: options, destination: destination)
  }

  private func log(_ build: (inout IncidentLog) -> Void) -> String {
    var log = IncidentLog()
    build(&log)
    return log.text
  }

  private var twoRows: String {
    log {
      $0.add(1, "New", count: 1)
      $0.add(2, "Active", count: 2)
    }
  }

  @Test("a dry run reports the same and touches nothing")
  func dryRun() throws {
    let bad = twoRows + "INC2,x\n"
    let options = ImportOptions.plain(badRows: .skip(to: scratch.path("refused.csv")))
    let dry = try importer(bad, options).dryRun()
    #expect(try scratch.names == ["in.csv"])
    #expect(destination.staged.isEmpty && destination.publications == 0)
    var real = try importer(bad, options).run()
    #expect(real.refusedFile == scratch.path("refused.csv"))
    real.refusedFile = nil
    #expect(real == dry)
  }

  @Test("one bad row refuses the file, and every bad row is named")
  func strict() throws {
    let text = twoRows + "INC2,x\n" + "INC3,New,0,C,1/3/2016 09:30,by,31/2/2016 10:00,L,Cat,Sub,?,1 - Critical,?\n"
    #expect {
      _ = try importer(text).run()
    } throws: { error in
      guard case ImportFailure.refused(let report) = error else { return false }
      let path = scratch.path("in.csv")
      return report.refused.map(\.description) == [
        "\(path):4: 2 columns where the header has 13; quote fields that hold a separator or a line break",
        "\(path):5: column 7 (sys_updated_at): \"31/2/2016 10:00\" is no time that exists, written as d/M/yyyy H:mm or "
          + "yyyy-MM-dd HH:mm:ss or iso; correct it, or add its format to the profile",
      ]
    }
    #expect(destination.log.isEmpty)
    #expect(destination.abandoned == 1)
  }

  @Test("bad rows are written out as they stood, can be corrected, and import from there")
  func skipped() throws {
    var text = twoRows + "INC2,New,0,\"C, \"\"D\"\"\",1/3/2016 09:30,by,nonsense,L,Cat,Sub,?,1 - Critical,?\r\n"
    text += "INC4,\"New\n"
    text += "INC3,New,0,C,1/3/2016 09:30,by,1/3/2016 10:00,L,Cat,Sub,?,1 - Critical,?\n"
    let report = try importer(text, .plain(badRows: .skip(to: scratch.path("refused.csv")))).run()
    #expect(report.refused.map(\.line) == [4, 5])
    #expect(Set(destination.log.keys.map(\.text)) == ["INC1", "INC3"])
    let refused = try scratch.text("refused.csv")
    let lines = refused.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines[0] == "line,reason,number,incident_state,sys_mod_count,caller_id,opened_at,sys_updated_by,"
        + "sys_updated_at,location,category,subcategory,u_symptom,priority,assigned_to")
    #expect(lines[1].hasPrefix("4,\"column 7 (sys_updated_at): \"\"nonsense\"\" is no time that exists"))
    #expect(lines[1].hasSuffix("INC2,New,0,\"C, \"\"D\"\"\",1/3/2016 09:30,by,nonsense,L,Cat,Sub,?,1 - Critical,?"))
    #expect(lines[2].hasSuffix(",INC4,\"New"))

    let corrected = lines.prefix(2).joined(separator: "\n").replacing("nonsense", with: "1/3/2016 10:07") + "\n"
    #expect(try importer(corrected, name: "corrected.csv").run().new == 1)
    #expect(try destination.replay("INC2").contacts.map(\.name) == ["C, \"D\""])
  }

  @Test("the file for bad rows cannot be the file that is read")
  func refusedIsInput() throws {
    #expect(throws: ImportFailure.refusedFileIsInput(path: scratch.path("in.csv"))) {
      _ = try importer(twoRows, .plain(badRows: .skip(to: scratch.path("in.csv")))).run()
    }
  }

  @Test("cancelled anywhere, nothing is left", arguments: [1, 2, 3, 4])
  func cancelled(at call: Int) throws {
    var calls = 0
    let text = twoRows + "INC2,x\n"
    #expect(throws: ImportFailure.cancelled) {
      _ = try importer(text, .plain(badRows: .skip(to: scratch.path("refused.csv")))).run { _ in
        calls += 1
        return calls < min(call, 3)
      }
    }
    #expect(destination.log.isEmpty && destination.staged.isEmpty && destination.abandoned == 1)
    #expect(try scratch.names == ["in.csv"])
  }

  @Test("where the store fails, nothing is left, the file of bad rows included")
  func storeFails() throws {
    destination.failsToPublish = true
    #expect(throws: MemoryDestination.Broken.self) {
      _ = try importer(twoRows + "INC2,x\n", .plain(badRows: .skip(to: scratch.path("refused.csv")))).run()
    }
    #expect(destination.staged.isEmpty && destination.abandoned == 1)
    #expect(try scratch.names == ["in.csv"])
  }

  @Test("progress goes forward through the stages")
  func progress() throws {
    var stages: [ImportProgress] = []
    _ = try importer(twoRows).run {
      stages.append($0)
      return true
    }
    #expect(stages.map(\.stage) == [.checking, .staging, .publishing, .publishing])
    #expect(stages.allSatisfy { $0.done <= $0.total })
  }

  @Test("an id that was opened here, or came through another profile, is refused")
  func foreign() throws {
    for origin in [nil, "native"] {
      let destination = MemoryDestination()
      destination.append(
        Draft(
          occurred: .utc("2016-02-01 00:00"), actor: "x",
          fact: .opened(
            Opening(
              title: "T", account: AccountFacts(name: "A"), playbook: "protocol", edition: 1, severity: "P1",
              origin: origin))), to: EscalationID("INC1"))
      let importer = Importer(
        profile: try .shipped("servicenow"), file: try scratch.file(twoRows), options: .plain(),
        destination: destination)
      #expect {
        _ = try importer.run()
      } throws: { error in
        guard case ImportFailure.refused(let report) = error else { return false }
        return report.refused.map(\.problem) == Array(repeating: .openedElsewhere(id: "INC1", origin: origin), count: 2)
      }
      #expect(destination.log[EscalationID("INC1")]?.count == 1)
    }
  }

  @Test("what was done here stands until the other system says something new")
  func actsStand() throws {
    _ = try importer(twoRows).run()
    destination.append(
      Draft(occurred: .utc("2016-03-01 10:10"), actor: "me", fact: .assigned(owner: "Zoe")), to: EscalationID("INC1"))
    destination.append(
      Draft(occurred: .utc("2016-03-01 10:11"), actor: "me", fact: .resolved(Resolution())), to: EscalationID("INC1"))
    _ = try importer(log { $0.add(20, "Active", count: 3, priority: "2 - High") }).run()
    let record = try destination.replay("INC1")
    #expect(record.severity == "P2")
    #expect(record.owner == "Zoe")
    #expect(record.status == .resolved)
    _ = try importer(log { $0.add(30, "Active", count: 4, priority: "2 - High", owner: "Yan") }).run()
    #expect(try destination.replay("INC1").owner == "Yan")
  }

  @Test("a row dated before the opening in the log is refused")
  func beforeOpening() throws {
    _ = try importer(twoRows).run()
    let text = log { $0.rows.append("INC1,New,0,C,?,by,1/3/2016 09:00,L,Cat,Sub,?,1 - Critical,?") }
    #expect {
      _ = try importer(text).run()
    } throws: { error in
      guard case ImportFailure.refused(let report) = error else { return false }
      return report.refused.map(\.problem) == [.beforeOpening(id: "INC1")]
    }
  }

  @Test("the same import under a newer policy is still the same import")
  func newerPolicy() throws {
    let text = log {
      $0.add(1, "New", count: 1)
      $0.add(2, "Resolved", count: 2)
      $0.add(3, "Active", count: 3)
    }
    _ = try importer(text).run()
    destination.policy.edition = 2
    #expect(try importer(text).run().newEvents == 0)
  }

  @Test("the playbook must be installed, and can be chosen")
  func playbooks() throws {
    #expect(throws: ImportFailure.unknownPlaybook("none", known: ["ladder", "protocol"])) {
      _ = try importer(twoRows, .plain(playbook: "none")).run()
    }
    #expect {
      _ = try importer(twoRows, .plain(playbook: "ladder")).run()
    } throws: { error in
      guard case ImportFailure.refused(let report) = error else { return false }
      return report.refused.first?.problem == .unknownGrade("P3", .severity, playbook: "ladder", known: [])
    }
  }

  @Test("a header without a needed column refuses the file")
  func missingColumn() throws {
    #expect {
      _ = try importer(twoRows.replacing("priority", with: "prio")).run()
    } throws: { error in
      guard case ImportFailure.unusable(let row) = error else { return false }
      return row.line == 1
        && row.description.contains("in.csv:1: the column \"priority\" is missing; add it, or name another")
    }
  }

  @Test("JSON lines import as well, with their own file of bad rows")
  func jsonLines() throws {
    let profile = try ImportProfile.parse(
      """
      id: cases
      format: jsonl
      layout: updates
      playbook: protocol
      id_prefix: C-
      dates: {formats: [epoch-millis]}
      columns: {id: key, at: at, title: fields.summary, account: fields.customer.name, severity: sev, tags: labels}
      severities: {1: P1, 2: P2}
      otherwise: {severity: P4}
      """, file: "cases.yaml")
    let text = #"""
      {"key": 7, "at": 1772355600000, "fields": {"summary": "S", "customer": {"name": "Acme"}}, "sev": 1, "labels": ["a", "b"]}
      {"key": 8}
      {}
      nonsense
      {"key": 7, "at": 1772355660000, "fields": {"summary": "S", "customer": {"name": "Acme"}}, "sev": 9, "labels": ["a"]}

      """#
    let report = try Importer(
      profile: profile, file: try scratch.file(text), options: .plain(badRows: .skip(to: scratch.path("refused"))),
      destination: destination
    ).run()
    #expect(report.refused.map(\.line) == [2, 3, 4])
    let record = try destination.replay("C-7")
    #expect(record.severity == "P4")
    #expect(record.tags == ["a"])
    #expect(record.opened == .utc("2026-03-01 09:00"))
    let refused = try scratch.text("refused").split(separator: "\n")
    #expect(
      refused[0].hasSuffix(#", "key": 8}"#) && refused[0].hasPrefix(#"{"line": 2, "reason": "fields.summary: no title"#)
    )
    #expect(refused[1].hasSuffix(#"default"}"#))
    #expect(refused[2].hasSuffix(#", "row": "nonsense"}"#))
    for line in refused { #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) } }
  }
}
