import Console
import EscalationDomain
import Glibc
import Screen
import Terminal

/// The loop: what happens becomes messages, messages change the model, the model is drawn, effects go out. Only this
/// thread touches the model and the terminal. It sleeps until the next visible change, a key, or another's write.
final class LiveConsole {
  private var model: Model
  private var look: Look
  private let terminal: TerminalSession
  private let store: StoreThread
  private let watch: StoreWatch?
  private let clock: WallClock
  private let outbox: Outbox
  private let drawer: DeskFile?
  /// Tells when somebody else writes to the desk.
  private let deskWatch: FolderWatch?
  private let follower: SettingsFollower?
  private let runner: CommandLineRunner?
  /// What was kept of an earlier run; none where nothing is to be kept.
  private let kept: Desk?
  /// What is wrong in the settings that it began with.
  private let complaints: [String]
  private var end: Int32?
  private var isDrawn = false
  /// The first picture waits so long to be whole: half a board before it would only flicker.
  private let patience = ContinuousClock.now + .milliseconds(150)

  /// - Parameter model: started, with its first effects submitted.
  init(
    model: Model, look: Look, terminal: TerminalSession, store: StoreThread, watch: StoreWatch?, clock: WallClock,
    drawer: DeskFile? = nil, kept: Desk? = nil,
    follower: SettingsFollower? = nil,
    runner: CommandLineRunner? = nil, complaints: [String] = []
  ) {
    self.complaints = complaints
    self.follower = follower
    self.runner = runner
    self.drawer = drawer
    deskWatch = drawer == nil ? nil : FolderWatch()
    self.kept = kept
    self.model = model
    self.look = look
    self.terminal = terminal
    self.store = store
    self.watch = watch
    self.clock = clock
    outbox = Outbox(terminal: terminal, store: store)
  }

  /// Runs until it is left, and gives the exit status.
  func run() -> Int32 {
    if let watch { terminal.watch(watch.descriptor) }
    if let follower { terminal.watch(follower.descriptor) }
    if let deskWatch, let drawer {
      deskWatch.watch([drawer.file])
      terminal.watch(deskWatch.descriptor)
    }
    send(.resized(terminal.size))
    terminal.useMouse(model.hasMouse)
    if let kept { send(.deskLoaded(kept)) }
    for complaint in complaints { send(.settingsDoubted(complaint)) }
    while end == nil {
      handle(terminal.events(timeout: timeout))
      if end == nil { draw() }
    }
    terminal.close()
    drawer?.finish()
    return end ?? 0
  }

  private var timeout: Duration? {
    if !isDrawn { return patience - .now }
    let next = clock.wait(until: model.nextWake(after: clock.now))
    return watch == nil ? min(next ?? .seconds(1), .seconds(1)) : next
  }

  private func handle(_ events: [TerminalEvent]) {
    send(.tick(clock.now))
    for event in events {
      switch event {
      case .key(let key): send(.keyPressed(key))
      case .resized(let size): send(.resized(size))
      case .suspend: terminal.suspend()
      case .resumed: store.look()
      case .terminate(let signal): end = 128 + signal
      case .hangup: end = 128 + SIGHUP
      case .woken: break
      case .readable(let descriptor) where descriptor == follower?.descriptor: follower?.look()
      case .readable(let descriptor) where descriptor == deskWatch?.descriptor: lookAtDesk()
      case .readable:
        watch?.drain()
        store.look()
      }
      if end != nil { return }
    }
    if events.isEmpty, watch == nil { store.look() }
    for message in store.answers() { send(message) }
    if let change = follower?.change() { follow(change) }
  }

  private func lookAtDesk() {
    guard let deskWatch, let drawer else { return }
    deskWatch.drain()
    deskWatch.watch([drawer.file])
    drawer.followViews { [store] in store.post(.viewsChanged($0)) }
  }

  /// Takes in settings that were read anew: theme and keys, and whose clock is on the wall.
  private func follow(_ change: SettingsFollower.Change) {
    switch change {
    case .refused(let sentence): send(.settingsRefused(sentence))
    case .read(let settings):
      do {
        try look.follow(settings)
      } catch {
        return refuse(error)
      }
      settings.use()
      follower?.use(settings, theme: look.file)
      var viewer = model.viewer
      viewer.zone = (try? ViewerZone.choose(settings)) ?? viewer.zone
      viewer.messageCommand = settings[.messageCommand]
      if viewer != model.viewer { send(.viewerChanged(viewer)) }
      send(.settingsChanged(settings.chosen.console))
    }
  }

  private func refuse(_ error: any Error) {
    send(.settingsRefused(RunSettings.current.brief(CommandFailure(describing: error)?.sentence ?? "\(error)")))
  }

  private func send(_ message: Message) { carryOut(update(&model, message)) }

  private func carryOut(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .quit: end = 0
      case .suspend: terminal.suspend()
      case .redraw: terminal.invalidate()
      case .keepDesk(let desk): drawer?.keep(desk)
      case .nextTheme: turnTheme()
      case .takeTheme(let id): takeTheme(id)
      case .useMouse(let isWanted): terminal.useMouse(isWanted)
      case .loadVerbs, .runCommandLine: runner?.carryOut(effect) { [store] in store.post($0) }
      case .editMessage(let draft): send(outbox.edit(draft))
      case .editText(let text): send(outbox.edit(text))
      case .copyMessage(let draft): send(outbox.copy(draft))
      case .writeMessage(let draft, let path, let over): outbox.write(draft, to: path, over: over)
      case .postMessage(let draft, let id, let emails): outbox.post(draft, about: id, emails: emails)
      case .minutesOut(let minutes, let way): outbox.take(minutes, way).map(send)
      default: store.submit(effect, now: clock.now)
      }
    }
  }

  private func turnTheme() { changeTheme { try $0.advance() } }

  private func takeTheme(_ id: String) { changeTheme { try $0.take(id) } }

  private func changeTheme(_ change: (inout Look) throws -> String) {
    do {
      send(.themeChanged(try change(&look)))
    } catch {
      refuse(error)
    }
    if let settings = follower?.settings { follower?.use(settings, theme: look.file) }
  }

  private func draw() {
    if !isDrawn, !model.isWhole, .now < patience { return }
    isDrawn = true
    terminal.draw(view(model, size: terminal.size, glyphs: terminal.capabilities.glyphs), look.theme)
  }
}
