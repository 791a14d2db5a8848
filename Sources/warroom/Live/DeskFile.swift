import Console
import Dispatch
import EscalationDomain
import Foundation
import Synchronization

/// Where one person's ``Desk`` lies: a small file for each store and actor under the XDG state folder, readable by that
/// user alone. What cannot be read or written is left alone: nobody's work waits for it.
final class DeskFile: Sendable {
  private let path: String
  private let queue = DispatchQueue(label: "desk", qos: .utility)
  private let pending = Mutex<Desk?>(nil)

  init(store: String, actor: String, environment: [String: String] = ProcessInfo.processInfo.environment) {
    let base =
      environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? "\(environment["HOME"] ?? ".")/.local/state"
    let whole = URL(fileURLWithPath: store).resolvingSymlinksInPath().path
    path = "\(base)/warroom/desks/\(DeskFile.name(whole))/\(DeskFile.name(actor)).json"
  }

  /// Letters, digits and a few signs as they are, every other byte as its two hexadecimal digits, so that two paths never
  /// share a name; a long one ends with a sum of all of it.
  static func name(_ text: String) -> String {
    let plain = text.utf8.reduce(into: "") { name, byte in
      let letter = Character(UnicodeScalar(byte))
      name +=
        letter.isASCII && (letter.isLetter || letter.isNumber || "-_".contains(letter))
        ? String(letter) : "." + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
    guard plain.utf8.count > 120 else { return plain }
    let sum = text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return plain.suffix(100) + "." + String(sum, radix: 16)
  }

  func read() -> Desk? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return try? JSONDecoder().decode(Desk.self, from: data)
  }

  /// Writes it soon; of several in a row the last one.
  func keep(_ desk: Desk) {
    let isWaiting = pending.withLock { pending in
      defer { pending = desk }
      return pending != nil
    }
    if !isWaiting { queue.async { self.write() } }
  }

  /// Waits until the last one is written.
  func finish() { queue.sync {} }

  private func write() {
    let desk = pending.withLock { pending in
      defer { pending = nil }
      return pending
    }
    guard let desk, let data = try? JSONEncoder().encode(desk) else { return }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let next = "\(path).\(getpid())"
    guard FileManager.default.createFile(atPath: next, contents: data, attributes: [.posixPermissions: 0o600]) else {
      return
    }
    if rename(next, path) != 0 { unlink(next) }
  }
}
