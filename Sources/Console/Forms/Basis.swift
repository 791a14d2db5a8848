import EscalationDomain

/// What stood in a record as a form was opened, as far as the form shows or writes it: by names of its own, as people
/// read it. Empty for a form whose act only adds something.
public struct Basis: Hashable, Sendable {
  /// `owner` is “Ann Lee”; a part that nobody knew then is missing.
  public internal(set) var values: [String: String]

  init(_ values: [String: String] = [:]) { self.values = values }

  /// The basis of a form's kind as a record stands. Pure; O(hypotheses + roles).
  ///
  /// - Parameters:
  ///   - record: the whole of it; without it only what a row says counts.
  ///   - person: the line of the People pane that it is about, as it stands.
  public init(_ kind: Form.Kind, _ subject: Subject, _ record: Escalation? = nil, person: PeopleItem? = nil) {
    values = [:]
    func put(_ part: Part, _ value: String?) { values[part.rawValue] = value ?? "" }
    let standing = subject.status.isOpen ? "open" : subject.status.rawValue
    switch kind {
    case .acknowledge, .update, .resolve, .cancel, .close, .reopen, .hypothesis: put(.status, standing)
    case .severity, .level, .stage, .move: put(.status, standing)
    // To pause what is paused, or to resume what runs, would be refused.
    case .pause, .resume: put(.status, subject.status == .paused ? "paused" : standing)
    case .note, .assign, .task, .confirmed, .findings, .role, .told, .path, .notNeeded, .override, .message, .file,
      .contact, .slot, .executive, .reached, .open, .raise:
      break
    case .milestone, .changeMilestone, .shift, .finishMilestone, .dropMilestone, .planText, .metric, .exitCriteria,
      .lookDue, .finding, .signOff, .outline, .addRisk, .assessRisk, .reviewRisk, .closeRisk, .promoteRisk, .view:
      break
    }
    switch kind {
    case .assign: put(.owner, subject.owner)
    case .severity: put(.severity, subject.severity)
    case .level: put(.level, subject.level)
    case .stage: put(.stage, subject.stage)
    case .move: put(.playbook, subject.playbook)
    case .acknowledge:
      if let record { put(.answered, record.acknowledged == nil ? nil : "answered") }
    case .findings:
      guard let record else { break }
      put(.rootCause, record.resolution?.rootCause)
      put(.prevention, record.resolution?.prevention.last)
    case .hypothesis:
      if let record { put(.cause, record.work.hypotheses.last?.value.cause) }
    case .role:
      for (role, holder) in record?.work.roles ?? [:] { values[Part.role.rawValue + role] = holder }
    case .contact, .slot, .executive: values.merge(Basis.ways(person)) { $1 }
    default: break
    }
  }

  /// Whether whatever two of them know alike is the same.
  func agrees(with other: Basis) -> Bool { values.allSatisfy { other.values[$0.key] ?? $0.value == $0.value } }

  enum Part: String, CaseIterable {
    case status, owner, severity, level, stage, playbook, answered, rootCause, prevention, cause, name
    case personRole = "person's role"
    case phone, email
    /// With the role's name behind it.
    case role = "role of "

    var label: String {
      switch self {
      case .rootCause: "Root cause"
      case .personRole: "Role"
      case .answered: "First response"
      case .cause: "Hypothesis"
      default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
      }
    }
  }

  private static func ways(_ person: PeopleItem?) -> [String: String] {
    func values(_ role: String?, _ phone: String?, _ email: String?) -> [String: String] {
      [Part.personRole.rawValue: role ?? "", Part.phone.rawValue: phone ?? "", Part.email.rawValue: email ?? ""]
    }
    switch person?.what {
    case .contact(let contact): return values(contact.role, contact.phone, contact.email)
    case .executive(let executive, _):
      return values(executive.contact.role.rawValue, executive.contact.phone, executive.contact.email)
    case .line(let line):
      let contact = line.filled?.contact
      return [
        Part.name.rawValue: contact?.name ?? "", Part.phone.rawValue: contact?.phone ?? "",
        Part.email.rawValue: contact?.email ?? "",
      ]
    default: return [:]
    }
  }
}

/// One field that somebody else changed while a form was open.
public struct Conflict: Hashable, Sendable {
  /// The basis's name for it.
  public var part: String
  public var label: String
  public var was: String
  public var theirs: String
  public var yours: String
  /// Which of the two counts.
  public var choice: Choice
  /// The field of the form that it is written from; none where theirs leaves the act nothing to do.
  public var field: FormField.ID?

  public enum Choice: Hashable, Sendable { case mine, theirs }

  /// `Owner is Bo Chen now; it was nobody`.
  var sentence: String {
    "\(label) is \(theirs.nonEmpty ?? "nothing") now; it was \(was.nonEmpty ?? "nothing")"
  }
}

extension Basis {
  /// What changed of the parts that a form writes or rests on, between its opening and now. What both changed alike is
  /// none, and a part that one of the two does not know is not compared. Pure; O(parts log parts).
  func conflicts(with now: Basis, in form: Form) -> [Conflict] {
    let known = values.sorted { $0.key < $1.key }.compactMap { key, was -> Conflict? in
      let theirs = now.values[key] ?? ""
      guard theirs != was, now.values[key] != nil || key.hasPrefix(Part.role.rawValue) else { return nil }
      guard let (label, yours, field) = form.meaning(of: key), yours != theirs else { return nil }
      let isUntouched = field != nil && yours == was
      // A text that only adds where something is typed leaves theirs alone.
      if form.kind == .findings, yours.isEmpty { return nil }
      return Conflict(
        part: key, label: label, was: was, theirs: theirs, yours: yours, choice: isUntouched ? .theirs : .mine,
        field: field)
    }
    return known + newRoles(now, form)
  }

  /// A role that nobody held as the form opened and somebody holds now.
  private func newRoles(_ now: Basis, _ form: Form) -> [Conflict] {
    guard form.kind == .role else { return [] }
    let key = Part.role.rawValue + form.text(.role)
    guard values[key] == nil, let theirs = now.values[key], theirs != form.text(.owner) else { return [] }
    return [
      Conflict(
        part: key, label: form.text(.role), was: "", theirs: theirs, yours: form.text(.owner), choice: .mine, field: nil
      )
    ]
  }
}

extension Form {
  /// What it would put in the place of a part: how that is called, the value, and the field that a person may give up
  /// alone. Nil for a part that it does not write.
  fileprivate func meaning(of key: String) -> (label: String, yours: String, field: FormField.ID?)? {
    if key.hasPrefix(Basis.Part.role.rawValue) {
      let role = String(key.dropFirst(Basis.Part.role.rawValue.count))
      return role == text(.role) ? (role, text(.owner), nil) : nil
    }
    guard let part = Basis.Part(rawValue: key) else { return nil }
    switch part {
    case .status, .answered: return (part.label, "to \(kind.title.lowercased())", nil)
    case .owner: return (part.label, text(.owner).lowercased() == Form.nobody ? "" : text(.owner), nil)
    case .severity, .level, .stage: return (part.label, text(.grade), nil)
    case .playbook: return (part.label, text(.playbook), nil)
    case .cause: return (part.label, text(.cause).nonEmpty ?? text(.hypothesis), nil)
    case .rootCause: return (part.label, text(.rootCause), .rootCause)
    case .prevention: return (part.label, text(.prevention), .prevention)
    case .name: return (part.label, text(.name), .name)
    case .personRole: return (part.label, text(.role), .role)
    case .phone: return (part.label, text(.phone), .phone)
    case .email: return (part.label, text(.email), .email)
    case .role: return nil
    }
  }
}
