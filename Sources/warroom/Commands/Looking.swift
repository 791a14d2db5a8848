import ArgumentParser
import EscalationDomain
import Interchange

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List escalations: the open ones, unless told otherwise.")
  @OptionGroup var global: GlobalOptions
  @Flag(help: "Neither resolved nor closed nor cancelled (the default).") var open = false
  @Flag(help: "Ended ones as well.") var all = false
  @Flag(help: "Only resolved, closed or cancelled ones.") var ended = false
  @Option(help: "Only these severities, levels or stages; may be given more than once.") var severity: [String] = []
  @Option(help: "Only these: new, active, paused, resolved, closed, cancelled.") var status: [String] = []
  @Option(help: "Only this playbook's.") var playbook: String?
  @Option(help: "Only this owner's; “me” is you, “nobody” is nobody.") var owner: String?
  @Option(help: "Only accounts whose name holds this.") var account: String?
  @Flag(help: "Only those whose most urgent clock is past its deadline.") var breached = false
  @Option(help: ArgumentHelp("Only those due within this, e.g. 4h.", valueName: "duration")) var due: String?
  @Option(help: "By deadline, severity, account, owner, opened, changed, arr or id.") var sort: String?
  @Flag(help: "The other way round.") var reverse = false
  @Option(help: "At most so many.") var limit: Int?
  @Flag(help: "As JSON.") var json = false
  @Flag(help: "As CSV.") var csv = false
  @Argument(help: "Words that must occur in the id, title, account or owner.") var words: [String] = []

  func run() throws {
    let session = try global.session()
    let store = try session.store()
    let query = try query(actor: session.actor)
    let rows = query.apply(to: try store.rows(query.scope, now: session.now), now: session.now)
    if json {
      let policies = try store.policies()
      Output.json(
        .list(
          rows.map { row in
            EscalationJSON.row(row, policy: row.clock.flatMap { try? policies.policy($0.edition) }, now: session.now)
          }))
    } else if csv {
      Output.write(ListCSV.text(rows, now: session.now))
    } else {
      Output.table(
        rows.map { cells($0, session) }, header: ["sev", "id", "account", "title", "status", "clock", "left", "owner"])
    }
  }

  private func cells(_ row: BoardRow, _ session: Session) -> [String] {
    [
      row.grade, row.id.text, row.account, row.title, row.status.rawValue, row.clock?.label ?? "-",
      row.clock?.countdown(at: session.now) ?? "-", row.owner ?? "-",
    ]
  }

  private func query(actor: String) throws -> ListQuery {
    var query = ListQuery()
    guard [open, all, ended].filter(\.self).count <= 1 else {
      throw CommandFailure(.usage, "--open, --all and --ended exclude each other")
    }
    if json && csv { throw CommandFailure(.usage, "--json and --csv exclude each other") }
    query.scope = all ? .all : ended ? .ended : .open
    query.grades = severity
    query.statuses = try status.map { text in
      guard let status = Status(rawValue: text.lowercased()) else {
        let known = Status.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure(.usage, "“\(text)” is no status; known: \(known)")
      }
      return status
    }
    if query.statuses.contains(where: { !$0.isOpen }), !open { query.scope = .all }
    query.playbook = playbook
    query.owner = owner.map { $0 == "me" ? actor : $0 == "nobody" ? "" : $0 }
    query.account = account
    query.breached = breached
    query.dueWithin = try due.map { text in
      guard case .elapsed(let seconds)? = try? Target(parsing: text) else {
        throw CommandFailure(.usage, "“\(text)” is no duration; write 30m, 4h")
      }
      return seconds
    }
    query.words = words
    query.sort = try sort.map { text in
      guard let sort = ListQuery.Sort(rawValue: text) else {
        let known = ListQuery.Sort.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure(.usage, "“\(text)” is no order; known: \(known)")
      }
      return sort
    }
    query.reversed = reverse
    query.limit = limit.map { max(0, $0) }
    return query
  }
}

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one escalation: its clocks, contacts and timeline.")
  @OptionGroup var global: GlobalOptions
  @Argument(help: "The escalation's id, as list shows it.") var id: String
  @Flag(help: "As JSON.") var json = false

  func run() throws {
    let found = try FoundRecord(id, global)
    if json {
      Output.json(
        EscalationJSON.record(found.record, history: found.history, policy: found.policy, now: found.session.now))
    } else {
      RecordText(
        record: found.record, history: found.history, policy: found.policy, now: found.session.now,
        zone: found.session.zone
      ).print()
    }
  }
}

/// A record looked up for reading.
struct FoundRecord {
  let session: Session
  let history: History
  let record: Escalation
  let policy: Policy
  let policies: PolicyBook

  init(_ id: String, _ global: GlobalOptions) throws {
    session = try global.session()
    let store = try session.store()
    guard let found = try store.history(of: EscalationID(id)) else {
      throw StoreFailure.noSuchEscalation(EscalationID(id))
    }
    history = found
    policies = try store.policies()
    record = try Escalation.replay(history, policies: policies, now: session.now)
    policy = try policies.policy(record.edition)
  }
}
