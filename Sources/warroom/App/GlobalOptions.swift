import ArgumentParser
import EscalationDomain
import EscalationStore
import Foundation
import PolicyFiles

/// Options that every verb takes.
struct GlobalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The store's file; by default under the XDG data folder.", valueName: "file"))
  var store: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("A fixed clock, for rehearsal and tests.", valueName: "instant"))
  var now: String?

  @Option(
    name: .customLong("as-of"), parsing: .unconditional,
    help: ArgumentHelp("As things stood then; nothing can be changed.", valueName: "instant"))
  var asOf: String?

  @Flag(name: .customLong("read-only"), help: "Look, and change nothing.")
  var readOnly = false

  @Option(help: ArgumentHelp("Who acts; by default $WARROOM_ACTOR or the user's name.", valueName: "name"))
  var actor: String?

  @Option(help: ArgumentHelp("The zone to show and read times in; by default this machine's.", valueName: "zone"))
  var zone: String?

  func session() throws -> Session { try Session(self) }
}

/// What a run of the program goes by: the one place that reads the clock, the environment and the user's name.
struct Session {
  let path: String
  let now: Instant
  let isFixed: Bool
  let actor: String
  let zone: Zone
  let options: SQLiteStore.Options

  init(_ global: GlobalOptions) throws {
    let environment = ProcessInfo.processInfo.environment
    let system = Instant(Int64(Date().timeIntervalSince1970.rounded(.down)))
    path = global.store ?? StoreFile.defaultPath(environment: environment)
    zone = try ViewerZone.choose(global.zone)
    guard global.now == nil || global.asOf == nil else {
      throw CommandFailure(.usage, "--now and --as-of exclude each other; --as-of sets now too")
    }
    let zone = zone
    now =
      try (global.now ?? global.asOf).map { try TypedTime.parse($0, now: system, zone: zone, timeline: nil) } ?? system
    isFixed = global.now != nil || global.asOf != nil
    actor =
      global.actor?.nonEmpty ?? environment["WARROOM_ACTOR"]?.nonEmpty ?? environment["USER"]?.nonEmpty ?? NSUserName()
    var options = SQLiteStore.Options()
    options.readOnly = global.readOnly
    options.knownAt = global.asOf == nil ? nil : now
    self.options = options
  }

  var isReadOnly: Bool { options.readOnly || options.knownAt != nil }

  /// Opens the store that must be there.
  func store() throws -> SQLiteStore { try SQLiteStore(path: path, reader: .files, options: options) }

  /// Opens the store to write, making it first where there is none yet.
  func storeForWriting() throws -> SQLiteStore {
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
  static var zone: Zone { (try? Zone(TimeZone.current.identifier)) ?? .utc }

  static func choose(_ name: String?) throws -> Zone {
    guard let name else { return zone }
    guard let chosen = try? Zone(name) else {
      throw CommandFailure(.usage, "“\(name)” is no time zone; write one like Europe/Berlin")
    }
    return chosen
  }
}

extension PolicyReader {
  /// Installed texts are the files that PolicyFiles reads.
  static let files = PolicyReader(
    playbook: { try PlaybookFile.parse($0, file: "installed playbook") },
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
