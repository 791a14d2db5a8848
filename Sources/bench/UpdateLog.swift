import EscalationDomain

/// A made-up audit log of incidents such as ServiceNow exports: one row is one update of one incident, an incident's
/// rows stand together, and the columns are that system's own.
struct UpdateLog {
  let now: Instant
  private var dice: Dice

  init(now: Instant, seed: UInt64 = 20_160_229) {
    self.now = now
    dice = Dice(seed: seed)
  }

  static let columns = [
    "number", "incident_state", "active", "reassignment_count", "reopen_count", "sys_mod_count", "made_sla",
    "caller_id",
    "opened_by", "opened_at", "sys_created_by", "sys_created_at", "sys_updated_by", "sys_updated_at", "contact_type",
    "location", "category", "subcategory", "u_symptom", "cmdb_ci", "impact", "urgency", "priority", "assignment_group",
    "assigned_to", "knowledge", "u_priority_confirmation", "notify", "problem_id", "rfc", "vendor", "caused_by",
    "closed_code", "resolved_by", "resolved_at", "closed_at",
  ]

  /// Writes so many rows.
  mutating func write(to path: String, rows: Int) throws {
    try GrowingFile.write(path) { write in
      try write(UpdateLog.columns.joined(separator: ",") + "\n")
      var (left, number) = (rows, 0)
      while left > 0 {
        number += 1
        for line in incident(number).prefix(left) {
          try write(line)
          left -= 1
        }
      }
    }
  }

  /// A life of an incident: two to a dozen updates, the last ones resolved and closed.
  private mutating func incident(_ number: Int) -> [String] {
    let opened = now + -dice.number(3 * 86_400...500 * 86_400)
    var at = opened
    var row: [String: String] = [
      "number": "INC\(1_000_000 + number)", "caller_id": "Caller \(dice.number(1...5_000))",
      "opened_by": "Opened by \(dice.number(1...200))", "opened_at": spelled(opened),
      "sys_created_at": spelled(opened), "contact_type": "Phone", "location": "Location \(dice.number(1...220))",
      "category": "Category \(dice.number(1...55))", "subcategory": "Subcategory \(dice.number(1...250))",
      "u_symptom": dice.falls(70) ? "Symptom \(dice.number(1...500))" : "?", "impact": "2 - Medium",
      "urgency": "2 - Medium", "assignment_group": "Group \(dice.number(1...70))", "notify": "Do Not Notify",
      "priority": dice.pick(weighted: [(2, "1 - Critical"), (4, "2 - High"), (88, "3 - Moderate"), (6, "4 - Low")]),
    ]
    var states = ["New"]
    for _ in 0..<dice.number(0...6) {
      states.append(
        dice.pick(weighted: [(65, "Active"), (25, "Awaiting User Info"), (5, "Awaiting Problem"), (5, "New")]))
    }
    states += dice.falls(6) ? ["Resolved", "Active", "Resolved", "Closed"] : ["Resolved", "Closed"]
    return states.enumerated().map { count, state in
      row["incident_state"] = state
      row["active"] = state == "Closed" ? "false" : "true"
      row["sys_mod_count"] = "\(count)"
      row["sys_updated_by"] = "Updated by \(dice.number(1...800))"
      row["sys_updated_at"] = spelled(at)
      if state != "New", dice.falls(40) { row["assigned_to"] = "Resolver \(dice.number(1...230))" }
      if dice.falls(2) { row["priority"] = dice.pick(["2 - High", "3 - Moderate"]) }
      let pause: Int64 = dice.falls(70) ? 7_200 : 86_400
      at = min(now, at + dice.number(60...pause))
      return UpdateLog.columns.map { row[$0] ?? "?" }.joined(separator: ",") + "\n"
    }
  }

  /// `29/2/2016 07:38`.
  private func spelled(_ instant: Instant) -> String {
    let local = Zone.utc.local(instant)
    let (hour, minute) = (local.secondOfDay / 3600, local.secondOfDay / 60 % 60)
    return "\(local.date.day)/\(local.date.month)/\(local.date.year) "
      + "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
