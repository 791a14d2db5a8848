import Console
import Dispatch
import EscalationDomain
import Foundation
import Synchronization

/// Where one person's ``Desk`` lies: a small file for each store and actor under the XDG state folder, readable by that
/// user alone. What cannot be read or written is left alone: nobody's work waits for it. Several consoles of one person
/// share it, each writing what it changed under a lock.
final class DeskFile: Sendable {
  private let path: String
  private let queue = DispatchQueue(label: "desk", qos: .userInitiated)
  private let pending = Mutex<Pending>(Pending())
  /// What was last read or written here.
  private let base = Mutex<Desk?>(nil)

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

  /// Nil where none was kept, or where it cannot be read.
  func read() -> Desk? {
    guard let data = FileManager.default.contents(atPath: path),
      let desk = try? JSONDecoder().decode(Desk.self, from: data)
    else { return nil }
    base.withLock { $0 = desk }
    return desk
  }

  /// Where it lies, for whoever watches it.
  var file: String { path }

  /// Looks whether somebody else changed the views since they were last read or written here, off the drawing thread.
  ///
  /// - Parameter tell: gets the views as they are to be from here on, this console's own changes among them.
  func followViews(_ tell: @escaping @Sendable ([SavedView]?) -> Void) {
    queue.async { [self] in
      guard let data = FileManager.default.contents(atPath: path),
        let theirs = try? JSONDecoder().decode(Desk.self, from: data)
      else { return }
      let waiting = pending.withLock { $0.desk }
      let merged = base.withLock { base -> Desk? in
        guard let known = base, known.views != theirs.views else { return nil }
        base?.views = theirs.views
        guard let mine = waiting, mine.views != known.views else { return theirs }
        let parts = [known, mine, theirs].map { DeskFile.parts(of: $0)["views"] }
        var desk = theirs
        desk.views = DeskFile.views(in: DeskMerge.views(base: parts[0], mine: parts[1], theirs: parts[2]))
        return desk
      }
      guard let merged else { return }
      // What waits to be written must not take away what it does not know of.
      pending.withLock { $0.desk?.views = merged.views }
      tell(merged.views)
    }
  }

  private static func views(in part: DeskPart?) -> [SavedView]? {
    part.flatMap { try? JSONDecoder().decode([SavedView].self, from: JSONEncoder().encode($0)) }
  }

  private static func parts(of desk: Desk) -> [String: DeskPart] {
    guard let data = try? JSONEncoder().encode(desk) else { return [:] }
    return parts(in: data)
  }

  private static func parts(in data: Data) -> [String: DeskPart] {
    (try? JSONDecoder().decode([String: DeskPart].self, from: data)) ?? [:]
  }

  /// Writes it soon, of several in a row the last one: what was typed almost at once, all else once a second at most, so
  /// that moving about costs nothing.
  func keep(_ desk: Desk) {
    let delay = pending.withLock { pending -> DispatchTimeInterval? in
      let isTyped = pending.drafts != desk.drafts
      (pending.desk, pending.drafts) = (desk, desk.drafts)
      if isTyped ? pending.isSoon : pending.isWaiting { return nil }
      pending.isWaiting = true
      if isTyped { pending.isSoon = true }
      return .milliseconds(isTyped ? 30 : 1000)
    }
    if let delay { queue.asyncAfter(deadline: .now() + delay) { self.write() } }
  }

  /// What is still to be written, and whether somebody is on the way to write it.
  private struct Pending {
    var desk: Desk?
    /// Those of the last one that came.
    var drafts: [String: SavedDraft]?
    var isWaiting = false
    var isSoon = false
  }

  /// Writes what still waits, at once.
  func finish() { queue.sync { write() } }

  private func write() {
    let desk = pending.withLock { pending in
      defer { (pending.desk, pending.isWaiting, pending.isSoon) = (nil, false, false) }
      return pending.desk
    }
    guard let desk else { return }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    withLock { merge(desk) }
  }

  /// Lets one console at a time read and write. Where there can be no lock the write goes on without: it is whole anyway.
  private func withLock(_ body: () -> Void) {
    let lock = open("\(path).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer { if lock >= 0 { close(lock) } }
    if lock >= 0 { while flock(lock, LOCK_EX) != 0, errno == EINTR {} }
    body()
  }

  /// What this console does not know of is not its to change.
  private func merge(_ mine: Desk) {
    let theirs = FileManager.default.contents(atPath: path).map(DeskFile.parts(in:)) ?? [:]
    let known = base.withLock { base in
      defer { base = mine }
      return base
    }
    let all = DeskMerge.merged(
      base: known.map(DeskFile.parts(of:)) ?? [:], mine: DeskFile.parts(of: mine), theirs: theirs)
    guard let data = try? JSONEncoder().encode(all) else { return }
    let next = "\(path).\(getpid())"
    guard FileManager.default.createFile(atPath: next, contents: data, attributes: [.posixPermissions: 0o600]) else {
      return
    }
    if rename(next, path) != 0 { unlink(next) }
  }
}
