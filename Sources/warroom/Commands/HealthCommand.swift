import ArgumentParser
import EscalationDomain
import EscalationStore
import Interchange

struct HealthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "health", abstract: "Health scores of accounts, and the records they open by themselves.",
    subcommands: [Listing.self, ShowAccount.self, Record.self, Importing.self])

  /// The health policies of a store; without any, scores would mean nothing.
  static func playbooks(_ store: SQLiteStore) throws -> [Playbook] {
    let playbooks = try store.policies().current.healthPlaybooks
    guard !playbooks.isEmpty else {
      throw CommandFailure(
        .configuration, "no installed playbook follows health scores; playbook install one that has a health part")
    }
    return playbooks
  }

  struct Record: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "record", abstract: "Write down an account's score; of a day's scores the last one counts.")
    @Argument(help: "The account's name.") var account: String
    @Option(help: "The composite score, 0 to 100.") var composite: Int
    @Option(help: "How much the product is used, 0 to 100.") var usage: Int?
    @Option(help: "The relationship, 0 to 100.") var relationship: Int?
    @Option(help: "How support goes, 0 to 100.") var support: Int?
    @Option(help: "The financial side, 0 to 100.") var financial: Int?
    @Option(
      help: ArgumentHelp(
        "Any dimension of the playbook: usage=30; may be given more than once.", valueName: "name=score"))
    var dimension: [String] = []
    @Option(help: ArgumentHelp("The account's local date, if not today.", valueName: "date")) var date: String?
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let session = try global.session()
      let store = try session.storeForWriting()
      let known = try HealthCommand.playbooks(store).flatMap { $0.health?.dimensions ?? [] }
      let dimensions = try dimensions(known)
      let given = try date.map { text in
        guard let date = try warroom.date(text) else { throw CommandFailure(.usage, "a score needs a date") }
        return date
      }
      let outcome = try session.retrying(isDated: false) { session in
        let zone = try store.customer(account, now: session.now)?.zone ?? HealthCommand.zone(store)
        let score = HealthScore(
          date: given ?? zone.local(session.now).date, composite: composite, dimensions: dimensions)
        let act = Act(actor: session.actor, now: session.now)
        guard let outcome = try store.record([AccountScore(account, score)], act: act).first else {
          throw Refusal.nothingToChange
        }
        return (score, outcome)
      }
      try report(outcome.0, outcome.1, store, session)
    }

    private func dimensions(_ known: [String]) throws -> [HealthScore.Dimension] {
      let own = [("usage", usage), ("relationship", relationship), ("support", support), ("financial", financial)]
      var all = own.compactMap { name, score in score.map { HealthScore.Dimension(name, $0) } }
      for text in dimension {
        let parts = text.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let name = String(parts[0]).nonEmpty, let score = Int(parts[1]) else {
          throw CommandFailure(.usage, "“\(text)” is no dimension with its score; write usage=30")
        }
        all.append(HealthScore.Dimension(name, score))
      }
      for (index, dimension) in all.enumerated() {
        guard known.contains(dimension.name) else {
          throw CommandFailure(
            .usage, "no playbook knows the dimension “\(dimension.name)”; known: \(known.joined(separator: ", "))")
        }
        if all[..<index].contains(where: { $0.name == dimension.name }) {
          throw CommandFailure(.usage, "the dimension \(dimension.name) is given twice")
        }
      }
      return all
    }

    private func report(
      _ score: HealthScore, _ outcome: ScoreOutcome, _ store: SQLiteStore, _ session: Session
    ) throws {
      if case .refused(let refusal) = outcome { throw refusal }
      var opened: EscalationID?
      if case .opened(let id) = outcome { opened = id }
      guard let health = try store.health(of: account, days: 30, now: session.now) else { return }
      if json {
        Output.json(
          .object([
            "account": .text(health.account), "recorded": EscalationJSON.score(score),
            "changed": .bool(outcome != .unchanged), "opened": .maybe(opened?.text),
            "health": EscalationJSON.health(health.standing),
          ]))
        return
      }
      let standing = health.standing
      let band = standing.reading.policy.band(score.composite).rawValue
      let known = outcome == .unchanged ? ", known already" : ""
      Output.line(Output.visible("\(health.account) \(score.composite) \(band) on \(score.date)\(known)"))
      if let opened { Output.line(Output.visible("  opened \(opened): the score asks for it")) }
      let (reading, needed) = (standing.reading, standing.needed)
      Output.line("  \(reading.streak) of \(needed) days above \(reading.policy.red)")
    }
  }

  struct Importing: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Take scores from a CSV file or JSON lines; nothing is written twice.",
      discussion: """
        A row has account, date (2026-03-01, the account's local date), composite (0 to 100) and a column for each \
        dimension of the playbook; in JSON the dimensions may stand in an object of that name. Bad rows are told of \
        and left out, the others are kept.
        """)
    @Argument(help: "The file.") var file: String
    @Flag(help: "Report as JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let session = try global.session()
      let store = try session.storeForWriting()
      var dimensions: [String] = []
      for name in try HealthCommand.playbooks(store).flatMap({ $0.health?.dimensions ?? [] })
      where !dimensions.contains(name) {
        dimensions.append(name)
      }
      let importing = ScoreImport(file: file, dimensions: dimensions)
      let report: ScoreImport.Report
      do {
        report = try importing.run(
          zone: session.zone, refused: { ProcessEnd.writeError("warroom: " + Output.visible($0)) },
          record: { scores in
            try session.retrying(isDated: false) { session in
              try store.record(scores, act: Act(actor: session.actor, now: session.now))
            }
          })
      } catch let failure as ImportFailure {
        throw CommandFailure(failure.kind, failure.sentence)
      }
      print(report)
      let bad = report.refused.count
      if bad > 0 {
        throw CommandFailure(
          .badData, "\(Output.count(bad, "bad row")) of \(report.rows) left out; the others are on record")
      }
    }

    private func print(_ report: ScoreImport.Report) {
      if json {
        Output.json(
          .object([
            "rows": .int(Int64(report.rows)), "written": .int(Int64(report.written)),
            "unchanged": .int(Int64(report.unchanged)), "superseded": .int(Int64(report.superseded)),
            "opened": .texts(report.opened.map(\.text)), "refused": .texts(report.refused),
          ]))
        return
      }
      let superseded = report.superseded > 0 ? ", \(report.superseded) with a later one of the same day" : ""
      Output.line(
        "\(Output.count(report.rows, "row")): \(Output.count(report.written, "score")) written, "
          + "\(report.unchanged) known already\(superseded)")
      if !report.opened.isEmpty {
        Output.line(
          Output.visible(
            "\(Output.count(report.opened.count, "record")) opened: \(report.opened.map(\.text).joined(separator: ", "))"
          ))
      }
    }
  }

  /// The zone of an account that nothing is known of.
  static func zone(_ store: SQLiteStore) throws -> Zone {
    let policy = try store.policies().current
    return policy.zone(of: AccountFacts(name: ""), playbook: policy.healthPlaybook(last: nil)?.id)
  }
}
