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
    let next = clock.wait(until: PlainSpeech.nextWake(model, after: clock.now))
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
      PlainSpeech.record(record, model).forEach(Output.line)
    case .failed(.loadRecord(let id), let failure) where id == asked:
      asked = nil
      Output.line(Output.visible(failure.sentence(zone: model.viewer.zone)))
    case .commandLineRan(_, let result):
      isRunning = false
      return tell(result)
    case .failed(.runCommandLine, let failure):
      isRunning = false
      return Output.line(Output.visible(failure.sentence(zone: model.viewer.zone)))
    // The late milestones are told of too, and each write may bring some.
    case .boardLoaded: store.submit(.loadPlans, now: clock.now)
    default: break
    }
    for effect in update(&model, message) { store.submit(effect, now: clock.now) }
  }

  private func tell() {
    PlainSpeech.changes(from: told, to: model).forEach(Output.line)
    told = model
  }

  private func tell(_ result: CommandLineResult) {
    for line in result.output.split(separator: "\n") { Output.line(Output.visible(String(line))) }
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
