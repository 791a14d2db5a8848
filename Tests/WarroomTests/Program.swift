import Foundation
import Testing

/// The built binary, run as a person or a script would run it.
struct Program {
  let folder: URL
  var store: String { folder.appendingPathComponent("store/warroom.db").path }

  /// A run's end.
  struct Run {
    var status: Int32
    var out: String
    var err: String
    var lines: [String] { out.split(separator: "\n").map(String.init) }
  }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("warroom-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func cleanUp() { try? FileManager.default.removeItem(at: folder) }

  /// Beside the test bundle, where the package manager puts both.
  static let binary: String = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    for _ in 0..<4 {
      let path = folder.appendingPathComponent("warroom").path
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue { return path }
      folder.deleteLastPathComponent()
    }
    return "warroom"
  }()

  /// The environment that every run gets: no locale, zone, actor or colour of the machine's leaks in.
  static let environment = [
    "PATH": "/usr/local/bin:/usr/bin:/bin", "TZ": "UTC", "LC_ALL": "C.UTF-8", "WARROOM_ACTOR": "ann",
    "TERM": "xterm-256color",
  ]

  /// Runs a command line on this folder's store.
  func callAsFunction(
    _ arguments: String..., now: String? = nil, input: String? = nil, environment extra: [String: String] = [:]
  ) throws -> Run {
    try run(arguments, now: now, input: input, environment: extra)
  }

  func run(
    _ arguments: [String], now: String? = nil, input: String? = nil, environment extra: [String: String] = [:]
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.binary)
    process.arguments = ["--store", store] + (now.map { ["--now", $0] } ?? []) + arguments
    process.currentDirectoryURL = folder
    process.environment = Program.environment.merging(["HOME": folder.path]) { $1 }.merging(extra) { $1 }
    let files = try ["in", "out", "err"].map { name in
      let file = folder.appendingPathComponent(".\(name)-\(UUID().uuidString)")
      try Data((name == "in" ? input ?? "" : "").utf8).write(to: file)
      return file
    }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    let text = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Run(status: process.terminationStatus, out: text[1], err: text[2])
  }

  /// The answer of a verb that speaks JSON.
  func json(_ arguments: String..., now: String? = nil) throws -> Any {
    let run = try run(arguments, now: now)
    return try JSONSerialization.jsonObject(with: Data(run.out.utf8), options: [.fragmentsAllowed])
  }

  /// A clock of a record, by rule: the newest cycle unless told otherwise.
  func clock(_ rule: String, of id: String, cycle: Int? = nil, now: String) throws -> [String: Any]? {
    let record = try #require(try json("show", id, "--json", now: now) as? [String: Any])
    let clocks = try #require(record["clocks"] as? [[String: Any]])
    return clocks.last { $0["rule"] as? String == rule && (cycle == nil || $0["cycle"] as? Int == cycle) }
  }

  func write(_ name: String, _ text: String) throws -> String {
    let file = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    return file.path
  }
}

/// Runs a test with a program and a folder of its own.
func withProgram(_ body: (Program) throws -> Void) throws {
  let program = try Program()
  defer { program.cleanUp() }
  try body(program)
}
