import Screen

extension Form {
  /// Puts a key into the field that has the focus. Answers whether the field took it.
  mutating func type(_ key: Key) -> Bool {
    guard fields.indices.contains(focus) else { return false }
    var field = fields[focus]
    guard field.type(key) else { return false }
    if field != fields[focus] {
      problems[field.id] = nil
      failure = nil
      note(field)
    }
    fields[focus] = field
    return true
  }

  /// Remembers that a list was chosen from.
  private mutating func note(_ field: FormField) {
    if follows, case .choice = field.entry { chosen.insert(field.id) }
  }

  /// Tab: takes the suggestion first, where there is one that is not taken yet.
  mutating func goOn(_ key: Key) {
    if key == .tab, fields[focus].complete() { return }
    if key == .down, fields[focus].step(1) { return note(fields[focus]) }
    turn(to: (focus + 1) % fields.count)
  }

  /// Goes to another field; the one that is left holds what was highlighted in it.
  mutating func turn(to field: Int) {
    fields[focus].takeHighlighted()
    fields[focus].typed = ""
    focus = field
  }

  /// To a neighbouring entry of the list that has the focus, if it is one.
  mutating func step(_ by: Int) {
    if fields[focus].step(by) { note(fields[focus]) }
  }

  /// Takes an entry of the list that has the focus.
  mutating func take(_ entry: Int) {
    let before = fields[focus]
    fields[focus].take(entry)
    if fields[focus] != before { problems[before.id] = nil }
    note(fields[focus])
  }

  mutating func goBack(_ key: Key) {
    if key == .up, fields[focus].step(-1) { return note(fields[focus]) }
    turn(to: (focus + fields.count - 1) % fields.count)
  }
}

extension FormField {
  mutating func type(_ key: Key) -> Bool {
    switch entry {
    case .text(var field, let rows):
      guard field.handle(key) else { return false }
      entry = .text(field, rows: rows)
    case .time(var field):
      guard field.handle(key) else { return false }
      entry = .time(field)
    case .name(var field, let known, let highlighted):
      let before = field.text
      guard field.handle(key) else { return false }
      entry = .name(field, known: known, highlighted: highlighted)
      if field.text != before { highlightFirst() }
    case .choice(let choices, let index):
      return choose(key, choices, index)
    }
    return true
  }

  /// Left and right step. In a long list what is typed narrows it down; in a short one a letter or digit goes to the next
  /// choice whose id or name begins or ends with it.
  private mutating func choose(_ key: Key, _ choices: [Choice], _ index: Int) -> Bool {
    switch key {
    case .left: return step(-1)
    case .right: return step(1)
    case .character(let letter) where isNarrowed:
      return narrow(to: typed + String(letter), choices, index)
    case .backspace where isNarrowed:
      typed = String(typed.dropLast())
      return true
    case .character(let letter):
      let wanted = letter.lowercased()
      let order = choices.indices.map { (index + 1 + $0) % choices.count }
      let next = order.first { place in
        let (id, name) = (choices[place].id.lowercased(), choices[place].name.lowercased())
        return id.hasPrefix(wanted) || id.hasSuffix(wanted) || name.hasPrefix(wanted)
      }
      if let next { entry = .choice(choices, next) }
      return true
    default: return false
    }
  }

  /// Goes to a neighbouring entry of a list. False at its end and where there is no list.
  mutating func step(_ by: Int) -> Bool {
    switch entry {
    case .choice(let choices, let index):
      let shown = listed(choices)
      guard let here = shown.firstIndex(of: index), shown.indices.contains(here + by) else { return false }
      entry = .choice(choices, shown[here + by])
      return true
    case .name(let field, let known, let highlighted):
      let next = highlighted.map { $0 + by } ?? (by > 0 ? 0 : -1)
      // Above the first there is nothing, but where nothing is typed that a line could stand for.
      guard next < offers.count, next >= 0 || (highlighted != nil && pieces.typed.nonEmpty == nil) else { return false }
      entry = .name(field, known: known, highlighted: next < 0 ? nil : next)
      return true
    case .text, .time: return false
    }
  }

  /// Takes what is highlighted: a known name, or what is typed as it stands. Answers whether that changed the text.
  mutating func complete() -> Bool {
    guard case .name(let field, let known, let highlighted?) = entry else { return false }
    let offers = offers
    guard offers.indices.contains(highlighted) else {
      entry = .name(field, known: known, highlighted: nil)
      return false
    }
    let taken = offers[highlighted]
    let text = taken.isAsTyped ? field.text : taking(taken.text)
    entry = .name(text == field.text ? field : TextField(text), known: known, highlighted: nil)
    return text != field.text
  }

  /// What is typed is most likely meant for the first name that it fits.
  private mutating func highlightFirst() {
    guard case .name(let field, let known, _) = entry else { return }
    entry = .name(field, known: known, highlighted: pieces.typed.nonEmpty == nil || offers.isEmpty ? nil : 0)
  }

  /// Takes the entry of that index, be it a choice or a name that is offered.
  mutating func take(_ index: Int) {
    switch entry {
    case .choice(let choices, _): if choices.indices.contains(index) { entry = .choice(choices, index) }
    case .name(let field, let known, _):
      guard offers.indices.contains(index) else { return }
      entry = .name(field, known: known, highlighted: index)
      _ = complete()
    case .text, .time: break
    }
  }

  mutating func takeHighlighted() { _ = complete() }
}

extension FormField {
  /// Whether its list is long enough to be narrowed down by typing.
  var isNarrowed: Bool {
    guard case .choice(let choices, _) = entry else { return false }
    return choices.count > 4 && !choices.contains { $0.band != nil }
  }

  /// The choices that what is typed leaves, as indices; all of them where nothing is.
  func listed(_ choices: [Choice]) -> [Int] {
    typed.isEmpty ? Array(choices.indices) : choices.indices.filter { choices[$0].matches(typed) }
  }

  /// Narrows the list down, as long as anything is left; a letter that leaves nothing is not taken.
  private mutating func narrow(to typed: String, _ choices: [Choice], _ index: Int) -> Bool {
    let ranked = Suggested.ranked(typed, among: choices.map(\.called))
    // A first letter goes on to the next one that begins with it, as in a short list.
    let following = choices.indices.map { (index + 1 + $0) % choices.count }
    if typed.count == 1,
      let next = following.first(where: { choices[$0].called.lowercased().hasPrefix(typed.lowercased()) })
    {
      self.typed = typed
      entry = .choice(choices, next)
      return true
    }
    let best = ranked.first.flatMap { best in choices.firstIndex { $0.called == best.text } }
    guard let next = best ?? choices.firstIndex(where: { $0.matches(typed) }) else { return true }
    self.typed = typed
    entry = .choice(choices, next)
    return true
  }
}

extension FormField.Choice {
  /// What it is known by.
  var called: String { name.isEmpty ? id : name }

  fileprivate func matches(_ typed: String) -> Bool {
    !Suggested.ranked(typed, among: [called]).isEmpty || meaning.lowercased().contains(typed.lowercased())
  }
}
