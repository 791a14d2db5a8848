import EscalationDomain
import Screen

/// The questions of a first run, one after the other, and the answers so far. Nothing is written before the last one.
public struct Setup: Equatable, Sendable {
  public enum Step: Hashable, Sendable {
    case who, zone, hours, playbook, beginning, review
  }

  /// What a new store holds.
  public enum Beginning: Int, Hashable, Sendable, CaseIterable {
    case empty, file, demo
  }

  /// What is known before anything is asked.
  public struct Ground: Hashable, Sendable {
    public var actor: String
    public var zone: Zone
    /// Names of zones to choose from.
    public var zones: [String]
    public var playbooks: [Offer]
    /// What the columns of an export may mean, by name.
    public var profiles: [String]
    /// Where the answers go.
    public var config: String
    public var store: String
    /// Whether there is a store already: then its calendar and contents are left alone.
    public var hasStore: Bool
    public var playbook: String?

    public init(
      actor: String, zone: Zone, zones: [String], playbooks: [Offer], profiles: [String], config: String, store: String,
      hasStore: Bool, playbook: String? = nil
    ) {
      (self.actor, self.zone, self.zones, self.playbooks) = (actor, zone, zones, playbooks)
      (self.profiles, self.config, self.store) = (profiles, config, store)
      (self.hasStore, self.playbook) = (hasStore, playbook)
    }
  }

  /// A playbook, and what it is for in a sentence.
  public struct Offer: Hashable, Sendable {
    public var id: String
    public var name: String
    public var sentence: String

    public init(id: String, name: String, sentence: String) {
      (self.id, self.name, self.sentence) = (id, name, sentence)
    }
  }

  /// What an import of the file would bring.
  public enum Preview: Hashable, Sendable {
    case none
    case reading
    case found(String)
    case refused(String)
  }

  /// Everything that was answered.
  public struct Answers: Hashable, Sendable {
    public var actor: String
    public var zone: Zone
    /// None where there is a store already.
    public var week: WorkingWeek?
    public var playbook: String?
    public var beginning: Beginning
    public var file: String
    public var profile: String
  }

  public enum Effect: Hashable, Sendable {
    /// Looks at what a file would bring.
    case preview(file: String, profile: String)
    case write(Answers)
    /// Leaves with nothing written.
    case leave
  }

  public let ground: Ground
  public internal(set) var step = Step.who
  var name: TextField
  var zone: TextField
  /// The zone is what was offered, and nothing of it was typed: the first thing typed takes its place.
  var isZoneOffered = true
  /// Index into the zones that fit what is typed.
  var zoneChoice = 0
  var days = TextField("mon-fri")
  var hours = TextField("09:00-17:00")
  /// Index into the playbooks; behind the last one, none.
  var playbook: Int
  var beginning = Beginning.empty
  var file = TextField()
  var profile = 0
  /// The field of the step that has the keys.
  var focus = 0
  var preview = Preview.none
  var problem: String?
  var isWriting = false

  public init(_ ground: Ground) {
    self.ground = ground
    name = TextField(ground.actor)
    zone = TextField(ground.zone.id)
    playbook = ground.playbooks.firstIndex { $0.id == ground.playbook } ?? ground.playbooks.count
  }

  /// The steps that there are; hours and what a store begins with are asked only for a new one.
  var steps: [Step] {
    ground.hasStore ? [.who, .zone, .playbook, .review] : [.who, .zone, .hours, .playbook, .beginning, .review]
  }

  /// The zones that fit what is typed, the best first.
  var fittingZones: [String] { Suggested.ranked(zone.text, among: ground.zones).map(\.text) }

  /// The zone that is meant: the one under the cursor of the list.
  var chosenZone: Zone? {
    let fitting = fittingZones
    return fitting.indices.contains(zoneChoice) ? try? Zone(fitting[zoneChoice]) : try? Zone(zone.text)
  }

  var week: WorkingWeek? { WorkingWeek(days: days.text, hours: hours.text) }

  var answers: Answers? {
    guard let zone = chosenZone, let who = name.text.nonEmpty else { return nil }
    if !ground.hasStore, week == nil { return nil }
    return Answers(
      actor: who, zone: zone, week: ground.hasStore ? nil : week,
      playbook: ground.playbooks.indices.contains(playbook) ? ground.playbooks[playbook].id : nil,
      beginning: ground.hasStore ? .empty : beginning, file: file.text,
      profile: ground.profiles.indices.contains(profile) ? ground.profiles[profile] : "")
  }
}
