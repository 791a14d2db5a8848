import EscalationDomain
import Screen

/// Customers' names and money out of sight, for a screen that others see too.
extension ConsoleCommand {
  static let hiding: [ConsoleCommand] = [
    ConsoleCommand(
      .hideNames, "hide names", [.character("#")], in: places, .looking, also: "share screen private anonymous mask",
      "Hide the names of customers and their people, and all money, on every place: for a shared screen."),
    ConsoleCommand(
      .showNames, "show names", [.character("#")], in: places, .looking, prompted: true,
      "Show names and money again."),
  ]
}

/// Words that do not show, and the veil that hides them.
struct Hidden: Hashable, Sendable {
  private(set) var words: Set<String>
  private(set) var veil: Veil

  init(_ words: Set<String>) {
    self.words = words
    veil = Veil(names: words, currencies: Money.currencies)
  }

  /// The cost grows with what is open and happened of late, and the accounts.
  static func names(from store: some ConsoleStore, now: Instant) throws -> Set<String> {
    var names = Set(try store.accountNames())
    try store.eachHistory(inRoom: (now + -AgendaReason.afterlife)..<now + 1, with: [], now: now) { history, _ in
      for event in history.events {
        switch event.fact {
        case .opened(let opening): names.formUnion(opening.contacts.flatMap(\.identity))
        case .contactAdded(let contact): names.formUnion(contact.identity)
        default: break
        }
      }
    }
    return names
  }

  /// What was hidden stays so: an account that left every list still stands in what was said about it.
  mutating func add(_ more: Set<String>) { if !more.isSubset(of: words) { self = Hidden(words.union(more)) } }
}

extension Model {
  /// Starts to hide, or stops. Names that nothing shows yet are asked for: texts and answers of the command line have them.
  mutating func turnHiding() -> [Effect] {
    hidden = hidden == nil ? Hidden(words) : nil
    tell(.told, hidden == nil ? "names and money show" : "names and money are hidden on every place")
    return hidden == nil ? [] : [.loadNames]
  }

  /// What comes in brings new names. O(rows) where names are hidden.
  mutating func followHiding(_ message: Message) {
    guard hidden != nil else { return }
    switch message {
    case .namesLoaded, .tick, .resized, .storeChanged, .storeUnchanged, .deskLoaded, .settingsChanged, .themeChanged:
      break
    case .keyPressed: break
    case .openingPreviewed:
      let words = words.union(typedAccount)
      hidden?.add(words)
    default:
      let words = words
      hidden?.add(words)
    }
  }

  /// Said with what goes out while the screen hides: hiding is for those who look on.
  var goesOutWhole: String { hidden == nil ? "" : ", with names and money" }

  /// What must not be read: names of accounts, of their people and how to reach them. O(rows).
  private var words: Set<String> {
    var names = Set(board.board.rows.map(\.account))
    for row in register.rows {
      switch row {
      case .escalation(let row, _): names.insert(row.account)
      case .risk(let row, _): names.insert(row.account)
      }
    }
    if let file = room.file {
      names.formUnion((file.items + file.arrivals + file.skipped.map(\.item)).map(\.row.account))
      names.formUnion(file.news.records.map(\.row.account) + file.checklist.groups.map(\.row.account))
    }
    if let minutes = room.minutes {
      names.formUnion(minutes.items.map(\.row.account) + minutes.skipped.map(\.row.account))
      names.formUnion(minutes.news.records.map(\.row.account))
    }
    if case .ended(let panel) = overlay { names.formUnion((panel.rows ?? []).map(\.account)) }
    names.formUnion(opening.book?.accounts ?? [])
    if let record = records.record {
      names.insert(record.escalation.account.name)
      names.formUnion(record.escalation.contacts.flatMap(\.identity))
    }
    return Model.forms(of: names)
  }

  /// The account that a form is about to bring.
  private var typedAccount: Set<String> {
    guard case .form(let form) = overlay, let typed = form.text(.account).nonEmpty else { return [] }
    return Model.forms(of: [typed])
  }

  /// How a text may spell a name: in capitals, small, and by each of its longer words.
  static func forms(of names: Set<String>) -> Set<String> {
    let shown = names.flatMap { [Visible.text($0, newlines: .space), Visible.text($0, newlines: .mark)] }
    let parts = shown.flatMap { $0.split { !$0.isLetter }.map(String.init) }.filter { $0.count > 4 }
    return Set(shown + shown.map { $0.uppercased() } + shown.map { $0.lowercased() } + parts).subtracting([""])
  }
}

extension Contact {
  /// What a person is known and reached by.
  fileprivate var identity: [String] { [name, email, phone].compactMap(\.self) }
}
