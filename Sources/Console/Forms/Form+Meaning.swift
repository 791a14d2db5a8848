import EscalationDomain

extension Form {
  /// What a form would put in the place of a part of its basis.
  struct Meaning {
    var label: String
    /// Nil where the form leaves it as it is.
    var yours: String?
    /// The field that a person may give up alone; none where the act is about nothing else.
    var field: FormField.ID?
  }

  /// Nil for a part that it does not write.
  func meaning(of key: String, _ reading: Reading) -> Meaning? {
    if key.hasPrefix(Basis.Part.role.rawValue) {
      let role = String(key.dropFirst(Basis.Part.role.rawValue.count))
      return role == text(.role) ? Meaning(label: role, yours: text(.owner)) : nil
    }
    if let index = Basis.index(ofLine: key) {
      return Meaning(label: "Exit \(index + 1)", yours: text(.criterion(index)), field: .criterion(index))
    }
    guard let part = Basis.Part(rawValue: key) else { return nil }
    func writes(_ yours: String?, _ field: FormField.ID? = nil) -> Meaning {
      Meaning(label: part.label, yours: yours, field: field)
    }
    func field(_ id: FormField.ID) -> Meaning { writes(text(id), id) }
    switch part {
    case .status, .answered, .milestone, .risk: return writes("to \(kind.title.lowercased())")
    case .owner where kind == .changeMilestone: return field(.owner)
    case .owner: return writes(named(text(.owner)))
    case .holder: return writes(named(text(.owner)), .owner)
    case .severity, .level, .stage: return writes(text(.grade))
    case .playbook: return writes(text(.playbook))
    case .cause: return writes(text(.cause).nonEmpty ?? text(.hypothesis))
    case .rootCause: return field(.rootCause)
    case .prevention: return field(.prevention)
    case .name: return field(.name)
    case .personRole: return field(.role)
    case .phone: return field(.phone)
    case .email: return field(.email)
    case .role: return nil
    case .title: return field(.title)
    case .kind: return field(.kind)
    case .start:
      guard text(.start).nonEmpty != nil else { return writes(nil, .start) }
      return writes(typedTime(.start, reading), .start)
    case .due, .lookDue: return writes(typedTime(.by, reading))
    case .after: return writes(Form.ids(text(.after)).joined(separator: ", "), .after)
    case .text: return field(.text)
    case .metric: return field(.metric)
    case .baseline: return field(.baseline)
    case .target: return field(.target)
    case .measured: return field(.measured)
    case .found: return writes(text(.found) == "holds" ? "it holds" : "it does not hold")
    case .signedOff: return writes(text(.name))
    case .likelihood: return field(.likelihood)
    case .impactScore: return field(.impactScore)
    case .category: return field(.category)
    case .signal: return field(.signal)
    case .details: return field(.details)
    case .riskCause: return field(.cause)
    case .impact: return field(.impact)
    case .response: return field(.response)
    case .contingency: return field(.contingency)
    case .residual: return field(.residual)
    case .review: return writes(Form.riskDate(text(.review), reading).map { "\($0)" } ?? "", .review)
    case .exposed:
      let typed = text(.exposed).nonEmpty
      return writes(typed.flatMap { try? Money(parsing: $0) }?.description ?? typed ?? "", .exposed)
    }
  }

  /// Whether a part of a basis is an instant.
  static func holdsTime(_ key: String) -> Bool {
    switch Basis.Part(rawValue: key) {
    case .start, .due, .lookDue: true
    default: false
    }
  }

  private func named(_ text: String) -> String { text.lowercased() == Form.nobody ? "" : text }

  private func typedTime(_ id: FormField.ID, _ reading: Reading) -> String {
    ((try? Form.instant(text(id), reading, in: id)) ?? nil).map { "\($0)" } ?? ""
  }
}
