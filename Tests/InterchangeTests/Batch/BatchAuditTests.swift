import EscalationDomain
import Foundation
import PolicyFiles
import Testing

@testable import Interchange

@Suite("Batch audit")
struct BatchAuditTests {
  /// Feeds a text in chunks of a size and gives back what came out.
  private func answer(
    _ question: BatchAudit.Question, _ text: String, chunk: Int = 1 << 16
  ) throws -> (output: String, rows: Int, refused: Int) {
    var audit = BatchAudit(question, on: WorkingTimeline(try #require(try BuiltinCalendars.all.first)))
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      audit.feed(Array(bytes[start..<min(start + chunk, bytes.count)]), into: &output)
    }
    audit.finish(into: &output)
    return (String(decoding: output, as: UTF8.self), audit.rows, audit.refused)
  }

  static let good: [(BatchAudit.Question, String, String)] = [
    (
      .deadline, #"{"from":"2026-03-02T09:00:00Z","target":"4bh"}"#,
      #"{"from":"2026-03-02T09:00:00Z","target":"4bh","deadline":"2026-03-02T13:00:00Z"}"#
    ),
    (
      .deadline, #"  { "id" : [1, {"a":null}], "target":"24h..48h" , "from":"2026-03-02T10:00:00+01:00" } "#,
      #"{"id" : [1, {"a":null}], "target":"24h..48h" , "from":"2026-03-02T10:00:00+01:00","opens":"2026-03-03T09:00:00Z","deadline":"2026-03-04T09:00:00Z"}"#
    ),
    (
      .deadline, #"{"\u0066rom":"2026-03-02T09\u003a00:00Z","target":"4\u0062h","é":"\ud83d\ude00"}"#,
      #"{"\u0066rom":"2026-03-02T09\u003a00:00Z","target":"4\u0062h","é":"\ud83d\ude00","deadline":"2026-03-02T13:00:00Z"}"#
    ),
    (
      .deadline, #"{"deadline":"old","from":"2026-03-02T09:00:00Z","error":"old","target":"1h","deadline":1}"#,
      #"{"deadline":"2026-03-02T10:00:00Z","from":"2026-03-02T09:00:00Z","target":"1h"}"#
    ),
    (
      .elapsed, #"{"from":"2026-03-02T16:00:00Z","to":"2026-03-03T10:00:00Z","n":-1.5e+3}"#,
      #"{"from":"2026-03-02T16:00:00Z","to":"2026-03-03T10:00:00Z","n":-1.5e+3,"seconds":7200}"#
    ),
    (
      .elapsed, #"{"from":"2026-03-03T16:00:00Z","to":"2026-03-02T10:00:00Z"}"#,
      #"{"from":"2026-03-03T16:00:00Z","to":"2026-03-02T10:00:00Z","seconds":0}"#
    ),
  ]

  @Test("A good row keeps every key in place and gains its answer", arguments: good)
  func goodRow(question: BatchAudit.Question, row: String, expected: String) throws {
    let result = try answer(question, row + "\n")
    #expect(result.output == expected + "\n")
    #expect(result.refused == 0)
  }

  static let bad: [(BatchAudit.Question, String, String)] = [
    (.deadline, #"{}"#, #"{"error":"the key \"from\" is missing; add it"}"#),
    (
      .deadline, #"{"from":5,"target":"4bh"}"#,
      #"{"from":5,"target":"4bh","error":"\"from\" is no text; put it in quotes"}"#
    ),
    (
      .deadline, #"{"from":"2026-03-02T09:00:00","target":"4bh","deadline":"old"}"#,
      #"{"from":"2026-03-02T09:00:00","target":"4bh","deadline":null,"error":"\"from\" is no instant; write ISO 8601 with Z or an offset, like 2026-03-01T09:00:00Z"}"#
    ),
    (
      .deadline, #"{"from":"2026-03-02T09:00:00Z","target":"renewal-30d"}"#,
      #"{"from":"2026-03-02T09:00:00Z","target":"renewal-30d","error":"the target needs the account's renewal date, which a row does not carry"}"#
    ),
    (
      .deadline, #"{"from":"2026-03-02T09:00:00Z","target":"min(24h, ack)"}"#,
      #"{"from":"2026-03-02T09:00:00Z","target":"min(24h, ack)","error":"the target needs the deadline of ack, which a row does not carry"}"#
    ),
    (
      .deadline, #"{"from":"2026-03-02T09:00:00Z","target":"9000000d","x":1}"#,
      #"{"from":"2026-03-02T09:00:00Z","target":"9000000d","x":1,"error":"\"9000000d\" is longer than any calendar; write a smaller amount"}"#
    ),
    (
      .elapsed, #"{"from":"2026-03-02T09:00:00Z","from":"2026-03-02T09:00:00Z","to":"x"}"#,
      #"{"from":"2026-03-02T09:00:00Z","from":"2026-03-02T09:00:00Z","to":"x","error":"the key \"from\" stands here twice; keep one"}"#
    ),
    (.deadline, "hello \"you\"", #"{"line":"hello \"you\"","error":"this is no JSON object: see column 1"}"#),
    (.deadline, "[1]", #"{"line":"[1]","error":"this is no JSON object: see column 1"}"#),
    (.deadline, #"{"a":1,}"#, #"{"line":"{\"a\":1,}","error":"this is no JSON object: see column 8"}"#),
  ]

  @Test("A bad row comes back with its keys and the error", arguments: bad)
  func badRow(question: BatchAudit.Question, row: String, expected: String) throws {
    let result = try answer(question, row)
    #expect(result.output == expected + "\n")
    #expect(result.refused == 1)
  }

  @Test(
    "JSON is read strictly",
    arguments: [
      "{", "{\"a\"}", "{\"a\":}", "{\"a\":01}", "{\"a\":1.}", "{\"a\":.5}", "{\"a\":+1}", "{\"a\":1e}", "{\"a\":tru}",
      "{\"a\":\"\\x\"}", "{\"a\":\"\\u12g4\"}", "{\"a\":\"\t\"}", "{\"a\":\"b}", "{a:1}", "{\"a\":1} x", "{\"a\":[1,]}",
      "{\"a\":{\"b\":1,}}", "{'a':1}", "{\"a\":NaN}",
    ])
  func strict(row: String) throws {
    #expect(try answer(.deadline, row).output.hasPrefix("{\"line\":"))
  }

  @Test("Chunks may end anywhere; blank lines are skipped; a byte order mark and CRLF are no trouble")
  func chunks() throws {
    let text =
      "\u{FEFF}{\"from\":\"2026-03-02T09:00:00Z\",\"target\":\"4bh\"}\r\n\r\n \nx\n"
      + "{\"from\":\"2026-03-02T09:00:00Z\",\"target\":\"é\"}"
    let whole = try answer(.deadline, text)
    #expect(whole.rows == 3)
    #expect(whole.refused == 2)
    for chunk in [1, 2, 3, 7, 50] {
      #expect(try answer(.deadline, text, chunk: chunk) == whole)
    }
  }

  @Test("Bytes that are no UTF-8, nesting without end and endless lines are refused, and the rest goes on")
  func hostile() throws {
    let timeline = WorkingTimeline(try #require(try BuiltinCalendars.all.first))
    var audit = BatchAudit(.deadline, on: timeline)
    var output: [UInt8] = []
    audit.feed(Array("{\"a\":\"".utf8) + [0xFF] + Array("\"}\n".utf8), into: &output)
    audit.feed(Array(("{\"a\":" + String(repeating: "[", count: 100_000) + "\n").utf8), into: &output)
    for _ in 0..<40 { audit.feed(Array(repeating: UInt8(ascii: "y"), count: 1 << 16), into: &output) }
    audit.feed(Array("\n{\"from\":\"2026-03-02T09:00:00Z\",\"target\":\"1h\"}\n".utf8), into: &output)
    audit.finish(into: &output)
    #expect(audit.rows == 4)
    #expect(audit.refused == 3)
    let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[2].utf8.count < 400)
    #expect(lines[3].hasSuffix("\"deadline\":\"2026-03-02T10:00:00Z\"}"))
  }

  /// Random calendars in 36 zones, most near a clock change, and the answers of an engine written apart from this one,
  /// slow and in another language. A line is a calendar or a row with its answer.
  @Test("An independent engine agrees to the second")
  func reference() throws {
    let url = try #require(Bundle.module.url(forResource: "reference", withExtension: "jsonl"))
    var timeline = WorkingTimeline(.allDay(.utc))
    var rows = 0
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("{\"calendar\":") {
        let calendar = try CalendarFile.parse(String(line.dropFirst(12).dropLast()), file: "reference.jsonl")
        timeline = WorkingTimeline(calendar)
        continue
      }
      let isDeadline = line.contains("\"target\":")
      var audit = BatchAudit(isDeadline ? .deadline : .elapsed, on: timeline)
      var output: [UInt8] = []
      audit.feed(Array(line.utf8), into: &output)
      audit.finish(into: &output)
      // The row has the right answer already: replaced in place, nothing may change.
      #expect(String(decoding: output, as: UTF8.self) == line + "\n", "\(timeline.calendar.zone)")
      rows += 1
    }
    #expect(rows == 600)
  }
}
