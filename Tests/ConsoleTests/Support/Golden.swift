import Foundation
import Screen
import Testing

/// Whole screens kept as text beside the tests. With `RECORD=1` in the environment they are written anew.
enum Golden {
  static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  /// The characters of a frame, and below them how they are dressed.
  static func expect(
    _ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = frame.plainText()
    #expect(fits(text, frame.size), "\(name) does not fit its size", sourceLocation: sourceLocation)
    try expect(text + "\n" + frame.styleRuns(), file: "\(name).txt", sourceLocation: sourceLocation)
  }

  /// - Parameter file: its name under `Golden`.
  static func expect(_ text: String, file name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Golden/\(name)")
    if isRecording {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let known = try String(contentsOf: file, encoding: .utf8)
    if text == known { return }
    let (now, then) = (lines(text), lines(known))
    let differing = zip(now, then).enumerated().first { $1.0 != $1.1 }
    let place = differing.map { "line \($0 + 1):\n  now  \($1.0)\n  then \($1.1)" }
    Issue.record(
      "\(name) differs, \(place ?? "\(now.count) lines now, \(then.count) then")", sourceLocation: sourceLocation)
  }

  static func fits(_ text: String, _ size: Size) -> Bool {
    let lines = lines(text).dropLast()
    return lines.count == size.rows && lines.allSatisfy { Width.of($0) <= size.columns }
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
