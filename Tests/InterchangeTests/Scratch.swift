import EscalationDomain
import Foundation
import Testing

@testable import Interchange

/// A folder of files that goes away with the test.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("intake-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func file(_ bytes: some Sequence<UInt8>, _ name: String = "in.csv") throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  func file(_ text: String, _ name: String = "in.csv") throws -> String { try file(text.utf8, name) }

  func text(_ name: String) throws -> String { String(decoding: try data(name), as: UTF8.self) }
  func data(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path(name))) }
  var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() } }
}

extension Instant {
  /// An instant as a test writes it: `2026-03-01 09:00` in UTC.
  static func utc(_ text: String) -> Instant { Instant(iso8601: text + "Z") ?? .min }
}

extension ImportOptions {
  static func plain(
    until: Instant? = nil, badRows: BadRows = .refuse, playbook: String? = nil, now: Instant = .utc("2026-06-01 12:00")
  ) -> ImportOptions {
    ImportOptions(until: until, badRows: badRows, playbook: playbook, now: now, actor: "importer")
  }
}

extension ImportProfile {
  static func shipped(_ name: String) throws -> ImportProfile { try #require(try builtin(name)) }
}
