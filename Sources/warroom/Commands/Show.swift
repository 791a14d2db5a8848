import ArgumentParser
import EscalationDomain
import EscalationStore
import Interchange

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one escalation: its clocks, contacts and timeline.")
  @Argument(help: "The escalation's id, as list shows it.") var id: String
  @Flag(help: "As JSON.") var json = false
  @OptionGroup var global: GlobalOptions

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
    do {
      record = try Escalation.replay(history, policies: policies, now: session.now)
    } catch {
      throw try CommandFailure(error, about: id, zone: session.zone)
    }
    policy = try policies.policy(record.edition)
  }
}
