import EscalationDomain

/// A quarter's retrospective as Markdown: each question, its answer in a sentence, and the table behind it.
public struct RetrospectiveMarkdown {
  let look: Retrospective
  private(set) var lines: [String] = []

  public static func text(_ look: Retrospective) -> String {
    var page = RetrospectiveMarkdown(look: look)
    page.write()
    return page.lines.joined(separator: "\n") + "\n"
  }

  private mutating func write() {
    let total = look.counted.total + look.left
    lines.append("# Retrospective \(look.quarter)")
    let last = look.zone.local(look.window.upperBound + -1).date
    let span = "from \(look.zone.local(look.window.lowerBound).date) to \(last) (\(look.zone.id))"
    guard total > 0 else {
      say("No escalation was closed \(span).")
      return
    }
    say("\(count(total, "escalation")) closed \(span).")
    outcomes()
    causes()
    entry()
    interventions()
    preventions()
    gates()
  }

  // MARK: The questions

  private mutating func outcomes() {
    heading("How did they end?")
    let named: [(String, Closing.Outcome?)] =
      Closing.Outcome.allCases.map { ($0.rawValue.replacing("-", with: " "), $0) } + [("not recorded", nil)]
    let rows = named.filter { look.outcomes[$0.1, default: 0] > 0 }.map {
      [$0.0, "\(look.outcomes[$0.1, default: 0])"]
    }
    table(["outcome", "records"], rows)
    if look.outcomes[.churned] != nil {
      let sums = look.churned.totals.amounts.map(\.description).joined(separator: "; ")
      let unknown = look.churned.unknown
      say(
        "Churned ARR: \(sums.isEmpty ? "none recorded" : sums)"
          + (unknown > 0 ? "; \(count(unknown, "churned record")) without an ARR." : "."))
    }
    if look.left > 0 { say("Withdrawn ones and duplicates are left out below.") }
  }

  private mutating func causes() {
    heading("What was the commonest root cause?")
    let names = look.commonestCauses
    if names.isEmpty {
      say("Nobody wrote one down.")
    } else {
      let of = "\(look.rankedCauses.first?.count.total ?? 0) of \(look.counted.total)"
      say("\(names.map(cell).joined(separator: ", ")): \(of)\(names.count > 1 ? " each" : "").")
    }
    fates("category", look.rankedCauses.map { ($0.name, $0.count) }, without: ("not written down", look.withoutCause))
  }

  private mutating func entry() {
    heading("Did earlier entry recover more often?")
    let early = share(look.early)
    let late = share(look.late)
    switch look.earlyRecovered {
    case .more: say("Yes: opened 90 days or more before the renewal \(early), later \(late).")
    case .less: say("No: opened 90 days or more before the renewal \(early), later \(late).")
    case .same: say("Neither: opened 90 days or more before the renewal \(early), later \(late).")
    case .unknown: say("It cannot be told: opened 90 days or more before the renewal \(early), later \(late).")
    }
    fates(
      "days before renewal", look.byLeadTime.sorted { $0.key < $1.key }.map { ($0.key.words, $0.value) },
      without: ("no renewal date", look.withoutRenewal))
    fates("grade at opening", look.byEntry.entries.map { ($0.name, $0.count) })
  }

  private mutating func interventions() {
    heading("Which interventions worked?")
    if look.interventions.isEmpty { say("Nobody stated one.") }
    fates(
      "last intervention stated", look.rankedInterventions.map { ($0.name, $0.count) },
      without: ("none stated", look.withoutIntervention))
  }

  private mutating func preventions() {
    heading("What would have prevented most?")
    if look.preventions.isEmpty { say("Nobody wrote a prevention item down.") }
    let rows = look.rankedPreventions.map { entry -> [String] in
      let fate = entry.count.fate
      let sums = entry.count.churned.totals.amounts.map(\.description).joined(separator: "; ")
      return [entry.name, "\(fate.total)", "\(fate.lost)", sums.isEmpty ? "-" : sums]
    }
    let without = look.withoutPrevention
    table(
      ["prevention", "records", "lost", "churned ARR"],
      rows + (without.total > 0 ? [["none written down", "\(without.total)", "\(without.lost)", "-"]] : []))
  }

  private mutating func gates() {
    heading("Which gates were passed over?")
    if look.overrides.isEmpty { say("None.") }
    table(
      ["record", "gate", "who", "as", "why", "when"],
      look.overrides.map {
        [
          $0.id.text, $0.gate, $0.stamp.by, $0.authority, $0.stamp.why ?? "no reason given",
          $0.stamp.at.dayAndTime(in: look.zone),
        ]
      })
  }

  // MARK: Markdown

  private mutating func fates(
    _ name: String, _ rows: [(String, Retrospective.Fate)], without: (String, Retrospective.Fate)? = nil
  ) {
    let all = rows + (without.map { $0.1.total > 0 ? [$0] : [] } ?? [])
    table(
      [name, "records", "recovered", "lost", "end not recorded", "recovered %"],
      all.map { name, fate in
        [name, "\(fate.total)", "\(fate.recovered)", "\(fate.lost)", "\(fate.unknown)", fate.recovery?.text ?? "-"]
      })
  }

  private func share(_ fate: Retrospective.Fate) -> String {
    guard let recovery = fate.recovery else { return "none whose end is known" }
    return "\(fate.recovered) of \(fate.recovered + fate.lost) recovered (\(recovery.text) %)"
  }

  private mutating func heading(_ text: String) { lines += ["", "## \(text)"] }
  private mutating func say(_ text: String) { lines += ["", text] }

  private mutating func table(_ header: [String], _ rows: [[String]]) {
    guard !rows.isEmpty else { return }
    lines += ["", row(header), row(header.map { _ in "---" })] + rows.map { row($0.map(cell)) }
  }

  private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  /// Outside text on one line, with nothing in it that ends a cell or that a page would run.
  private func cell(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.reduce(into: "") { text, character in
      if "\\|`*_<>[]".contains(character) { text.append("\\") }
      text.append(character)
    }
  }

  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
