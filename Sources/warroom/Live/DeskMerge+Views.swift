import Console
import Foundation

/// Views that two consoles, or a console and the command line, changed at once: each counts by itself, by its name.
extension DeskMerge {
  /// O(views²), of which there are few.
  ///
  /// - Parameters: as in ``merged(base:mine:theirs:)``; none stands for the views that a board has at first.
  static func views(base: DeskPart?, mine: DeskPart?, theirs: DeskPart?) -> DeskPart? {
    if mine == nil { return theirs }
    guard let before = list(base), let own = list(mine), let other = list(theirs) else { return mine }
    func part(_ name: DeskPart, in list: [DeskPart]) -> DeskPart? { list.first { $0.name == name } }
    // What neither touched, and what this one did: its order counts.
    var result = own.compactMap { view -> DeskPart? in
      guard let name = view.name, part(name, in: before) == view else { return view }
      return part(name, in: other)
    }
    for view in other {
      guard let name = view.name, part(name, in: result) == nil else { continue }
      // Added by the other, or changed by it after this one dropped it.
      if part(name, in: before) != view { result.append(view) }
    }
    return .list(withoutClashes(result))
  }

  /// Of two views with one key the first keeps it.
  private static func withoutClashes(_ views: [DeskPart]) -> [DeskPart] {
    var taken: Set<DeskPart> = []
    return views.map { view in
      guard var object = view.object, let key = object["key"], key != .nothing else { return view }
      guard !taken.insert(key).inserted else { return view }
      object["key"] = nil
      return .object(object)
    }
  }

  private static func list(_ part: DeskPart?) -> [DeskPart]? {
    guard let part else { return first }
    guard case .list(let views) = part else { return nil }
    return views
  }

  private static let first: [DeskPart] =
    (try? JSONDecoder().decode([DeskPart].self, from: JSONEncoder().encode(SavedView.first))) ?? []
}

extension DeskPart {
  fileprivate var name: DeskPart? { object?["name"] }
}
