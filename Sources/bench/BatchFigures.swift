import EscalationDomain
import Foundation
import Interchange
import PolicyFiles

/// Rows a second of both batch commands: the whole process, rows through a pipe in and answers through a pipe out.
struct BatchFigures {
  let binary: Binary
  let rows: Int

  func print() throws {
    let calendar = binary.folder.file("calendar.yaml")
    try CalendarFile.text(BuiltinCalendars.all[0]).write(toFile: calendar, atomically: false, encoding: .utf8)
    var table = Table("batch commands, \(rows.grouped) rows", "rows a second", "seconds")
    for question in [BatchAudit.Question.deadline, .elapsed] {
      let input = binary.folder.file("batch.jsonl")
      try GrowingFile.write(input) { write in
        for row in 0..<rows { try write(BatchRows.line(row, question)) }
      }
      let name = question == .deadline ? "deadline" : "elapsed"
      let time = try stream(input, through: binary.program("calendar", name, "--calendar", calendar, "--batch"))
      table.add("calendar \(name) --batch", Int(Double(rows) / time.inSeconds).grouped, time.inSeconds.fixed(2))
    }
    table.print()
  }

  private func stream(_ input: String, through program: Program) throws -> Duration {
    let source = open(input, O_RDONLY | O_CLOEXEC)
    defer { close(source) }
    let (feed, answers) = (try OpenPipe(), try OpenPipe())
    let begin = ContinuousClock.now
    let pid = try program.start([.copy(feed.reading, as: 0), .copy(answers.writing, as: 1)])
    close(feed.reading)
    close(answers.writing)
    let lines = try Pump(from: source, into: feed.writing, answers: answers.reading).run()
    let end = try Ended(pid)
    let time = ContinuousClock.now - begin
    guard end.isGood, lines == rows else { throw BenchFailure("\(lines) of \(rows) rows were answered") }
    return time
  }
}

/// Both ends of a pipe, which no other process gets by accident.
struct OpenPipe {
  let reading: Int32
  let writing: Int32

  init() throws {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw BenchFailure("no pipe can be had") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }
}

/// Feeds a process and takes its answers in one thread, whichever is ready.
struct Pump {
  private let source: Int32
  private let feed: Int32
  private let answers: Int32

  init(from source: Int32, into feed: Int32, answers: Int32) {
    (self.source, self.feed, self.answers) = (source, feed, answers)
    _ = fcntl(feed, F_SETFL, O_NONBLOCK)
  }

  /// Runs until the answers end; how many lines they were. Closes both pipes.
  func run() throws -> Int {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var answer = [UInt8](repeating: 0, count: 1 << 16)
    var rest = 0..<0
    var isFed = false
    var lines = 0
    defer { close(answers) }
    while true {
      if rest.isEmpty, !isFed {
        rest = 0..<max(0, read(source, &chunk, chunk.count))
        if rest.isEmpty {
          isFed = true
          close(feed)
        }
      }
      var ready = [
        pollfd(fd: answers, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isFed ? -1 : feed, events: Int16(POLLOUT), revents: 0),
      ]
      guard poll(&ready, 2, -1) > 0 else { continue }
      if ready[1].revents != 0 {
        let count = chunk.withUnsafeBytes { write(feed, $0.baseAddress! + rest.lowerBound, rest.count) }
        guard count > 0 || errno == EAGAIN else { throw BenchFailure("the batch command takes no more rows") }
        rest = rest.lowerBound + max(0, count)..<rest.upperBound
      }
      if ready[0].revents != 0 {
        let count = read(answers, &answer, answer.count)
        if count <= 0 { return lines }
        lines += answer[..<count].count { $0 == UInt8(ascii: "\n") }
      }
    }
  }
}
