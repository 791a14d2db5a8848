import EscalationDomain

/// A look at a stage as text to read in a terminal.
struct ReviewText {
  let zone: Zone
  let now: Instant

  func lines(_ review: StageReview) -> [String] {
    let passed = review.passed.flatMap { clock in
      clock.deadline.map { "  \(clock.label) was due \($0.words(in: zone)); nobody looked since" }
    }
    let clocks =
      (passed.map { [$0] } ?? [])
      + review.clocks.compactMap { clock in
        clock.deadline.map { "  \(clock.label) \($0 < now ? "was due" : "is due") \($0.words(in: zone))" }
      }
    guard !review.questions.isEmpty else { return clocks + ["  the stage asks no question"] }
    return clocks + review.questions.flatMap(question)
  }

  private func question(_ question: StageReview.Question) -> [String] {
    let head = "  \(question.id): \(question.item.label)"
    switch question.answer {
    case .open: return ["\(head) – open"]
    case .done(let stamp): return [head, "    \(told(stamp, or: "done"))"]
    case .notNeeded(let stamp): return [head, "    not needed: \(told(stamp, or: "no reason"))"]
    case .carriedOver(let stamp): return ["\(head) – open, carried over by \(stamp.by)"]
    }
  }

  private func told(_ stamp: Work.Stamp, or word: String) -> String {
    "\(stamp.why ?? word) (\(stamp.by), \(stamp.at.brief(in: zone, now: now)))"
  }
}
