import Console
import Dispatch
import EscalationDomain
import Foundation

/// Runs what is typed at the console's `:` as the command line that it is: this same program, started anew on the same
/// store, for the same person, zone and clock. Verbs print, read standard input and end the process as they go; in a
/// process of their own none of that can reach the screen, and one that hangs is stopped.
struct CommandLineRunner: Sendable {
  /// Where this program's file is, also after a newer one took its name.
  private static let program = "/proc/self/exe"
  static let limit = Duration.seconds(60)

  private let program: String
  private let options: [String]
  private let queue = DispatchQueue(label: "command line", qos: .userInitiated)

  init(_ session: Session) { self.init(program: Self.program, options: Self.options(session)) }

  init(program: String, options: [String]) {
    self.program = program
    self.options = options
  }

  /// What makes another run of the program see what this session sees.
  static func options(_ session: Session) -> [String] {
    var options = ["--store", session.path, "--actor", session.actor, "--zone", session.zone.id]
    if session.options.knownAt != nil {
      options += ["--as-of", "\(session.now)"]
    } else if session.isFixed {
      options += ["--now", "\(session.now)"]
    }
    return options + (session.options.readOnly ? ["--read-only"] : [])
  }

  /// Does it elsewhere, one after the other, and answers when it is done.
  func carryOut(_ effect: Effect, answer: @escaping @Sendable (Message) -> Void) {
    queue.async {
      do {
        switch effect {
        case .loadVerbs: answer(.verbsLoaded(try CommandReference.read().table))
        case .runCommandLine(let run): answer(.commandLineRan(run, try result(of: run.arguments, columns: run.columns)))
        default: break
        }
      } catch {
        answer(.failed(effect, .other(CommandFailure(describing: error)?.sentence ?? "\(error)")))
      }
    }
  }

  /// - Parameter columns: cells of a line where its words will be shown.
  func result(of arguments: [String], columns: Int? = nil, limit: Duration = limit) throws -> CommandLineResult {
    // The second is what the texts of help go by.
    var variables = columns.map { [Output.widthVariable: "\($0)", "COLUMNS": "\($0)"] } ?? [:]
    variables[RunSettings.toldVariable] = "1"
    let child = try CapturedProcess(program, ["warroom"] + options + arguments, variables: variables)
    let end = child.run(limit: limit)
    return CommandLineResult(
      status: end.status, output: String(decoding: child.output, as: UTF8.self),
      errors: String(decoding: child.errors, as: UTF8.self), isCut: child.isCut,
      stoppedAfter: end.isStopped ? Int(limit.components.seconds) : nil)
  }
}

extension CommandReference {
  /// The verbs as the console completes them.
  var table: VerbTable {
    VerbTable(
      verbs: verbs.map { path, command in
        let arguments = (command.arguments ?? []).filter(\.isShown)
        return VerbTable.Verb(
          path: path.split(separator: " ").map(String.init), help: command.abstract ?? "",
          options: arguments.filter { $0.kind != "positional" }.map { argument in
            let names = (argument.names ?? []).map { $0.kind == "long" ? "--\($0.name)" : "-\($0.name)" }
            return VerbTable.Option(
              names: names.sorted { $0.count > $1.count },
              value: argument.kind == "flag" ? nil : argument.valueName ?? "value", help: argument.abstract ?? "")
          }.filter { !$0.names.isEmpty && !CommandReference.shared.contains(String($0.names[0].dropFirst(2))) },
          arguments: arguments.filter { $0.kind == "positional" }.map { argument in
            VerbTable.Argument(
              name: argument.valueName ?? "value", isOptional: argument.isOptional,
              isEscalation: argument.abstract?.hasPrefix("The escalation's id") ?? false)
          })
      })
  }
}
