import EscalationDomain
import Screen
import Testing

@testable import Console

/// What messages about work do to the whole model, and what is asked of the world for them.
@Suite struct WorkUpdateTests {
  private let id = EscalationID("C-1")

  /// At C-1's place, in its Work pane.
  private func atWork() throws -> (Model, FakeStore) {
    let console = Scene(try Fixture.careStore(), size: Size(columns: 80, rows: 24))
    console.press("enter", "tab")
    return (console.model, console.store)
  }

  private func key(_ name: String) throws -> Message { .keyPressed(try #require(Key(name: name))) }

  @Test func aMarkAsksForItsActAndChangesNothingElse() throws {
    var (model, _) = try atWork()
    var expected = model
    guard case .escalation(var place) = expected.place else { return }
    place.marking = .task("T1")
    expected.place = .escalation(place)
    #expect(update(&model, try key("space")) == [.perform(.finishTask("T1", note: nil), on: id)])
    #expect(model == expected)
  }

  @Test(arguments: [Failure.store(.busy(path: "/data/w.db")), .refused(.taskIsOver("T1"))])
  func aMarkThatFailsIsTheModelBeforeItAndAWord(failure: Failure) throws {
    var (model, _) = try atWork()
    var expected = model
    expected.tell(.failed, "C-1: \(failure.sentence(zone: model.viewer.zone))")
    let effects = update(&model, try key("space"))
    #expect(update(&model, .failed(try #require(effects.first), failure)) == [])
    #expect(model == expected)
  }

  @Test func aMarkWhoseRecordCannotBeReadDoesNotBlockTheNext() throws {
    var (model, store) = try atWork()
    let act = try #require(update(&model, try key("space")).first)
    let done = try #require(act.answer(from: store, actor: "Ann Lee", now: Fixture.now))
    #expect(update(&model, done) == [.loadRecord(id), .loadDay])
    _ = update(&model, .failed(.loadRecord(id), .store(.busy(path: "/data/w.db"))))
    guard case .escalation(let place) = model.place else { return }
    #expect(place.marking == nil)
  }

  @Test func movingChangesOnlyTheCursor() throws {
    var (model, _) = try atWork()
    var expected = model
    guard case .escalation(var place) = expected.place else { return }
    place.work.name = .task("T2")
    place.work.index = 1
    expected.place = .escalation(place)
    #expect(update(&model, try key("j")) == [])
    #expect(model == expected)
  }

  @Test func guidanceLiesOverThePlaceAndGoesWithoutATrace() throws {
    var (model, _) = try atWork()
    let before = model
    var expected = model
    expected.overlay = .guidance(GuidancePanel(id: id))
    #expect(update(&model, try key("i")) == [])
    #expect(model == expected)
    #expect(update(&model, try key("esc")) == [])
    #expect(model == before)
  }

  @Test func deadlinesOfAnotherScaleAreNotTaken() throws {
    var (model, _) = try atWork()
    _ = update(&model, try key("L"))
    _ = update(&model, try key("down"))
    #expect(update(&model, try key("ctrl-s")) == [.previewGrade(.level, "L2", of: id)])
    let expected = model
    #expect(update(&model, .gradePreviewed(id, .stage, "L2", [])) == [])
    #expect(update(&model, .gradePreviewed(id, .level, "L1", [])) == [])
    #expect(model == expected)
    _ = update(&model, .gradePreviewed(id, .level, "L2", []))
    #expect(model.scope == .confirmation)
  }

  @Test func closingWithOpenGatesAsksNothingOfTheStore() throws {
    var (model, _) = try atWork()
    _ = update(&model, try key("C"))
    #expect(update(&model, try key("ctrl-s")) == [])
    guard case .form(let form) = model.overlay else {
      Issue.record("the form is gone")
      return
    }
    #expect(form.phase == .editing)
    #expect(form.failure?.hasPrefix("6 gates are not met") ?? false)
  }

  @Test func aHypothesisIsOneAct() throws {
    var (model, _) = try atWork()
    _ = update(&model, try key("H"))
    let statement = HypothesisStatement(hypothesis: "champion", cause: "")
    #expect(update(&model, try key("ctrl-s")) == [.stateHypothesis(statement, of: id)])
  }
}
