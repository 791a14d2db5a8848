import EscalationDomain
import Foundation

/// Writing settings files: new ones only where there is none, and changed ones whole or not at all.
enum ConfigFile {
  static func make(_ text: String, at path: String) throws {
    if FileManager.default.fileExists(atPath: path) {
      throw CommandFailure(.refused, "\(path) is there already; nothing was written")
    }
    try write(text, to: path)
  }

  /// Writes it under the name that a link leads to, so that the link stays.
  static func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    do {
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url, options: .atomic)
    } catch {
      throw CommandFailure(.inputOutput, "\(path) cannot be written: \(error.localizedDescription)")
    }
  }
}
