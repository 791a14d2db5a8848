/// A stretch of a file in memory that slides forward, and grows while one row does not fit.
struct ByteWindow {
  private let file: InputFile
  private var storage: [UInt8]
  private var start = 0
  private var end = 0
  /// Where in the file the window begins.
  private(set) var offset: UInt64
  /// Nothing follows what is in the window.
  private(set) var reachesEnd = false

  init(_ file: InputFile, at offset: UInt64 = 0, capacity: Int = 256 * 1024) {
    self.file = file
    self.offset = offset
    storage = [UInt8](repeating: 0, count: capacity)
  }

  var count: Int { end - start }

  func withBytes<R>(_ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    try storage.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  /// Gives up the first bytes.
  mutating func drop(_ count: Int) {
    start += count
    offset += UInt64(count)
  }

  /// Goes on elsewhere in the file.
  mutating func move(to offset: UInt64) {
    self.offset = offset
    start = 0
    end = 0
    reachesEnd = false
  }

  /// Reads on; where the window is full it doubles.
  mutating func readMore() throws {
    guard !reachesEnd else { return }
    if start > 0 {
      storage.withUnsafeMutableBytes { bytes in
        let kept = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
        bytes.copyMemory(from: kept)
      }
      end -= start
      start = 0
    }
    if end == storage.count { storage.append(contentsOf: repeatElement(0, count: storage.count)) }
    let (place, used) = (offset, end)
    end += try storage.withUnsafeMutableBytes { bytes in
      try file.read(at: place + UInt64(used), into: UnsafeMutableRawBufferPointer(rebasing: bytes[used...]))
    }
    reachesEnd = end < storage.count
  }
}
