/// Tells stories whose acts lie so long before `now`, and whose promises lie so long after it.
struct Narrator {
  let now: Instant
  let timelines: [String: WorkingTimeline]

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
    case critical = "Critical"
    case high = "High"
    case l1 = "L1"
    case l2 = "L2"
    case stage1 = "1"

    var playbook: String {
      switch self {
      case .s0, .s1, .s2, .s3: "risk"
      case .p1, .p2, .p3, .p4: "protocol"
      case .critical, .high: "response"
      case .l1, .l2: "levels"
      case .stage1: "health"
      }
    }

    func grade(_ opening: inout Opening) {
      switch self {
      case .l1, .l2: opening.level = rawValue
      case .stage1: opening.stage = rawValue
      default: opening.severity = rawValue
      }
    }
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
      case .p1, .p3, .p4, .critical, .high, .l1, .l2, .stage1: Rhythm()
      }
    }
  }

  /// - Parameters:
  ///   - grade: what it opened as.
  ///   - health: the account's scores on the dates up to the opening, oldest first, where these opened it.
  ///   - updates: what the customer was told at the latest slots of its rhythm, oldest first.
  func story(
    _ title: String, _ account: DemoAccount, _ grade: Grade, _ owner: Teammate?,
    opened: Span, by opener: Teammate? = nil, neededIn: Span? = nil, found detection: Detection = .reactive,
    tags: [String] = [], signal: String? = nil, health: [Int] = [], _ details: String, updates: [String] = [],
    _ beats: [Beat]...
  ) throws -> Story {
    let start = now + -opened.seconds
    let opener = opener ?? owner ?? .ruth
    let zoneDay = timelines[account.calendar.rawValue]?.localDate
    let today = zoneDay?(now) ?? Zone.utc.local(now).date
    var opening = Opening(
      title: title, account: account.facts(today: today), playbook: grade.playbook, edition: 0,
      owner: owner?.rawValue, contacts: account.contacts, neededBy: neededIn.map { now + $0.seconds },
      details: details, tags: tags, detection: detection, signal: signal,
      health: trigger(health, until: zoneDay?(start) ?? today))
    grade.grade(&opening)
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

  private func trigger(_ scores: [Int], until date: LocalDate) -> HealthTrigger? {
    let past = scores.enumerated().map { index, composite in
      HealthScore(date: date.adding(days: index + 1 - scores.count), composite: composite)
    }
    return past.last.map { HealthTrigger(score: $0, trend: .declining, past: past) }
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
