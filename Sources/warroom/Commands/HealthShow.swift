import ArgumentParser
import EscalationDomain
import EscalationStore
import Interchange

extension HealthCommand {
  struct ShowAccount: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show an account's scores: where they stand and how they came there.")
    @Argument(help: "The account's name.") var account: String
    @Option(help: "How many scored days to look back.") var days = HealthText.width
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      guard days > 0 else { throw CommandFailure(.usage, "--days \(days) shows nothing; write 1 or more") }
      let session = try global.session()
      let store = try session.store()
      _ = try HealthCommand.playbooks(store)
      guard let health = try store.health(of: account, days: days, now: session.now) else {
        throw CommandFailure(.noInput, "no score of “\(account)” is on record; health list shows the accounts")
      }
      let followed = try health.openRecord.flatMap { try Followed($0, health, store, session) }
      let standing = followed?.standing ?? health.standing
      if json {
        Output.json(
          .object([
            "account": .text(health.account), "zone": .text(health.zone.id), "today": .text("\(standing.today)"),
            "record": .maybe(followed?.record.id.text), "stage": .maybe(followed?.record.stage),
            "health": EscalationJSON.health(standing),
          ]))
        return
      }
      Output.line(Output.visible(health.account))
      let record = followed.map { followed in
        let record = followed.record
        let grade = record.stage.map { "stage \($0)" } ?? record.level ?? record.severity ?? ""
        return ("  record", "\(record.id) \(grade), opened \(record.opened.words(in: session.zone))")
      }
      HealthText(standing: standing, marks: followed?.marks ?? []).print(after: record.map { [$0] } ?? [])
    }
  }

  /// The open record that follows an account's scores.
  private struct Followed {
    let record: Escalation
    let standing: HealthStanding
    let marks: [(LocalDate, Sparkline.Mark)]

    init?(_ id: EscalationID, _ health: AccountHealth, _ store: SQLiteStore, _ session: Session) throws {
      guard let history = try store.history(of: id) else { return nil }
      let policies = try store.policies()
      guard let record = try Escalation.replayIfOpened(history, policies: policies, now: session.now),
        record.status.isOpen,
        let playbook = try policies.policy(record.edition).playbooks[record.playbook]?.value,
        let own = record.health(of: playbook, zone: health.zone, now: session.now)
      else { return nil }
      self.record = record
      // All that the account's register knows, read by the rules that this record stands under.
      standing = HealthStanding(
        HealthReading(
          scores: health.standing.reading.scores, trigger: record.work.trigger, policy: own.reading.policy),
        needed: own.needed, today: own.today)
      marks = record.healthMarks(history, zone: health.zone)
    }
  }

  struct Listing: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the accounts that have scores, the lowest first.")
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let session = try global.session()
      let store = try session.store()
      _ = try HealthCommand.playbooks(store)
      let all = try store.healthOfAll(days: Listing.cells, now: session.now).sorted { a, b in
        (a.standing.latest?.composite ?? 0, a.account) < (b.standing.latest?.composite ?? 0, b.account)
      }
      if json {
        Output.json(.list(all.map(element)))
      } else {
        Output.table(all.map(row), header: ["account", "score", "band", "trend", "date", "above", "record", "scores"])
      }
    }

    /// As many dates as a row's sparkline has cells.
    private static let cells = 30

    private func row(_ health: AccountHealth) -> [String] {
      let standing = health.standing
      let first = standing.today.adding(days: 1 - Listing.cells)
      let line = Sparkline(
        standing.reading.scores, over: first...standing.today, width: Listing.cells, policy: standing.reading.policy)
      return [
        health.account, standing.latest.map { "\($0.composite)" } ?? "-", standing.band?.rawValue ?? "-",
        standing.trend?.rawValue ?? "-", standing.latest.map { "\($0.date)" } ?? "-",
        "\(standing.reading.streak)/\(standing.needed)", health.openRecord?.text ?? "-", line.row(.ofLocale),
      ]
    }

    private func element(_ health: AccountHealth) -> JSONValue {
      let standing = health.standing
      return .object([
        "account": .text(health.account), "score": .maybe(standing.latest.map { Int64($0.composite) }),
        "band": .maybe(standing.band?.rawValue), "trend": .maybe(standing.trend?.rawValue),
        "date": .maybe(standing.latest?.date), "streak": .int(Int64(standing.reading.streak)),
        "needed": .int(Int64(standing.needed)), "red_streak": .int(Int64(standing.reading.redStreak)),
        "record": .maybe(health.openRecord?.text),
      ])
    }
  }
}
