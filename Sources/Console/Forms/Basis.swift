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
  ///   - part: the same of the Plan pane.
  public init(
    _ kind: Form.Kind, _ subject: Subject, _ record: Escalation? = nil, person: PeopleItem? = nil,
    part: PlanItem? = nil
  ) {
    values = [:]
    func put(_ part: Part, _ value: String?) { values[part.rawValue] = value ?? "" }
    let standing = subject.status.isOpen ? "open" : subject.status.rawValue
    switch kind {
    case .acknowledge, .update, .resolve, .cancel, .close, .reopen, .hypothesis: put(.status, standing)
    case .severity, .level, .stage, .move: put(.status, standing)
    // To pause what is paused, or to resume what runs, would be refused.
    case .pause, .resume: put(.status, subject.status == .paused ? "paused" : standing)
    case .note, .assign, .task, .confirmed, .findings, .role, .told, .path, .notNeeded, .override, .message, .file,
      .contact, .slot, .executive, .reached, .open, .raise,
      .decision, .blocker, .review, .startRoom, .attendance, .timebox, .roomNote, .skipOnAgenda, .addToAgenda,
      .minutesFile:
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
    case .changeMilestone, .shift, .finishMilestone, .dropMilestone, .planText, .metric, .exitCriteria, .lookDue,
      .finding, .signOff:
      values.merge(Basis.plan(kind, part)) { $1 }
    default: break
    }
  }

  /// Whether whatever two of them know alike is the same.
  func agrees(with other: Basis) -> Bool {
    parts(of: other).allSatisfy { key in
      guard let mine = self[key], let theirs = other[key] else { return true }
      return mine == theirs
    }
  }

  /// The names that either of them has.
  func parts(of other: Basis) -> Set<String> { Set(values.keys).union(other.values.keys) }

  /// What stood there; nil where that is not known. A line that a list does not have is empty.
  subscript(key: String) -> String? {
    values[key] ?? (Basis.isLine(key) && values.keys.contains(where: Basis.isLine) ? "" : nil)
  }

  enum Part: String, CaseIterable {
    case status, owner, severity, level, stage, playbook, answered, rootCause, prevention, cause, name
    // Of a plan.
    case milestone, title, kind, start, due, after, text, metric, baseline, target, measured, lookDue, found, signedOff
    // Of a risk.
    case risk, likelihood, impactScore, category, signal, details, riskCause, impact, response, contingency, residual
    case review, exposed, holder
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
      case .milestone, .risk: "Status"
      case .measured: "Now"
      case .lookDue: "By"
      case .signedOff: "Signed off"
      case .impactScore: "Impact"
      case .details: "Description"
      case .riskCause: "Cause"
      case .impact: "Would do"
      case .contingency: "If it comes"
      case .review: "Next look"
      case .exposed: "ARR exposed"
      case .holder: "Owner"
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
