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
  private var input = PlainInput()
  private var isOver = false
  /// Lines that wait for the answer to an earlier one.
  private var waiting: [String] = []
  /// Whose record was asked for.
  private var asked: EscalationID?

  init(model: Model, told: Model, store: StoreThread, watch: StoreWatch?, waker: Waker, clock: WallClock) {
    (self.model, self.told) = (model, told)
    (self.store, self.watch, self.waker, self.clock) = (store, watch, waker, clock)
  }

  func run() {
    store.wake(waker)
    while !isOver || asked != nil {
      // Answers wake the loop: whoever looked at each of them would never sleep.
      if wait() { store.look() }
      waker.drain()
      send(.tick(clock.now))
      for message in store.answers() { send(message) }
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
    var descriptors = [input.hasEnded ? -1 : STDIN_FILENO, waker.descriptor, watch?.descriptor ?? -1].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let milliseconds = limit.map {
      Int32(clamping: $0.components.seconds * 1000 + $0.components.attoseconds / 1_000_000_000_000_000 + 1)
    }
    _ = poll(&descriptors, nfds_t(descriptors.count), milliseconds ?? -1)
    if descriptors[0].revents != 0 { input.read() }
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
    default: break
    }
    for effect in update(&model, message) { store.submit(effect, now: clock.now) }
  }

  private func tell() {
    PlainSpeech.changes(from: told, to: model).forEach(Output.line)
    told = model
  }

  private func obey(_ lines: [String]) {
    // One record at a time, so that answers come in the order of the questions.
    for line in lines { waiting.append(line) }
    while asked == nil, !isOver, !waiting.isEmpty { obey(waiting.removeFirst()) }
    if input.hasEnded, waiting.isEmpty { isOver = true }
  }

  private func obey(_ line: String) {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    switch words.first?.lowercased() {
    case nil: break
    case "list", "l": PlainSpeech.board(model).forEach(Output.line)
    case "show", "s":
      guard words.count == 2 else { return Output.line("say whose: show W-12") }
      let typed = words[1].lowercased()
      let id = model.board.board.rows.first { $0.id.text.lowercased() == typed }?.id ?? EscalationID(words[1])
      asked = id
      store.submit(.loadRecord(id), now: clock.now)
    case "quit", "q", "exit": isOver = true
    case "help", "h", "?":
      Output.line("list: every open escalation; show W-12: one of them; quit: leave. Changes are told as they happen.")
    case let word?: Output.line(Output.visible("there is no “\(word)”; say list, show ID, help or quit"))
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
