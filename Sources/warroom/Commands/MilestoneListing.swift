import ArgumentParser
import EscalationDomain
import EscalationStore
import Interchange

extension MilestoneCommand {
  struct Listing: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List an escalation's milestones in their order, or the open ones of all open escalations by due time.",
      discussion: FilterReference.help(.milestones))
    @Argument(
      help: ArgumentHelp(
        "The escalation's id, as list shows it; or, among all of them, words that must occur and what to ask for: "
          + "owner:me, due<7d, plan:late, kind:preventive, sev:S0, -status:blocked.",
        valueName: "id or filter"))
    var words: [String] = []
    @Option(help: "Only this owner's; “me” is you, “nobody” is nobody.") var owner: String?
    @Flag(help: "Only those past their due time.") var overdue = false
    @Option(
      help: ArgumentHelp("Only those due within this, e.g. 7d or 12h; what is late counts.", valueName: "duration"))
    var due: String?
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      guard let found = try named() else { return try listAll() }
      if owner != nil || overdue || due != nil {
        throw CommandFailure(.usage, "--owner, --overdue and --due choose among all escalations; leave out the id")
      }
      if json { return Output.json(EscalationJSON.milestones(found.record, now: found.session.now)) }
      let text = PlanText(record: found.record, now: found.session.now, zone: found.session.zone)
      if text.milestones.isEmpty { return Output.line(Output.visible("\(found.record.id) has no milestones")) }
      Output.table(text.milestones, header: PlanText.header)
    }

    /// The escalation that one word names. A word with a digit that names none is a mistyped id, not a filter that would
    /// show an empty list.
    private func named() throws -> FoundRecord? {
      guard words.count == 1, let word = words.first, (try? Filter(parsing: word)) == .term(.word(word)) else {
        return nil
      }
      do {
        return try FoundRecord(word, global)
      } catch StoreFailure.noSuchEscalation where !word.contains(where: \.isNumber) {
        return nil
      }
    }

    private func listAll() throws {
      let session = try global.session()
      var query = try query(session)
      let narrowing = try ListFilter(words: words, of: .milestones, session)
      query.withDone = narrowing.filter.asksForDone
      let store = try session.store()
      let all = try store.milestones(now: session.now)
      let rows = query.apply(to: try narrowing.apply(to: all, store, session), now: session.now)
      if json { return Output.json(.list(rows.map { EscalationJSON.milestone($0, now: session.now) })) }
      if rows.isEmpty {
        return Output.line(
          all.contains(where: \.isOpen) ? "no open milestone is so" : "no open escalation has an open milestone")
      }
      Output.table(rows.map { cells($0, session) }, header: Listing.header)
    }

    private static let header = [
      "due", "left", "status", "id", "milestone", "kind", "account", "escalation", "owner", "waits for",
    ]

    private func cells(_ row: MilestoneRow, _ session: Session) -> [String] {
      let milestone = row.milestone
      return [
        milestone.due?.brief(in: session.zone, now: session.now) ?? "-",
        milestone.due.map { DurationText.countdown($0 - session.now) } ?? "-",
        row.isLate(at: session.now) ? "late" : row.status.rawValue, milestone.id, milestone.title,
        milestone.kind.rawValue, row.account, row.escalation.text, milestone.owner ?? "nobody",
        row.blockedBy.isEmpty ? "-" : row.blockedBy.joined(separator: ", "),
      ]
    }

    private func query(_ session: Session) throws -> MilestoneQuery {
      var query = MilestoneQuery()
      query.owner = owner.map { Owner.named($0, actor: session.actor) ?? "" }
      query.overdue = overdue
      query.dueBy = try due.map { text in
        switch try? Target(parsing: text) {
        case .elapsed(let seconds)?: return session.now + seconds
        case .days(let days)?: return session.zone.moved(session.now, days: days)
        default: throw CommandFailure(.usage, "“\(text)” is no duration; write 12h, 7d")
        }
      }
      return query
    }
  }
}

extension ListFilter {
  /// The milestones that it leaves; what one has not itself is its escalation's.
  func apply(to milestones: [MilestoneRow], _ store: SQLiteStore, _ session: Session) throws -> [MilestoneRow] {
    if filter == .everything { return milestones }
    let playbooks = try store.policies().current.playbooks.values.map(\.value)
    let rows = try store.rows(.open, now: session.now)
    try check { FilterVocabulary(playbooks, milestones: milestones, of: rows) }
    let escalations = Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let matcher = FilterMatcher(filter, ListFilter.context(playbooks, session))
    return milestones.filter { row in
      let attributes = FilterAttributes(row, of: escalations[row.escalation], now: session.now)
      return matcher.matches(attributes, text: SearchText(row))
    }
  }
}
