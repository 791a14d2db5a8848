/// What `show --json` says of an escalation, in lines as a table writes them.
struct LifeLook {
  let record: LifeRow

  /// Every cycle of these rules, or of all: `first-response#1 met due 03-16 08:00 ended 03-16 08:00`.
  func clocks(_ rules: String...) -> [String] {
    let all = record.rows("clocks")
    return rules.isEmpty ? all.map(clock) : rules.flatMap { rule in all.filter { $0.text("rule") == rule }.map(clock) }
  }

  /// The newest cycle of each of these rules.
  func latest(_ rules: String...) -> [String] {
    rules.compactMap { rule in record.rows("clocks").last { $0.text("rule") == rule }.map(clock) }
  }

  /// The clocks that are not over.
  var running: [String] { record.rows("clocks").filter { $0.text("ended") == nil }.map(clock) }

  /// How far a cadence came this week: `1 of 3 served, 1 missed, 2 days left`.
  func slots(_ rule: String) -> String? {
    guard let slots = record.rows("clocks").last(where: { $0.text("rule") == rule })?.row("slots"),
      let (served, all) = slots.text("served").flatMap({ served in slots.text("of").map { (served, $0) } })
    else { return nil }
    return "\(served) of \(all) served, \(slots.text("missed") ?? "-") missed, "
      + "\(slots.text("working_days_left") ?? "-") days left"
  }

  private func clock(_ row: LifeRow) -> String {
    let deadline = row.time("deadline")
    let breached = row.time("breached_at")
    return [
      "\(row.text("rule") ?? "")#\(row.text("cycle") ?? "") \(row.text("state") ?? "")",
      row.time("opens").map { "opens \($0)" }, deadline.map { "due \($0)" },
      row.time("ended").map { "ended \($0)" }, breached == deadline ? nil : breached.map { "breached \($0)" },
      row.text("waiting_for").map { "waits for \($0)" }, row.isTrue("by_reclassification") ? "reclassified" : nil,
      row.isTrue("corrected") ? "corrected" : nil,
    ].compactMap { $0 }.joined(separator: " ")
  }

  /// Who must hear, with proof: `AE | email | told ann 03-16 03:25`.
  var obligations: [String] {
    record.rows("obligations").map { row in
      "\(row.text("stakeholder") ?? "") | \(row.text("channel") ?? "-") | \(row.text("state") ?? "")"
        + stamp(row) + (row.text("note").map { ": \($0)" } ?? "")
    }
  }

  /// Every item of a list that is asked for: `register done ann 03-17 04:10`.
  func checklist(_ list: String) -> [String] {
    record.rows("checklist").filter { $0.text("checklist") == list }.map { row in
      "\(row.text("item") ?? "") \(row.text("state") ?? "")" + (row.text("need") == "yes" ? "" : " if needed")
        + stamp(row)
    }
  }

  /// `running 0 of 3`: decided of asked, list by list, besides what the daily room asks.
  var lists: [String] {
    var names: [String] = []
    let rows = record.rows("checklist").filter { !["daily", "until-done"].contains($0.text("when")) }
    for name in rows.compactMap({ $0.text("checklist") }) where !names.contains(name) { names.append(name) }
    return names.map { name in
      let own = rows.filter { $0.text("checklist") == name }
      return "\(name) \(own.count { $0.text("state") != "open" }) of \(own.count)"
    }
  }

  var gates: [String] { record.rows("gates").map(LifeLook.gate) }

  /// A gate of a record, or of the answer of a refused closing.
  static func gate(_ row: LifeRow) -> String {
    "\(row.text("id") ?? "") \(row.text("state") ?? "")" + (row.row("missing").text("text").map { ": \($0)" } ?? "")
      + (row.text("as").map { " as \($0)" } ?? "") + stamp(row)
  }

  /// `assign | CSM | CSM | CS manager | done ann 03-16 04:00`: accountable, responsible, consulted.
  var steps: [String] {
    record.rows("steps").map { row in
      let who = ["accountable", "responsible", "consulted"].compactMap(row.text).filter { !$0.isEmpty }
      return ([row.text("id") ?? ""] + who + [(row.text("state") ?? "") + stamp(row)]).joined(separator: " | ")
    }
  }

  /// `unresolved called 03-05 15:00 → CS manager`.
  var paths: [String] {
    record.rows("paths").map { row in
      "\(row.text("id") ?? "") \(row.text("state") ?? "")" + (row.time("called_since").map { " \($0)" } ?? "")
        + stamp(row) + " → \(row.text("to") ?? "")" + (row.text("note").map { ": \($0)" } ?? "")
    }
  }

  /// What was sent: `acknowledgement to 李明 by email, acknowledgement, next 03-04 17:00`.
  var messages: [String] {
    record.rows("messages").map { row in
      let effects = row.text("counts_as") ?? ""
      let way = row.text("channel").map { " by \($0)" } ?? ""
      return [
        "\(row.text("template") ?? "free") to \(row.text("to") ?? "")\(way)",
        effects.isEmpty ? nil : effects, row.time("next").map { "next \($0)" },
      ].compactMap { $0 }.joined(separator: ", ")
    }
  }

  /// The last message by a template: its subject, if it has one, and its text.
  func sent(_ template: String) -> [String] {
    let message = record.rows("messages").last { $0.text("template") == template }
    return [message?.text("subject") ?? "", message?.text("body") ?? ""].filter { !$0.isEmpty }
  }

  /// Who, when and why; nothing where nobody did anything.
  private static func stamp(_ row: LifeRow) -> String {
    guard let by = row.text("by"), let at = row.time("at") else { return "" }
    return " \(by) \(at)" + (row.text("reason").map { " (\($0))" } ?? "")
  }

  private func stamp(_ row: LifeRow) -> String { LifeLook.stamp(row) }
}
