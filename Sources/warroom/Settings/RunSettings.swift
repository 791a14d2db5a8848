import EscalationStore
import Foundation
import SettingsFiles
import Synchronization

/// The settings that a run of the program goes by: the one place that reads them from the environment and their file.
struct RunSettings: Hashable {
  let path: SettingsPath
  let chosen: ChosenSettings

  /// What the run goes by now; a console that takes in a changed file puts the new ones here.
  private static let inUse = Mutex<RunSettings?>(nil)

  /// Those in use; before any option was read, what the environment and the file at its usual place say.
  static var current: RunSettings {
    if let known = inUse.withLock({ $0 }) { return known }
    let path = SettingsPath(asked: nil, environment: ProcessInfo.processInfo.environment)
    return (try? RunSettings(path: path, flags: [:]))
      ?? RunSettings(path: path, file: SettingsFile(path: path.file), flags: [:])
  }

  func use() { RunSettings.inUse.withLock { $0 = self } }

  /// Reads a file, or takes its absence where nobody named it.
  init(path: SettingsPath, flags: [Setting: String]) throws {
    self.init(path: path, file: try RunSettings.file(path), flags: flags)
  }

  private init(path: SettingsPath, file: SettingsFile, flags: [Setting: String]) {
    self.path = path
    chosen = ChosenSettings(flags: flags, environment: ProcessInfo.processInfo.environment, file: file)
  }

  /// The settings as far as they can be read, and what is wrong with the file.
  static func asFarAsTheyGo(path: SettingsPath, flags: [Setting: String]) -> (RunSettings, problems: [CommandFailure]) {
    var file = SettingsFile(path: path.file)
    var problems: [CommandFailure] = []
    do {
      guard let text = try text(path) else { return (RunSettings(path: path, file: file, flags: flags), []) }
      let read = SettingsFile.asFarAsItGoes(text, path: path.file)
      file = read.file
      problems = read.problems.map { CommandFailure(.configuration, "\($0)") }
    } catch {
      problems = [CommandFailure(describing: error) ?? CommandFailure(.configuration, "\(error)")]
    }
    return (RunSettings(path: path, file: file, flags: flags), problems)
  }

  private static func file(_ path: SettingsPath) throws -> SettingsFile {
    guard let text = try text(path) else { return SettingsFile(path: path.file) }
    do {
      return try SettingsFile(text, path: path.file)
    } catch {
      throw CommandFailure(.configuration, "\(error)")
    }
  }

  /// None where there is no file and nobody named one.
  private static func text(_ path: SettingsPath) throws -> String? {
    let descriptor = open(path.file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      // A variable or an option that names no file is a mistake; without one, there need be no file.
      if errno == ENOENT || errno == ENOTDIR, !path.isNamed { return nil }
      let problem =
        errno == ENOENT ? "is not there; warroom config --init writes one" : String(cString: strerror(errno))
      throw CommandFailure(.configuration, "the settings file \(path.file) \(problem)")
    }
    close(descriptor)
    return try TextFile.read(path.file)
  }

  /// The same file read anew, with the options of this run.
  func readAnew() throws -> RunSettings { try RunSettings(path: path, flags: flags) }

  /// The same with an option that one verb alone takes.
  func with(_ setting: Setting, _ option: String?) -> RunSettings {
    guard let option else { return self }
    return RunSettings(path: path, file: chosen.file, flags: flags.merging([setting: option]) { $1 })
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
