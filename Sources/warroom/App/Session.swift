import EscalationDomain
import EscalationStore
import Foundation
import PolicyFiles
import SettingsFiles

/// What a run of the program goes by: the one place that reads the clock and takes in the settings.
struct Session {
  let path: String
  private(set) var now: Instant
  let isFixed: Bool
  let actor: String
  let zone: Zone
  let options: SQLiteStore.Options
  let settings: RunSettings

  /// What opens a text for writing, and what a message is given to, as the settings name them.
  static var editor: String { RunSettings.current.value(.editor) ?? Setting.editor.standard }
  static var messageCommand: String? { RunSettings.current[.messageCommand] }

  /// - Parameter tells: whether what is wrong in the settings file is said here; a console says it itself.
  init(_ global: GlobalOptions, tells: Bool = true) throws {
    let system = Session.clock
    settings = try global.settings()
    // Another store than the one that was meant would be worse than none.
    try settings.require(.store)
    settings.use()
    if tells { settings.complain() }
    path = settings.value(.store) ?? ""
    if path.isEmpty { throw CommandFailure(.usage, "--store names no file") }
    zone = try ViewerZone.choose(settings)
    guard global.now == nil || global.asOf == nil else {
      throw CommandFailure(.usage, "--now and --as-of exclude each other; --as-of sets now too")
    }
    let zone = zone
    now = try Session.fixed(global, system, zone) ?? system
    isFixed = global.now != nil || global.asOf != nil
    actor = settings.value(.actor) ?? NSUserName()
    var options = SQLiteStore.Options()
    options.readOnly = global.readOnly
    options.knownAt = global.asOf == nil ? nil : now
    self.options = options
  }

  private static var clock: Instant { Instant(Int64(Date().timeIntervalSince1970.rounded(.down))) }

  /// The clock that --now or --as-of stops: of two such times the one that has been, as with acts.
  private static func fixed(_ global: GlobalOptions, _ system: Instant, _ zone: Zone) throws -> Instant? {
    guard let text = global.now ?? global.asOf else { return nil }
    let instant = try TypedTime.parse(text, now: system, zone: zone, timeline: nil, leaning: .back)
    if Instant(iso8601: text) == nil {
      ProcessEnd.writeError("\(global.now == nil ? "as of" : "now"): \(instant.words(in: zone)) (\(instant))")
    }
    return instant
  }

  /// Runs an act. One without a time of its own happens when its turn comes: where another process acted while this one
  /// waited, the clock is read again.
  func retrying<Result>(isDated: Bool, _ act: (Session) throws -> Result) throws -> Result {
    try settings.require(.actor, .zone)
    let clock = { isDated || isFixed ? now : Session.clock }
    return try Act.whenItsTurnComes(now, clock: clock) { instant in
      var session = self
      session.now = instant
      return try act(session)
    }
  }

  var isReadOnly: Bool { options.readOnly || options.knownAt != nil }

  /// Opens the store that must be there.
  func store() throws -> SQLiteStore { try SQLiteStore(path: path, reader: .files, options: options) }

  /// The store to look at, nothing being written to it. Where there is none yet, what a new one would hold stands in.
  func withStoreToLookAt<Result>(_ body: (SQLiteStore) throws -> Result) throws -> Result {
    if FileManager.default.fileExists(atPath: path) { return try body(try store()) }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("warroom-look-\(getpid())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let stand = "\(folder)/warroom.db"
    _ = try SQLiteStore.create(
      path: stand, reader: .files, policy: try FirstPolicy.texts(defaultCalendar: nil), actor: actor, now: now)
    return try body(try SQLiteStore(path: stand, reader: .files))
  }

  /// Opens the store to write, making it first where there is none yet.
  func storeForWriting() throws -> SQLiteStore {
    // An act says who did it, and when by whose wall.
    try settings.require(.actor, .zone)
    if isReadOnly { throw StoreFailure.readOnly(path: path) }
    if !FileManager.default.fileExists(atPath: path) {
      _ = try SQLiteStore.create(
        path: path, reader: .files, policy: try FirstPolicy.texts(defaultCalendar: nil), actor: actor, now: now)
      ProcessEnd.writeError("warroom: made a new store at \(path)")
    }
    return try store()
  }
}

/// The zone of whoever reads the output.
enum ViewerZone {
  /// The machine's zone, for sentences about errors.
  static var zone: Zone {
    // Foundation's name for a machine on UTC.
    let id = TimeZone.current.identifier
    return id == "GMT" ? .utc : (try? Zone(id)) ?? .utc
  }

  static func choose(_ settings: RunSettings) throws -> Zone {
    guard let name = settings[.zone] else { return zone }
    guard let chosen = try? Zone(name) else {
      let place = settings.place(of: .zone)
      throw CommandFailure(
        place.isEmpty ? .usage : .configuration, "\(place)“\(name)” is no time zone; write one like Europe/Berlin")
    }
    return chosen
  }
}

extension PolicyReader {
  /// Installed texts are the files that PolicyFiles reads.
  static let files = PolicyReader(
    playbook: { try PlaybookFile.installed($0, file: "installed playbook") },
    calendar: { try CalendarFile.parse($0, file: "installed calendar") })
}

/// What a new store starts with.
enum FirstPolicy {
  static let calendar = "standard"

  static func texts(defaultCalendar: BusinessCalendar?) throws -> [PolicyText] {
    var calendars = try BuiltinCalendars.all.filter { $0.id != defaultCalendar?.id }
    if let defaultCalendar { calendars.append(defaultCalendar) }
    return calendars.map { PolicyText(.calendar, id: $0.id, text: CalendarFile.text($0)) }
      + BuiltinPlaybooks.all.map { PolicyText(.playbook, id: $0.id, text: $0.text) }
      + [PolicyText(.defaultCalendar, id: "default", text: defaultCalendar?.id ?? calendar)]
  }
}
