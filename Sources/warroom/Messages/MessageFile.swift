import Foundation

/// A message in a file of its own, for its owner's eyes alone.
enum MessageFile {
  enum Outcome {
    case new
    case over
  }

  static func isThere(_ path: String) -> CommandFailure {
    CommandFailure(.refused, "\(path) is there already; name a new file or say --force")
  }

  /// Writes a file that must be new, unless it may be written over; then it holds the old text or the new one, whatever
  /// happens on the way.
  static func write(_ text: String, to path: String, over: Bool) throws -> Outcome {
    if over, FileManager.default.fileExists(atPath: path) {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      return .over
    }
    let file = try create(path)
    defer { close(file) }
    do {
      try write(text, to: file, named: path)
    } catch {
      unlink(path)
      throw error
    }
    return .new
  }

  /// A file that nobody else can read, in the folder for such: its path and its descriptor.
  static func temporary(_ text: String) throws -> (path: String, file: Int32) {
    let folder = FileManager.default.temporaryDirectory.path
    let path = "\(folder)/warroom-message-\(UUID().uuidString).txt"
    let file = try create(path)
    do {
      try write(text, to: file, named: path)
    } catch {
      close(file)
      unlink(path)
      throw error
    }
    return (path, file)
  }

  /// Opens a file that must be new, for reading and writing by its owner alone.
  private static func create(_ path: String) throws -> Int32 {
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw errno == EEXIST ? isThere(path) : failure(path) }
    return file
  }

  private static func write(_ text: String, to file: Int32, named path: String) throws {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      guard written > 0 || (written < 0 && errno == EINTR) else { throw failure(path) }
      bytes = bytes.dropFirst(max(0, written))
    }
  }

  private static func failure(_ path: String) -> CommandFailure {
    CommandFailure(.inputOutput, "\(path) cannot be written: \(String(cString: strerror(errno)))")
  }
}
