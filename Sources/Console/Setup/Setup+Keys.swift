import EscalationDomain
import Screen

extension Setup {
  /// Takes a key and answers what is to be done about it. Pure, as every update is.
  public mutating func press(_ key: Key) -> [Effect] {
    if key == .control("c") { return [.leave] }
    if isWriting { return [] }
    switch key {
    case .escape: return back()
    case .enter: return goOn()
    case .tab, .backTab: turn(key == .tab ? 1 : -1)
    case .down: move(1)
    case .up: move(-1)
    default: type(key)
    }
    return []
  }

  /// Answers ``Effect/preview(file:profile:)``; late answers about another file count for nothing.
  public mutating func previewed(_ file: String, profile: String, _ answer: Preview) {
    guard file == self.file.text, profile == answers?.profile, preview == .reading else { return }
    preview = answer
    if case .found = answer { step = .review }
    if case .refused(let sentence) = answer { problem = sentence }
  }

  /// Writing failed: nothing was lost, and nothing is left half written.
  public mutating func writingFailed(_ sentence: String) {
    isWriting = false
    problem = sentence
  }

  private mutating func back() -> [Effect] {
    problem = nil
    preview = .none
    guard let index = steps.firstIndex(of: step), index > 0 else { return [] }
    step = steps[index - 1]
    focus = 0
    return []
  }

  private mutating func goOn() -> [Effect] {
    problem = problemHere
    guard problem == nil else { return [] }
    switch step {
    case .hours where focus == 0: focus = 1
    case .beginning where beginning == .file && focus == 0: focus = 1
    case .beginning where beginning == .file:
      guard preview != .reading else { return [] }
      preview = .reading
      return [.preview(file: file.text, profile: answers?.profile ?? "")]
    case .review:
      guard let answers else { return [] }
      isWriting = true
      return [.write(answers)]
    default: next()
    }
    return []
  }

  private mutating func next() {
    if step == .zone, let chosenZone { settle(chosenZone.id) }
    guard let index = steps.firstIndex(of: step), index + 1 < steps.count else { return }
    step = steps[index + 1]
    focus = 0
  }

  /// The list's choice becomes what is typed.
  private mutating func settle(_ id: String) {
    zone = TextField(id)
    isZoneOffered = true
    zoneChoice = 0
  }

  /// What is wrong with the answer of this step.
  private var problemHere: String? {
    switch step {
    case .who: name.text.nonEmpty == nil ? "a name is needed: every act says who did it" : nil
    case .zone: chosenZone == nil ? "no zone is called “\(zone.text)”; type a city, as Berlin" : nil
    case .hours:
      WorkingWeek.days(days.text) == nil
        ? "“\(days.text)” are no days; write mon-fri, sun-thu, or mon, wed, fri"
        : WorkingWeek.hours(hours.text) == nil && focus == 1
          ? "“\(hours.text)” are no hours; write 09:00-17:00, or 8-12, 13-17" : nil
    case .beginning: beginning == .file && focus > 0 && file.text.isEmpty ? "name the file, or choose another way" : nil
    case .playbook, .review: nil
    }
  }

  /// How many fields the step has.
  private var fields: Int {
    switch step {
    case .hours: 2
    case .beginning: beginning == .file ? 3 : 1
    default: 1
    }
  }

  private mutating func turn(_ by: Int) { focus = (focus + by + fields) % fields }

  /// In a list to its neighbour, else to the neighbouring field.
  private mutating func move(_ by: Int) {
    switch (step, focus) {
    case (.zone, _): zoneChoice = min(max(0, zoneChoice + by), max(0, fittingZones.count - 1))
    case (.playbook, _): playbook = min(max(0, playbook + by), ground.playbooks.count)
    case (.beginning, 0):
      beginning = Beginning(rawValue: beginning.rawValue + by) ?? beginning
      problem = nil
    case (.hours, _), (.beginning, _): focus = min(max(0, focus + by), fields - 1)
    default: break
    }
  }

  private mutating func type(_ key: Key) {
    let isTyped: Bool
    switch (step, focus) {
    case (.who, _): isTyped = name.handle(key)
    case (.zone, _):
      let before = zone.text
      if isZoneOffered, key.writes { zone = TextField() }
      isTyped = zone.handle(key)
      if isTyped { isZoneOffered = false }
      if zone.text != before { zoneChoice = 0 }
    case (.hours, 0): isTyped = days.handle(key)
    case (.hours, _): isTyped = hours.handle(key)
    case (.beginning, 1): isTyped = file.handle(key)
    case (.beginning, 2):
      let count = max(1, ground.profiles.count)
      isTyped = key == .left || key == .right
      if isTyped { profile = (profile + (key == .right ? 1 : count - 1)) % count }
    default:
      if case .character(let letter) = key { choose(letter) }
      return
    }
    if isTyped {
      problem = nil
      preview = .none
    }
  }

  /// `j` and `k` as in every list.
  private mutating func choose(_ letter: Character) {
    if letter == "j" { move(1) }
    if letter == "k" { move(-1) }
  }
}

extension Key {
  /// Whether it changes a text, rather than going about in it.
  fileprivate var writes: Bool {
    switch self {
    case .character, .paste, .backspace, .delete, .control("h"), .control("u"), .control("w"): true
    default: false
    }
  }
}
