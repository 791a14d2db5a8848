import Testing

@testable import EscalationDomain

@Suite("A bare status is no update where health is watched")
struct SubstanceTests {
  @Test(arguments: [
    "ok", "OK.", "No change", "in progress", "In-progress!", "Done", "Exports fixed", "👍", "1", "no change yet",
    "Still in progress, nothing new so far", "All good, no news", "we are working on it", "진행 중", "進行中", "順調です",
  ])
  func `refused`(text: String) throws {
    #expect(text.isBareStatus)
    let log = HypothesisTests.log()
    let update = Command.update(CustomerUpdate(text: text))
    #expect(throws: Refusal.bareStatus(text)) { try log.doing(update, "03-02 10:00") }
    let message = Command.send(SentMessage(template: nil, audience: .customer, body: text))
    #expect(throws: Refusal.self) { try log.doing(message, "03-02 10:00") }
    #expect(throws: Never.self) { try WorkTests.log().doing(update, "03-02 10:00") }
    #expect(throws: Never.self) {
      try log.doing(.send(SentMessage(template: nil, audience: .internal, body: text)), "03-02 10:00")
    }
  }

  @Test(arguments: [
    "Exports fixed yesterday", "Bo left; we meet his successor on Friday", "No change in usage, so the champion left",
    "Nutzung steigt wieder", "使用率が三割上がり、原因は権限でした", "использование выросло вдвое",
  ])
  func `taken`(text: String) throws {
    #expect(!text.isBareStatus)
    #expect(throws: Never.self) {
      try HypothesisTests.log().doing(.update(CustomerUpdate(text: text)), "03-02 10:00")
    }
  }

  @Test func `a stage asks for substance even where no score is read`() {
    #expect(throws: Refusal.bareStatus("ok")) {
      try WorkTests.log(stage: "stage-1").doing(.update(CustomerUpdate(text: "ok")), "03-02 10:00")
    }
  }
}
