import EscalationStore
import Foundation
import SettingsFiles
import Synchronization

/// The settings that a run of the program goes by: the one place that reads them from the environment and their file.
struct RunSettings: Hashable {
  let path: SettingsPath
  let chosen: ChosenSettings
  let read: SettingsSalvage

  /// What the run goes by now; a console that takes in a changed file puts the new ones here.
  private static let inUse = Mutex<RunSettings?>(nil)

  /// Those in use; before any option was read, what the environment and the file at its usual place say.
  static var current: RunSettings {
    if let known = inUse.withLock({ $0 }) { return known }
    let path = SettingsPath(asked: nil, environment: ProcessInfo.processInfo.environment)
    return (try? RunSettings(path: path, flags: [:]))
      ?? RunSettings(path: path, SettingsSalvage("", path: path.file), flags: [:])
  }

  func use() { RunSettings.inUse.withLock { $0 = self } }

  /// Reads a file, or takes its absence where nobody named it. Of one in which something is wrong, what is good.
  init(path: SettingsPath, flags: [Setting: String]) throws {
    self.init(path: path, try RunSettings.file(path), flags: flags)
  }

  private init(path: SettingsPath, _ read: SettingsSalvage, flags: [Setting: String]) {
    (self.path, self.read) = (path, read)
    chosen = ChosenSettings(flags: flags, environment: ProcessInfo.processInfo.environment, file: read.file)
  }

  private static func file(_ path: SettingsPath) throws -> SettingsSalvage {
    let descriptor = open(path.file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      // A variable or an option that names no file is a mistake; without one, there need be no file.
      if errno == ENOENT || errno == ENOTDIR, !path.isNamed { return SettingsSalvage("", path: path.file) }
      let problem =
        errno == ENOENT ? "is not there; warroom config --init writes one" : String(cString: strerror(errno))
      throw CommandFailure(.configuration, "the settings file \(path.file) \(problem)")
    }
    close(descriptor)
    return SettingsSalvage(try TextFile.read(path.file), path: path.file)
  }

  /// The same file read anew, with the options of this run; all of it or nothing, for something good is in use.
  func readAnew() throws -> RunSettings {
    let new = try RunSettings(path: path, flags: flags)
    if let complaint = new.complaint { throw CommandFailure(.configuration, complaint) }
    return new
  }

  /// What is wrong in the file, in one line, where something is; what is good in it counts.
  var complaint: String? {
    let more = read.problems.count - 1
    return read.problems.first.map { "\($0)" + (more > 0 ? " (and \(Output.count(more, "more problem")))" : "") }
  }

  /// A sentence about the file without its folder, which would push what is wrong out of a toast.
  func brief(_ sentence: String) -> String {
    sentence.replacing(URL(fileURLWithPath: path.file).deletingLastPathComponent().path + "/", with: "")
  }

  /// Fails where one of these was to be set in the file and cannot be read: what would hold in its place is not what
  /// was wanted.
  func require(_ settings: Setting...) throws {
    guard let complaint, settings.contains(where: { read.doubtful.contains($0) && chosen[$0].origin == .standard })
    else { return }
    throw CommandFailure(.configuration, complaint)
  }

  /// The same without what the file says of one setting.
  func without(_ setting: Setting) -> RunSettings {
    var read = read
    read.file = read.file.without(setting)
    return RunSettings(path: path, read, flags: flags)
  }

  /// The same with an option that one verb alone takes.
  func with(_ setting: Setting, _ option: String?) -> RunSettings {
    guard let option else { return self }
    return RunSettings(path: path, read, flags: flags.merging([setting: option]) { $1 })
  }

  private var flags: [Setting: String] {
    var flags: [Setting: String] = [:]
    for setting in Setting.allCases {
      if case .flag = chosen[setting].origin { flags[setting] = chosen[setting].value }
    }
    return flags
  }

  subscript(_ setting: Setting) -> String? { chosen[setting].value }

  /// Where a value comes from, for a sentence about it: `config.yaml:4: `; nothing for an option.
  func place(of setting: Setting) -> String {
    switch chosen[setting].origin {
    case .file, .environment: "\(chosen[setting].origin.words): "
    case .flag, .standard: ""
    }
  }

  /// What holds: what is set, else what this machine and user bring.
  func value(_ setting: Setting) -> String? {
    if let value = self[setting] { return value }
    let environment = ProcessInfo.processInfo.environment
    switch setting {
    case .store: return StoreFile.defaultPath(environment: environment)
    case .actor: return environment["USER"]?.nonEmpty ?? NSUserName()
    case .zone: return ViewerZone.zone.id
    case .editor, .density, .mouse, .blink: return setting.standard
    case .theme, .zones, .playbook, .messageCommand, .keys: return nil
    }
  }
}

extension RunSettings {
  /// Set where a console runs a verb: it has said already what is wrong in the file.
  static let toldVariable = "WARROOM_SETTINGS_TOLD"

  private static let owed = Mutex<String?>(nil)

  /// Has what is wrong in the file told once the verb is done, and that the rest of it counts.
  func complain() {
    guard ProcessInfo.processInfo.environment[RunSettings.toldVariable] == nil else { return }
    RunSettings.owed.withLock { $0 = complaint }
  }

  /// Says on standard error what is owed, unless the error with which the verb ended says it.
  static func tellComplaint(besides error: (any Error)? = nil) {
    guard let complaint = owed.withLock({ $0 }) else { return }
    if let failure = error as? CommandFailure, failure.sentence == complaint { return }
    ProcessEnd.writeError("warroom: \(Output.visible(complaint)); the other settings count")
  }
}
