import EscalationDomain
import GRDB

extension PolicyReader {
  /// Every edition in the tables. O(texts of all editions).
  func book(_ db: Database) throws -> PolicyBook {
    let rows = try Row.fetchAll(
      db, sql: "SELECT edition, kind, id, version, text, installed FROM policy ORDER BY edition, kind")
    var policy = Policy(edition: 0, installed: Instant(0), playbooks: [:], calendars: [:], defaultCalendar: "")
    var book: PolicyBook?
    for (index, row) in rows.enumerated() {
      let edition = try row.decode(Int.self, atIndex: 0)
      policy.edition = edition
      policy.installed = Instant(try row.decode(Int64.self, atIndex: 5))
      try add(
        PolicyText.Kind(rawValue: try row.decode(String.self, atIndex: 1)), id: try row.decode(String.self, atIndex: 2),
        version: try row.decode(Int.self, atIndex: 3), text: try row.decode(String.self, atIndex: 4), to: &policy)
      let last = try index == rows.count - 1 || rows[index + 1].decode(Int.self, atIndex: 0) != edition
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
