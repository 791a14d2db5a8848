import ArgumentParser
import EscalationDomain
import Interchange

struct ChecklistCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checklist", abstract: "What the playbook asks to be done or decided.",
    subcommands: [Listing.self, Done.self, NotNeeded.self, CarryingOver.self, Reopening.self],
    defaultSubcommand: Listing.self)

  struct Listing: WorkList {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List every item that is asked for now, open ones first; without an id, what is asked today of all.",
      discussion: """
        Without an id it is what the room must do today: the open items of daily lists, those that go with a check that \
        is due, and what still waits for a decision whether it is needed. Each says for how many days it has been \
        carried over, and who left it last and why. --json then gives what list --json gives of each escalation, with \
        items[] (checklist, item, label, need, since, days_carried, carried_by, carried_at, reason).
        """)
    @Argument(help: ArgumentHelp("The escalation's id, as list shows it; else all of them.", valueName: "id"))
    var escalation: String?
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    var id: String { escalation ?? "" }

    func run() throws {
      if escalation == nil { return try today() }
      try list(\.checklists, json: { EscalationJSON.checklist($1) }, ifNone: "is asked nothing by a checklist now")
    }
  }

  struct CarryingOver: ActVerb {
    static let configuration = CommandConfiguration(
      commandName: "carry", abstract: "Leave open items to the next session.")
    @OptionGroup var act: ActOptions
    @OptionGroup var items: ItemOptions
    @Option(name: [.customLong("why"), .customLong("reason")], help: "Why.") var reason: String?
    @OptionGroup var global: GlobalOptions

    func run() throws { try items.decide(.carriedOver, reason, self) }
  }

  struct Done: ActVerb {
    static let configuration = CommandConfiguration(commandName: "done", abstract: "Record that items are done.")
    @OptionGroup var act: ActOptions
    @OptionGroup var items: ItemOptions
    @Option(help: "Anything to add.") var reason: String?
    @OptionGroup var global: GlobalOptions

    func run() throws { try items.decide(.done, reason, self) }
  }

  struct NotNeeded: ActVerb {
    static let configuration = CommandConfiguration(
      commandName: "not-needed", abstract: "Decide against items that are asked for if needed.")
    @OptionGroup var act: ActOptions
    @OptionGroup var items: ItemOptions
    @Option(help: "Why not.") var reason: String
    @OptionGroup var global: GlobalOptions

    func run() throws { try items.decide(.notNeeded, reason, self) }
  }

  struct Reopening: ActVerb {
    static let configuration = CommandConfiguration(commandName: "open", abstract: "Take a decision on items back.")
    @OptionGroup var act: ActOptions
    @OptionGroup var items: ItemOptions
    @Option(help: "Why.") var reason: String?
    @OptionGroup var global: GlobalOptions

    func run() throws { try items.decide(.open, reason, self) }
  }
}

/// Items of checklists as typed.
struct ItemOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The item, as CHECKLIST/ITEM; its own id is enough where no other list has it. Several may be given.",
      valueName: "item"))
  var items: [String]

  /// Decides all of them, or none.
  func decide(_ choice: ItemDecision.Choice, _ reason: String?, _ verb: some ActVerb) throws {
    try verb.performAll { context in
      let view = try context.view()
      return try items.map { text in
        let item = try ItemOptions.item(text, in: view)
        return .decideItem(ItemDecision(checklist: item.0, item: item.1, choice: choice), reason: reason)
      }
    }
  }

  private static func item(_ text: String, in view: WorkView) throws -> (String, String) {
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    if parts.count == 2 { return (parts[0], parts[1]) }
    let lists = view.checklists.filter { list in list.items.contains { $0.item.id == text } }.map(\.checklist.id)
    guard let only = lists.first, lists.count == 1 else {
      throw CommandFailure(
        .usage,
        lists.isEmpty
          ? "no checklist asks for “\(text)” now; checklist list shows what is asked"
          : "“\(text)” is in several checklists; write \(lists.map { "\($0)/\(text)" }.joined(separator: " or "))")
    }
    return (only, text)
  }
}
