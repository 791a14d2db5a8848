import Console
import EscalationDomain
import Glibc
import Screen
import Terminal

/// The board for whoever has it read aloud: a line a change on standard output, and commands a line on standard input. It
/// draws nothing and needs no terminal. It ends with its input.
final class PlainConsole {
  private var model: Model
  /// What has been told.
  private var told: Model
  /// What has been told of the log and the clocks; none before the board was.
  private var news: PlainFollower?
  private var asking = Asking.idle
  /// What the last verb typed here said: what it did is not told again.
  private var said: [String] = []
  private let store: StoreThread
  private let watch: StoreWatch?
  private let waker: Waker
  private let clock: WallClock
  private let runner: CommandLineRunner
  private let follower: SettingsFollower?
  private var input = PlainInput()
  private var isOver = false
  /// Lines that wait for the answer to an earlier one.
  private var waiting: [String] = []
  /// Whose record was asked for.
  private var asked: EscalationID?
  /// A verb is at work.
  private var isRunning = false

  /// Where the reading of the log stands: one at a time, for the next begins where it ended.
  private enum Asking: Equatable {
    case idle
    case underWay
    case underWayAndOld
    /// It failed; tried again then.
    case failed(retry: Instant)
  }

  init(
    model: Model, told: Model, store: StoreThread, watch: StoreWatch?, waker: Waker, clock: WallClock,
    runner: CommandLineRunner, follower: SettingsFollower?
  ) {
    (self.model, self.told) = (model, told)
    (self.runner, self.follower) = (runner, follower)
    (self.store, self.watch, self.waker, self.clock) = (store, watch, waker, clock)
  }

  func run() {
    store.wake(waker)
    while !isOver || asked != nil || isRunning {
      // Answers wake the loop: whoever looked at each of them would never sleep.
      if wait() { store.look() }
      waker.drain()
      send(.tick(clock.now))
      if let lines = news?.tick(model) { lines.forEach(Output.line) }
      if case .failed(let retry) = asking, retry <= clock.now { ask() }
      for message in store.answers() { send(message) }
      if let change = follower?.change() { follow(change) }
      tell()
      // Commands are about what was told: they wait until the board was.
      if model.board.isLoaded { obey(input.lines()) }
      if input.hasEnded, case .failed = model.board.reading { return }
    }
  }

  /// Whether the store is to be looked at: its file was written to, or nothing tells when it is.
  private func wait() -> Bool {
    var wake = PlainSpeech.nextWake(model, after: clock.now)
    if let news { wake = min(wake, news.nextWake(after: clock.now)) }
    if case .failed(let retry) = asking { wake = min(wake, retry) }
    let next = clock.wait(until: wake)
    let limit = watch == nil ? min(next ?? .seconds(1), .seconds(1)) : next
    var descriptors = [
      input.hasEnded ? -1 : STDIN_FILENO, waker.descriptor, watch?.descriptor ?? -1, follower?.descriptor ?? -1,
    ].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let milliseconds = limit.map {
      Int32(clamping: $0.components.seconds * 1000 + $0.components.attoseconds / 1_000_000_000_000_000 + 1)
    }
    _ = poll(&descriptors, nfds_t(descriptors.count), milliseconds ?? -1)
    if descriptors[0].revents != 0 { input.read() }
    if descriptors[3].revents != 0 { follower?.look() }
    let isWritten = descriptors[2].revents != 0
    if isWritten { watch?.drain() }
    return isWritten || watch == nil
  }

  private func send(_ message: Message) {
    switch message {
    case .recordLoaded(let record) where record.escalation.id.text.lowercased() == asked?.text.lowercased():
      asked = nil
      return PlainSpeech.record(record, model).forEach(Output.line)
    case .failed(.loadRecord(let id), let failure) where id == asked:
      asked = nil
      Output.line(Output.visible(failure.sentence(zone: model.viewer.zone)))
    case .commandLineRan(_, let result):
      isRunning = false
      return tell(result)
    case .failed(.runCommandLine, let failure):
      isRunning = false
      Output.line(Output.visible(failure.sentence(zone: model.viewer.zone)))
      return ask()
    case .newsLoaded(let new):
      let isOld = asking == .underWayAndOld
      asking = .idle
      // What came meanwhile is on the board, and the first look at the board comes before the first of its news.
      news?.hear(new, model, said: said).forEach(Output.line)
      if isOld { ask() }
      return
    case .failed(.loadNews, _): asking = .failed(retry: clock.now + 5)
    default: break
    }
    for effect in update(&model, message) {
      // Who ended what the cursor stands on, the log tells.
      if case .loadRecord = effect { continue }
      store.submit(effect, now: clock.now)
    }
    guard case .boardLoaded = message else { return }
    // The late milestones are told of too, and each write may bring some.
    store.submit(.loadPlans, now: clock.now)
    if news == nil { news = PlainFollower(model) }
    ask()
  }

  /// Has the log read on, but while a verb runs: what it says itself is told first.
  private func ask() {
    guard let news, !isRunning else { return }
    switch asking {
    case .idle, .failed:
      asking = .underWay
      store.submit(.loadNews(after: news.through), now: clock.now)
    case .underWay, .underWayAndOld: asking = .underWayAndOld
    }
  }

  private func tell() {
    PlainSpeech.changes(from: told, to: model).forEach(Output.line)
    told = model
  }

  private func tell(_ result: CommandLineResult) {
    said = result.output.split(separator: "\n").map { Output.visible(String($0)) }
    said.forEach(Output.line)
    ask()
    if result.status != 0 { Output.line(Output.visible(result.reason)) }
  }

  /// Whose clock is on the wall may have changed; nothing else of the settings is heard.
  private func follow(_ change: SettingsFollower.Change) {
    switch change {
    case .refused(let sentence): send(.settingsRefused(sentence))
    case .read(let settings):
      settings.use()
      follower?.use(settings, theme: nil)
      var viewer = model.viewer
      viewer.zone = (try? ViewerZone.choose(settings)) ?? viewer.zone
      if viewer != model.viewer { send(.viewerChanged(viewer)) }
      send(.settingsChanged(settings.chosen.console))
    }
  }

  private func obey(_ lines: [String]) {
    // One record at a time, so that answers come in the order of the questions.
    for line in lines { waiting.append(line) }
    while asked == nil, !isRunning, !isOver, !waiting.isEmpty { obey(waiting.removeFirst()) }
    if input.hasEnded, waiting.isEmpty { isOver = true }
  }

  private func obey(_ line: String) {
    switch PlainLine(line, in: model, verbs: Warroom.verbNames) {
    case .nothing: break
    case .list: PlainSpeech.board(model).forEach(Output.line)
    case .show(let id):
      asked = id
      store.submit(.loadRecord(id), now: clock.now)
    case .run(let arguments):
      isRunning = true
      runner.carryOut(.runCommandLine(CommandLineRun(line: line, arguments: arguments))) { [store] in store.post($0) }
    case .quit: isOver = true
    case .help: Output.line(PlainLine.words)
    case .refused(let reason): Output.line(Output.visible(reason))
    }
  }
}

/// Lines of standard input, as far as they came.
struct PlainInput {
  private var bytes: [UInt8] = []
  private(set) var hasEnded = false

  mutating func read() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
    if count > 0 { bytes += buffer[..<count] }
    if count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN) { hasEnded = true }
  }

  /// Takes the whole lines; at the end of input what is left too.
  mutating func lines() -> [String] {
    var lines: [String] = []
    while let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
      lines.append(String(decoding: bytes[..<end], as: UTF8.self))
      bytes.removeSubrange(...end)
    }
    if hasEnded, !bytes.isEmpty {
      lines.append(String(decoding: bytes, as: UTF8.self))
      bytes = []
    }
    return lines
  }
}
