import ArgumentParser
import Console
import EscalationDomain
import Interchange

struct ViewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "view", abstract: "Saved views of the board: a filter and an order under a name, one person's own.",
    subcommands: [Listing.self, Show.self, Save.self, Drop.self], defaultSubcommand: Listing.self)

  struct Listing: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List your views, and how many open escalations each has.")
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let session = try global.session()
      let store = try session.store()
      let rows = try store.rows(.open, now: session.now)
      let playbooks = try store.policies().current.playbooks.values.map(\.value)
      let views = try ViewShelf(session).views
      let counted = try views.map { view -> (SavedView, Found) in
        let text = view.filter.isEmpty ? [] : [view.filter]
        do {
          return (
            view,
            .rows(
              try ListFilter(words: text, session)
                .apply(to: rows, .open, playbooks: playbooks, store, session).count)
          )
        } catch let failure as CommandFailure {
          return (view, .wrong(failure.sentence))
        }
      }
      if json { return Output.json(.list(counted.map(Listing.record))) }
      Output.table(counted.map(Listing.cells), header: ["key", "view", "rows", "order", "filter"])
    }

    /// How many rows a view has, or why its filter cannot be read any more.
    private enum Found {
      case rows(Int)
      case wrong(String)

      var count: Int? { if case .rows(let count) = self { count } else { nil } }
      var problem: String? { if case .wrong(let sentence) = self { sentence } else { nil } }
    }

    private static func record(_ view: SavedView, _ found: Found) -> JSONValue {
      .object([
        "name": .text(view.name), "filter": .text(view.filter), "order": .text(view.sortedBy.rawValue),
        "reversed": .bool(view.isReversed), "key": .maybe(view.key.map { "F\($0)" }),
        "rows": .maybe(found.count.map(Int64.init)), "problem": .maybe(found.problem),
      ])
    }

    private static func cells(_ view: SavedView, _ found: Found) -> [String] {
      let key = view.key.map { "F\($0)" } ?? ""
      let order = view.sortedBy.rawValue + (view.isReversed ? " reversed" : "")
      return [key, view.name, found.count.map { "\($0)" } ?? "?", order, found.problem ?? view.filterShown]
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "List escalations through a view, as “list --view” does.")
    @Argument(help: "The view's name.") var name: String
    @Flag(help: "As JSON.") var json = false
    @Flag(help: "As CSV.") var csv = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      var list = try List.parse(["--view", name] + (json ? ["--json"] : []) + (csv ? ["--csv"] : []))
      list.global = global
      try list.run()
    }
  }

  struct Save: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "save", abstract: "Save a view; one of the same name is replaced.")
    @Argument(help: "Its name.") var name: String
    @Argument(help: ArgumentHelp("What it shows, as “list” takes it.", valueName: "filter")) var words: [String] = []
    @Option(help: "By severity, deadline, account, owner, arr, renewal, opened, changed or id.") var sort: String?
    @Flag(help: "The other way round.") var reverse = false
    @Option(
      help: ArgumentHelp("F2 to F5 or F7 to F12; by default the next free one; “none” for none.", valueName: "key"))
    var key: String?
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let session = try global.session()
      guard let name = name.nonEmpty else { throw CommandFailure(.usage, "a view needs a name") }
      let filter = ListFilter.text(of: words)
      let store = try session.store()
      _ = try ListFilter.read(
        filter,
        FilterVocabulary(
          store.policies().current.playbooks.values.map(\.value), rows: store.rows(.open, now: session.now)))
      let order = try List.order(sort)
      var shelf = try ViewShelf(session)
      let there = shelf.views.place(of: name)
      let key: Int?
      if let typed = self.key {
        key = try ViewCommand.key(typed)
      } else if let there {
        key = shelf.views[there].key
      } else {
        key = shelf.views.freeKeys.first
      }
      let view = SavedView(name, filter, order: order, reversed: reverse, key: key)
      shelf.change { views in
        for index in views.indices where views[index].key == key { views[index].key = nil }
        if let place = views.place(of: name) { views[place] = view } else { views.append(view) }
      }
      let shown = key.map { " on F\($0)" } ?? ""
      Output.line("view “\(Output.visible(name))” \(there == nil ? "saved" : "replaced")\(shown)")
    }
  }

  struct Drop: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "drop", abstract: "Drop a view.")
    @Argument(help: "Its name.") var name: String
    @OptionGroup var global: GlobalOptions

    func run() throws {
      var shelf = try ViewShelf(try global.session())
      let view = try shelf.view(name)
      shelf.change { views in views.removeAll { $0.name == view.name } }
      Output.line("view “\(Output.visible(view.name))” dropped")
    }
  }

  /// `F7`, or none for `none`.
  private static func key(_ text: String) throws -> Int? {
    if text.lowercased() == "none" { return nil }
    guard text.lowercased().hasPrefix("f"), let number = Int(text.dropFirst()), SavedView.keys.contains(number) else {
      throw CommandFailure(.usage, "“\(text)” is no key for a view; known: F2 to F5, F7 to F12, none")
    }
    return number
  }
}
