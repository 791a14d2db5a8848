import Foundation
import Testing

@Suite struct `What is generated from the tables` {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func `the README's generated parts are fresh: make readme renews them`() throws {
    try withProgram { program in
      let readme = try String(contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
      let copy = try program.write("README.md", readme)
      #expect(try program("manual", "--readme", copy).status == 0)
      #expect(try String(contentsOfFile: copy, encoding: .utf8) == readme)
    }
  }

  @Test func `the man page names every verb and key, and groff reads it`() throws {
    try withProgram { program in
      let page = try program("manual", "--man").out
      for word in [".TH WARROOM 1", "severity", "calendar deadline", "\\-\\-store", "ctrl\\-"] {
        #expect(page.contains(word), "\(word)")
      }
      #expect(!page.split(separator: "\n").contains { $0.hasPrefix("'") })
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions are made for each shell`(shell: String) throws {
    try withProgram { program in
      let run = try program.run(["--generate-completion-script", shell])
      #expect(run.status == 0 && run.out.contains("playbook"), "\(run.err)")
    }
  }
}
