extension MoneyError {
  /// One line: what is wrong and what to write.
  public var sentence: String {
    switch self {
    case .noCurrency(let text): "“\(text)” names no currency; write 120000 USD or USD 120k"
    case .noAmount(let text): "“\(text)” is no amount of money; write 120000 USD or USD 120k"
    case .tooLarge(let text): "“\(text)” is too large an amount"
    }
  }
}
