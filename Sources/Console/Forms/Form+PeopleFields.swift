import EscalationDomain
import Screen

extension Form {
  /// The fields of forms about people, filled with what is known of whoever is on the line.
  static func peopleFields(_ kind: Kind, _ subject: Subject, _ person: PeopleItem?, _ model: Model) -> [FormField] {
    switch kind {
    case .contact: return contact(person)
    case .slot: return slot(person, model)
    case .executive: return executive(person)
    case .reached:
      let today = model.accountZone(of: subject).local(model.now).date
      return [
        FormField(.on, "On", hint: "a date like \(today), today or yesterday", required: true, text: "\(today)"),
        FormField(.how, "How", hint: "optional: a call, a dinner, the QBR …"),
      ]
    default: return []
    }
  }

  /// A known person keeps the name: it is what the log knows them by.
  private static func contact(_ person: PeopleItem?) -> [FormField] {
    var known: Contact?
    if case .contact(let contact) = person?.what { known = contact }
    let name = FormField(.name, "Name", hint: "who it is", required: true)
    let role = FormField(
      .role, "Role", hint: "optional: sponsor, point of contact, technical lead …", text: known?.role)
    return (known == nil ? [name, role] : [role]) + ways(phone: known?.phone, email: known?.email)
  }

  private static func slot(_ person: PeopleItem?, _ model: Model) -> [FormField] {
    guard case .line(let line) = person?.what else { return [] }
    let contact = line.filled?.contact
    let name = FormField(
      .name, "Name", hint: "who fills \(line.slot.id)", required: true,
      known: model.people.filter { $0 != contact?.name }, text: contact?.name)
    return [name] + ways(phone: contact?.phone, email: contact?.email)
  }

  private static func executive(_ person: PeopleItem?) -> [FormField] {
    var known: ExecutiveContact?
    var wanted: ExecutiveContact.Role?
    if case .executive(let executive, _) = person?.what { known = executive.contact }
    if case .missingExecutive(let role) = person?.what { wanted = role }
    let roles = ExecutiveContact.Role.allCases
    let choices = roles.map { FormField.Choice(id: $0.rawValue, name: $0.words, isPresent: $0 == known?.role) }
    let present = roles.firstIndex { $0 == known?.role ?? wanted } ?? 0
    let name = FormField(.name, "Name", hint: "who it is", required: true)
    return (known == nil ? [name] : []) + [FormField(.role, "Role", choices, at: present)]
      + ways(phone: known?.phone, email: known?.email)
  }

  private static func ways(phone: String?, email: String?) -> [FormField] {
    [
      FormField(.phone, "Phone", hint: "optional: +49 30 555 0101", text: phone),
      FormField(.email, "Email", hint: "optional: ann@example.com", text: email),
    ]
  }
}

extension Form {
  /// The contact that the fields tell of.
  var contact: Contact {
    var name = text(.name)
    if case .contact(let known) = person?.what { name = known.name }
    return Contact(
      name: name, role: text(.role).nonEmpty, email: text(.email).nonEmpty, phone: text(.phone).nonEmpty)
  }

  /// What the fields write into a register; they must have been checked. Nil where they ask for an act on the log.
  func registerAct(_ reading: Reading) -> RegisterAct? {
    switch kind {
    case .slot:
      guard case .line(let line) = person?.what else { return nil }
      return .team(.slotFilled(slot: line.slot.id, by: contact), playbook: line.playbook)
    case .executive:
      var name = text(.name)
      if case .executive(let known, _) = person?.what { name = known.contact.name }
      let role = ExecutiveContact.Role(rawValue: text(.role)) ?? .other
      let contact = ExecutiveContact(
        name: name, role: role, email: text(.email).nonEmpty, phone: text(.phone).nonEmpty)
      return .account(.executiveAdded(contact), account: subject.account)
    case .reached:
      guard case .executive(let executive, _) = person?.what, let date = Form.date(text(.on), reading) else {
        return nil
      }
      let reached = ExecutiveReached(name: executive.contact.name, on: date, how: text(.how).nonEmpty)
      return .account(.executiveReached(reached), account: subject.account)
    default: return nil
    }
  }

  /// The date that a text means in the account's zone.
  static func date(_ text: String, _ reading: Reading) -> LocalDate? {
    switch text.nonEmpty?.lowercased() {
    case "today": reading.today
    case "yesterday": reading.today.adding(days: -1)
    case let typed: typed.flatMap { LocalDate(iso: $0) }
    }
  }

  /// What is wrong with the day on which somebody was reached.
  func dateProblem(_ reading: Reading) -> String? {
    guard kind == .reached, let typed = text(.on).nonEmpty else { return nil }
    guard let date = Form.date(typed, reading) else { return "“\(typed)” is no date; write it like \(reading.today)" }
    return date > reading.today ? "\(date) has not come yet" : nil
  }

  /// What looks wrong with a way to reach somebody. It is said and not refused: ways differ.
  func doubt(_ field: FormField.ID) -> String? {
    guard let typed = text(field).nonEmpty else { return nil }
    switch field {
    case .phone where !typed.contains(where: \.isNumber): return "has no digit: is that a phone number?"
    case .email where !typed.contains("@"): return "has no @: is that an email address?"
    default: return nil
    }
  }

  /// What the day means while it is typed: `= Tue 2026-03-03, today`.
  func dateEcho(_ reading: Reading) -> String? {
    guard dateProblem(reading) == nil, let date = Form.date(text(.on), reading) else { return nil }
    let days = reading.today - date
    let ago = days == 0 ? "today" : days == 1 ? "yesterday" : "\(days) days ago"
    return "= \(date.weekday.shortName) \(date), \(ago)"
  }
}
