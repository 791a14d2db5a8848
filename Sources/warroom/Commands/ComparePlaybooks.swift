import ArgumentParser
import EscalationDomain
import Foundation
import PolicyFiles

struct ComparePlaybooks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Show where two playbooks differ or contradict each other.",
    discussion: """
      Grades stand side by side by their band. A contradiction is a matter on which both say something and cannot both \
      be kept: a target, a cadence, a gate, a threshold.
      """)
  @Argument(help: "A playbook's id, or a file.") var first: String
  @Argument(help: "The other one's.") var second: String
  @Flag(help: "Also where they agree.") var all = false
  @Flag(help: "As JSON; always everything.") var json = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let known = try KnownPlaybooks(global)
    let comparison = PlaybookComparison(try known.playbook(first), try known.playbook(second))
    if json { return Output.json(PolicyJSON.comparison(comparison)) }
    ComparisonText(comparison: comparison, names: (first, second), all: all).print()
  }
}

/// Playbooks by the name of a file, or by id: the store's, else those that ship.
private struct KnownPlaybooks {
  let playbooks: [String: Playbook]

  init(_ global: GlobalOptions) throws {
    let session = try global.session()
    guard FileManager.default.fileExists(atPath: session.path) else {
      playbooks = Dictionary(
        uniqueKeysWithValues: try BuiltinPlaybooks.all.map { file in
          (file.id, try PlaybookFile.parse(file.text, file: file.name))
        })
      return
    }
    playbooks = try session.store().policies().current.playbooks.mapValues(\.value)
  }

  func playbook(_ name: String) throws -> Playbook {
    if let known = playbooks[name] { return known }
    guard FileManager.default.fileExists(atPath: name) else {
      let ids = playbooks.keys.sorted().joined(separator: ", ")
      throw CommandFailure(.noInput, "“\(name)” is neither a playbook nor a file; known: \(ids)")
    }
    return try PlaybookFile.parse(try TextFile.read(name), file: name)
  }
}
