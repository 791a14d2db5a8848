import ArgumentParser
import EscalationDomain
import Foundation
import Interchange
import PolicyFiles
import Screen

/// What is wrong, and the exit code that says which kind of wrong (DESIGN, Command line).
struct CommandFailure: Error {
  enum Kind: Int32 {
    case usage = 64
    case badData = 65
    case noInput = 66
    case refused = 69
    case inputOutput = 74
    case busy = 75
    case permission = 77
    case configuration = 78
  }
  var kind: Kind
  var sentence: String
  /// The rule's refusal that it tells of, if it is one.
  var refusal: Refusal?

  init(_ kind: Kind, _ sentence: String, refusal: Refusal? = nil) {
    self.kind = kind
    self.sentence = sentence
    self.refusal = refusal
  }
}

/// The one place where an error becomes a line on standard error and an exit code.
enum ProcessEnd {
  static func leave(with error: any Error) -> Never {
    let failure = CommandFailure(describing: error)
    if let failure {
      writeError("warroom: \(Visible.text(failure.sentence, newlines: .space))")
      exit(failure.kind.rawValue)
    }
    // Help, versions and completions are answers, not failures; what is left is a usage error in one line.
    let code = Warroom.exitCode(for: error)
    if code.isSuccess {
      Output.line(Warroom.fullMessage(for: error))
      exit(0)
    }
    if let code = error as? ExitCode { exit(code.rawValue) }
    let message = Warroom.message(for: error).replacing("\n", with: " ")
    writeError("warroom: \(Visible.text(message, newlines: .space)) · see \(help(for: error))")
    exit(CommandFailure.Kind.usage.rawValue)
  }

  /// The help of the verb that was used wrongly, by the last line of the parser's own message.
  private static func help(for error: any Error) -> String {
    let last = Warroom.fullMessage(for: error).split(separator: "\n").last ?? ""
    let quoted = last.split(separator: "'", omittingEmptySubsequences: false)
    return quoted.count == 3 && quoted[1].hasPrefix("warroom") ? String(quoted[1]) : "warroom --help"
  }

  static func writeError(_ line: String) { Output.error(line + "\n") }
}

extension CommandFailure {
  /// The failure with the name of the escalation that it is about, and its times in the reader's zone.
  init(_ error: any Error, about id: String, zone: Zone) throws {
    switch error {
    case let refusal as Refusal:
      self.init(refusal.kind, "\(id): \(refusal.sentence(zone: zone))", refusal: refusal)
    case let error as ReplayError: self.init(.noInput, "\(id): \(error.sentence)")
    default: throw error
    }
  }

  /// The failure that an error means, if it is one of ours.
  init?(describing error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let refusal as Refusal: self.init(refusal.kind, refusal.sentence(zone: ViewerZone.zone))
    case let failure as StoreFailure: self.init(failure.kind, failure.sentence)
    case let error as ReplayError: self.init(.noInput, error.sentence)
    case let error as PolicyError: self.init(.badData, error.sentence)
    case let error as PolicyFileError: self.init(.badData, "\(error)")
    case let errors as PolicyFileErrors: self.init(.badData, errors.sentence)
    case let error as TypedTimeError: self.init(.usage, "\(error)")
    case let error as MoneyError: self.init(.usage, error.sentence)
    case let error as TargetError: self.init(.usage, "\(error)")
    case let error as CalendarError: self.init(.badData, "\(error)")
    case let error as CocoaError: self.init(.inputOutput, error.localizedDescription)
    default: return nil
    }
  }
}

extension Refusal {
  /// Words that name nothing known are usage; the rest a rule refuses.
  var kind: CommandFailure.Kind {
    switch self {
    case .unknownSeverity, .unknownLevel, .unknownStage, .unknownPlaybook, .unknownCalendar, .unknownStep,
      .unknownChecklist, .unknownItem, .unknownHypothesis, .unknownRole, .unknownStakeholder, .unknownPath,
      .unknownGate, .unknownSignal, .unusableID, .severityRequired, .hypothesisIncomplete, .textRequired,
      .reasonRequired, .csatOutOfRange, .inTheFuture, .notAhead, .scoreOutOfRange, .scoreInTheFuture, .dateNotCome,
      .severalSignals, .noPlaybookHas, .severalPlaybooksHave, .playbookUnclear, .unknownSlot, .outOfRange,
      .neededByRequired, .timeboxOutOfRange:
      .usage
    case .unreadableText: .badData
    case .unknownContact, .unknownTask, .unknownExecutive, .noSuchOnAgenda: .noInput
    default: .refused
    }
  }
}

extension PolicyFileErrors {
  /// The first of them, and how many more there are.
  var sentence: String {
    let more = errors.count - 1
    return "\(errors.first.map { "\($0)" } ?? "")" + (more > 0 ? " (and \(more) more; validate lists them)" : "")
  }
}

extension StoreFailure {
  var kind: CommandFailure.Kind {
    switch self {
    case .missing, .noSuchEscalation, .noSuchRisk: .noInput
    case .isFolder: .usage
    case .idTaken: .refused
    case .busy: .busy
    case .readOnly, .notPermitted: .permission
    case .newerSchema: .configuration
    case .notAStore, .damaged: .badData
    case .disk: .inputOutput
    }
  }
}
