import EscalationDomain

/// What the act of a form rests on, to be looked at once more where the act is written.
public struct Ground: Hashable, Sendable {
  public var kind: Form.Kind
  public var basis: Basis
  /// The line of the plan that it is about.
  public var part: PlanItem.Name?
  /// The contact that it is about.
  public var contact: String?

  init(_ form: Form) {
    (kind, basis, part) = (form.kind, form.basis, form.part?.name)
    if case .contact(let name) = form.person?.name { contact = name }
  }

  /// Whether it is so in a record. A clock that has come to another state by time alone is no change of anybody's.
  func holds(in record: Escalation) -> Bool {
    let item = part.flatMap { name in PlanList(record, outline: []).items.first { $0.name == name } }
    let person = contact.flatMap { name in record.contacts.first { $0.name == name } }
      .map { PeopleItem(what: .contact($0)) }
    return Basis(kind, Subject(record), record, person: person, part: item).agrees(with: basis)
  }

  /// Whether it is so in the Risk Register.
  func holds(in risk: Risk) -> Bool { Basis(kind, risk).agrees(with: basis) }
}

extension Ground {
  /// Looks, and acts on what was looked at: who acts between the two makes it look again.
  ///
  /// - Parameter act: throws ``Refusal/overtaken`` where somebody did.
  func onceMore<Result>(_ act: () throws -> Result) throws -> Result {
    // Each round somebody else got something done; so many in a row are no chance.
    for _ in 0..<20 {
      do { return try act() } catch Refusal.overtaken { continue }
    }
    throw Refusal.overtaken
  }
}
