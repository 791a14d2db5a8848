import EscalationDomain

/// The register as CSV and as JSON: a line a risk or escalation, absent values empty or null.
public enum RegisterFields {
  /// One element of `register --json`: every name, whatever the kind, so that a script need not ask.
  public static func row(_ row: RegisterRow, tags: [String], now: Instant) -> JSONValue {
    switch row {
    case .escalation(let row, let ended):
      .object([
        "kind": .text("escalation"), "id": .text(row.id.text), "account": .text(row.account),
        "title": .text(row.title), "playbook": .text(row.playbook), "severity": .maybe(row.severity),
        "level": .maybe(row.level), "stage": .maybe(row.stage), "band": .int(Int64(row.band)),
        "status": .text(row.status.rawValue), "owner": .maybe(row.owner), "opened": .maybe(row.opened),
        "changed": .maybe(row.changed), "ended": .maybe(ended), "arr": .maybe(row.arr),
        "currency": .maybe(row.arr?.currency), "renewal": .maybe(row.renewal), "next_clock": .maybe(row.clock?.rule),
        "next_clock_label": .maybe(row.clock?.label),
        "next_clock_state": .maybe(row.clock?.state(at: now).rawValue), "next_deadline": .maybe(row.clock?.deadline),
        "category": .null, "likelihood": .null, "impact_score": .null, "inherent_score": .null,
        "residual_score": .null, "next_review": .null, "escalation": .null,
        "tags": .texts(tags),
      ])
    case .risk(let row, let life):
      .object([
        "kind": .text("risk"), "id": .text(row.id.text), "account": .text(row.account), "title": .text(row.title),
        "playbook": .null, "severity": .null, "level": .null, "stage": .null, "band": .null,
        "status": .text(row.status.rawValue), "owner": .maybe(row.owner), "opened": .maybe(life.registered),
        "changed": .maybe(life.changed), "ended": .maybe(life.ended), "arr": .maybe(row.arrExposed),
        "currency": .maybe(row.arrExposed?.currency), "renewal": .null, "next_clock": .null,
        "next_clock_label": .null, "next_clock_state": .null, "next_deadline": .null,
        "category": .maybe(row.category), "likelihood": .int(Int64(row.likelihood)),
        "impact_score": .int(Int64(row.impactScore)), "inherent_score": .int(Int64(row.inherent)),
        "residual_score": .maybe(row.residual.map(Int64.init)), "next_review": .maybe(row.nextReview),
        "escalation": .maybe(row.escalation), "tags": .texts(tags),
      ])
    }
  }

  /// `register --csv`: the columns in the order given, a header line, one line a row. Money takes two, for a spreadsheet
  /// adds up amounts only; tags stand as an import reads them.
  public static func csv(_ page: RegisterPage, columns: [RegisterColumn]) -> String {
    let names = columns.flatMap { $0 == .arr ? ["arr", "currency"] : [$0.rawValue] }
    var text = names.joined(separator: ",") + "\r\n"
    for row in page.rows {
      let tags = page.tags(of: row)
      let fields = columns.flatMap { column -> [String] in
        switch column {
        case .arr: [row.money?.decimal ?? "", row.money?.currency ?? ""]
        case .tags: [tags.joined(separator: ";")]
        default: [row.text(of: column) ?? ""]
        }
      }
      text += fields.map(ListCSV.field).joined(separator: ",") + "\r\n"
    }
    return text
  }
}

extension RegisterRow {
  /// The ARR of an escalation's account, or what a risk exposes.
  public var money: Money? {
    switch self {
    case .escalation(let row, _): row.arr
    case .risk(let row, _): row.arrExposed
    }
  }

  /// What a column says of it, exactly: instants ISO 8601 UTC. None where it has no such thing, and of tags: the page has
  /// them.
  public func text(of column: RegisterColumn) -> String? {
    switch self {
    case .escalation(let row, let ended): RegisterRow.text(of: column, row, ended)
    case .risk(let row, let life): RegisterRow.text(of: column, row, life)
    }
  }

  private static func text(of column: RegisterColumn, _ row: BoardRow, _ ended: Instant?) -> String? {
    switch column {
    case .kind: "escalation"
    case .id: row.id.text
    case .grade: row.severity ?? row.level ?? row.stage
    case .account: row.account
    case .title: row.title
    case .status: row.status.rawValue
    case .owner: row.owner
    case .clock: row.clock?.label
    case .due: row.clock?.deadline?.description
    case .arr: row.arr?.description
    case .renewal: row.renewal?.description
    case .playbook: row.playbook
    case .opened: row.opened.description
    case .changed: row.changed.description
    case .ended: ended?.description
    case .category, .likelihood, .impact, .score, .residual, .review, .promoted, .tags: nil
    }
  }

  private static func text(of column: RegisterColumn, _ row: RiskRow, _ life: RiskLife) -> String? {
    switch column {
    case .kind: "risk"
    case .id: row.id.text
    case .account: row.account
    case .title: row.title
    case .status: row.status.rawValue
    case .owner: row.owner
    case .arr: row.arrExposed?.description
    case .opened: life.registered.description
    case .changed: life.changed.description
    case .ended: life.ended?.description
    case .category: row.category
    case .likelihood: "\(row.likelihood)"
    case .impact: "\(row.impactScore)"
    case .score: "\(row.inherent)"
    case .residual: row.residual.map { "\($0)" }
    case .review: row.nextReview?.description
    case .promoted: row.escalation?.text
    case .grade, .clock, .due, .renewal, .playbook, .tags: nil
    }
  }
}
