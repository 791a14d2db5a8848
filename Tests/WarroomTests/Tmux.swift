import Foundation
import Testing

/// A real terminal around the program: a tmux server of its own, on its own socket.
final class Tmux {
  private let socket = "warroom-\(UUID().uuidString.prefix(8))"
  private let folder: URL

  init(folder: URL, columns: Int = 100, rows: Int = 30, environment: [String: String] = [:]) throws {
    self.folder = folder
    let shell =
      "env -i "
      + Program.environment.merging(environment) { $1 }.merging(["HOME": folder.path]) { $1 }
      .filter { $0.key != "TERM" || environment["TERM"] != nil }
      .map { "\($0.key)='\($0.value)'" }.joined(separator: " ")
    let term = environment["TERM"] == nil ? " TERM=\"$TERM\"" : ""
    try tmux(
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "\(shell)\(term) PS1='ready> ' sh")
    try wait("a prompt") { $0.contains("ready>") }
  }

  /// The test's folder may be gone by now.
  deinit {
    _ = try? Spawn.run(
      "tmux", ["-L", socket, "kill-server"], environment: Self.environment, folder: URL(fileURLWithPath: "/"))
  }

  private static let environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"]

  @discardableResult
  func tmux(_ arguments: String...) throws -> String {
    let output = folder.appendingPathComponent(".tmux-output")
    _ = try Spawn.run(
      "tmux", ["-L", socket] + arguments,
      environment: Self.environment.merging(["HOME": folder.path]) { $1 }, folder: folder,
      output: output.path)
    return String(decoding: try Data(contentsOf: output), as: UTF8.self)
  }

  /// Types keys by tmux's names, or text as it is.
  func type(_ keys: String...) throws { try type(keys) }

  func type(_ keys: [String]) throws {
    for key in keys { try tmux("send-keys", key) }
  }

  func typeText(_ text: String) throws { try tmux("send-keys", "-l", text) }

  /// Types a shell line.
  func line(_ text: String) throws {
    try typeText(text)
    try type("Enter")
  }

  var screen: String {
    get throws { try tmux("capture-pane", "-p") }
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// Asks again until the screen satisfies a condition, or fails with what it shows.
  @discardableResult
  func wait(_ what: String, _ condition: (String) -> Bool) throws -> String {
    let end = Date().addingTimeInterval(30)
    var last = ""
    while Date() < end {
      last = try screen
      if condition(last) { return last }
    }
    throw Timeout(what: what, screen: last)
  }

  /// Asks again until a program of that name has the terminal.
  func waitForCommand(_ name: String) throws {
    let end = Date().addingTimeInterval(30)
    while true {
      let command = try tmux("display-message", "-p", "#{pane_current_command}")
      if command.contains(name) { return }
      guard Date() < end else { throw Timeout(what: "\(name) in front but \(command)", screen: try screen) }
    }
  }

  struct Timeout: Error, CustomStringConvertible {
    var what: String
    var screen: String
    var description: String { "no \(what) on:\n\(screen)" }
  }
}
