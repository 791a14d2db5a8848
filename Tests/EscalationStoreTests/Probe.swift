import Foundation
import Testing

/// Another process at work on a store: see `storeprobe`.
struct Probe {
  let process = Process()
  private let output = Pipe()
  private let errors = Pipe()

  /// - Parameter through: a command that runs the probe, for example strace.
  init(_ arguments: [String], through wrapper: [String] = []) throws {
    let command = wrapper + [try Probe.executable] + arguments
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = output
    process.standardError = errors
    try process.run()
  }

  /// The probe lies where the tests were built.
  private static var executable: String {
    get throws {
      let folder = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      for argument in [folder] + CommandLine.arguments {
        let path = URL(fileURLWithPath: argument).deletingLastPathComponent().appendingPathComponent("storeprobe").path
        if FileManager.default.isExecutableFile(atPath: path) { return path }
      }
      let built = Bundle.allBundles.map {
        $0.bundleURL.deletingLastPathComponent().appendingPathComponent("storeprobe").path
      }
      return try #require(built.first { FileManager.default.isExecutableFile(atPath: $0) }, "storeprobe is not built")
    }
  }

  struct End {
    /// What was acknowledged, a line each.
    var lines: [String]
    var errors: String
    var wasKilled: Bool
    var status: Int32
  }

  func wait() throws -> End {
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complaints = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let (reason, status) = (process.terminationReason, process.terminationStatus)
    return End(
      lines: String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init),
      errors: String(decoding: complaints, as: UTF8.self),
      wasKilled: reason == .uncaughtSignal || status == 128 + SIGKILL, status: status)
  }

  /// The next line it says; waits for it.
  func nextLine() -> String {
    var line = Data()
    while let byte = try? output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty, byte != Data("\n".utf8) {
      line += byte
    }
    return String(decoding: line, as: UTF8.self)
  }
}
