import EscalationDomain
import Screen
import Testing

@testable import Console

/// Back and forward along the places that were left.
@Suite struct TrailTests {
  private func here(_ console: Scene) -> String {
    switch console.model.place {
    case .board: "board \(console.model.board.selected?.id.text ?? "-")"
    case .escalation(let place): "\(place.id) \(place.pane)"
    case .plans: "plans"
    case .room: "room"
    case .register: "register"
    }
  }

  @Test func acrossPlacesRowsAndPanes() throws {
    let console = Scene(try Fixture.store())
    var seen = [here(console)]
    for keys in [["G"], ["enter", "tab", "tab"], ["3"], ["5"], ["1"], ["g"]] {
      for key in keys { console.press(key) }
      seen.append(here(console))
    }
    // The board was come back to where it was left.
    #expect(seen[5] == seen[1])
    for place in seen.dropLast().reversed() {
      console.press("<")
      #expect(here(console) == place)
    }
    console.press("<")
    #expect(console.model.toasts.last?.text == "jump back: there is nowhere to go back to")
    for place in seen.dropFirst() {
      console.press(">")
      #expect(here(console) == place)
    }
    console.press(">")
    #expect(console.model.toasts.last?.text == "jump forward: there is nowhere to go forward to")
  }

  @Test func goingSomewhereNewEndsTheWayForward() throws {
    let console = Scene(try Fixture.store())
    console.press("3", "5", "<", "1")
    #expect(console.model.trail.ahead.isEmpty)
    console.press("<")
    #expect(here(console) == "plans")
  }

  @Test func rowsThatAreGoneArePassedBy() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    let (first, third) = (here(console), console.model.board.board.rows[2].id)
    console.press("j", "j", "G", "g")
    let act = Act(actor: "Bo", now: console.model.now)
    _ = try store.perform(.cancel(reason: "a double"), on: third, act: act)
    console.send(.storeChanged)
    console.press("G", "<", "<", "<")
    #expect(!here(console).contains(third.text))
    #expect(first == "board \(console.model.board.board.rows[0].id)")
    #expect(console.model.trail.behind.isEmpty || !console.model.trail.canGoBack(console.model))
  }

  @Test func whatTheStoreDoesNotKnowIsForgotten() throws {
    let console = Scene(try Fixture.store())
    console.press("enter", "3")
    let id = try #require(console.model.board.selected?.id)
    #expect(console.model.trail.behind.contains { $0.name == .escalation(id) })
    console.send(.failed(.loadRecord(id), .store(.noSuchEscalation(id))))
    #expect(!console.model.trail.behind.contains { $0.name == .escalation(id) })
  }

  @Test func itIsBounded() throws {
    let console = Scene(try Fixture.store())
    for _ in 0..<100 { console.press("3", "5") }
    #expect(console.model.trail.behind.count == Trail.longest)
  }
}
