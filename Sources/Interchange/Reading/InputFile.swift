import Glibc

/// A file that is read in pieces, by place. It is not mapped: a file cut short while it is read would kill the program.
final class InputFile {
  let path: String
  let size: UInt64
  private let descriptor: Int32
  private let stamp: Stamp
  private var scratch: [UInt8] = []

  /// What tells one state of a file from another.
  struct Stamp: Equatable {
    let device: UInt64
    let node: UInt64
    let size: Int64
    let seconds: Int
    let nanoseconds: Int

    init(_ status: stat) {
      device = UInt64(status.st_dev)
      node = UInt64(status.st_ino)
      size = Int64(status.st_size)
      seconds = Int(status.st_mtim.tv_sec)
      nanoseconds = Int(status.st_mtim.tv_nsec)
    }

    /// Whether both are states of one file.
    func isSameFile(as other: Stamp) -> Bool { device == other.device && node == other.node }

    static func of(_ path: String) -> Stamp? {
      var status = stat()
      return stat(path, &status) == 0 ? Stamp(status) : nil
    }
  }

  init(path: String) throws {
    // Not to wait for a writer where the path names a pipe.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw ImportFailure.cannotRead(path: path, code: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw ImportFailure.cannotRead(path: path, code: code)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw ImportFailure.notAFile(path: path)
    }
    self.path = path
    self.descriptor = descriptor
    stamp = Stamp(status)
    size = UInt64(status.st_size)
  }

  deinit { close(descriptor) }

  /// Fills the buffer from a place in the file; fewer bytes only at its end.
  func read(at offset: UInt64, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var done = 0
    while done < buffer.count {
      let taken = pread(
        descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(offset) + off_t(done))
      if taken == 0 { break }
      if taken < 0 {
        if errno == EINTR { continue }
        throw ImportFailure.cannotRead(path: path, code: errno)
      }
      done += taken
    }
    return done
  }

  /// Hands over the bytes of a row that is known to stand there.
  func read<R>(
    _ place: RowPlace, _ body: (UnsafeBufferPointer<UInt8>) throws -> R
  ) throws -> R {
    if scratch.count < place.length { scratch = [UInt8](repeating: 0, count: max(place.length, 4096)) }
    let taken = try scratch.withUnsafeMutableBytes { bytes in
      try read(at: place.offset, into: UnsafeMutableRawBufferPointer(rebasing: bytes[..<place.length]))
    }
    guard taken == place.length else { throw ImportFailure.changedMeanwhile(path: path) }
    return try scratch.withUnsafeBufferPointer { bytes in
      try body(UnsafeBufferPointer(rebasing: bytes[..<taken]))
    }
  }

  /// Whether the file is still as it was when it was opened.
  func isUnchanged() -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && Stamp(status) == stamp
  }

  func isSameFile(as path: String) -> Bool { Stamp.of(path).map { stamp.isSameFile(as: $0) } ?? false }
}
