import EscalationDomain
import GRDB

/// Accounts as their register and their escalations tell of them.
struct Customers {
  let db: Database
  let policies: PolicyBook
  /// Leaves out what was written down later.
  var knownAt: Instant?

  private static let butScores = #"substr(fact, 1, 9) <> '{"scored"'"#

  /// The account as people spell it: as its last escalation does, else as the register did first.
  func spelled(_ name: String) throws -> String {
    var spelled: String?
    try db.eachRow(
      """
      SELECT account FROM escalation WHERE account = ? COLLATE NOCASE AND \(SQLiteStore.visible)
      ORDER BY changed DESC LIMIT 1
      """, [name.databaseValue]
    ) { spelled = try $0.text(0) }
    if let spelled { return spelled }
    try db.eachRow(
      "SELECT subject FROM register INDEXED BY register_by_subject WHERE kind = 'account' AND subject = ? LIMIT 1",
      [name.databaseValue]
    ) { spelled = try $0.text(0) }
    return spelled ?? name
  }

  /// The register without its scores. O(entries but scores).
  func account(_ name: String, now: Instant? = nil) throws -> Account {
    let entries = try RegisterTable(db: db).entries(
      of: name, .account, as: AccountFact.self, where: Customers.butScores, knownAt: knownAt)
    return Account(name: name, entries: entries.filter { entry in now.map { entry.occurred <= $0 } ?? true })
  }

  /// Accounts that the register says more of than their scores.
  func described() throws -> [String] {
    var names: [String] = []
    try db.eachRow(
      "SELECT subject FROM register WHERE kind = 'account' AND \(Customers.butScores) GROUP BY subject ORDER BY subject"
    ) { names.append(try $0.text(0)) }
    return names
  }

  /// Nil where neither the register nor an escalation knows of it. One replay.
  func customer(_ name: String, now: Instant? = nil) throws -> Customer? {
    var newest: (found: SQLiteStore.Found, status: Status?, ended: Instant?)?
    try db.eachRow(
      """
      SELECT key, id, batch, status, ended FROM escalation WHERE account = ? COLLATE NOCASE AND \(SQLiteStore.visible)
      ORDER BY status IN ('new', 'active', 'paused') DESC, changed DESC LIMIT 1
      """, [name.databaseValue]
    ) { newest = (try SQLiteStore.Found($0), Status(rawValue: try $0.text(3)), try $0.instant(4)) }
    let account = try account(name, now: now)
    let told = try newest.flatMap { try lastFacts($0.found) }
    let description = account.description?.facts
    let facts: AccountFacts?
    if newest?.status?.isOpen ?? false {
      facts = told?.filled(by: description)
    } else if let ended = newest?.ended, let described = account.described, described >= ended {
      // What was taken away since stays away.
      facts = description
    } else {
      facts = description?.filled(by: told) ?? told
    }
    guard facts != nil || !account.executives.isEmpty else { return nil }
    return try customer(facts ?? AccountFacts(name: spelled(name)), account, record: followed(name, at: now))
  }

  /// The same of an account that nothing may be known of.
  func anyCustomer(_ name: String, now: Instant? = nil) throws -> Customer {
    if let customer = try customer(name, now: now) { return customer }
    return customer(AccountFacts(name: try spelled(name)), Account(name: name), record: nil)
  }

  private func customer(_ facts: AccountFacts, _ account: Account, record: Followed?) -> Customer {
    let playbook = policies.current.healthPlaybook(last: record?.playbook)
    return Customer(
      facts: facts, csm: account.description?.csm, executives: account.executives,
      zone: policies.current.zone(of: facts, playbook: playbook?.id), openRecord: record?.found.id)
  }

  private func lastFacts(_ found: SQLiteStore.Found) throws -> AccountFacts? {
    let history = try EventTable(db: db).history(key: found.key, id: found.id)
    guard let end = history.events.last?.occurred else { return nil }
    return try Escalation.replayIfOpened(history, policies: policies, now: end)?.account
  }

  /// The account's escalations under whatever playbook that are not over, each with its facts: the open ones, the
  /// resolved ones, and of the closed ones those with a clock that lives on.
  func unfinished(_ name: String) throws -> [(found: SQLiteStore.Found, facts: AccountFacts)] {
    var unfinished: [SQLiteStore.Found] = []
    try db.eachRow(
      """
      SELECT key, id, batch FROM escalation WHERE account = ? COLLATE NOCASE
      AND (status IN ('new', 'active', 'paused', 'resolved') OR EXISTS (SELECT 1 FROM clock WHERE escalation = key))
      AND \(SQLiteStore.visible) ORDER BY key
      """, [name.databaseValue]
    ) { unfinished.append(try SQLiteStore.Found($0)) }
    return try unfinished.compactMap { found in try lastFacts(found).map { (found, $0) } }
  }

  // MARK: Records that follow scores

  /// An escalation of an account under a playbook that follows scores.
  struct Followed {
    var found: SQLiteStore.Found
    var playbook: String
    var owner: String?
    var opened: Instant
    var ended: Instant?
  }

  /// Those that are open, or that may yet be closed: what is resolved still counts its days above the threshold.
  func followed(_ name: String, open: Bool) throws -> [Followed] {
    try followed(name, statuses: open ? Status.allCases.filter(\.isOpen) : [.new, .active, .paused, .resolved])
  }

  /// The one that was open then, or is now.
  func followed(_ name: String, at now: Instant?) throws -> Followed? {
    guard let now else { return try followed(name, open: true).first }
    return try followed(name, statuses: Status.allCases).first { record in
      record.opened <= now && record.ended.map { $0 > now } ?? true
    }
  }

  /// The one that ended last.
  func lastEnded(_ name: String) throws -> Followed? {
    try followed(name, statuses: [.resolved, .closed, .cancelled]).max { ($0.ended ?? .min) < ($1.ended ?? .min) }
  }

  private func followed(_ name: String, statuses: [Status]) throws -> [Followed] {
    let list = statuses.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    var all: [Followed] = []
    try db.eachRow(
      """
      SELECT key, id, batch, playbook, owner, opened, ended FROM escalation
      WHERE account = ? COLLATE NOCASE AND status IN (\(list)) AND \(SQLiteStore.visible) ORDER BY opened DESC, key DESC
      """, [name.databaseValue]
    ) { row in
      all.append(
        Followed(
          found: try SQLiteStore.Found(row), playbook: try row.text(3), owner: try row.maybeText(4),
          opened: Instant(try row.int(5)), ended: try row.instant(6)))
    }
    return all.filter { policies.followsScores($0.playbook) }
  }
}

extension PolicyBook {
  /// Whether any edition of the playbook follows health scores.
  func followsScores(_ playbook: String) -> Bool {
    editions.values.contains { $0.playbooks[playbook]?.value.health != nil }
  }
}
