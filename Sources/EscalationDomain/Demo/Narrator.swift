/// Tells stories whose acts lie so long before `now`, and whose promises lie so long after it.
struct Narrator {
  let now: Instant
  private let timelines: [String: WorkingTimeline]

  init(now: Instant, timelines: [WorkingTimeline]) {
    self.now = now
    self.timelines = Dictionary(uniqueKeysWithValues: timelines.map { ($0.calendar.id, $0) })
  }

  /// Our side of the table.
  enum Teammate: String {
    case maya = "Maya Lindqvist"
    case tomas = "Tomás Ferreira"
    case priya = "Priya Raman"
    case jonas = "Jonas Weber"
    case aiko = "Aiko Tanabe"
    case dewi = "Dewi Larasati"
    /// Leads the room and hands out what nobody owns.
    case ruth = "Ruth Okafor"
    /// Support's night desk.
    case sam = "Sam Whitlock"
  }

  enum Grade: String {
    case s0 = "S0"
    case s1 = "S1"
    case s2 = "S2"
    case s3 = "S3"
    case p1 = "P1"
    case p2 = "P2"
    case p3 = "P3"
    case p4 = "P4"

    var playbook: String { rawValue.hasPrefix("S") ? "risk" : "protocol" }
  }

  /// Something done at one instant; without an actor the owner did it.
  struct Beat {
    var at: Instant
    var actor: Teammate?
    var command: Command
  }

  /// How often people spoke and looked, while they kept to it. Whether that was enough is the playbook's to say.
  struct Rhythm {
    var updates: SlotCadence?
    var checks: SlotCadence?

    static func usual(_ grade: Grade) -> Rhythm {
      switch grade {
      case .s0: Rhythm(updates: .daily, checks: .daily)
      case .s1: Rhythm(updates: .weekdays([.mon, .wed, .fri]), checks: .workingDays)
      case .s2: Rhythm(updates: .weekly, checks: .weekdays([.tue, .thu]))
      case .s3: Rhythm(updates: .every(days: 14), checks: .weekdays([.tue, .thu]))
      case .p2: Rhythm(updates: .workingDays)
      case .p1, .p3, .p4: Rhythm()
      }
    }
  }

  /// - Parameters:
  ///   - grade: what it opened as.
  ///   - updates: what the customer was told at the latest slots of its rhythm, oldest first.
  func story(
    _ title: String, _ account: DemoAccount, _ grade: Grade, _ owner: Teammate?,
    opened: Span, by opener: Teammate? = nil, neededIn: Span? = nil, found detection: Detection = .reactive,
    tags: [String] = [], _ details: String, updates: [String] = [], _ beats: [Beat]...
  ) throws -> Story {
    let start = now + -opened.seconds
    let opener = opener ?? owner ?? .ruth
    let zoneDay = timelines[account.calendar.rawValue]?.localDate
    let today = zoneDay?(now) ?? Zone.utc.local(now).date
    let opening = Opening(
      title: title, account: account.facts(today: today), playbook: grade.playbook, edition: 0,
      severity: grade.rawValue, owner: owner?.rawValue, contacts: account.contacts,
      neededBy: neededIn.map { now + $0.seconds }, details: details, tags: tags, detection: detection)
    let written = beats.flatMap { $0 }
    let regular = try rhythm(grade, account, from: start, updates: updates, around: written)
    let inOrder = (written + regular).enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
    var holder = owner ?? .ruth
    let steps = inOrder.map { _, beat in
      let actor = beat.actor ?? holder
      if case .assign(let name?) = beat.command { holder = Teammate(rawValue: name) ?? holder }
      return Story.Step(beat.command, Act(actor: actor.rawValue, now: beat.at))
    }
    return Story(opening: opening, act: Act(actor: opener.rawValue, now: start), then: steps)
  }

  /// Updates and checks an hour or more before each slot closes, in the rhythm of the grade it then has: checks until
  /// it is resolved, updates until it is closed, is paused, or a promise stands that only its own update should keep.
  private func rhythm(
    _ grade: Grade, _ account: DemoAccount, from start: Instant, updates: [String], around beats: [Beat]
  ) throws -> [Beat] {
    guard let timeline = timelines[account.calendar.rawValue] else { return [] }
    let grades = [(start, grade)] + beats.compactMap { beat in beat.regrade.map { (beat.at, $0) } }
    func slots(_ cadence: KeyPath<Rhythm, SlotCadence?>) throws -> [Instant] {
      try grades.enumerated().flatMap { index, graded -> [Instant] in
        guard let cadence = Rhythm.usual(graded.1)[keyPath: cadence] else { return [] }
        let until = index + 1 < grades.count ? grades[index + 1].0 : now
        return try timeline.slots(cadence, anchor: timeline.localDate(start), after: graded.0, through: until)
      }
    }
    let resolved = beats.lazy.filter(\.endsChecks).map(\.at).min() ?? now
    let looked = try slots(\.checks).enumerated().map { index, slot in
      Beat(at: slot + -10_200 + Int64(index % 4) * 660, command: .check(note: Narrator.checkNotes[index % 4]))
    }
    let resumed = beats.lazy.filter { if case .resume = $0.command { true } else { false } }.map(\.at).max() ?? start
    let quiet = beats.lazy.filter { $0.endsUpdates(resumed: resumed) }.map(\.at).min() ?? now
    let told = try slots(\.updates).enumerated().map { $1 + -4500 + Int64($0 % 3) * 840 }
      .filter { $0 > start && $0 < quiet }
    let said = zip(told.suffix(updates.count), updates.suffix(told.count)).enumerated().map { index, pair in
      Beat(at: pair.0, command: .update(CustomerUpdate(text: pair.1, channel: index % 3 == 2 ? "call" : "email")))
    }
    return said + looked.filter { $0.at > start && $0.at < resolved }
  }

  private static let checkNotes: [String?] = [
    "Plan walked through; on course", nil, "One blocker named, with who removes it", "Nothing new since last time",
  ]
}

extension Narrator.Beat {
  fileprivate var regrade: Narrator.Grade? {
    if case .changeSeverity(let to, _) = command { return Narrator.Grade(rawValue: to) }
    return nil
  }

  fileprivate var endsChecks: Bool {
    switch command {
    case .resolve, .close, .cancel: true
    default: false
    }
  }

  /// - Parameter resumed: when the last pause was over.
  fileprivate func endsUpdates(resumed: Instant) -> Bool {
    switch command {
    case .close, .cancel: true
    case .pause: at > resumed
    case .update(let update): update.next != nil
    default: false
    }
  }
}
