import EscalationDomain
import EscalationStore
import Foundation
import PolicyFiles

/// The calendars a playbook may name: the store's, else those that ship.
struct KnownCalendars {
  let ids: Set<String>
  /// Those with no working time ahead.
  let closed: Set<String>

  init(_ global: GlobalOptions) throws {
    let session = try global.session()
    let timelines: [WorkingTimeline]
    if FileManager.default.fileExists(atPath: session.path) {
      timelines = try session.store().policies().current.calendars.values.map(\.value)
    } else {
      timelines = try BuiltinCalendars.all.map(WorkingTimeline.init)
    }
    ids = Set(timelines.map(\.calendar.id))
    closed = Set(
      timelines.filter { (try? $0.nextOpening(atOrAfter: session.now)) == nil }.map(\.calendar.id))
  }
}
