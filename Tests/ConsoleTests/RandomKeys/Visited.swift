import Screen

@testable import Console

/// Where a walk has been.
struct Visited {
  var scopes: Set<ConsoleCommand.Scope> = []
  var places: Set<String> = []
  var overlays: Set<String> = []
  var forms: Set<Form.Kind> = []
  /// The place of the last step.
  private(set) var place = ""

  static let allPlaces =
    ["board", "plans list", "plans chart", "register"] + RoomState.Look.allCases.map { "room \($0)" }
    + EscalationPlace.Pane.allCases.map { "\($0)" }
  static let allOverlays = [
    "form", "confirmation", "explanation", "help", "orders", "guidance", "compose", "ended", "columns", "views",
    "palette", "commandLine", "output", "drafts", "messages",
  ]

  mutating func add(_ model: Model) {
    scopes.insert(model.scope)
    place = Visited.name(model)
    places.insert(place)
    if let overlay = model.overlay { overlays.insert(Visited.name(overlay)) }
    if case .form(let form) = model.overlay { forms.insert(form.kind) }
  }

  mutating func add(_ other: Visited) {
    scopes.formUnion(other.scopes)
    places.formUnion(other.places)
    overlays.formUnion(other.overlays)
    forms.formUnion(other.forms)
  }

  private static func name(_ model: Model) -> String {
    switch model.place {
    case .board: "board"
    case .escalation(let place): panes[place.pane] ?? ""
    case .plans: model.plans.look == .list ? "plans list" : "plans chart"
    case .room: "room \(model.room.look)"
    case .register: "register"
    }
  }

  private static let panes = Dictionary(
    uniqueKeysWithValues: EscalationPlace.Pane.allCases.map { ($0, "\($0)") })

  private static func name(_ overlay: Overlay) -> String {
    switch overlay {
    case .form: "form"
    case .confirmation: "confirmation"
    case .explanation: "explanation"
    case .help: "help"
    case .orders: "orders"
    case .guidance: "guidance"
    case .compose: "compose"
    case .ended: "ended"
    case .columns: "columns"
    case .views: "views"
    case .palette: "palette"
    case .commandLine: "commandLine"
    case .output: "output"
    case .drafts: "drafts"
    case .messages: "messages"
    }
  }
}
