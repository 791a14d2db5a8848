import ArgumentParser
import EscalationDomain
import Interchange

/// Deadlines and working time on any calendar, one at a time or as a stream.

extension CalendarCommand {
  struct Deadline: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "deadline", abstract: "Work a deadline out, or a stream of them (JSON lines: from, target).")
    @Option(help: "A file or an installed calendar's id.") var calendar: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("The start, if not now.", valueName: "time")) var from: String?
    @Option(help: "The target: 4bh, 2bd, same-day …") var target: String?
    @Flag(help: "Read JSON lines from standard input.") var batch = false
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let source = try CalendarSource.read(calendar, global)
      if batch {
        try refuseBeside(batch: target ?? from)
        return try BatchRun(.deadline, source).run()
      }
      guard let target else { throw CommandFailure(.usage, "say --target, or --batch to read JSON lines") }
      let session = try global.session()
      let timeline = WorkingTimeline(source.calendar)
      let times = Times(session: session, timeline: timeline)
      let start = try from.map { try times.past($0, as: "from") } ?? session.now
      let due = try Target(parsing: target).due(from: start, on: timeline)
      times.echoes.print()
      switch due {
      case .at(let instant): answer(start, target, source.calendar, opens: nil, instant)
      case .window(let opens, let late): answer(start, target, source.calendar, opens: opens, late)
      case .waiting(let what): throw CommandFailure(.badData, "“\(target)” waits for \(what), which no calendar has")
      }
    }

    private func answer(
      _ start: Instant, _ target: String, _ calendar: BusinessCalendar, opens: Instant?, _ deadline: Instant
    ) {
      guard json else {
        let opening = opens.map { "  opens \($0)" } ?? ""
        return Output.line("\(deadline)  \(deadline.words(in: calendar.zone))\(opening)")
      }
      Output.json(
        .object([
          "calendar": .text(calendar.id), "from": .maybe(start), "target": .text(target), "opens": .maybe(opens),
          "deadline": .maybe(deadline),
        ]))
    }
  }

  struct Elapsed: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "elapsed", abstract: "Count working seconds between two times, or a stream (JSON lines: from, to).")
    @Option(help: "A file or an installed calendar's id.") var calendar: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("From when.", valueName: "time")) var from: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("Until when, if not now.", valueName: "time")) var to: String?
    @Flag(help: "Read JSON lines from standard input.") var batch = false
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let source = try CalendarSource.read(calendar, global)
      if batch {
        try refuseBeside(batch: from ?? to)
        return try BatchRun(.elapsed, source).run()
      }
      guard let from else { throw CommandFailure(.usage, "say --from, or --batch to read JSON lines") }
      let session = try global.session()
      let timeline = WorkingTimeline(source.calendar)
      let times = Times(session: session, timeline: timeline)
      let start = try times.past(from, as: "from")
      let end = try to.map { try times.past($0, as: "to") } ?? session.now
      guard start <= end else { throw CommandFailure(.usage, "\(start) is later than \(end); swap --from and --to") }
      let seconds = timeline.workingSeconds(from: start, to: end)
      times.echoes.print()
      if json {
        return Output.json(
          .object([
            "calendar": .text(source.calendar.id), "from": .maybe(start), "to": .maybe(end), "seconds": .int(seconds),
          ]))
      }
      Output.line("\(seconds)  \(DurationText.working(seconds))")
    }
  }
}

/// A batch takes its questions from standard input alone.
private func refuseBeside(batch option: String?) throws {
  if option != nil {
    throw CommandFailure(.usage, "--batch reads its times from standard input; leave the options out")
  }
}
