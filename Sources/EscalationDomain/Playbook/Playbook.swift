/// What a team agreed about escalations of one kind, as data: grades, clocks, checklists, people, words, gates.
///
/// Nothing here, and nothing in the engine, knows any one playbook by name.
public struct Playbook: Hashable, Sendable {
  public var id: String
  public var name: String
  public var purpose: String
  /// The business calendar for accounts that name none.
  public var calendar: String?
  public var severities: [Grade]
  public var levels: [Grade]
  public var stages: [Grade]
  public var clocks: [ClockRule]
  public var warnings: WarningPlan
  public var severityChange: SeverityChange
  public var process: [ProcessStep]
  public var checklists: [Checklist]
  public var notify: [NotifyRule]
  public var signals: [Signal]
  public var paths: [InternalPath]
  public var hypotheses: [Hypothesis]
  /// What a corrective action plan can start from.
  public var outline: [OutlineItem]
  public var gates: [Gate]
  public var templates: [MessageTemplate]
  public var guidance: [GuidanceCard]
  public var toolkits: [Toolkit]
  public var contactMatrix: [ContactSlot]
  public var health: HealthPolicy?
  public var metrics: [MetricTarget]
  public var room: RoomPlan
  /// Decisions where the source practice is silent, for `playbook show --notes`.
  public var notes: [String]

  public init(id: String, name: String) {
    self.id = id
    self.name = name
    purpose = ""
    calendar = nil
    severities = []
    levels = []
    stages = []
    clocks = []
    warnings = .standard
    severityChange = .fromStart
    process = []
    checklists = []
    notify = []
    signals = []
    paths = []
    hypotheses = []
    outline = []
    gates = []
    templates = []
    guidance = []
    toolkits = []
    contactMatrix = []
    health = nil
    metrics = []
    room = RoomPlan()
    notes = []
  }

  public func severity(_ id: String?) -> Grade? { severities.first { $0.id == id } }
  public func level(_ id: String?) -> Grade? { levels.first { $0.id == id } }
  public func stage(_ id: String?) -> Grade? { stages.first { $0.id == id } }
  public func rule(_ id: String) -> ClockRule? { clocks.first { $0.id == id } }

  /// The grade's id as the playbook spells it, whatever the case it was typed in.
  public func severityID(matching text: String) -> String? {
    severities.first { $0.id.lowercased() == text.lowercased() || $0.name.lowercased() == text.lowercased() }?.id
  }

  public func levelID(matching text: String) -> String? {
    levels.first { $0.id.lowercased() == text.lowercased() }?.id
  }

  public func stageID(matching text: String) -> String? {
    stages.first { $0.id.lowercased() == text.lowercased() }?.id
  }

  /// The severity, level or stage that the text names.
  public func gradeID(matching text: String) -> String? {
    severityID(matching: text) ?? levelID(matching: text) ?? stageID(matching: text)
  }

  /// The most pressing band that a record's grades put it in; without any, the last. Source: PLAYBOOKS, All five.
  public func band(severity: String?, level: String?, stage: String?) -> Int {
    [self.severity(severity)?.band, self.level(level)?.band, self.stage(stage)?.band].compactMap { $0 }.min() ?? 4
  }
}

/// One step of a scale: a severity, a level or a stage.
public struct Grade: Hashable, Sendable {
  public var id: String
  public var name: String
  /// 1 (most pressing) to 4; the board groups by it where playbooks mix.
  public var band: Int
  public var meaning: String
  public var examples: [String]
  /// Who holds it or must hear of it.
  public var who: [String]

  public init(
    id: String, name: String, band: Int, meaning: String = "", examples: [String] = [], who: [String] = []
  ) {
    self.id = id
    self.name = name
    self.band = band
    self.meaning = meaning
    self.examples = examples
    self.who = who
  }
}

/// The scale by which a playbook tells cases apart.
public enum Scale: String, Hashable, Sendable, CaseIterable {
  case severity
  case level
  case stage
}
