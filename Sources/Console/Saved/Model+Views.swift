import EscalationDomain
import Screen

/// The views to choose from.
public struct ViewsPanel: Hashable, Sendable {
  /// Index into the views.
  public internal(set) var highlighted = 0
}

extension Model {
  public var views: [SavedView] { desk.views ?? SavedView.first }

  /// The view that the board shows: by its filter, and among those of one filter by its order.
  var currentView: Int? {
    if case .typing = board.filter { return nil }
    let same = views.indices.filter { views[$0].filter == board.filter.text }
    return same.first { views[$0].sorting == board.sorting } ?? same.first
  }

  /// Whether a function key is left to views: the settings may have given it to something else.
  func isViewKey(_ number: Int) -> Bool {
    ConsoleCommand.viewing.contains { command in
      command.id == .showView && settings.keymap.keys(of: command, in: .board).contains(.function(number))
    }
  }

  /// `F5`; none for a view without a key, or whose key means something else by the settings.
  public func keyName(of view: SavedView) -> String? { view.key.flatMap { isViewKey($0) ? "F\($0)" : nil } }

  /// Another console of the same person, or the command line, changed the views meanwhile.
  mutating func viewsChanged(_ new: [SavedView]?) {
    guard keepsDesk, desk.views != new else { return }
    desk.views = new
    guard case .views(let panel) = overlay else { return }
    overlay = .views(ViewsPanel(highlighted: min(panel.highlighted, max(0, views.count - 1))))
  }

  /// Whether the views have a line of their own: where somebody made some, or where there are rows to spare.
  func showsViews(_ size: Size) -> Bool { desk.views != nil || size.rows >= 36 }

  /// Counts what the views have and asks for what filters need to know.
  mutating func settleFilter() -> [Effect] {
    var isCounting = place == .board && showsViews(size)
    if case .views = overlay { isCounting = true }
    // What the palette tells of them may have to be read first.
    if case .palette = overlay { isCounting = true }
    if isCounting { viewCounts.follow(board, views, now: now) }
    return board.wantFacts(isCounting ? viewCounts.neededFacts : [])
  }

  mutating func useViews(_ command: ConsoleCommand.ID, _ key: Key) -> [Effect] {
    var panel = ViewsPanel()
    if case .views(let open) = overlay { panel = open }
    switch command {
    case .listViews: overlay = .views(ViewsPanel(highlighted: currentView ?? 0))
    case .closeViews: overlay = nil
    case .showView: showView(of: key)
    case .nextView: turnView(1)
    case .previousView: turnView(-1)
    case .pickView: showView(panel.highlighted)
    case .saveView: openViewForm(nil)
    case .changeView: openViewForm(panel.highlighted)
    case .dropView: overlay = .confirmation(.dropView(panel.highlighted))
    case .viewUp: moveView(panel, by: -1)
    case .viewDown: moveView(panel, by: 1)
    default: break
    }
    return []
  }

  private mutating func showView(of key: Key) {
    guard case .function(let number) = key else { return }
    if let index = views.firstIndex(where: { $0.key == number }), isViewKey(number) { return showView(index) }
    tell(.told, "no view has F\(number); V saves what the board shows as one")
  }

  private mutating func turnView(_ step: Int) {
    let count = views.count
    guard count > 0 else { return tell(.told, "there is no view; V saves what the board shows as one") }
    showView(currentView.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1))
  }

  mutating func showView(_ index: Int) {
    guard views.indices.contains(index) else { return }
    let view = views[index]
    overlay = nil
    goHome()
    board.setFilter(view.filter.nonEmpty.map { .set($0) } ?? .none)
    if board.sorting != view.sorting { board.sort(view.sorting) }
    guard let problem = board.problem else { return }
    // Where it can be mended.
    board.setFilter(.typing(TextField(view.filter)))
    tell(.failed, "\(view.name): \(problem.sentence(in: view.filter))")
  }

  private mutating func moveView(_ panel: ViewsPanel, by step: Int) {
    let goal = panel.highlighted + step
    guard views.indices.contains(panel.highlighted), views.indices.contains(goal) else { return }
    var list = views
    list.swapAt(panel.highlighted, goal)
    desk.views = list
    overlay = .views(ViewsPanel(highlighted: goal))
  }

  mutating func dropView(_ index: Int) {
    var list = views
    overlay = nil
    guard list.indices.contains(index) else { return }
    let gone = list.remove(at: index)
    desk.views = list
    overlay = .views(ViewsPanel(highlighted: max(0, min(index, list.count - 1))))
    tell(.done, "view “\(gone.name)” dropped")
  }
}

extension SavedView {
  var sorting: Sorting { Sorting(order: sortedBy, isReversed: isReversed) }
}

extension ConsoleCommand {
  func viewing(in model: Model) -> Availability {
    guard case .views(let panel) = model.overlay, model.views.indices.contains(panel.highlighted) else {
      return .unavailable("there is no view")
    }
    return .available
  }
}
