import Foundation

/// What a console keeps on disk between its runs, of the one person of a test.
enum DeskOnDisk {
  static func text(_ program: Program) -> String {
    let folder = program.folder.appendingPathComponent(".local/state/warroom/desks")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
    let file = files?.first { $0.pathExtension == "json" }
    return file.flatMap { try? String(contentsOf: $0, encoding: .utf8) } ?? ""
  }

  static func wait(_ program: Program, for text: String) throws { try wait(program) { $0.contains(text) } }

  static func wait(_ program: Program, _ condition: (String) -> Bool) throws {
    let end = Date().addingTimeInterval(20)
    while !condition(text(program)) {
      guard Date() < end else {
        throw PseudoTerminal.Failed(what: "the desk is not as it should be", seen: text(program))
      }
      poll(nil, 0, 5)
    }
  }
}
