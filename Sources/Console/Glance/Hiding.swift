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

  /// What was hidden stays so: an account that left every list still stands in what was said about it.
  mutating func add(_ more: Set<String>) { if !more.isSubset(of: words) { self = Hidden(words.union(more)) } }
}

extension Model {
  /// Starts to hide, or stops. Accounts that nothing shows yet are asked for: an answer of the command line may name them.
  mutating func turnHiding() -> [Effect] {
    hidden = hidden == nil ? Hidden(words) : nil
    tell(.told, hidden == nil ? "names and money show" : "names and money are hidden on every place")
    return hidden == nil || opening.book != nil ? [] : opening.start()
  }

  /// What comes in brings new names. O(rows) where names are hidden.
  mutating func followHiding(_ message: Message) {
    guard hidden != nil else { return }
    switch message {
    case .tick, .resized, .storeChanged, .storeUnchanged, .deskLoaded, .settingsChanged, .themeChanged: break
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
    names.formUnion((room.minutes?.items ?? []).map(\.row.account))
    if case .ended(let panel) = overlay { names.formUnion((panel.rows ?? []).map(\.account)) }
    names.formUnion(opening.book?.accounts ?? [])
    if let record = records.record {
      names.insert(record.escalation.account.name)
      for contact in record.escalation.contacts {
        names.formUnion([contact.name, contact.email, contact.phone].compactMap { $0 })
      }
    }
    return Model.forms(of: names)
  }

  /// The account that a form is about to bring.
  private var typedAccount: Set<String> {
    guard case .form(let form) = overlay, let typed = form.text(.account).nonEmpty else { return [] }
    return Model.forms(of: [typed])
  }

  /// How a text may spell a name: in capitals, small, and by each of its longer words.
  private static func forms(of names: Set<String>) -> Set<String> {
    let shown = names.flatMap { [Visible.text($0, newlines: .space), Visible.text($0, newlines: .mark)] }
    let parts = shown.flatMap { $0.split { !$0.isLetter }.map(String.init) }.filter { $0.count > 4 }
    return Set(shown + shown.map { $0.uppercased() } + shown.map { $0.lowercased() } + parts).subtracting([""])
  }
}
