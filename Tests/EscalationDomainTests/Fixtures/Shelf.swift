@testable import EscalationDomain

/// Several logs as a store would read them; all under the first one's policies.
struct Shelf: RecordReading {
  var logs: [Log]

  init(_ logs: Log...) { self.logs = logs }

  func eachHistory(
    touching window: Range<Instant>, now: Instant, _ body: (History, PolicyBook) throws -> Void
  ) throws {
    for log in logs { try body(log.history, log.policies) }
  }
}

extension Log {
  /// The same under another id.
  func named(_ id: EscalationID) -> Log {
    var log = self
    for index in log.events.indices { log.events[index].escalation = id }
    return log
  }
}
