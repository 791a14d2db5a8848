import ArgumentParser
import Console
import EscalationDomain
import EscalationStore
import Foundation
import Screen
import Terminal
import ThemeFiles

struct BoardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "board", abstract: "Open the live board (the default).")
  @OptionGroup var screen: ScreenOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    var session = try global.session(tells: screen.once || screen.plain)
    var terminal: TerminalSession?
    if isFirstRun(session) {
      let opened = try BoardRun.terminal()
      defer { if terminal == nil { opened.close() } }
      let setup = try SetupRun(
        session: session, look: Look(session.settings.with(.theme, screen.theme)), terminal: opened)
      guard try setup.run() else {
        opened.close()
        return Output.line("nothing was written; warroom setup asks again, warroom demo shows a board")
      }
      session = try global.session(tells: false)
      terminal = opened
    }
    try BoardRun(session: session, screen: screen, terminal: terminal).run(try session.store())
  }
}

extension BoardCommand {
  /// Nobody has been here: no store, no settings, a person at a terminal, and nothing said that means another store.
  private func isFirstRun(_ session: Session) -> Bool {
    !screen.once && !screen.plain && !session.isReadOnly && !session.isFixed && !session.settings.path.isNamed
      && session.settings.chosen[.store].origin == .standard
      && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
      && !FileManager.default.fileExists(atPath: session.path)
      && !FileManager.default.fileExists(atPath: session.settings.path.file)
  }
}

/// How the board is shown.
struct ScreenOptions: ParsableArguments {
  @Option(help: "The theme: \(Themes.names.joined(separator: ", ")), or one of your own.") var theme: String?
  @Flag(help: "Print the board and leave.") var once = false
  @Flag(help: "Draw nothing: one line a change, for screen readers; list, show ID, verbs and quit are lines to type.")
  var plain = false
  @Option(help: ArgumentHelp("The size to print, columns by rows.", valueName: "120x40")) var size: String?
  @Option(help: "What --once prints: text, ansi or svg.") var format: String = "text"
}

/// Shows the board on a terminal, or prints it.
struct BoardRun {
  let session: Session
  let screen: ScreenOptions
  /// Whether drafts, views and the last place outlive the run.
  var keepsDesk = true
  /// One that is open already.
  var terminal: TerminalSession?

  func run(_ store: SQLiteStore) throws {
    if screen.plain { return try speak(store) }
    if screen.once {
      // Text has no colours; a picture in others than the ones that were asked for is none.
      if screen.format != "text" { return try print(store, Look(settings)) }
      let (look, complaint) = try Look.atStart(settings)
      if let complaint { ProcessEnd.writeError("warroom: \(Output.visible(complaint))") }
      return try print(store, look)
    }
    if screen.size != nil { throw CommandFailure(.usage, "--size goes with --once") }
    let status = try live(store)
    if status != 0 { throw ExitCode(status) }
  }

  private var settings: RunSettings { session.settings.with(.theme, screen.theme) }

  private func live(_ store: SQLiteStore) throws -> Int32 {
    // The rows take the longest, so they are read while the theme is and the terminal opens.
    let clock: WallClock = session.isFixed ? .fixed(session.now) : .system
    let thread = StoreThread(store: store, actor: session.actor, clock: clock)
    var model = model(size: Size(columns: 80, rows: 24))
    let watch = StoreWatch(path: session.path)
    thread.look()
    for effect in model.start() { thread.submit(effect, now: session.now) }
    // While the rows are read: what is kept of the last run is small, and nothing of it waits for them.
    let isPast = session.options.knownAt != nil
    let drawer = keepsDesk && !isPast ? DeskFile(store: session.path, actor: session.actor) : nil
    let kept = drawer.map { $0.read() ?? Desk() }
    let terminalName = ttyname(STDOUT_FILENO).map { String(cString: $0) }
    model.console = terminalName?.replacingOccurrences(of: "/dev/", with: "") ?? "console"
    model.run = "\(getpid())-\(Int64(Date().timeIntervalSince1970 * 1000))"
    var (look, complaint) = try Look.atStart(settings)
    let terminal = try self.terminal ?? BoardRun.terminal()
    defer { terminal.close() }
    look.suit(terminal.capabilities.depth)
    thread.wake(terminal.waker)
    let console = LiveConsole(
      model: model, look: look, terminal: terminal, store: thread, watch: watch, clock: clock,
      drawer: drawer, kept: kept,
      follower: SettingsFollower(settings, theme: look.file, waker: terminal.waker),
      runner: CommandLineRunner(session),
      complaints: [settings.complaint, complaint].compactMap { $0.map(settings.brief) })
    return console.run()
  }

  /// The board in lines, once or as it changes.
  private func speak(_ store: SQLiteStore) throws {
    if screen.size != nil { throw CommandFailure(.usage, "--size goes with --once, and not with --plain") }
    var model = model(size: Size(columns: 80, rows: 24))
    if screen.once {
      let printed = try PrintedScreen(model: model, store: store, actor: session.actor, now: session.now)
      return PlainSpeech.board(printed.model).forEach(Output.line)
    }
    guard let waker = Waker() else { throw CommandFailure(.inputOutput, "the system gives no descriptor") }
    let clock: WallClock = session.isFixed ? .fixed(session.now) : .system
    let thread = StoreThread(store: store, actor: session.actor, clock: clock)
    let watch = StoreWatch(path: session.path)
    let before = model
    // What it is compared with at the first write of another.
    thread.look()
    for effect in model.start() { thread.submit(effect, now: session.now) }
    PlainConsole(
      model: model, told: before, store: thread, watch: watch, waker: waker, clock: clock,
      runner: CommandLineRunner(session), follower: SettingsFollower(settings, waker: waker)
    ).run()
  }

  static func terminal() throws -> TerminalSession {
    do {
      return try TerminalSession()
    } catch {
      throw CommandFailure(.usage, error.sentence)
    }
  }

  private func print(_ store: SQLiteStore, _ look: Look) throws {
    let size = Size(text: screen.size ?? "120x40")
    guard let size else {
      throw CommandFailure(.usage, "“\(screen.size ?? "")” is no size; write columns by rows, like 120x40")
    }
    let printed = try PrintedScreen(
      model: model(size: size), store: store, actor: session.actor, now: session.now)
    let frame = printed.frame(ascii: !Locale.isUTF8)
    switch screen.format {
    case "text": Output.write(frame.plainText(ascii: !Locale.isUTF8))
    case "ansi": Output.write(frame.ansi(theme: look.theme, depth: .full, ascii: !Locale.isUTF8))
    case "svg": Output.line(frame.svg(theme: look.theme, title: "warroom"))
    default: throw CommandFailure(.usage, "“\(screen.format)” is no format; known: text, ansi, svg")
    }
  }

  private func model(size: Size) -> Model {
    let access: Access =
      session.options.knownAt != nil
      ? .readOnly("this is the past, as of \(session.now.words(in: session.zone))")
      : session.isReadOnly ? .readOnly("the store is opened for reading only") : .full
    var viewer = Viewer(actor: session.actor, zone: session.zone, messageCommand: Session.messageCommand)
    viewer.themes = Themes.names
    viewer.isReplay = session.options.knownAt != nil
    return Model(
      now: session.now, viewer: viewer,
      access: access, size: size, settings: settings.chosen.console)
  }
}

extension Locale {
  /// Whether the environment's locale can carry the drawing characters.
  static var isUTF8: Bool {
    let environment = ProcessInfo.processInfo.environment
    let name = [environment["LC_ALL"], environment["LC_CTYPE"], environment["LANG"]].compactMap { $0?.nonEmpty }.first
    let folded = (name ?? "").lowercased()
    return folded.contains("utf-8") || folded.contains("utf8")
  }
}

extension TerminalError {
  /// One line: what is wrong and what to do.
  var sentence: String {
    switch self {
    case .notATerminal: "the board needs a terminal; --once prints it, list lists it"
    case .unknownTerminal(nil): "TERM does not name the terminal; set it, e.g. TERM=xterm-256color"
    case .unknownTerminal(let name?):
      "the terminal “\(name)” is not known here; set TERM, e.g. TERM=xterm-256color"
    case .incapableTerminal(let name): "the terminal “\(name)” cannot place a cursor; --once prints the board"
    case .cannotOpen: "the terminal could not be opened"
    }
  }
}
