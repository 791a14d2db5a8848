import EscalationDomain
import Screen

/// Every risk and escalation, open and closed.
struct RegisterView {
  let model: Model

  func draw(on frame: inout Frame) {
    let header = frame.bounds.split(top: 1).top
    frame.fill(header, Style(.header))
    frame.write("Register", at: header.point(1, 0), Style(.title, on: .header))
  }
}
