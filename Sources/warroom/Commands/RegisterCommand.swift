import ArgumentParser
import EscalationDomain
import EscalationStore
import Interchange

struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "List every risk and escalation, open and ended, in the columns and the order you choose.",
    discussion: FilterReference.help(.register))
  @Flag(help: "Only what is open.") var open = false
  @Flag(help: "Only what has ended: resolved, closed, cancelled, promoted.") var ended = false
  @Option(help: "What the rows are sorted by, a column’s name; by default what changed last.") var sort: String?
  @Flag(help: "The other way round; rows without the value stay last.") var reverse = false
  @Option(help: ArgumentHelp("The columns, in order, with commas between.", valueName: "names")) var columns: String?
  @Option(help: "At most so many.") var limit: Int?
  @Flag(help: "As JSON, every field.") var json = false
  @Flag(help: "As CSV, the chosen columns.") var csv = false
  @Argument(
    help: ArgumentHelp(
      "Words that must occur, or what to ask for: kind:risk, score>12, review<7d, sev:S0..S1, owner:me, plan:late.",
      valueName: "filter"))
  var words: [String] = []
  @OptionGroup var global: GlobalOptions

  /// What a line at a shell has room for.
  private static let standard: [RegisterColumn] = [
    .kind, .id, .grade, .score, .account, .title, .status, .owner, .changed, .ended,
  ]

  func run() throws {
    if open && ended { throw CommandFailure(.usage, "--open and --ended exclude each other") }
    if json && csv { throw CommandFailure(.usage, "--json and --csv exclude each other") }
    if let limit, limit <= 0 { throw CommandFailure(.usage, "--limit \(limit) shows nothing; write 1 or more") }
    let chosen = try columns.map(RegisterCommand.columns) ?? (csv ? RegisterColumn.allCases : RegisterCommand.standard)
    let order = RegisterOrder(try sort.map(RegisterCommand.column) ?? .changed, isReversed: reverse)
    let session = try global.session()
    let narrowing = try ListFilter(words: words, of: .register, session)
    let store = try session.store()
    try narrowing.check {
      // What has ended may have a grade of an earlier edition.
      let playbooks = try store.policies().editions.values.flatMap { $0.playbooks.values.map(\.value) }
      return FilterVocabulary(playbooks, register: [], of: try store.rows(.open, now: session.now))
    }
    var query = RegisterQuery(
      scope: open ? .open : ended ? .ended : .all, filter: narrowing.filter, order: order)
    (query.actor, query.zone) = (session.actor, session.zone)
    query.tellsTags = json || chosen.contains(.tags)
    let page = try store.registerPage(query, atMost: limit, now: session.now)
    if json {
      Output.json(.list(page.rows.map { RegisterFields.row($0, tags: page.tags(of: $0), now: session.now) }))
    } else if csv {
      Output.write(RegisterFields.csv(page, columns: chosen))
    } else {
      Output.table(page.rows.map { cells($0, page.tags(of: $0), chosen, session) }, header: chosen.map(\.name))
      if page.rows.count < page.matching {
        Output.line("the first \(page.rows.count) of \(Output.count(page.matching, "row"))")
      }
    }
  }

  /// As a person reads it: times in their zone.
  private func cells(
    _ row: RegisterRow, _ tags: [String], _ columns: [RegisterColumn], _ session: Session
  ) -> [String] {
    columns.map { column in
      if column == .tags { return tags.isEmpty ? "-" : tags.joined(separator: ", ") }
      guard let text = row.text(of: column) else { return "-" }
      switch column {
      case .due, .opened, .changed, .ended:
        return Instant(iso8601: text).map { $0.brief(in: session.zone, now: session.now) } ?? text
      case .arr: return row.money?.short ?? text
      default: return text
      }
    }
  }

  private static func columns(_ text: String) throws -> [RegisterColumn] {
    let columns = try text.split(separator: ",").map { try column($0.trimmed) }
    guard !columns.isEmpty else { throw CommandFailure(.usage, "--columns names none; known: \(known)") }
    return columns
  }

  private static func column(_ text: String) throws -> RegisterColumn {
    guard let column = RegisterColumn(rawValue: text.lowercased()) else {
      throw CommandFailure(.usage, "“\(text)” is no column of the register; known: \(known)")
    }
    return column
  }

  private static var known: String { RegisterColumn.allCases.map(\.rawValue).joined(separator: ", ") }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
