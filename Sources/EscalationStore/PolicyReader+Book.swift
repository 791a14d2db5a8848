import EscalationDomain
import GRDB

extension PolicyReader {
  /// One installed text with the edition that it came with.
  struct Installed {
    var edition: Int
    var installed: Instant
    var kind: String
    var id: String
    var version: Int
    var text: String
  }

  /// Every text in the tables, by edition. O(texts of all editions).
  static func texts(_ db: Database) throws -> [Installed] {
    try Row.fetchAll(
      db, sql: "SELECT edition, installed, kind, id, version, text FROM policy ORDER BY edition, kind"
    ).map { row in
      Installed(
        edition: try row.decode(Int.self, atIndex: 0), installed: Instant(try row.decode(Int64.self, atIndex: 1)),
        kind: try row.decode(String.self, atIndex: 2), id: try row.decode(String.self, atIndex: 3),
        version: try row.decode(Int.self, atIndex: 4), text: try row.decode(String.self, atIndex: 5))
    }
  }

  /// Every edition, as these texts make them. O(texts).
  func book(_ texts: [Installed]) throws -> PolicyBook {
    var policy = Policy(edition: 0, installed: Instant(0), playbooks: [:], calendars: [:], defaultCalendar: "")
    var book: PolicyBook?
    for (index, text) in texts.enumerated() {
      (policy.edition, policy.installed) = (text.edition, text.installed)
      try add(PolicyText.Kind(rawValue: text.kind), id: text.id, version: text.version, text: text.text, to: &policy)
      let last = index == texts.count - 1 || texts[index + 1].edition != text.edition
      if last { if book == nil { book = PolicyBook(policy) } else { book?.add(policy) } }
    }
    guard let book else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "no policy is installed") }
    return book
  }

  func add(_ kind: PolicyText.Kind?, id: String, version: Int, text: String, to policy: inout Policy) throws {
    switch kind {
    case .playbook: policy.playbooks[id] = Versioned(version: version, value: try playbook(text))
    case .calendar:
      policy.calendars[id] = Versioned(version: version, value: WorkingTimeline(try calendar(text)))
    case .defaultCalendar: policy.defaultCalendar = text
    case nil: throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an unknown kind of policy is installed")
    }
  }
}
