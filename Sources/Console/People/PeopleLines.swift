import EscalationDomain
import Screen

/// The People pane's lines: headings, and the items with what is known and what is missing.
enum PeopleLines {
  static func rows(_ list: PeopleList, zone: Zone, now: Instant, width: Int) -> [ItemRow] {
    let text = PeopleText(zone: zone, now: now)
    var rows: [ItemRow] = []
    var index = 0
    for section in list.sections {
      rows.append(ItemRow(line: text.heading(section), item: nil))
      for item in section.items {
        rows += text.lines(item, width: width).map { ItemRow(line: $0, item: index) }
        index += 1
      }
    }
    return rows
  }
}

/// One item of the People pane in words.
struct PeopleText {
  let zone: Zone
  let now: Instant

  typealias Detail = (text: String, role: Role)

  /// The section's name with what waits in it.
  func heading(_ section: PeopleList.Section) -> Line {
    let open = section.items.count { $0.isOpen }
    let (title, waits): (String, String) =
      switch section.kind {
      case .contacts: ("Customer contacts", "")
      case .notices: ("Who must hear", " \(open) to tell")
      case .roles: ("War room", " \(open) free")
      case .executives: ("Executives", " \(open) to see to")
      case .matrix(let playbook): ("Contact matrix · \(playbook)", " \(open) to fill in")
      }
    return [Span(title, .label), Span(open > 0 ? waits : "", .muted)]
  }

  /// `[ ] AE · email · owed by 23:59`, wrapped behind its box.
  func lines(_ item: PeopleItem, width: Int) -> [Line] {
    let isSettled = box(item) == "[x]" || box(item) == "[-]"
    let lead = Span(box(item) + " ", isSettled ? Style(.muted) : Style(.accent))
    let rest = details(item).flatMap { [Span(" · ", .muted), Span($0.text, Style($0.role))] }
    return wrapped(lead, [Span(title(item), isAddition(item) ? Style(.muted) : Style(.text))] + rest, width: width)
  }

  private func isAddition(_ item: PeopleItem) -> Bool { item.what == .newContact || item.what == .newExecutive }

  /// Settled, not needed, stale, partly filled, open; a plus where one may be added.
  private func box(_ item: PeopleItem) -> String {
    switch item.what {
    case .contact: return " • "
    case .newContact, .newExecutive: return " + "
    case .notice(let duty, _):
      if case .notNeeded = duty.state { return "[-]" }
    case .executive(_, let standing): if standing.isStale { return "[!]" }
    case .line(let line): if line.filled != nil, !line.missing.isEmpty { return "[~]" }
    case .role, .missingExecutive: break
    }
    return item.isOpen ? "[ ]" : "[x]"
  }

  private func title(_ item: PeopleItem) -> String {
    switch item.what {
    case .contact(let contact): contact.name
    case .newContact: "add a contact"
    case .notice(let duty, _): duty.stakeholder
    case .role(let role, _): role
    case .executive(let executive, _): executive.contact.name
    case .missingExecutive(let role): role.words
    case .newExecutive: "add an executive"
    case .line(let line): "\(line.slot.id) \(line.slot.role)"
    }
  }

  private func details(_ item: PeopleItem) -> [Detail] {
    switch item.what {
    case .contact(let contact):
      return ([contact.role.map { ($0, .label) }] + [contact.email, contact.phone].map { $0.map { ($0, .text) } })
        .compactMap(\.self)
    case .newContact, .newExecutive: return []
    case .notice(let duty, let due): return [(duty.channel ?? "any channel", .label)] + proof(duty, due)
    case .role(_, let person): return [(person ?? "nobody", person == nil ? .muted : .text)]
    case .executive(let executive, let standing): return self.executive(executive, standing)
    case .missingExecutive: return [("nobody on record", .warning)]
    case .line(let line): return self.line(line)
    }
  }

  /// Who told them, when and how, or by when that is owed.
  private func proof(_ duty: Obligation, _ due: Instant?) -> [Detail] {
    switch duty.state {
    case .open:
      guard let due else { return [("still to tell", .warning)] }
      let when = due.brief(in: zone, now: now)
      return [due < now ? ("late, was owed by \(when)", .error) : ("owed by \(when)", .text)]
    case .told(let stamp, let note):
      let how = duty.via.map { " by \($0)" } ?? ""
      return [("told by \(stamp.by)\(how), \(stamp.at.brief(in: zone, now: now))" + tail(note), .muted)]
    case .notNeeded(let stamp):
      return [("need not hear, \(stamp.by), \(stamp.at.brief(in: zone, now: now))" + tail(stamp.why), .muted)]
    }
  }

  private func executive(_ executive: Executive, _ standing: ExecutiveStanding) -> [Detail] {
    var details: [Detail] = [(executive.contact.role.words, .label)]
    if let reached = executive.reached { details.append(("last \(reached.on)" + tail(reached.how), .muted)) }
    if let reason = standing.reason { details.append((reason, .warning)) }
    let ways = [executive.contact.email, executive.contact.phone].compactMap { $0?.nonEmpty }
    return details + (ways.isEmpty ? [("no email or phone", .warning)] : ways.map { ($0, .text) })
  }

  /// Who fills it and what one would miss in an emergency.
  private func line(_ line: MatrixLine) -> [Detail] {
    guard let contact = line.filled?.contact else { return [("nobody yet, enter fills it", .warning)] }
    let ways = [contact.phone, contact.email].compactMap { $0?.nonEmpty }
    let missing = line.missing.map(\.rawValue).joined(separator: " or ")
    return [(contact.name, .text)] + ways.map { ($0, .text) } + (missing.isEmpty ? [] : [("no \(missing)", .warning)])
  }

  private func tail(_ words: String?) -> String { words.flatMap(\.nonEmpty).map { ": \($0)" } ?? "" }
}
