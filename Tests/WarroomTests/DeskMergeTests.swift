import Console
import Foundation
import Testing

@testable import warroom

/// What becomes of a desk that two consoles of one person changed at once.
@Suite struct `Two consoles share a desk` {
  private static func parts(_ json: String) throws -> [String: DeskPart] {
    try JSONDecoder().decode([String: DeskPart].self, from: Data(json.utf8))
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var what: String
    var base: String
    var mine: String
    var theirs: String
    var merged: String
    var testDescription: String { what }
  }

  static let rows = [
    Row(
      what: "what only the other changed stays", base: #"{"density":"normal"}"#, mine: #"{"density":"normal"}"#,
      theirs: #"{"density":"compact"}"#, merged: #"{"density":"compact"}"#),
    Row(
      what: "what only this one changed is written", base: #"{"density":"normal","leavesMouse":true}"#,
      mine: #"{"density":"compact","leavesMouse":true}"#, theirs: #"{"density":"normal"}"#,
      merged: #"{"density":"compact"}"#),
    Row(
      what: "what a newer console keeps is left alone", base: "{}", mine: #"{"density":"compact"}"#,
      theirs: #"{"future":[1,2.5,null]}"#, merged: #"{"density":"compact","future":[1,2.5,null]}"#),
    Row(
      what: "drafts count one by one, also those that went",
      base: #"{"drafts":{"a":{"x":1},"b":{"x":1}}}"#, mine: #"{"drafts":{"b":{"x":2}}}"#,
      theirs: #"{"drafts":{"a":{"x":1},"b":{"x":1},"c":{"x":1}}}"#, merged: #"{"drafts":{"b":{"x":2},"c":{"x":1}}}"#),
    Row(
      what: "the last draft takes the part away", base: #"{"drafts":{"a":1}}"#, mine: "{}",
      theirs: #"{"drafts":{"a":1}}"#, merged: "{}"),
    Row(
      what: "earlier filters count place by place", base: #"{"filters":{"board":["a"]}}"#,
      mine: #"{"filters":{"board":["b","a"]}}"#, theirs: #"{"filters":{"board":["a"],"plans":["late"]}}"#,
      merged: #"{"filters":{"board":["b","a"],"plans":["late"]}}"#),
    Row(
      what: "views count by their names, this one's order first",
      base: #"{"views":[{"name":"A"},{"name":"B"},{"name":"C"}]}"#,
      mine: #"{"views":[{"name":"C"},{"name":"A","filter":"late"},{"name":"B"}]}"#,
      theirs: #"{"views":[{"name":"A"},{"name":"B","filter":"paused"},{"name":"D"}]}"#,
      merged: #"{"views":[{"name":"A","filter":"late"},{"name":"B","filter":"paused"},{"name":"D"}]}"#),
    Row(
      what: "a view that this one dropped and the other changed stays",
      base: #"{"views":[{"name":"A"},{"name":"B"}]}"#, mine: #"{"views":[{"name":"A"}]}"#,
      theirs: #"{"views":[{"name":"A"},{"name":"B","filter":"late"}]}"#,
      merged: #"{"views":[{"name":"A"},{"name":"B","filter":"late"}]}"#),
    Row(
      what: "of two new views with one key the first keeps it", base: #"{"views":[{"name":"A","key":2}]}"#,
      mine: #"{"views":[{"name":"A","key":2},{"name":"B","key":9}]}"#,
      theirs: #"{"views":[{"name":"A","key":2},{"name":"C","key":9}]}"#,
      merged: #"{"views":[{"name":"A","key":2},{"name":"B","key":9},{"name":"C"}]}"#),
  ]

  @Test(arguments: rows) func `each writes what it changed`(row: Row) throws {
    let merged = DeskMerge.merged(
      base: try Self.parts(row.base), mine: try Self.parts(row.mine), theirs: try Self.parts(row.theirs))
    #expect(merged == (try Self.parts(row.merged)), "\(row.what)")
  }

  @Test func `views that nobody had kept yet are the first ones`() throws {
    let first = try JSONDecoder().decode(
      DeskPart.self, from: JSONEncoder().encode(SavedView.first + [SavedView("Mine too", "owner:me", key: 9)]))
    let merged = DeskMerge.merged(
      base: [:], mine: ["views": first], theirs: try Self.parts(#"{"views":[{"name":"Late","filter":"late","key":2}]}"#)
    )
    guard case .list(let views) = merged["views"] else { throw CocoaError(.coderReadCorrupt) }
    // The other began by dropping every one of them: only what this one added and what the other added is left.
    #expect(views.compactMap { $0.object?["name"] } == [.text("Mine too"), .text("Late")])
  }
}
