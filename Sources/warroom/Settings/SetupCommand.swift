import ArgumentParser
import Console
import EscalationDomain
import EscalationStore
import Foundation
import Screen
import Terminal

struct SetupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup",
    abstract: "Answer a few questions: who you are, your zone and hours, a playbook, what the board begins with.")
  @Option(help: "The theme.") var theme: String?
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.session()
    if session.isReadOnly { throw StoreFailure.readOnly(path: session.path) }
    let terminal = try SetupCommand.terminal()
    defer { terminal.close() }
    let look = try Look.atStart(session.settings.with(.theme, theme)).look
    let run = try SetupRun(session: session, look: look, terminal: terminal)
    let isDone = try run.run()
    terminal.close()
    Output.line(isDone ? "written; warroom opens the board" : "nothing was written")
  }

  private static func terminal() throws -> TerminalSession {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw CommandFailure(.usage, "setup asks on a terminal; in a script use config --init and init")
    }
    return try BoardRun.terminal()
  }
}

/// The questions of a first run on a terminal, and the writing at their end.
final class SetupRun {
  private let session: Session
  private var look: Look
  private let terminal: TerminalSession
  private var setup: Setup
  private let work: SetupWork
  private var isDone: Bool?

  init(session: Session, look: Look, terminal: TerminalSession) throws {
    self.session = session
    self.look = look
    self.terminal = terminal
    self.look.suit(terminal.capabilities.depth)
    setup = Setup(try SetupWork.ground(session))
    work = SetupWork(session: session, waker: terminal.waker)
  }

  /// Whether it was gone through to the end.
  func run() throws -> Bool {
    while isDone == nil {
      terminal.draw(
        SetupView.frame(setup, size: terminal.size, glyphs: terminal.capabilities.glyphs), look.theme)
      for event in terminal.events(timeout: nil) {
        switch event {
        case .key(let key): setup.press(key).forEach(carryOut)
        case .suspend: terminal.suspend()
        case .terminate(let signal):
          terminal.close()
          throw ExitCode(128 + signal)
        case .hangup: throw ExitCode(128 + SIGHUP)
        case .resized, .resumed, .woken, .readable: break
        }
      }
      for answer in work.answers() { take(answer) }
    }
    return isDone ?? false
  }

  private func carryOut(_ effect: Setup.Effect) {
    switch effect {
    case .leave: isDone = false
    case .preview(let file, let profile): work.preview(file, profile)
    case .write(let answers): work.write(answers)
    }
  }

  private func take(_ answer: SetupWork.Answer) {
    switch answer {
    case .previewed(let file, let profile, let preview): setup.previewed(file, profile: profile, preview)
    case .written: isDone = true
    case .failed(let sentence): setup.writingFailed(sentence)
    }
  }
}
