import Foundation
import Screen
import Testing

/// Whole screens kept as text beside the tests. With `RECORD=1` in the environment they are written anew.
enum Golden {
  static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  static func expect(
    _ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = frame.plainText()
    #expect(fits(text, frame.size), "\(name) does not fit its size", sourceLocation: sourceLocation)
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Golden/\(name).txt")
    if isRecording {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let known = try String(contentsOf: file, encoding: .utf8)
    let differing = zip(lines(text), lines(known)).enumerated().first { $1.0 != $1.1 }
    #expect(
      text == known,
      "\(name) differs\(differing.map { ", line \($0 + 1):\n  now  \($1.0)\n  then \($1.1)" } ?? "")",
      sourceLocation: sourceLocation)
  }

  static func fits(_ text: String, _ size: Size) -> Bool {
    let lines = lines(text).dropLast()
    return lines.count == size.rows && lines.allSatisfy { Width.of($0) <= size.columns }
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
