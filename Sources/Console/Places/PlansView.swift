import EscalationDomain
import Screen

/// The milestones of all accounts, by due date and as a chart.
struct PlansView {
  let model: Model

  func draw(on frame: inout Frame) {
    let header = frame.bounds.split(top: 1).top
    frame.fill(header, Style(.header))
    frame.write("Plans", at: header.point(1, 0), Style(.title, on: .header))
  }
}
