import CNcurses
import Glibc
import Screen

/// The one place that waits: for the keyboard, for signals, for wakers and for the caller's descriptors, with `poll`.
struct InputLoop {
  enum Happening {
    case key(Key)
    case signal(Int32)
    case woken
    case readable(Int32)
    case writable
    /// The process was stopped by `suspend` and goes on.
    case continued
    /// No more input will come.
    case ended
  }

  /// How long a lone Escape waits for the rest of a sequence: with the drawing that follows, 25 ms stay unbroken on a busy
  /// machine too.
  static let escapeDelay: Duration = .milliseconds(15)

  private let waker: Waker
  private let signals = cn_signal_descriptor()
  private let input: Int32
  private var parser: KeyParser
  /// When what the parser holds back is taken for what it is, whatever else happens meanwhile.
  private var escapeEnd: ContinuousClock.Instant?
  private var watched: [Int32] = []
  private var expected: [Happening] = []

  init(waker: Waker, described: [(bytes: [UInt8], key: Key)], input: Int32 = STDIN_FILENO) {
    self.waker = waker
    self.input = input
    parser = KeyParser(described: described)
  }

  mutating func watch(_ descriptor: Int32) { if !watched.contains(descriptor) { watched.append(descriptor) } }
  mutating func unwatch(_ descriptor: Int32) { watched.removeAll { $0 == descriptor } }

  /// Has the next wait answer this first, for what happened while nobody waited.
  mutating func expect(_ happening: Happening) { expected.append(happening) }

  /// Whether standard output takes bytes at this moment.
  static func takesOutput() -> Bool {
    var output = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
    // A terminal that is gone takes them too: nothing waits for it.
    return Glibc.poll(&output, 1, 0) != 0
  }

  mutating func wait(timeout: Duration?, forOutput: Bool) -> [Happening] {
    if !expected.isEmpty {
      defer { expected = [] }
      return expected
    }
    let clock = ContinuousClock()
    let end = timeout.map { clock.now.advanced(by: $0) }
    while true {
      let next = [end, escapeEnd].compactMap { $0 }.min()
      var happened = poll(for: next.map { clock.now.duration(to: $0) }, forOutput)
      if let escapeEnd, clock.now >= escapeEnd {
        self.escapeEnd = nil
        happened += parser.flush().map { .key($0) }
      }
      if !happened.isEmpty { return happened }
      if let end, clock.now >= end { return [] }
    }
  }

  private mutating func poll(for duration: Duration?, _ forOutput: Bool) -> [Happening] {
    let reading = Int16(POLLIN)
    var descriptors = [input, signals, waker.descriptor].map { pollfd(fd: $0, events: reading, revents: 0) }
    descriptors.append(pollfd(fd: forOutput ? STDOUT_FILENO : -1, events: Int16(POLLOUT), revents: 0))
    descriptors += watched.map { pollfd(fd: $0, events: reading, revents: 0) }
    guard Glibc.poll(&descriptors, nfds_t(descriptors.count), Self.milliseconds(duration)) > 0 else { return [] }
    var happened: [Happening] = []
    if descriptors[1].revents != 0 { happened += takeSignals() }
    if descriptors[0].revents != 0 { happened += takeInput() }
    if descriptors[2].revents != 0 {
      waker.drain()
      happened.append(.woken)
    }
    if descriptors[3].revents != 0 { happened.append(.writable) }
    for descriptor in descriptors.dropFirst(4) where descriptor.revents != 0 {
      happened.append(.readable(descriptor.fd))
    }
    return happened
  }

  /// Rounded up, so that a wait never ends early and spins; -1 for ever.
  private static func milliseconds(_ duration: Duration?) -> Int32 {
    guard let duration else { return -1 }
    let (seconds, attoseconds) = duration.components
    let whole = seconds.multipliedReportingOverflow(by: 1000)
    guard !whole.overflow else { return .max }
    return Int32(clamping: max(0, whole.partialValue + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
  }

  private func takeSignals() -> [Happening] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(signals, &bytes, bytes.count)
    guard count > 0 else { return [] }
    // A storm of resizes is one.
    var seen: Set<UInt8> = []
    return bytes.prefix(count).filter { seen.insert($0).inserted }.map { .signal(Int32($0)) }
  }

  private mutating func takeInput() -> [Happening] {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(input, &bytes, bytes.count)
    if count > 0 {
      if parser.isIdle, !parser.marksPastes, let pasted = takePaste(bytes.prefix(count)) {
        return [.key(.paste(pasted))]
      }
      let keys = parser.feed(bytes.prefix(count))
      escapeEnd = parser.isWaiting ? .now.advanced(by: Self.escapeDelay) : nil
      return keys.map { .key($0) }
    }
    if count < 0, errno == EINTR || errno == EAGAIN { return [] }
    return [.ended]
  }

  /// What came in one go with line ends amid text was pasted where the terminal does not say so; what follows at once
  /// belongs to it.
  private func takePaste(_ first: ArraySlice<UInt8>) -> String? {
    guard UnmarkedPaste.isOne(first) else { return nil }
    var text = Array(first)
    var bytes = [UInt8](repeating: 0, count: 4096)
    while text.count < KeyParser.pasteLimit {
      var descriptor = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
      guard Glibc.poll(&descriptor, 1, UnmarkedPaste.pause) > 0 else { break }
      let count = read(input, &bytes, bytes.count)
      // The end of input is seen again by the next wait.
      guard count > 0 else { break }
      text += bytes.prefix(count)
    }
    return UnmarkedPaste.text(text)
  }
}
