/// What a list shows a line of and a cursor stands on.
public protocol ListedItem: Hashable, Sendable {
  associatedtype Name: Hashable, Sendable
  associatedtype Standing: Hashable, Sendable

  /// What it is known by from one look to the next.
  var name: Name { get }
  /// Whether it still waits for somebody, or what else became of it.
  var standing: Standing { get }
}

/// A list of items under headings, with a cursor over the items.
public protocol ItemList {
  associatedtype Item: ListedItem
  associatedtype Section

  var sections: [Section] { get }
  /// Those of all sections, in order.
  var items: [Item] { get }
}

/// Where a cursor stands: on an item, and should that move or be settled, on its place.
public struct ItemCursor<Item: ListedItem>: Hashable, Sendable {
  public internal(set) var name: Item.Name?
  public internal(set) var standing: Item.Standing?
  public internal(set) var index = 0

  init() {}

  init<List: ItemList>(_ list: List, at index: Int) where List.Item == Item {
    self.index = index
    guard list.items.indices.contains(index) else { return }
    (name, standing) = (list.items[index].name, list.items[index].standing)
  }
}

extension ItemList {
  /// Where an item stands, and for one that moved away where it stood.
  public func index(of cursor: ItemCursor<Item>) -> Int? {
    guard !items.isEmpty else { return nil }
    if let name = cursor.name, let here = items.firstIndex(where: { $0.name == name }),
      items[here].standing == cursor.standing
    {
      return here
    }
    return min(max(0, cursor.index), items.count - 1)
  }

  /// Lines that items and headings take where none is wrapped.
  var lineCount: Int { items.count + sections.count }
}

extension Model {
  /// Ties the cursor of the pane that has the keys to the item that it stands on, so that it stays there when the
  /// record changes.
  mutating func holdCursor() {
    guard case .escalation(var place) = place, let record = records[place.id] else { return }
    switch place.pane {
    case .work:
      guard let list = work(of: record), let index = list.index(of: place.work) else { return }
      place.work = ItemCursor(list, at: index)
    case .plan:
      let list = plan(of: record)
      guard let index = list.index(of: place.plan) else { return }
      place.plan = ItemCursor(list, at: index)
    case .people:
      guard let list = people(of: record), let index = list.index(of: place.people) else { return }
      place.people = ItemCursor(list, at: index)
    case .clocks, .timeline, .health, .details: return
    }
    self.place = .escalation(place)
  }
}
