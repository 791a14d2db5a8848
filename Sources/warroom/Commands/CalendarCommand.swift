import ArgumentParser
import EscalationDomain
import EscalationStore
import Foundation
import Interchange
import PolicyFiles

struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Business calendars, and deadlines worked out on them.",
    subcommands: [Listing.self, Showing.self, Validating.self, Installing.self, Deadline.self, Elapsed.self])

  struct Listing: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the installed calendars.")
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let policy = try global.session().store().policies().current
      Output.table(
        policy.calendars.sorted { $0.key < $1.key }.map { id, calendar in
          let zone = calendar.value.calendar.zone.id
          let mark = id == policy.defaultCalendar ? "default" : ""
          return [id, "v\(calendar.version)", zone, calendar.value.calendar.name, mark]
        })
    }
  }

  struct Showing: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Print a calendar as a file.")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "A file or an installed calendar's id.") var calendar: String

    func run() throws {
      Output.write(CalendarFile.text(try CalendarSource.read(calendar, global).calendar))
    }
  }

  struct Validating: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "validate", abstract: "Check a calendar file; say what is wrong and where.")
    @Argument(help: "The file.") var file: String

    func run() throws {
      let calendar = try CalendarFile.parse(try TextFile.read(file), file: file)
      Output.line("\(file): calendar \(calendar.id) is in order")
    }
  }

  struct Installing: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "install", abstract: "Install a calendar as its next version, after showing which deadlines move.")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "The file.") var file: String
    @Flag(help: "Install it without asking.") var yes = false
    @Flag(name: .customLong("dry-run"), help: "Only show what would move.") var dryRun = false
    @Flag(name: .customLong("default"), help: "Make it the calendar where nothing else names one.") var isDefault =
      false

    func run() throws {
      let calendar = try CalendarFile.parse(try TextFile.read(file), file: file)
      var texts = [PolicyText(.calendar, id: calendar.id, text: CalendarFile.text(calendar))]
      if isDefault { texts.append(PolicyText(.defaultCalendar, id: "default", text: calendar.id)) }
      try Installation(texts: texts, what: "calendar \(calendar.id)", yes: yes, dryRun: dryRun).run(global)
    }
  }

  struct Deadline: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "deadline", abstract: "Work a deadline out, or a stream of them (JSON lines: from, target).")
    @OptionGroup var global: GlobalOptions
    @Option(help: "A file or an installed calendar's id.") var calendar: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("The start, if not now.", valueName: "time")) var from: String?
    @Option(help: "The target: 4bh, 2bd, same-day …") var target: String?
    @Flag(help: "Read JSON lines from standard input.") var batch = false

    func run() throws {
      let source = try CalendarSource.read(calendar, global)
      if batch { return try BatchRun(.deadline, source).run() }
      guard let target else { throw CommandFailure(.usage, "say --target, or --batch to read JSON lines") }
      let session = try global.session()
      let timeline = WorkingTimeline(source.calendar)
      let times = Times(session: session, timeline: timeline)
      let start = try from.map { try times.read($0) } ?? session.now
      let due = try Target(parsing: target).due(from: start, on: timeline)
      switch due {
      case .at(let instant): Output.line("\(instant)  \(instant.words(in: source.calendar.zone))")
      case .window(let opens, let late): Output.line("\(late)  opens \(opens)")
      case .waiting(let what): throw CommandFailure(.badData, "“\(target)” waits for \(what), which no calendar has")
      }
    }
  }

  struct Elapsed: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "elapsed", abstract: "Count working seconds between two times, or a stream (JSON lines: from, to).")
    @OptionGroup var global: GlobalOptions
    @Option(help: "A file or an installed calendar's id.") var calendar: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("From when.", valueName: "time")) var from: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("Until when, if not now.", valueName: "time")) var to: String?
    @Flag(help: "Read JSON lines from standard input.") var batch = false

    func run() throws {
      let source = try CalendarSource.read(calendar, global)
      if batch { return try BatchRun(.elapsed, source).run() }
      guard let from else { throw CommandFailure(.usage, "say --from, or --batch to read JSON lines") }
      let session = try global.session()
      let timeline = WorkingTimeline(source.calendar)
      let times = Times(session: session, timeline: timeline)
      let end = try to.map { try times.read($0) } ?? session.now
      let seconds = timeline.workingSeconds(from: try times.read(from), to: end)
      Output.line("\(seconds)  \(DurationText.working(seconds))")
    }
  }
}

/// A calendar named by a file, by an id of the store, or by one that ships with the product.
struct CalendarSource {
  let calendar: BusinessCalendar

  static func read(_ name: String?, _ global: GlobalOptions) throws -> CalendarSource {
    if let name, FileManager.default.fileExists(atPath: name) {
      return CalendarSource(calendar: try CalendarFile.parse(try TextFile.read(name), file: name))
    }
    let session = try global.session()
    if FileManager.default.fileExists(atPath: session.path) {
      let policy = try session.store().policies().current
      if let found = policy.calendars[name ?? policy.defaultCalendar] {
        return CalendarSource(calendar: found.value.calendar)
      }
    }
    let builtin = try BuiltinCalendars.all
    guard let found = builtin.first(where: { $0.id == name ?? FirstPolicy.calendar }) else {
      throw CommandFailure(.noInput, "“\(name ?? "")” is neither a file nor a known calendar")
    }
    return CalendarSource(calendar: found)
  }
}

/// Streams standard input through the batch audit to standard output.
struct BatchRun {
  private var audit: BatchAudit

  init(_ question: BatchAudit.Question, _ source: CalendarSource) {
    audit = BatchAudit(question, on: WorkingTimeline(source.calendar))
  }

  func run() throws {
    var audit = audit
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var output: [UInt8] = []
    while true {
      let count = chunk.withUnsafeMutableBytes { Foundation.read(0, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw CommandFailure(.inputOutput, "standard input cannot be read") }
      if count == 0 { break }
      chunk.withUnsafeBufferPointer { audit.feed(UnsafeBufferPointer(rebasing: $0[..<count]), into: &output) }
      Output.write(bytes: output)
      output.removeAll(keepingCapacity: true)
    }
    audit.finish(into: &output)
    Output.write(bytes: output)
    if audit.refused > 0 {
      throw CommandFailure(.badData, "\(audit.refused) of \(audit.rows) rows could not be read; each carries its error")
    }
  }
}

/// A text file that must be there and be UTF-8.
enum TextFile {
  static func read(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(.noInput, "\(path) cannot be read; check its name and its permissions")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw CommandFailure(.badData, "\(path) is not UTF-8; convert it first")
    }
    return text
  }
}
