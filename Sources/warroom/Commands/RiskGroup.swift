import ArgumentParser
import EscalationDomain
import EscalationStore
import Interchange

struct RiskGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "risk", abstract: "The Risk Register: what is no escalation yet.",
    subcommands: [Add.self, Listing.self, Showing.self, Revise.self, Review.self, Promote.self, Close.self])

  struct Listing: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List risks, the highest score first: the open ones, unless told otherwise.")
    @Flag(help: "Promoted and closed ones as well.") var all = false
    @Option(help: "Only these: open, promoted, closed.") var status: [String] = []
    @Option(help: "Only this account's.") var account: String?
    @Option(help: "Only this owner's; “me” is you, “nobody” is nobody.") var owner: String?
    @Flag(help: "Only those whose review is overdue.") var overdue = false
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let register = try RiskBook(global.session())
      let rows = try chosen(try register.store.risks(now: register.session.now), register).byScore
      let today = try rows.map { try register.today(of: $0.account) }
      if json { return Output.json(.list(zip(rows, today).map { RiskJSON.row($0, today: $1) })) }
      Output.table(
        zip(rows, today).map(cells),
        header: ["score", "left", "id", "account", "risk", "category", "owner", "ARR", "review", ""])
      let exposed = rows.exposed.amounts.map(\.description)
      if !exposed.isEmpty { Output.line("ARR exposed: \(exposed.joined(separator: ", "))") }
    }

    private func chosen(_ rows: [RiskRow], _ register: RiskBook) throws -> [RiskRow] {
      let statuses = try status.map { text in
        guard let status = Risk.Status(rawValue: text.lowercased()) else {
          let known = Risk.Status.allCases.map(\.rawValue).joined(separator: ", ")
          throw CommandFailure(.usage, "“\(text)” is no status of a risk; known: \(known)")
        }
        return status
      }
      let wanted = statuses.isEmpty ? (all ? Risk.Status.allCases : [.open]) : statuses
      return try rows.filter { row in
        guard wanted.contains(row.status) else { return false }
        if let account, row.account.lowercased() != account.lowercased() { return false }
        if let owner, row.owner != Owner.named(owner, actor: register.session.actor) { return false }
        return try !overdue || row.isReviewOverdue(today: register.today(of: row.account))
      }
    }

    private func cells(_ row: RiskRow, _ today: LocalDate) -> [String] {
      let review = row.nextReview.map { "\($0)" + (row.isReviewOverdue(today: today) ? " overdue" : "") }
      let fate = row.status == .open ? "" : row.status.rawValue + (row.escalation.map { " \($0)" } ?? "")
      return [
        "\(row.inherent)", row.residual.map { "\($0)" } ?? "-", row.id.text, row.account, row.title,
        row.category ?? "-", row.owner ?? "-", row.arrExposed?.short ?? "-", review ?? "-", fate,
      ]
    }
  }

  struct Showing: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show one risk: every field and what happened to it.")
    @Argument(help: "The risk's id, as risk list shows it.") var id: String
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let register = try RiskBook(global.session())
      try register.show(RiskID(id), json: json)
    }
  }
}

/// The Risk Register during one run: the store, and the dates of its accounts.
final class RiskBook {
  let session: Session
  let store: SQLiteStore
  let policy: Policy
  private var zones: [String: Zone] = [:]

  init(_ session: Session, changing: Bool = false) throws {
    self.session = session
    store = try changing ? session.storeForWriting() : session.store()
    policy = try store.policies().current
  }

  func facts(of account: String) throws -> AccountFacts { try store.account(account) ?? AccountFacts(name: account) }

  /// The zone in which an account lives.
  func zone(of account: String) throws -> Zone {
    if let zone = zones[account] { return zone }
    let zone = try store.zone(ofAccount: account, now: session.now)
    zones[account] = zone
    return zone
  }

  func today(of account: String) throws -> LocalDate { try zone(of: account).local(session.now).date }

  func found(_ id: RiskID) throws -> (risk: Risk, entries: [RegisterEntry<RiskFact>]) {
    guard let found = try store.risk(id, now: session.now) else { throw StoreFailure.noSuchRisk(id) }
    return found
  }

  func show(_ id: RiskID, json: Bool) throws {
    let (risk, entries) = try found(id)
    let today = try today(of: risk.entry.account)
    if json {
      Output.json(RiskJSON.risk(risk, entries, today: today))
    } else {
      RiskText(risk: risk, entries: entries, today: today, zone: session.zone).print()
    }
  }
}
