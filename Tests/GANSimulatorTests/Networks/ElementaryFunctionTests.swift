import Foundation
import GANSimulator
import Testing

@Suite struct ElementaryFunctionTests {
  @Test func `tanh in single precision has its special values`() {
    #expect(Float.fastTanh(0) == 0 && Float.fastTanh(0).sign == .plus)
    #expect(Float.fastTanh(-0.0).sign == .minus)
    #expect(Float.fastTanh(.infinity) == 1)
    #expect(Float.fastTanh(-.infinity) == -1)
    #expect(Float.fastTanh(.nan).isNaN)
    #expect(Float.fastTanh(.leastNormalMagnitude) == .leastNormalMagnitude)
  }

  @Test func `tanh in single precision is right to two and a half ulp and odd`() {
    var largest = 0.0
    // Every 9973rd float from 2⁻⁴⁰ to 16.
    for pattern in stride(from: Float(0x1p-40).bitPattern, to: Float(16).bitPattern, by: 9973) {
      let x = Float(bitPattern: pattern)
      let exact = tanh(Double(x))
      let found = Float.fastTanh(x)
      largest = max(largest, (Double(found) - exact).magnitude / Double(Float(exact).ulp))
      #expect(Float.fastTanh(-x) == -found)
    }
    #expect(largest <= 2.5)
  }

  @Test func `softplus neither overflows nor loses its tail`() {
    #expect(LogisticLoss.softplus(1000.0) == 1000)
    #expect(LogisticLoss.softplus(-1000.0) == 0)
    #expect(LogisticLoss.softplus(Float(1000)) == 1000)
    #expect(LogisticLoss.softplus(Float(-1000)) == 0)
    #expect(LogisticLoss.softplus(0.0) == log(2.0))
    // log(1 + e⁻⁴⁰) is e⁻⁴⁰ to 18 digits.
    #expect((LogisticLoss.softplus(-40.0) - exp(-40.0)).magnitude <= exp(-40.0).ulp)
  }

  @Test func `the logistic function neither overflows nor loses its tail`() {
    #expect(LogisticLoss.logistic(0.0) == 0.5)
    #expect(LogisticLoss.logistic(1000.0) == 1)
    #expect(LogisticLoss.logistic(-1000.0) == 0)
    #expect(LogisticLoss.logistic(-700.0) == exp(-700.0))
    for x in stride(from: -30.0, through: 30, by: 0.37) {
      // 3 ulp each, at most ½ ulp(1) = ulp(½) apart from 1 in sum.
      let sum = LogisticLoss.logistic(x) + LogisticLoss.logistic(-x)
      #expect((sum - 1).magnitude <= 3 * Double.ulpOfOne, "x = \(x)")
    }
  }
}
