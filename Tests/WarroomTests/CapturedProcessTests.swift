import Foundation
import Testing

@testable import warroom

/// A program beside the console: its words are kept, and nothing it does holds anything up.
@Suite struct CapturedProcessTests {
  private func run(_ script: String, limit: Duration = .seconds(20)) throws -> (CapturedProcess, Int32, Bool) {
    let child = try CapturedProcess("/bin/sh", ["sh", "-c", script])
    let end = child.run(limit: limit)
    return (child, end.status, end.isStopped)
  }

  @Test func itsWordsAndItsEndAreTold() throws {
    let (child, status, isStopped) = try run("echo out; echo err >&2; exit 7")
    #expect(String(decoding: child.output, as: UTF8.self) == "out\n")
    #expect(String(decoding: child.errors, as: UTF8.self) == "err\n")
    #expect(status == 7)
    #expect(!isStopped && !child.isCut)
  }

  @Test func itReadsNothingAndHasNoTerminal() throws {
    let (child, status, _) = try run("read line; echo \"got $?\"; (: </dev/tty) 2>/dev/null && echo tty")
    #expect(String(decoding: child.output, as: UTF8.self) == "got 1\n")
    #expect(status != 0)
  }

  @Test func muchIsCutAndStillEnds() throws {
    let (child, status, _) = try run("head -c 3000000 /dev/zero; echo end >&2")
    #expect(child.output.count == CapturedProcess.most)
    #expect(child.isCut)
    #expect(String(decoding: child.errors, as: UTF8.self) == "end\n")
    #expect(status == 0)
  }

  @Test func oneThatHangsIsStopped() throws {
    let (_, status, isStopped) = try run("exec sleep 60", limit: .milliseconds(100))
    #expect(isStopped)
    #expect(status == 128 + SIGTERM)
  }

  @Test func whatItLeavesBehindHoldsNothingUp() throws {
    let start = ContinuousClock.now
    let (child, status, _) = try run("sleep 30 & echo begun")
    #expect(status == 0)
    #expect(String(decoding: child.output, as: UTF8.self) == "begun\n")
    #expect(.now - start < .seconds(20))
  }

  /// The table that the console completes by is the parser's own.
  @Test func theVerbsAreTheParsersOwn() throws {
    let table = try CommandReference.read().table
    let ack = try #require(table.verbs.first { $0.path == ["ack"] })
    #expect(ack.arguments.first?.isEscalation == true)
    #expect(ack.options.contains { $0.names.contains("--note") && $0.value != nil })
    #expect(table.verbs.contains { $0.path == ["task", "add"] })
    #expect(table.verbs.allSatisfy { verb in !verb.options.contains { $0.names.contains("--store") } })
    #expect(table.verbs.first { $0.path == ["risk", "show"] }?.arguments.first?.isEscalation == false)
  }
}
