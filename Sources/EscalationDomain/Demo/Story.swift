/// An escalation and what was done about it since, act by act.
public struct Story: Hashable, Sendable {
  public var id: EscalationID?
  public var opening: Opening
  public var act: Act
  public var then: [Step]

  public struct Step: Hashable, Sendable {
    public var command: Command
    public var act: Act
    public init(_ command: Command, _ act: Act) {
      self.command = command
      self.act = act
    }
  }

  public init(id: EscalationID? = nil, opening: Opening, act: Act, then: [Step] = []) {
    self.id = id
    self.opening = opening
    self.act = act
    self.then = then
  }
}
