import EscalationDomain
import Testing

@testable import Console

/// Acting on what was looked at, where others act as well.
@Suite struct GroundTests {
  private func ground() throws -> Ground {
    let console = Scene(try Fixture.store())
    console.press("o")
    guard case .form(let form) = console.model.overlay else { throw Refusal.nothingToChange }
    return Ground(form)
  }

  @Test func `who is overtaken looks again`() throws {
    var looks = 0
    let answer = try ground().onceMore {
      looks += 1
      if looks < 3 { throw Refusal.overtaken }
      return "done"
    }
    #expect((answer, looks) == ("done", 3))
  }

  @Test func `any other refusal ends it at once, and so does a race without an end`() throws {
    var looks = 0
    #expect(throws: Refusal.reasonRequired) {
      try ground().onceMore {
        looks += 1
        throw Refusal.reasonRequired
      }
    }
    #expect(looks == 1)
    #expect(throws: Refusal.overtaken) {
      try ground().onceMore {
        looks += 1
        throw Refusal.overtaken
      }
    }
    #expect((2...100).contains(looks))
  }
}
