import ArgumentParser
import EscalationDomain
import EscalationStore
import Interchange

struct Signals: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "signals",
    abstract: "List what speaks for opening an escalation, and what holds by itself for an account now.")
  @Option(help: "Only this playbook's; for an account, by default the one that governs it, else all.")
  var playbook: String?
  @Option(help: "Measure them against this account.") var account: String?
  @Option(help: ArgumentHelp("A sum in dispute: “IDR 12,000,000”.", valueName: "money")) var amount: String?
  @Flag(help: "As JSON.") var json = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.session()
    let store = try session.store()
    let policy = try store.policies().current
    let facts = try account.map { name in
      guard let facts = try store.account(name) else {
        throw CommandFailure(.noInput, "nothing is known of an account “\(name)”; account list shows the names")
      }
      return facts
    }
    let governing = try facts.flatMap { try store.team(now: session.now).playbook(for: $0) }
    if let id = playbook, policy.playbooks[id] == nil {
      throw Refusal.unknownPlaybook(id, known: policy.playbooks.keys.sorted())
    }
    let books = policy.playbooks.filter { (playbook ?? governing).map([$0.key].contains) ?? true }
      .sorted { $0.key < $1.key }.map(\.value.value)
    let measured = facts != nil || amount != nil
    let disputed = try amount.map { try Money(parsing: $0) }
    let known = books.map { book in
      let account = facts ?? AccountFacts(name: "")
      let zone = policy.zone(of: account, playbook: book.id)
      return (book, OpeningFacts(account: account, zone: zone, now: session.now, disputed: disputed))
    }
    if json {
      let signals = known.flatMap { book, facts in
        book.readings(facts).map { EscalationJSON.signal($0, playbook: book.id, measured: measured) }
      }
      return Output.json(.list(signals))
    }
    for (book, facts) in known { show(book, facts, measured: measured) }
  }

  private func show(_ book: Playbook, _ facts: OpeningFacts, measured: Bool) {
    Output.table(
      book.readings(facts).map { reading in
        let signal = reading.signal
        let bound = [signal.from.map { "from \($0)" }, signal.above.map { "above \($0)" }].compactMap(\.self)
        let holds = reading.holds.map { $0 ? "holds" : "does not hold" } ?? "to be judged"
        return [book.id, signal.id, signal.suggests ?? "-"] + (measured ? [holds] : [])
          + [measured ? reading.sentence : ([signal.label] + bound).joined(separator: ", ")]
      })
    guard measured else { return }
    let suggestion = Suggestion(book, facts)
    if let grade = suggestion.grade {
      Output.line(Output.visible("\(book.id): the facts suggest \(grade.id): \(suggestion.sentence)"))
    }
  }
}
