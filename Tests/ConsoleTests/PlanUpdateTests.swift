import EscalationDomain
import Screen
import Testing

@testable import Console

/// What messages about a plan do to the whole model, and what is asked of the world for them.
@Suite struct PlanUpdateTests {
  private let id = EscalationID("C-1")

  private func atPlan(_ name: PlanItem.Name = .milestone("M1")) throws -> Model {
    Scene.plan(try Fixture.planStore(), on: name, size: Size(columns: 80, rows: 24)).model
  }

  private func key(_ name: String) throws -> Message { .keyPressed(try #require(Key(name: name))) }

  @Test func anActOfOneKeyAsksForItAndWaitsForItsAnswer() throws {
    var model = try atPlan()
    var expected = model
    expected.planning = id
    #expect(update(&model, try key(".")) == [.perform(.plan(.start("M1")), on: id)])
    #expect(model == expected)
    expected.tell(.told, "start: the last act is being saved")
    #expect(update(&model, try key(".")) == [])
    #expect(model == expected)
  }

  @Test func anActThatFailsIsTheModelBeforeItAndAWord() throws {
    var model = try atPlan()
    var expected = model
    let failure = Failure.store(.busy(path: "/data/w.db"))
    expected.tell(.failed, "C-1: \(failure.sentence(zone: model.viewer.zone))")
    let effects = update(&model, try key(")"))
    #expect(effects == [.perform(.plan(.place("M1", at: 2)), on: id)])
    #expect(update(&model, .failed(try #require(effects.first), failure)) == [])
    #expect(model == expected)
  }

  @Test func movingChangesOnlyTheCursor() throws {
    var model = try atPlan()
    var expected = model
    guard case .escalation(var place) = expected.place else { throw Missing() }
    (place.plan.name, place.plan.standing, place.plan.index) = (.milestone("M2"), .milestone("M2"), 1)
    expected.place = .escalation(place)
    #expect(update(&model, try key("j")) == [])
    #expect(model == expected)
  }

  @Test func aFormThatIsLeftUntouchedLeavesNoTrace() throws {
    for name in [
      PlanItem.Name.milestone("M3"), .metric, .exitCriteria, .text(.problem), .look(.review), .signOff, .newMilestone,
    ] {
      var model = try atPlan(name)
      let before = model
      _ = update(&model, try key("e"))
      #expect(model.overlay != nil)
      _ = update(&model, try key("esc"))
      #expect(model == before, "\(name)")
    }
  }

  @Test func aReviewOfAnotherShiftIsNotTaken() throws {
    var model = try atPlan(.milestone("M2"))
    _ = update(&model, try key("d"))
    for letter in "none" { _ = update(&model, .keyPressed(.character(letter))) }
    let asked = PlanShift(milestone: "M2", due: nil, withDependents: true)
    #expect(update(&model, try key("ctrl-s")) == [.previewShift(asked, of: id)])
    let expected = model
    let other = try review(PlanShift(milestone: "M2", due: Fixture.now + 3600, withDependents: true))
    #expect(update(&model, .shiftPreviewed(id, other)) == [])
    #expect(update(&model, .shiftPreviewed(EscalationID("C-2"), try review(asked))) == [])
    #expect(update(&model, .outlinePreviewed(id, [])) == [])
    #expect(model == expected)
    _ = update(&model, .shiftPreviewed(id, try review(asked)))
    #expect(model.scope == .confirmation)
    guard case .form(let form) = model.overlay else { return }
    #expect(
      update(&model, try key("y"))
        == [.performOn(Ground(form), [.plan(.shift("M2", due: nil, withDependents: true, reason: nil))], on: id)])
  }

  @Test func aShiftThatTheRulesRefuseGoesBackToTheForm() throws {
    var model = try atPlan(.milestone("M3"))
    _ = update(&model, try key("d"))
    for letter in "fri 16:00" { _ = update(&model, .keyPressed(.character(letter))) }
    let effects = update(&model, try key("ctrl-s"))
    _ = update(&model, .failed(try #require(effects.first), .refused(.milestoneIsOver("M3"))))
    guard case .form(let form) = model.overlay else { throw Missing() }
    #expect(form.phase == .editing)
    #expect(form.failure?.hasPrefix("milestone M3 is over") ?? false)
  }

  private func review(_ asked: PlanShift) throws -> PlanShiftReview {
    let history = try #require(try Fixture.planStore().history(of: id))
    return try PlanShiftReview(
      asked, Decision(history: history, policies: Fixture.policies, act: Act(actor: "Ann Lee", now: Fixture.now)))
  }
}
