import ArgumentParser
import EscalationDomain
import Interchange

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List escalations: the open ones, unless told otherwise.",
    discussion: FilterReference.help(.escalations))
  @Flag(help: "Neither resolved nor closed nor cancelled (the default).") var open = false
  @Flag(help: "Ended ones as well.") var all = false
  @Flag(help: "Only resolved, closed or cancelled ones.") var ended = false
  @Flag(help: "Only ended ones on which something is still due: follow-ups, recovery steps, promises, watches.")
  var stillDue = false
  @Option(help: "Only these severities, levels or stages; may be given more than once.") var severity: [String] = []
  @Option(help: "Only these: new, active, paused, resolved, closed, cancelled.") var status: [String] = []
  @Option(help: "Only this playbook's.") var playbook: String?
  @Option(help: "Only this owner's; “me” is you, “nobody” is nobody.") var owner: String?
  @Option(help: "Only accounts whose name holds this.") var account: String?
  @Flag(help: "Only those whose most urgent clock is past its deadline.") var breached = false
  @Option(help: ArgumentHelp("Only those due within this, e.g. 4h.", valueName: "duration")) var due: String?
  @Option(help: "By severity, deadline, account, owner, arr, renewal, opened, changed or id.") var sort: String?
  @Flag(help: "The other way round; rows without the value stay last.") var reverse = false
  @Option(help: "At most so many.") var limit: Int?
  @Flag(help: "As JSON.") var json = false
  @Flag(help: "As CSV.") var csv = false
  @Option(help: ArgumentHelp("Through one of your saved views, in its order.", valueName: "name")) var view: String?
  @Argument(
    help: ArgumentHelp(
      "Words that must occur, or what to ask for: sev:S0..S1, owner:me, account:acme, due<4h, breached, paused, "
        + "clock:first-response, plan:late, milestone<7d, arr>100k, renewal<60d, tag:vip. “or”, parentheses and "
        + "-not join them.",
      valueName: "filter"))
  var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.session()
    let store = try session.store()
    var query = try query(actor: session.actor)
    let narrowing = try ListFilter(words: words, view: view, session)
    if let view = narrowing.view, sort == nil {
      (query.order, query.reversed) = (view.sortedBy, view.isReversed != reverse)
    }
    if narrowing.filter.asksForEnded, query.scope == .open, !open { query.scope = .all }
    let all = try store.rows(query.scope, now: session.now)
    let policy = try store.policies().current
    try resolve(&query, all, policy)
    let rows = query.apply(
      to: try narrowing.apply(to: all, query.scope, playbooks: policy.playbooks.values.map(\.value), store, session),
      now: session.now)
    if json {
      let policies = try store.policies()
      Output.json(
        .list(
          rows.map { row in
            EscalationJSON.row(row, policy: row.clock.flatMap { try? policies.policy($0.edition) }, now: session.now)
          }))
    } else if csv {
      Output.write(ListCSV.text(rows, now: session.now))
    } else if rows.isEmpty {
      Output.line(all.isEmpty && query.scope == .open ? "no escalation is open" : "no escalation is like this")
    } else {
      Output.table(
        rows.map { cells($0, session) },
        header: ["sev", "id", "account", "title", "status", "clock", "left", "due", "owner"],
        // As on the board: what is urgent and whose it is, before how it stands.
        ranks: [98, 97, 90, 96, 50, 95, 99, 55, 70])
    }
  }

  /// Grades as the playbooks spell them. One that nothing knows would show an empty list, as if all were well.
  private func resolve(_ query: inout ListQuery, _ rows: [BoardRow], _ policy: Policy) throws {
    let playbooks = policy.playbooks.values.map(\.value)
    if let playbook, policy.playbooks[playbook] == nil, !rows.contains(where: { $0.playbook == playbook }) {
      throw Refusal.unknownPlaybook(playbook, known: policy.playbooks.keys.sorted())
    }
    query.grades = try severity.flatMap { text in
      let ids = playbooks.compactMap { $0.gradeID(matching: text) }
      let isOnRecord = rows.contains { row in
        [row.severity, row.level, row.stage].contains { $0?.lowercased() == text.lowercased() }
      }
      guard !ids.isEmpty || isOnRecord else {
        let all = playbooks.flatMap { $0.severities + $0.levels + $0.stages }.map(\.id)
        throw Refusal.unknownSeverity(text, known: all.sorted())
      }
      return ids + [text]
    }
  }

  private func cells(_ row: BoardRow, _ session: Session) -> [String] {
    [
      row.grade, row.id.text, row.account, row.title, row.status.rawValue, row.clock?.label ?? "-",
      row.clock?.countdown(at: session.now) ?? "-",
      row.clock?.deadline.map { $0.brief(in: session.zone, now: session.now) } ?? "-", row.owner ?? "-",
    ]
  }

  private func query(actor: String) throws -> ListQuery {
    var query = ListQuery()
    guard [open, all, ended].filter(\.self).count <= 1 else {
      throw CommandFailure(.usage, "--open, --all and --ended exclude each other")
    }
    if json && csv { throw CommandFailure(.usage, "--json and --csv exclude each other") }
    if stillDue, open || all {
      throw CommandFailure(.usage, "--still-due is of ended ones; leave out --open and --all")
    }
    query.scope = all ? .all : ended || stillDue ? .ended : .open
    query.stillDue = stillDue
    query.statuses = try status.map { text in
      guard let status = Status(rawValue: text.lowercased()) else {
        let known = Status.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure(.usage, "“\(text)” is no status; known: \(known)")
      }
      return status
    }
    if query.statuses.contains(where: { !$0.isOpen }), !open, !stillDue { query.scope = .all }
    query.playbook = playbook
    query.owner = owner.map { Owner.named($0, actor: actor) ?? "" }
    query.account = account
    query.breached = breached
    query.dueWithin = try due.map { text in
      guard case .elapsed(let seconds)? = try? Target(parsing: text) else {
        throw CommandFailure(.usage, "“\(text)” is no duration; write 30m, 4h")
      }
      return seconds
    }
    query.order = try List.order(sort)
    query.reversed = reverse
    query.limit = try limit.map { limit in
      guard limit > 0 else { throw CommandFailure(.usage, "--limit \(limit) shows nothing; write 1 or more") }
      return limit
    }
    return query
  }

  static func order(_ sort: String?) throws -> BoardOrder {
    guard let sort else { return .severity }
    guard let order = BoardOrder(rawValue: sort.lowercased()) else {
      let known = BoardOrder.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandFailure(.usage, "“\(sort)” is no order; known: \(known)")
    }
    return order
  }
}
