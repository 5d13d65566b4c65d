extension Expression {
  /// The partial derivative by a symbol; 0 where it does not occur.
  ///
  /// - Source: the chain rule over the generators.
  /// - Accuracy: exact.
  /// - Edge cases: kernels are differentiated where they are differentiable.
  public func derivative(by symbol: String) -> Expression {
    guard case .fraction(let fraction) = content else { return self }
    var known: [String: Expression] = [:]
    return fraction.derivative(by: SymbolName(symbol).plain, known: &known).assuming(conditions)
      .formed(.derivative(symbol), [self])
  }
}

extension Fraction {
  fileprivate func derivative(by symbol: String, known: inout [String: Expression]) -> Expression {
    var sum = Expression.zero
    for (index, generator) in generators.enumerated() {
      let slope = generator.derivative(by: symbol, known: &known)
      if slope.isZero { continue }
      // Degrees of roots only sink and denominators stay free of them, so that no base is needed.
      let partial = Expression(conditions: []) { () throws(Undefined) in
        try Fraction.canonical(generators, function.derivative(index))
      }
      sum = sum + partial * slope
    }
    return sum
  }
}

extension Generator {
  /// The derivative of what the variable stands for.
  fileprivate func derivative(
    by symbol: String, known: inout [String: Expression]
  ) -> Expression {
    if case .symbol(let name, _) = kernel.kind { return Expression(name == symbol ? 1 : 0) }
    guard kernel.hasSymbols else { return .zero }
    let key = "\(unit)" + kernel.key
    if let slope = known[key] { return slope }
    let slope = newDerivative(by: symbol, known: &known)
    known[key] = slope
    return slope
  }

  private func newDerivative(
    by symbol: String, known: inout [String: Expression]
  ) -> Expression {
    guard let inner = kernel.arguments.first else { return .zero }
    let slope = inner.derivative(by: symbol, known: &known)
    let (own, argument) = (Expression(Fraction(self)), Expression(inner))
    let one = Expression(1)
    switch kernel.kind {
    case .symbol, .pi: return .zero
    case .exponential: return Expression(unit) * own * slope
    case .logarithm: return slope / argument
    case .root: return Expression(unit) * own * slope / argument
    case .sine: return .cos(argument) * slope
    case .cosine: return -.sin(argument) * slope
    case .arcsine: return slope / .sqrt(one - argument * argument)
    case .arctangent: return slope / (one + argument * argument)
    case .normalCDF: return .normalDensity(argument) * slope
    case .normalQuantile:
      // x′ = p′/φ(x) with p = exp of the first argument.
      return slope * .exp(argument) / .normalDensity(own)
    }
  }
}
