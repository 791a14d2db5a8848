import EscalationDomain

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
  /// What goes into that field for either choice, where that is not what is shown of it.
  var texts: [Choice: String] = [:]

  public enum Choice: Hashable, Sendable { case mine, theirs }

  /// `Owner is Bo Chen now; it was nobody`.
  var sentence: String {
    "\(label) is \(theirs.nonEmpty ?? "nothing") now; it was \(was.nonEmpty ?? "nothing")"
  }
}

extension Basis {
  /// What changed of the parts that a form writes or rests on, between its opening and now, in the order of its fields.
  /// What both changed alike is none, and a part that one of the two does not know is not compared. Pure;
  /// O(parts log parts).
  func conflicts(with now: Basis, in form: Form, _ reading: Form.Reading) -> [Conflict] {
    let known = parts(of: now).compactMap { key -> Conflict? in
      guard let was = self[key], let theirs = now[key] ?? (key.hasPrefix(Part.role.rawValue) ? "" : nil),
        theirs != was, let meaning = form.meaning(of: key, reading)
      else { return nil }
      let yours = meaning.yours ?? was
      guard yours != theirs else { return nil }
      // A text that only adds where something is typed leaves theirs alone.
      if form.kind == .findings, yours.isEmpty { return nil }
      let isUntouched = meaning.field != nil && yours == was
      var conflict = Conflict(
        part: key, label: meaning.label, was: was, theirs: theirs, yours: yours,
        choice: isUntouched ? .theirs : .mine, field: meaning.field)
      if Form.holdsTime(key) { conflict.word(reading, isTyped: meaning.yours != nil) }
      return conflict
    }
    func place(_ conflict: Conflict) -> Int {
      form.fields.firstIndex { $0.id == conflict.field } ?? (conflict.field == nil ? -1 : form.fields.count)
    }
    return known.sorted { (place($0), $0.part) < (place($1), $1.part) } + newRoles(now, form)
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

extension Conflict {
  /// Instants are kept as such and shown on the viewer's clock.
  fileprivate mutating func word(_ reading: Form.Reading, isTyped: Bool) {
    func words(_ text: String) -> String {
      Instant(iso8601: text).map { $0.words(in: reading.zone) } ?? text
    }
    // An empty field leaves the time as it is; what was is put back by saying so.
    texts[.theirs] = ""
    if !isTyped { texts[.mine] = was.nonEmpty ?? Form.noTime }
    (was, theirs, yours) = (words(was), words(theirs), words(yours))
  }
}
