import Foundation

/// A folder that goes with its last user.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("warroom-bench-\(getpid())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }
}

/// A text of any length, written a piece at a time, so that this process stays small beside the one it measures.
enum GrowingFile {
  static func write(_ path: String, _ body: ((String) throws -> Void) throws -> Void) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil), let handle = FileHandle(forWritingAtPath: path)
    else { throw BenchFailure("\(path) cannot be written") }
    defer { try? handle.close() }
    var waiting = Data()
    try body { text in
      waiting.append(contentsOf: text.utf8)
      guard waiting.count > 1 << 18 else { return }
      try handle.write(contentsOf: waiting)
      waiting.removeAll(keepingCapacity: true)
    }
    try handle.write(contentsOf: waiting)
  }
}

/// Why a figure could not be taken.
struct BenchFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
