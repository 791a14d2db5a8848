import Console
import Dispatch
import EscalationDomain
import EscalationStore
import Foundation
import Interchange
import PolicyFiles
import Screen
import SettingsFiles
import Synchronization
import Terminal

/// What the setup reads and writes, off the drawing thread.
final class SetupWork: Sendable {
  enum Answer: Sendable {
    case previewed(String, profile: String, Setup.Preview)
    case written
    case failed(String)
  }

  private let session: Session
  private let waker: Waker
  private let queue = DispatchQueue(label: "setup", qos: .userInitiated)
  private let inbox = Mutex<[Answer]>([])

  init(session: Session, waker: Waker) {
    self.session = session
    self.waker = waker
  }

  func answers() -> [Answer] {
    inbox.withLock { inbox in
      defer { inbox = [] }
      return inbox
    }
  }

  func preview(_ file: String, _ profile: String) {
    answer { [session] in
      do {
        let report = try session.withStoreToLookAt { store in
          try SetupWork.importer(file, profile, try ImportPreview(store), session).dryRun()
        }
        guard report.new + report.updated > 0 else {
          return .previewed(file, profile: profile, .refused("the file holds nothing new"))
        }
        let words = "\(Output.count(report.rows, "row")), \(Output.count(report.new, "escalation"))"
        return .previewed(file, profile: profile, .found(words))
      } catch {
        return .previewed(file, profile: profile, .refused(SetupWork.sentence(error)))
      }
    }
  }

  func write(_ answers: Setup.Answers) {
    answer { [session] in
      do {
        try SetupWork.write(answers, session)
        return .written
      } catch {
        return .failed(SetupWork.sentence(error))
      }
    }
  }

  private func answer(_ work: @escaping @Sendable () -> Answer) {
    queue.async { [self] in
      let answer = work()
      inbox.withLock { $0.append(answer) }
      waker.wake()
    }
  }

  private static func sentence(_ error: any Error) -> String {
    let failure =
      (error as? ImportFailure).map { failure in
        if case .refused(let report) = failure, let first = report.refused.first { return "\(first)" }
        return failure.sentence
      } ?? CommandFailure(describing: error)?.sentence ?? "\(error)"
    return Visible.text(failure, newlines: .space)
  }
}

extension SetupWork {
  /// What is known before anything is asked.
  static func ground(_ session: Session) throws -> Setup.Ground {
    let hasStore = FileManager.default.fileExists(atPath: session.path)
    let playbooks: [Playbook] =
      hasStore
      ? try session.store().policies().current.playbooks.values.map(\.value).sorted { $0.id < $1.id }
      : try BuiltinPlaybooks.all.map { try PlaybookFile.installed($0.text, file: $0.name) }
    let zones = TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") } + ["UTC"]
    return Setup.Ground(
      actor: session.actor, zone: session.zone, zones: zones,
      playbooks: playbooks.map { Setup.Offer(id: $0.id, name: $0.name, sentence: $0.purpose) },
      profiles: ImportProfile.builtinNames, config: session.settings.path.file, store: session.path,
      hasStore: hasStore, playbook: session.settings[.playbook])
  }

  /// The settings file as it will be: checked before the store is made, so that neither is left half done.
  static func config(_ answers: Setup.Answers, _ path: String) throws -> String {
    let isThere = FileManager.default.fileExists(atPath: path)
    var text = isThere ? try TextFile.read(path) : SettingsText.template
    let values: [(Setting, String?)] = [
      (.actor, answers.actor), (.zone, answers.zone.id), (.playbook, answers.playbook),
    ]
    for case (let setting, let value?) in values {
      guard let changed = SettingsText.setting(setting, to: value, in: text) else {
        throw CommandFailure(
          .configuration, "\(path) cannot take “\(setting.name)”: write “\(setting.name): …” on a line of its own first"
        )
      }
      text = changed
    }
    return text
  }

  private static func write(_ answers: Setup.Answers, _ session: Session) throws {
    let path = session.settings.path.file
    let text = try config(answers, path)
    if let week = answers.week { try makeStore(answers, week, session) }
    try ConfigFile.write(text, to: path)
  }

  /// A new store with what it begins with; where that fails there is none.
  private static func makeStore(_ answers: Setup.Answers, _ week: WorkingWeek, _ session: Session) throws {
    let calendar = try week.calendar(id: "team", name: "Team hours", zone: answers.zone)
    guard !FileManager.default.fileExists(atPath: session.path) else {
      throw CommandFailure(.refused, "a store came to be at \(session.path) meanwhile; run setup again")
    }
    do {
      if answers.beginning == .demo { return try Demo.fill(session, calendar: calendar) }
      _ = try SQLiteStore.create(
        path: session.path, reader: .files, policy: try FirstPolicy.texts(defaultCalendar: calendar),
        actor: answers.actor, now: session.now)
      guard answers.beginning == .file else { return }
      let store = try SQLiteStore(path: session.path, reader: .files)
      let profile = answers.profile
      let staging = try ImportSession(store, source: profile, now: session.now)
      _ = try importer(answers.file, profile, staging, session, actor: answers.actor).run()
    } catch {
      for suffix in ["", "-journal"] { unlink(session.path + suffix) }
      throw error
    }
  }

  private static func importer(
    _ file: String, _ profile: String, _ destination: any ImportDestination, _ session: Session, actor: String? = nil
  ) throws -> Importer {
    guard let reading = try ImportProfile.builtin(profile) else {
      throw CommandFailure(.usage, "there is no profile “\(profile)”")
    }
    let options = ImportOptions(
      until: nil, badRows: .refuse, playbook: nil, now: session.now, actor: actor ?? session.actor)
    let path = URL(fileURLWithPath: NSString(string: file).expandingTildeInPath).path
    return Importer(profile: reading, file: path, options: options, destination: destination)
  }
}
